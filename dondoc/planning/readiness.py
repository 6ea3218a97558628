"""Meetings of a week that are not ready in time, in words."""

from datetime import date

from django.db.models import Prefetch

from dondoc.meetings.models import Meeting, Preparation
from dondoc.planning.models import Week, WeekEntry


def unready_meetings(week: Week, today: date) -> list[str]:
    """ "Cuộc họp “Giao ban” chưa chuẩn bị xong: giấy mời, tài liệu (hạn 14/05)."."""
    entries = WeekEntry.objects.filter(week=week, state=WeekEntry.State.ARRANGED)
    overdue = Preparation.objects.filter(done_at=None, due_on__lt=today).order_by("due_on", "pk")
    meetings = Meeting.objects.filter(
        pk__in=entries.values("meeting"), state=Meeting.State.PLANNED, preparations__in=overdue
    )
    waiting = Prefetch("preparations", overdue, to_attr="waiting")
    return [_words(one) for one in meetings.distinct().order_by("pk").prefetch_related(waiting)]


def _words(meeting: Meeting) -> str:
    waiting: list[Preparation] = meeting.waiting  # type: ignore[attr-defined]  # prefetched above
    first = min(one.due_on for one in waiting)
    what = ", ".join(str(one) for one in waiting)
    return f"Cuộc họp “{meeting.title}” chưa chuẩn bị xong: {what} (hạn từ {first:%d/%m/%Y})."
