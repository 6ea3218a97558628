"""The periods over which work is counted: whole days in Việt Nam, both ends included."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dondoc.rules.timeliness import due_moment
from dondoc.rules.wording import day_short

ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1990, 1, 1), date(2199, 12, 31)


class NoPeriod(ValueError):
    """The words name no period."""


@dataclass(frozen=True)
class Period:
    """From a day to a day; with `carry_over`, also what was still open when it began."""

    from_on: date
    to_on: date
    carry_over: bool = False

    def __post_init__(self) -> None:
        if not EARLIEST <= self.from_on <= self.to_on <= LATEST:
            raise NoPeriod("Kỳ phải bắt đầu trước hoặc đúng ngày kết thúc, từ năm 1990 đến 2199.")

    def __str__(self) -> str:
        return f"từ ngày {day_short(self.from_on)} đến ngày {day_short(self.to_on)}"

    @property
    def written(self) -> str:
        """The period as addresses and the command line write it: '2022-01-01..2022-05-11'."""
        return f"{self.from_on}..{self.to_on}"

    @property
    def starts_at(self) -> datetime:
        """Its first instant."""
        return due_moment(self.from_on - ONE_DAY)

    @property
    def ends_at(self) -> datetime:
        """The first instant after it."""
        return due_moment(self.to_on)

    def previous(self) -> "Period":
        """The period of equal length before it: months before whole months, else as many days."""
        to_on = self.from_on - ONE_DAY
        if self._is_whole_months():
            return replace(self, from_on=_months_before(self.from_on, self._months()), to_on=to_on)
        return replace(self, from_on=to_on - (self.to_on - self.from_on), to_on=to_on)

    def _is_whole_months(self) -> bool:
        return self.from_on.day == 1 and (self.to_on + ONE_DAY).day == 1

    def _months(self) -> int:
        years = self.to_on.year - self.from_on.year
        return 12 * years + self.to_on.month - self.from_on.month + 1


def period_of(written: str, *, carry_over: bool = False) -> Period:
    """The period '2022-01-01..2022-05-11' writes; raises NoPeriod in words."""
    try:
        from_on, to_on = (date.fromisoformat(day.strip()) for day in written.split(".."))
    except ValueError:
        raise NoPeriod(f"Không hiểu kỳ “{written}”. Hãy viết như 2022-01-01..2022-05-11.") from None
    return Period(from_on, to_on, carry_over)


def last_months(day: date, n: int) -> list[Period]:
    """The n calendar months up to the one the day lies in, oldest first."""
    end = day.replace(day=monthrange(day.year, day.month)[1])
    periods = [Period(day.replace(day=1), end)]
    while len(periods) < n:
        periods.insert(0, periods[0].previous())
    return periods


def _months_before(first: date, n: int) -> date:
    months = 12 * first.year + first.month - 1 - n
    return date(months // 12, months % 12 + 1, 1)
