"""What the parts of the ward's month share: its people by their units, hours, and what was made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.config.demo.story import Story
from dondoc.config.demo.ward import Ward
from dondoc.rules.timeliness import VIET_NAM

YEAR = 2022
KT, VH, NC, TT, VP = "KTHTĐT", "VHXH", "NC", "TTPVHCC", "VP"
"""The divisions, the service centre and the Office, by their symbols."""


def day(month: int, number: int) -> date:
    """A day of the year of the story."""
    return date(YEAR, month, number)


def hour(on: date, at: int, minute: int = 0) -> datetime:
    """So many o'clock of that day in Việt Nam."""
    return datetime(on.year, on.month, on.day, at, minute, tzinfo=VIET_NAM)


def workdays(first: date, last: date) -> Iterable[date]:
    """Monday to Friday, both ends included."""
    while first <= last:
        if first.weekday() < 5:
            yield first
        first += timedelta(days=1)


@dataclass
class Month:
    """The ward while its month is told; `made` keeps by name what later deeds come back to."""

    story: Story
    ward: Ward
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def committee(self) -> Agency:
        return self.ward.committee

    @property
    def chairman(self) -> Officer:
        return self.ward.leaders[0]

    @property
    def economy_deputy(self) -> Officer:
        """The Vice Chairman in charge of the economy, of building and of land."""
        return self.ward.leaders[1]

    @property
    def culture_deputy(self) -> Officer:
        """The Vice Chairman in charge of culture and society."""
        return self.ward.leaders[2]

    @property
    def tracker(self) -> Officer:
        return self.ward.tracker

    @property
    def symbols(self) -> tuple[str, ...]:
        return (*(unit.symbol for unit, _ in self.ward.divisions), VP)

    def unit(self, symbol: str) -> Agency:
        """A division, the centre, the Office, or a partner by its name."""
        if symbol == VP:
            return self.ward.office
        if symbol in self.ward.partners:
            return self.ward.partners[symbol].agency
        return next(unit for unit, _ in self.ward.divisions if unit.symbol == symbol)

    def units(self, symbols: Iterable[str]) -> list[Agency]:
        return [self.unit(symbol) for symbol in symbols]

    def head(self, symbol: str) -> Officer:
        """Who answers for the unit."""
        if symbol == VP:
            return self.ward.office_head
        if symbol in self.ward.partners:
            return self.ward.partners[symbol]
        return self.staff(symbol)[0]

    def focal(self, symbol: str) -> Officer:
        return self.tracker if symbol == VP else self.staff(symbol)[1]

    def officer(self, symbol: str) -> Officer:
        return self.tracker if symbol == VP else self.staff(symbol)[2]

    def staff(self, symbol: str) -> tuple[Officer, Officer, Officer]:
        return next(staff for unit, staff in self.ward.divisions if unit.symbol == symbol)

    def then(self, at: datetime, deed: Callable[..., Any], /, *said: Any, **more: Any) -> None:
        """At that hour the deed is done; its hour is told to it."""

        def live() -> None:
            deed(*said, at=at, **more)

        self.story.then(at, live)

    def keep(
        self, name: str, at: datetime, deed: Callable[..., Any], /, *said: Any, **more: Any
    ) -> None:
        """The same, and what it makes is kept under a name."""

        def live() -> None:
            self.made[name] = deed(*said, at=at, **more)

        self.story.then(at, live)

    def on(self, name: str, at: datetime, deed: Callable[..., Any], /, **said: Any) -> None:
        """A deed done to what is kept under the name, as it is then."""

        def live() -> None:
            self.made[name].refresh_from_db()
            deed(self.made[name], at=at, **said)

        self.story.then(at, live)
