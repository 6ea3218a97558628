"""Which month or quarter a page of the room is asked about."""

from dataclasses import dataclass
from datetime import datetime

from dondoc.database.clock import day_of
from dondoc.rules.named_periods import month_of, named, quarter_of, spoken, written
from dondoc.rules.periods import NoPeriod, Period

MONTHS, QUARTERS = 12, 4


@dataclass(frozen=True)
class AskedPeriod:
    """The period, its name, and what else may be asked for."""

    period: Period
    choices: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """ "tháng 5/2022"."""
        return spoken(self.period)

    @property
    def written(self) -> str:
        return written(self.period)


def asked_period(said: str, at: datetime, *, quarters: bool = True) -> AskedPeriod:
    """What the address says, or this month where it says nothing that can be understood."""
    now = month_of(day_of(at))
    months = [now]
    while len(months) < MONTHS:
        months.append(months[-1].previous())
    ofs = [quarter_of(day_of(at))]
    while len(ofs) < QUARTERS:
        ofs.append(ofs[-1].previous())
    offered = [*months, *(ofs if quarters else [])]
    try:
        period = named(said) if said else now
    except NoPeriod:
        period = now
    if period.from_on > day_of(at) or (not quarters and period != month_of(period.from_on)):
        period = now
    if period not in offered:
        offered.insert(0, period)
    return AskedPeriod(period, [(written(one), spoken(one).capitalize()) for one in offered])
