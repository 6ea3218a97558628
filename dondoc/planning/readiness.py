"""Meetings of a week that are not ready in time, in words."""

from datetime import date

from dondoc.meetings.models import Meeting
from dondoc.meetings.queries import Readiness, unready
from dondoc.planning.models import Week, WeekEntry


def unready_meetings(week: Week, today: date) -> list[str]:
    """ "Cuộc họp “Giao ban” chưa chuẩn bị xong: giấy mời, tài liệu (hạn từ 14/05)."."""
    arranged = WeekEntry.objects.filter(week=week, state=WeekEntry.State.ARRANGED)
    held = set(arranged.exclude(meeting=None).values_list("meeting", flat=True))
    late = unready(week.committee, today) if held else []
    return [_words(meeting, ready) for meeting, ready in late if meeting.pk in held]


def _words(meeting: Meeting, ready: Readiness) -> str:
    since = min(one.due_on for one in ready.missing)
    return (
        f"Cuộc họp “{meeting.title}” chưa chuẩn bị xong: {ready.names} (hạn từ {since:%d/%m/%Y})."
    )
