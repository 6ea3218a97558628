"""What the week lends to pages below: a meeting's place in it, what waits at a desk."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import office_of
from dondoc.database.clock import day_of, local
from dondoc.meetings.models import Meeting
from dondoc.planning.desk_notices import DeskNotice, desk_panel
from dondoc.planning.meeting_facts import LIVE
from dondoc.planning.models import Week, WeekEntry
from dondoc.planning.opening import closes_at
from dondoc.planning.week_facts import when
from dondoc.planning.week_flow import arranges_meeting, decides_week
from dondoc.rules.weeks import monday_of
from dondoc.ui.panels import drawn

ONE_WEEK = timedelta(weeks=1)


def week_of_meeting(meeting: Meeting, officer: Officer, request: HttpRequest) -> Markup:
    """Where the meeting stands in the week, or the one press that puts it there."""
    seen = WeekEntry.objects.visible_to(officer).filter(meeting=meeting.pk)
    entry = seen.filter(state__in=(*LIVE, WeekEntry.State.CANCELLED)).order_by("-pk").first()
    planned = meeting.state == Meeting.State.PLANNED
    may_press = entry is None and planned and arranges_meeting(officer, meeting)
    if entry is None and not may_press:
        return Markup("")
    context: dict[str, object] = {
        "entry": entry, "when": when(entry) if entry else "", "meeting": meeting,
        "of_office": office_of(officer, meeting.committee_id),
    }  # fmt: skip
    return drawn("planning/week_of_meeting.html", context, request)


def week_notices(officer: Officer, at: datetime) -> Markup:
    """What of the coming weeks waits for the officer."""
    return desk_panel("Lịch công tác tuần", "weeks", notices_for(officer, at))


def notices_for(officer: Officer, at: datetime) -> list[DeskNotice]:
    """For the Chairman weeks to decide, for the Office what is proposed or not yet submitted."""
    committee = officer.agency.committee
    if committee is None:
        return []
    weeks = Week.objects.visible_to(officer).filter(monday__gte=monday_of(day_of(at)))
    coming = list(weeks.order_by("monday"))
    submitted = [one for one in coming if one.state == Week.State.SUBMITTED]
    if officer.role == Role.LEADER:
        return [_to_decide(one, at) for one in submitted if decides_week(officer, one)]
    return _for_the_office(committee, coming, at) if office_of(officer, committee.pk) else []


def _to_decide(week: Week, at: datetime) -> DeskNotice:
    words = f"{week} chờ duyệt, chốt lúc {_clock(week.closes_at)}."
    page = reverse("planning:publish_week", args=[week.pk])
    return DeskNotice(words, "Xem và ban hành", page, at > week.closes_at)


def _for_the_office(committee: Agency, weeks: list[Week], at: datetime) -> list[DeskNotice]:
    found = []
    proposed = WeekEntry.objects.filter(week__in=weeks, state=WeekEntry.State.PROPOSED)
    by_week = {week.pk: 0 for week in weeks}
    for pk in proposed.values_list("week", flat=True):
        by_week[pk] += 1
    for week in weeks:
        if count := by_week[week.pk]:
            words = f"{count} đề xuất chờ xếp vào lịch {week.label}."
            found.append(DeskNotice(words, "Xếp lịch", _page(week.monday), week.is_published))
    return found + _to_submit(committee, weeks, at)


def _to_submit(committee: Agency, weeks: list[Week], at: datetime) -> list[DeskNotice]:
    """On the day the coming week is decided, and after it, until it is laid before a leader."""
    monday = monday_of(day_of(at)) + ONE_WEEK
    coming = next((week for week in weeks if week.monday == monday), None)
    hour = coming.closes_at if coming else closes_at(committee, monday)
    if day_of(at) < day_of(hour) or (coming and coming.state != Week.State.DRAFT):
        return []
    words = f"Lịch tuần từ {monday:%d/%m} chưa trình duyệt, chốt lúc {_clock(hour)}."
    return [DeskNotice(words, "Xếp và trình", _page(monday), at > hour)]


def _clock(moment: datetime) -> str:
    return f"{local(moment):%H:%M %d/%m}"


def _page(monday: object) -> str:
    return f"{reverse('planning:week')}?on={monday}"
