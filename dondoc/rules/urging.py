"""When a matter may be urged again, when a unit must answer, and what an answer must say.

Căn cứ: thông lệ đôn đốc của Văn phòng UBND; the numbers are settings of each committee. Nobody is
pestered: the same matter is not urged twice within some hours, and never on a day off.
"""

from datetime import date, datetime, timedelta

from dondoc.rules.calendar import WorkingCalendar

SHORTEST = 15
"""Letters a solution needs at least: "đang làm" and "sẽ cố gắng" are no solutions."""


def why_not_yet(
    last: datetime | None, moment: datetime, hours: int, *, is_working: bool
) -> str | None:
    """Why the matter may not be urged now, in words; nothing where it may."""
    if not is_working:
        return "hôm nay là ngày nghỉ"
    if last is not None and moment < last + timedelta(hours=hours):
        return f"vừa đôn đốc, chưa quá {hours} giờ"
    return None


def answer_by(day: date, days: int, calendar: WorkingCalendar) -> date:
    """The last day of the answer: so many working days after the paper goes out."""
    return calendar.add_working_days(day, days)


def thin(cause: str, solution: str, commit_on: date | None, today: date) -> str | None:
    """What an answer about one matter still lacks, in words; nothing where it is whole."""
    if not cause.strip():
        return "chưa nêu nguyên nhân"
    if len(solution.strip()) < SHORTEST:
        return f"giải pháp quá ngắn, hãy nói rõ ai làm gì (từ {SHORTEST} ký tự)"
    if commit_on is None:
        return "chưa có ngày cam kết xong"
    if commit_on < today:
        return "ngày cam kết xong đã qua"
    return None
