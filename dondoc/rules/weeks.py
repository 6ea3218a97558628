"""The week of a schedule: its Monday, and the hour by which it is decided.

Căn cứ: Quy chế làm việc mẫu của UBND cấp xã (Công văn 4168/BNV-CQĐP), Điều 11: lịch công tác tuần
sau được quyết định và thông báo chậm nhất chiều thứ Sáu tuần trước; thứ và giờ là quy định của
từng UBND.
"""

from datetime import date, datetime, time, timedelta

from dondoc.rules.calendar import WorkingCalendar


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def closing(monday: date, weekday: int, hour: int, calendar: WorkingCalendar) -> datetime:
    """The hour on the wall by which the week is decided; on a day off, on the day worked before."""
    named = monday - timedelta(days=7 - weekday)
    return datetime.combine(calendar.previous_working(named), time(hour))


def working_days(monday: date, calendar: WorkingCalendar, since: date | None = None) -> list[date]:
    """The days of the week that are worked, from a day on."""
    days = [monday + timedelta(days=n) for n in range(7)]
    return [day for day in days if calendar.is_working(day) and (since is None or day >= since)]
