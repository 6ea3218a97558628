"""The private address of a calendar: its owner's alone, worked out each time, kept nowhere."""

from datetime import date

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

from dondoc.planning.models import CalendarFeed

SALT = "dondoc.planning.calendar"


def token_of(feed: CalendarFeed) -> str:
    """The last part of the address, for its owner's eyes."""
    return f"{feed.pk}-{_secret(feed)}"


def _secret(feed: CalendarFeed) -> str:
    return Signer(salt=SALT).signature(f"{feed.pk}:{feed.seed}")


def feed_at(token: str, today: date) -> CalendarFeed | None:
    """The calendar at an address, as long as its owner sits in the seat it was given to."""
    number, _, secret = token.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 16):
        return None
    related = ("owner__user", "owner__agency__committee", "agency")
    feed = CalendarFeed.objects.select_related(*related).filter(pk=int(number)).first()
    if feed is None or not constant_time_compare(secret, _secret(feed)):
        return None
    return feed if _is_alive(feed, today) else None


def _is_alive(feed: CalendarFeed, today: date) -> bool:
    owner = feed.owner
    sits = owner.from_on <= today and (owner.until_on is None or today <= owner.until_on)
    of_house = feed.agency is None or feed.agency.committee_id == owner.committee_id
    return feed.closed_at is None and owner.user.is_active and sits and of_house
