"""A meeting as calendars read it (RFC 5545), for invitations by mail and for feeds.

`event` also serves the week's feeds: whatever has a day, an hour and a place.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneStandard,
    vCalAddress,
    vDuration,
    vText,
)

from dondoc.database.clock import VIET_NAM

PRODUCT = "-//Don Doc//Lich cong tac//VI"
ZONE = "Asia/Ho_Chi_Minh"
OFFSET = timedelta(hours=7)
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def event(
    *,
    uid: str,
    sequence: int,
    start: datetime,
    end: datetime,
    summary: str,
    stamp: datetime,
    location: str = "",
    description: str = "",
    alarm: int | None = 30,
    status: str = "CONFIRMED",
    organizer: tuple[str, str] | None = None,
    attendees: Iterable[tuple[str, str]] = (),
    link: str = "",
) -> Event:
    """One event; organizer and attendees are (name, address), `alarm` minutes before it."""
    made = Event()
    made.add("uid", uid)
    made.add("sequence", sequence)
    made.add("dtstamp", stamp.astimezone(UTC))
    made.add("last-modified", stamp.astimezone(UTC))
    made.add("dtstart", start.astimezone(VIET_NAM))
    made.add("dtend", end.astimezone(VIET_NAM))
    made.add("summary", summary)
    made.add("status", status)
    for name, text in (("location", location), ("description", description), ("url", link)):
        if text:
            made.add(name, text)
    if organizer is not None:
        made["organizer"] = _address(*organizer)
    for name, address in attendees:
        person = _address(name, address)
        person.params["ROLE"] = vText("REQ-PARTICIPANT")
        person.params["PARTSTAT"] = vText("NEEDS-ACTION")
        person.params["RSVP"] = vText("FALSE")  # answered in the house, where the chair sees it
        made.add("attendee", person, encode=False)
    if alarm is not None and status != "CANCELLED":
        made.add_component(_alarm(alarm, summary))
    return made


def _address(name: str, address: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{address}")
    made.params["CN"] = vText(name)
    return made


def _alarm(minutes: int, words: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", words)
    made.add("trigger", timedelta(minutes=-minutes))
    return made


def calendar(
    events: Iterable[Event],
    *,
    method: str = PUBLISH,
    name: str = "",
    refresh: timedelta | None = None,
) -> bytes:
    """A whole calendar file with the one zone Việt Nam keeps, which has known no summer time.

    `refresh` says to a program that follows it how often to ask again.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    if name:
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", ZONE)
    if refresh is not None:
        made.add("refresh-interval", vDuration(refresh), parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", vDuration(refresh))
    made.add_component(_zone())
    for one in events:
        made.add_component(one)
    return bytes(made.to_ical())


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001  a zone begins in its own time
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone
