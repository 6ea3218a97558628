"""In term, due soon, overdue, done late: judged from a deadline at a moment, never stored.

Lateness is judged at submission, so that a slow approver never makes a unit late.
Done late stays done late for ever.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

VIET_NAM = timezone(timedelta(hours=7))
"""Việt Nam has kept UTC+7 without summer time since 1975; rules need no zone database."""

DUE_SOON_WORKING_DAYS = 5
"""Working days before the deadline from which a task is due soon; a committee may set its own."""


class Timeliness(StrEnum):
    NO_DEADLINE = "no_deadline"
    IN_TERM = "in_term"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE_NO_DEADLINE = "done_no_deadline"


LABELS = {
    Timeliness.NO_DEADLINE: "Không thời hạn",
    Timeliness.IN_TERM: "Trong hạn",
    Timeliness.DUE_SOON: "Sắp đến hạn",
    Timeliness.DUE_TODAY: "Đến hạn hôm nay",
    Timeliness.OVERDUE: "Quá hạn",
    Timeliness.DONE_ON_TIME: "Hoàn thành đúng hạn",
    Timeliness.DONE_LATE: "Hoàn thành quá hạn",
    Timeliness.DONE_NO_DEADLINE: "Hoàn thành, không thời hạn",
}


@dataclass(frozen=True)
class Judgement:
    """A class of timeliness and the days left (negative: days late), where there is a deadline."""

    timeliness: Timeliness
    days: int | None

    @property
    def label(self) -> str:
        return LABELS[self.timeliness]


def due_moment(due_on: date, due_time: time | None = None) -> datetime:
    """The first instant that is too late: the end of the day in Việt Nam, or the hour given."""
    if due_time is not None:
        return datetime.combine(due_on, due_time, VIET_NAM)
    return datetime.combine(due_on + timedelta(days=1), time(), VIET_NAM)


def share_moment(given_at: datetime, due_at: datetime, percent: int) -> datetime:
    """When so many per cent of the time between the order and the deadline are over."""
    return given_at + (due_at - given_at) * percent / 100


def is_late(due_at: datetime | None, submitted_at: datetime | None, moment: datetime) -> bool:
    """Too late, as judged at submission or, while nothing is submitted, at the moment."""
    return due_at is not None and (submitted_at or moment) >= due_at


def judge(
    due_at: datetime | None,
    *,
    submitted_at: datetime | None,
    done: bool,
    moment: datetime,
    soon_until: datetime,
    soon_at: datetime | None,
) -> Judgement:
    """The class of a task at a moment; `due_at` is the first instant that is too late.

    `soon_until` is the due moment of the last day that counts as soon (see the calendar),
    `soon_at` the moment from which most of the task's time is over: whichever comes first.
    A result submitted in time waits in term: nothing presses the unit any more.
    """
    if due_at is None:
        return Judgement(Timeliness.DONE_NO_DEADLINE if done else Timeliness.NO_DEADLINE, None)
    judged_at = submitted_at or moment
    days = (last_day(due_at) - judged_at.astimezone(VIET_NAM).date()).days
    if done:
        late = judged_at >= due_at
        return Judgement(Timeliness.DONE_LATE if late else Timeliness.DONE_ON_TIME, days)
    if judged_at >= due_at:
        return Judgement(Timeliness.OVERDUE, days)
    if submitted_at is not None:
        return Judgement(Timeliness.IN_TERM, days)
    if days == 0:
        return Judgement(Timeliness.DUE_TODAY, days)
    soon = due_at <= soon_until or (soon_at is not None and soon_at <= moment)
    return Judgement(Timeliness.DUE_SOON if soon else Timeliness.IN_TERM, days)


def soon_in_words(days: int, percent: int) -> str:
    """When a task is due soon by a committee's numbers, for legends and pages."""
    return f"còn {days} ngày làm việc trở xuống hoặc đã qua {percent} % thời gian"


def last_day(due_at: datetime) -> date:
    """The last day in term, for the first instant that is too late."""
    return (due_at.astimezone(VIET_NAM) - timedelta(microseconds=1)).date()
