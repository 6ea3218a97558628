"""The clock that runs back from a meeting: by when all is ready, and how it stands.

Căn cứ: chỉ đạo của UBND phường (giấy mời, tài liệu, điều kiện bảo đảm xong trước 02 ngày tổ chức
hội nghị; "ngày" theo lịch, gặp ngày nghỉ thì làm sớm hơn); Quyết định 45/2018/QĐ-TTg, Điều 9
(giấy mời, tài liệu gửi trước ít nhất 03 ngày làm việc; thông báo kết luận chậm nhất 05 ngày làm
việc sau cuộc họp).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dondoc.rules.calendar import ONE_DAY, WorkingCalendar


class Light(StrEnum):
    """How a meeting's preparation stands."""

    READY = "ready"
    LACKING = "lacking"
    LATE = "late"
    TOO_LATE = "too_late"


LABELS = {
    Light.READY: "Sẵn sàng",
    Light.LACKING: "Còn thiếu",
    Light.LATE: "Quá hạn chuẩn bị",
    Light.TOO_LATE: "Không kịp",
}


@dataclass(frozen=True)
class Lead:
    """How long before a meeting all is ready: so many days, by the calendar or worked."""

    days: int
    working: bool = False


def ready_by(meeting_on: date, lead: Lead, calendar: WorkingCalendar, ahead: int = 0) -> date:
    """The last day on which a thing may become ready; always a working day.

    Calendar days that end on a day off end on the working day before it: a meeting is never
    prepared on days off. `ahead` working days earlier for what others wait for.
    """
    if lead.working:
        last = calendar.add_working_days(meeting_on, -lead.days)
    else:
        last = meeting_on - timedelta(days=lead.days)
    return calendar.add_working_days(calendar.previous_working(last), -ahead)


def light_of(
    waiting: Iterable[date], meeting_on: date, today: date, calendar: WorkingCalendar
) -> Light:
    """From the days by which the things not yet ready were to be so.

    Too late: no working day is left before the day of the meeting.
    """
    days = list(waiting)
    if not days:
        return Light.READY
    if calendar.working_days_between(today - ONE_DAY, meeting_on - ONE_DAY) <= 0:
        return Light.TOO_LATE
    return Light.LATE if min(days) < today else Light.LACKING


def conclude_by(held_on: date, days: int, calendar: WorkingCalendar) -> date:
    """The last day for the notice of conclusions: so many working days after the meeting."""
    return calendar.next_working(calendar.add_working_days(held_on, days))
