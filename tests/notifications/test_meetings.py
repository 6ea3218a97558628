"""Who hears of meetings, and the calendar file that goes with an invitation."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from dondoc.agencies.models import Officer
from dondoc.journal.models import Untold
from dondoc.meetings import actions
from dondoc.meetings.models import Meeting
from dondoc.notifications.delivering import deliver
from dondoc.notifications.guest_letters import deliver_to_guests
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding_meetings import remind_meetings
from dondoc.notifications.telling import tell
from dondoc.rules.clashes import USUAL_LENGTH
from tests.cast import Cast
from tests.meetings.conftest import WHEN, files, invited, meeting, plan
from tests.notifications.conftest import Sink

__all__ = ["files", "invited", "meeting", "plan"]


def told(step: str) -> set[str]:
    notices = Notice.objects.filter(step=step).select_related("officer__user")
    return {one.officer.user.name for one in notices}


def calendar_in(mail: EmailMessage) -> tuple[str, Any]:
    """The method in the part's type, and the event in the file."""
    part = next(one for one in mail.walk() if one.get_content_type() == "text/calendar")
    parsed = Calendar.from_ical(part.get_payload(decode=True))
    return str(part.get_param("method")), parsed


def mails_to(sink: Sink, name: str) -> list[EmailMessage]:
    return [mail for mail in sink.mails if name in str(mail["To"])]


def test_the_invited_get_a_calendar_file_that_calendars_read(
    cast: Cast, invited: Meeting, at: datetime, sink: Sink
) -> None:
    tell(at)
    deliver(at)
    mail = next(m for m in mails_to(sink, "chauphuc") if "Giấy mời" in str(m["Subject"]))
    assert "lễ hội" not in str(mail["Subject"])
    method, parsed = calendar_in(mail)
    assert method == "REQUEST"
    assert str(parsed["method"]) == "REQUEST"
    assert [str(zone["tzid"]) for zone in parsed.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    event = parsed.walk("VEVENT")[0]
    assert event["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event.decoded("dtstart").astimezone(UTC) == WHEN
    assert event.decoded("dtend").astimezone(UTC) == WHEN + USUAL_LENGTH
    assert int(event["sequence"]) == 0
    assert str(event["uid"]).startswith(str(invited.uid))
    assert "chauphuc@example.vn" in str(event["attendee"])
    alarm = event.walk("VALARM")[0]
    assert alarm.decoded("trigger") == timedelta(minutes=-30)


def test_a_moved_meeting_is_updated_and_a_cancelled_one_taken_out_of_calendars(
    cast: Cast, invited: Meeting, at: datetime, sink: Sink
) -> None:
    tell(at)
    deliver(at)
    later = WHEN + timedelta(days=1)
    actions.reschedule(invited, by=cast.thu, at=at, starts_at=later, reason="Trùng lịch quận")
    tell(at)
    deliver(at)
    actions.cancel(invited, by=cast.thu, at=at, reason="Bão")
    tell(at)
    deliver(at)
    files = [
        calendar_in(mail)
        for mail in mails_to(sink, "chauphuc")
        if any(part.get_content_type() == "text/calendar" for part in mail.walk())
    ]
    events = [(method, parsed.walk("VEVENT")[0]) for method, parsed in files]
    assert [(method, int(event["sequence"])) for method, event in events] == [
        ("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2),
    ]  # fmt: skip
    assert len({str(event["uid"]) for _, event in events}) == 1
    assert events[1][1].decoded("dtstart").astimezone(UTC) == later
    assert str(events[2][1]["status"]) == "CANCELLED"
    assert not events[2][1].walk("VALARM")


def test_one_who_is_withdrawn_is_taken_out_and_others_are_not(
    cast: Cast, invited: Meeting, at: datetime, sink: Sink
) -> None:
    tell(at)
    Untold.objects.all().delete()
    phuc = invited.participants.get(officer=cast.phuc)
    actions.drop_participant(invited, by=cast.thu, at=at, participant=phuc)
    tell(at)
    deliver(at)
    assert told("meeting.drop_participant") == {"Châu Phúc"}
    method, _ = calendar_in(mails_to(sink, "chauphuc")[-1])
    assert method == "CANCEL"


def test_a_guest_with_an_address_is_asked_by_mail_and_told_of_the_end(
    cast: Cast, invited: Meeting, at: datetime, sink: Sink
) -> None:
    tell(at)
    assert deliver_to_guests(at) == 1
    assert deliver_to_guests(at) == 0
    mail = mails_to(sink, "khupho3")[0]
    method, parsed = calendar_in(mail)
    assert method == "REQUEST"
    assert "khupho3@example.vn" in str(parsed.walk("VEVENT")[0]["attendee"])
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Giấy mời số 01/GM-UBND-HM" in body.get_content()
    actions.cancel(invited, by=cast.thu, at=at, reason="Bão")
    tell(at)
    sink.refuse = 1
    assert deliver_to_guests(at) == 0
    assert deliver_to_guests(at + timedelta(minutes=5)) == 1
    assert calendar_in(mails_to(sink, "khupho3")[-1])[0] == "CANCEL"


def test_a_letter_that_cannot_reach_a_guest_is_seen_by_the_office(
    cast: Cast, invited: Meeting, at: datetime, as_officer: Callable[[Officer], Client]
) -> None:
    tell(at)  # no mail server is set up
    page = as_officer(cast.giang).get(reverse("notifications:deliveries")).content.decode()
    assert "khupho3@example.vn" in page
    other = as_officer(cast.binh).get(reverse("notifications:deliveries")).content.decode()
    assert "khupho3@example.vn" not in other


def test_each_hears_what_concerns_him(
    cast: Cast, plan: Callable[..., Meeting], at: datetime, files: None
) -> None:
    meeting = plan()
    tell(at)
    assert told("meeting.plan_meeting") == {"Trịnh Hạnh", "Lưu Giang"}
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.return_content(meeting, by=cast.son, at=at, reason="Thiếu số liệu")
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.approve_content(meeting, by=cast.son, at=at)
    actions.draft_invitation(meeting, by=cast.thu, at=at)
    actions.issue_invitation(meeting, by=cast.yen, at=at, signer=cast.yen)
    tell(at)
    assert told("meeting.ask_opinion") == {"Đinh Sơn"}
    assert told("meeting.return_content") == {"Mai Thu", "Trịnh Hạnh", "Lưu Giang"}
    assert "Thiếu số liệu" in Notice.objects.filter(step="meeting.return_content")[0].words
    assert told("meeting.issue_invitation") == {"Châu Phúc", "Mai Thu", "Đinh Sơn"}
    phuc = meeting.participants.get(officer=cast.phuc)
    actions.answer(
        meeting, by=cast.phuc, at=at, participant=phuc, answer="deputy", deputy=cast.giang
    )
    actions.decide_deputy(meeting, by=cast.son, at=at, participant=phuc, agreed=True)
    tell(at)
    assert told("meeting.answer") == {"Đinh Sơn", "Trịnh Hạnh", "Lưu Giang"}
    assert told("meeting.decide_deputy") == {"Châu Phúc", "Lưu Giang"}


@pytest.mark.parametrize("day", [23])
def test_what_is_missed_is_told_to_the_office_once(
    cast: Cast, meeting: Meeting, at: datetime, day: int
) -> None:
    assert remind_meetings(at) == 0
    morning = datetime(2022, 3, day, 0, 0, tzinfo=UTC)
    assert remind_meetings(morning) > 0
    assert told("meeting_unready") == {"Trịnh Hạnh", "Lưu Giang", "Mai Thu"}
    assert remind_meetings(morning + timedelta(hours=3)) == 0


def test_days_off_are_silent(cast: Cast, plan: Callable[..., Meeting], at: datetime) -> None:
    plan(starts_at=datetime(2022, 3, 28, 1, 0, tzinfo=UTC))  # a Monday, ready by Friday
    saturday = datetime(2022, 3, 26, 0, 0, tzinfo=UTC)
    assert remind_meetings(saturday) == 0
    assert remind_meetings(saturday + timedelta(days=2)) > 0


def test_late_conclusions_are_told_once(cast: Cast, invited: Meeting, at: datetime) -> None:
    actions.hold(invited, by=cast.son, at=WHEN + timedelta(hours=2))  # 24 March: due on the 31st
    assert remind_meetings(datetime(2022, 3, 31, 0, 0, tzinfo=UTC)) == 0
    assert remind_meetings(datetime(2022, 4, 1, 0, 0, tzinfo=UTC)) > 0
    assert told("conclusion_late") == {"Trịnh Hạnh", "Lưu Giang", "Mai Thu", "Đinh Sơn"}
    assert remind_meetings(datetime(2022, 4, 1, 8, 0, tzinfo=UTC)) == 0
