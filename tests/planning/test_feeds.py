"""Calendars go out to phones by private addresses, and those of others come in."""

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events
import vobject
from dateutil.tz import tzutc
from django.db import IntegrityError, transaction
from django.test import Client

from dondoc.accounts.models import User
from dondoc.agencies.actions import end_seat
from dondoc.agencies.models import CalendarDay, Officer
from dondoc.journal.models import Entry, House
from dondoc.planning import actions
from dondoc.planning.addresses import token_of
from dondoc.planning.models import CalendarFeed, OutsideEvent, WeekEntry
from dondoc.planning.outside_files import Unreadable, read_calendar
from dondoc.planning.week_facts import facts_now
from tests.planning.hall import MONDAY, TUESDAY, WEDNESDAY, Hall

SignIn = Callable[[Officer], Client]
HANOI = timedelta(hours=7)


@pytest.fixture
def ask(at: datetime, clock_at: Callable[[datetime], None]) -> Callable[..., Any]:
    """A phone asks a private address, without a session."""

    def asked(feed: CalendarFeed, moment: datetime = at, **headers: str) -> Any:
        clock_at(moment)
        return Client().get(f"/calendars/{token_of(feed)}.ics", headers=headers)

    return asked


def feed_of(hall: Hall, officer: Officer, agency: Any = None) -> CalendarFeed:
    return actions.renew_feed(officer, by=officer, at=hall.at, agency=agency)


def events(answer: Any) -> list[icalendar.Event]:
    assert answer.status_code == 200
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_two_libraries_read_the_same_hours_in_viet_nam(hall: Hall, ask: Any) -> None:
    hall.published(hall.arranged(room=hall.room, preparing=hall.economy, note="Mang hồ sơ; gốc"))
    answer = ask(feed_of(hall, hall.lam))
    (ours,) = events(answer)
    assert ours.decoded("dtstart").utcoffset() == HANOI
    assert ours.decoded("dtstart").isoformat() == "2022-03-22T08:00:00+07:00"
    other = vobject.readOne(answer.content.decode())
    assert other.vtimezone.tzid.value == "Asia/Ho_Chi_Minh"
    event = other.vevent
    assert event.dtstart.value.astimezone(UTC) == datetime(2022, 3, 22, 1, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(2022, 3, 22, 2, 30, tzinfo=UTC)
    assert event.location.value == "Hội trường tầng 2"
    assert "Ghi chú: Mang hồ sơ; gốc" in event.description.value
    assert event.valarm.trigger.value == timedelta(minutes=-30)
    assert answer.content.count(b"\r\n") == answer.content.count(b"\n")


def test_a_change_keeps_the_number_and_raises_the_sequence(hall: Hall, ask: Any) -> None:
    entry = hall.arranged()
    hall.published(entry)
    feed = feed_of(hall, hall.lam)
    (before,) = events(ask(feed))
    later = hall.at + timedelta(hours=1)
    moved = {**facts_now(entry), "on": WEDNESDAY}
    actions.arrange_entry(entry, by=hall.nhung, at=later, facts=moved, reason="Dời")
    (after,) = events(ask(feed))
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("last-modified") == later > before.decoded("last-modified")
    assert after.decoded("dtstart").date() == WEDNESDAY
    actions.cancel_entry(entry, by=hall.lam, at=later, reason="Mưa bão")
    (gone,) = events(ask(feed))
    assert (gone["uid"], gone["sequence"], gone["status"]) == (before["uid"], 2, "CANCELLED")
    assert "[HỦY]" in gone["summary"]
    assert not gone.walk("VALARM")
    assert vobject.readOne(ask(feed).content.decode()).vevent.status.value == "CANCELLED"


def test_what_repeats_falls_on_the_days_worked(hall: Hall, ask: Any) -> None:
    CalendarDay.objects.create(
        day=WEDNESDAY, kind=CalendarDay.Kind.OFF, name="Nghỉ", source="UBND phường", scope=hall.ward
    )
    repeated = hall.arranged(on=MONDAY, repeats=True, content="Trực tiếp nhận hồ sơ")
    whole = hall.arranged(
        on=MONDAY, repeats=True, session="all_day", starts_at=None, ends_at=None, content="Trực ban"
    )
    hall.published(repeated, whole)
    calendar = icalendar.Calendar.from_ical(ask(feed_of(hall, hall.lam)).content)
    found = recurring_ical_events.of(calendar).between(MONDAY, MONDAY + timedelta(days=14))
    for summary in ("Trực tiếp nhận hồ sơ", "Trực ban"):
        days = sorted(e.start.day for e in found if e["SUMMARY"] == summary)
        assert days == [21, 22, 24, 25]


@pytest.mark.parametrize(
    ("session", "starts"),
    [("morning", "07:30"), ("afternoon", "13:30"), ("evening", "19:00")],
)
def test_a_session_without_hours_stands_in_office_hours(
    hall: Hall, ask: Any, session: str, starts: str
) -> None:
    hall.published(hall.arranged(session=session, starts_at=None, ends_at=None))
    (event,) = events(ask(feed_of(hall, hall.lam)))
    assert f"{event.decoded('dtstart'):%H:%M}" == starts


def test_each_sees_his_own_the_units_and_the_committees(hall: Hall, ask: Any) -> None:
    mine = hall.arranged(content="Của Lâm")
    hall.published(
        mine,
        hall.arranged(content="Của phòng", chairs=[hall.vy], bodies=[hall.economy]),
        hall.arranged(content="Của người khác", chairs=[hall.vy]),
    )
    hall.proposed(content="Mới đề xuất")

    def told(feed: CalendarFeed) -> set[str]:
        return {str(e["summary"]) for e in events(ask(feed))}

    assert told(feed_of(hall, hall.lam)) == {"Của Lâm"}
    assert told(feed_of(hall, hall.toan, hall.economy)) == {"Của phòng"}
    assert len(told(feed_of(hall, hall.toan, hall.ward))) == 3


def test_drafts_are_in_no_calendar(hall: Hall, ask: Any) -> None:
    hall.arranged()
    assert events(ask(feed_of(hall, hall.lam))) == []


def test_a_renewed_address_kills_the_old_one(hall: Hall, ask: Any) -> None:
    hall.published()
    old = feed_of(hall, hall.lam)
    new = feed_of(hall, hall.lam)
    assert CalendarFeed.objects.count() == 1
    assert ask(old).status_code == 404
    assert ask(new).status_code == 200
    actions.close_feed(new, by=hall.lam, at=hall.at)
    assert ask(new).status_code == 404


def test_it_stops_with_the_seat_and_with_the_account(hall: Hall, ask: Any) -> None:
    hall.published()
    feed = feed_of(hall, hall.lam)
    User.objects.filter(pk=hall.lam.user_id).update(is_active=False)
    assert ask(feed).status_code == 404
    User.objects.filter(pk=hall.lam.user_id).update(is_active=True)
    end_seat(hall.lam, by=House(), at=hall.at, last_day=date(2022, 3, 16))
    assert ask(feed).status_code == 200
    assert ask(feed, hall.at + timedelta(days=1)).status_code == 404


@pytest.mark.parametrize("token", ["1", "x-y", "-", "99999-abc", "1-" + "a" * 500, "²-a"])
def test_a_guessed_address_is_not_there(
    hall: Hall, at: datetime, clock_at: Callable[[datetime], None], token: str
) -> None:
    clock_at(at)
    assert Client().get(f"/calendars/{token}.ics").status_code == 404


def test_unchanged_it_costs_nothing_and_asked_too_often_it_waits(hall: Hall, ask: Any) -> None:
    hall.published()
    feed = feed_of(hall, hall.lam)
    first = ask(feed)
    again = ask(feed, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "private" in first["Cache-Control"]
    answers = [ask(feed).status_code for _ in range(30)]
    assert answers[-1] == 429
    assert answers.count(200) < 20


def test_the_secret_is_written_nowhere(
    hall: Hall, ask: Any, caplog: pytest.LogCaptureFixture, as_officer: SignIn
) -> None:
    hall.published()
    feed = feed_of(hall, hall.lam)
    secret = token_of(feed).partition("-")[2]
    with caplog.at_level(logging.DEBUG):
        ask(feed)
        feed_of(hall, hall.lam)
        ask(feed)  # dead now
    assert secret not in caplog.text
    written = " ".join(f"{e.was}{e.now}{e.said}" for e in Entry.objects.all())
    fresh = CalendarFeed.objects.get()
    for word in (secret, token_of(fresh), feed.seed, fresh.seed):
        assert word not in written
    page = as_officer(hall.lam).get("/calendars/")
    assert token_of(fresh) in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    for other in (hall.vy, hall.khanh, hall.cast.quyen):
        assert token_of(fresh) not in as_officer(other).get("/calendars/").content.decode()
        closing = as_officer(other).post(f"/calendars/{fresh.pk}/close/")
        assert closing.status_code == 404


def test_addresses_are_given_and_taken_on_the_page(hall: Hall, as_officer: SignIn) -> None:
    toan = as_officer(hall.toan)
    toan.post("/calendars/renew/", {"agency": ""})
    toan.post("/calendars/renew/", {"agency": hall.economy.pk})
    assert toan.post("/calendars/renew/", {"agency": hall.culture.pk}).status_code == 404
    page = toan.get("/calendars/").content.decode()
    assert page.count(".ics") >= 2
    feed = CalendarFeed.objects.get(agency=hall.economy)
    toan.post(f"/calendars/{feed.pk}/close/")
    feed.refresh_from_db()
    assert feed.closed_at is not None


def foreign() -> str:
    """The Party Committee's calendar, as vobject writes it."""
    calendar, utc = vobject.iCalendar(), tzutc()  # the one UTC vobject knows
    for uid, starts, ends, words in (
        ("a@dang", datetime(2022, 3, 22, 1, 30, tzinfo=utc), 90, "Họp Ban Thường vụ"),
        ("old@dang", datetime(2022, 3, 1, 1, 30, tzinfo=utc), 90, "Đã qua"),
    ):
        event = calendar.add("vevent")
        event.add("uid").value = uid
        event.add("dtstart").value = starts
        event.add("dtend").value = starts + timedelta(minutes=ends)
        event.add("summary").value = words
        event.add("location").value = "Phòng họp, Đảng ủy"
    weekly = calendar.add("vevent")
    weekly.add("uid").value = "b@dang"
    weekly.add("dtstart").value = datetime(2022, 3, 17, 14)
    weekly.add("dtend").value = datetime(2022, 3, 17, 16)
    weekly.add("summary").value = "Giao ban khối"
    weekly.add("rrule").value = "FREQ=WEEKLY;COUNT=3"
    day = calendar.add("vevent")
    day.add("uid").value = "c@dang"
    day.add("dtstart").value = date(2022, 3, 24)
    day.add("summary").value = "Đại hội"
    return str(calendar.serialize())


def test_a_calendar_of_another_body_comes_in_once(hall: Hall, as_officer: SignIn) -> None:
    nhung = as_officer(hall.nhung)
    sent = {"body": "party", "text": foreign(), "officers": [hall.lam.pk]}
    answer = nhung.post("/weeks/outside/import/", sent, follow=True)
    assert "Đã nhập 5 sự kiện." in answer.content.decode()
    nhung.post("/weeks/outside/import/", sent)
    found = {(e.content, e.on, e.starts_at, e.ends_at) for e in OutsideEvent.objects.all()}
    assert OutsideEvent.objects.count() == 5
    assert ("Họp Ban Thường vụ", TUESDAY, time(8, 30), time(10)) in found
    assert ("Giao ban khối", date(2022, 3, 31), time(14), time(16)) in found
    assert ("Đại hội", date(2022, 3, 24), None, None) in found
    week = hall.published(hall.arranged())
    assert week.left == [
        (
            "Chủ tịch Hoàng Lâm trùng lịch thứ Ba 22/03/2022: “Họp giải phóng mặt bằng” "
            "08h00 – 09h30 và “Họp Ban Thường vụ” (Đảng ủy) 08h30 – 10h00."
        )
    ]


def test_what_was_called_off_in_the_file_no_longer_clashes(hall: Hall, at: datetime) -> None:
    text = foreign()
    for _ in range(2):
        read = read_calendar(text.encode(), TUESDAY)
        actions.import_outside(hall.ward, by=hall.nhung, at=at, body="party", events=read)
        text = text.replace("UID:a@dang", "STATUS:CANCELLED\r\nUID:a@dang")
    assert OutsideEvent.objects.held().filter(content="Họp Ban Thường vụ").count() == 0
    with pytest.raises(Exception, match="không có sự kiện"):
        actions.import_outside(hall.ward, by=hall.nhung, at=at, body="party", events=[])


@pytest.mark.parametrize(
    "text",
    [
        "không phải lịch",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:hôm qua\r\nEND:VCALENDAR",
        (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20220322T010000Z\r\n"
            "RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
        (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20220322T010000Z\r\n"
            "RRULE:FREQ=DAILY;BYMINUTE=1,2,3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
    ],
)
def test_a_file_that_is_no_calendar_is_said_in_words(
    hall: Hall, text: str, as_officer: SignIn
) -> None:
    with pytest.raises(Unreadable):
        read_calendar(text.encode(), TUESDAY)
    answer = as_officer(hall.nhung).post("/weeks/outside/import/", {"body": "party", "text": text})
    assert answer.status_code == 422
    assert text.splitlines()[0] in answer.content.decode()  # what was pasted is not lost


def test_our_own_file_reads_back_the_same(hall: Hall, ask: Any) -> None:
    hall.published(hall.arranged(), hall.arranged(on=MONDAY, repeats=True, content="Trực"))
    content = ask(feed_of(hall, hall.lam)).content
    read = read_calendar(content, MONDAY)
    assert {(one["content"], one["on"].day, one["starts_at"]) for one in read} == {
        ("Họp giải phóng mặt bằng", 22, time(8)),
        *(("Trực", day, time(8)) for day in range(21, 26)),
    }
    assert WeekEntry.objects.count() == 2


@pytest.mark.parametrize("of_unit", [True, False])
def test_the_database_itself_knows_one_address_of_each(hall: Hall, of_unit: bool) -> None:
    feed = feed_of(hall, hall.lam, hall.lam.agency if of_unit else None)
    feed.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        feed.save(force_insert=True)
