"""Who is holding up whom: each unit whose unfinished work another unit's next step waits for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dondoc.tasks.schedules.outlook import Link, Outlook
from dondoc.tasks.schedules.showing import Shown, View


@dataclass(frozen=True)
class Hold:
    """One task that keeps one of another unit waiting."""

    link: Link
    holder: Shown
    waiting: Shown
    until: date
    """The first day the waiting one may work, as things stand; of a milestone, its day."""
    days: int
    """Working days from today until then."""
    behind: int
    """Tasks that stand behind it in the queue, near and far."""

    @property
    def harm(self) -> tuple[bool, int, int, int]:
        """Critical first, then what is too late by the plan, then the longest queue."""
        return (not self.holder.is_critical, -(self.holder.drift or 0), -self.behind, self.days)


@dataclass(frozen=True)
class Holder:
    """One unit and all it keeps waiting, the worst first."""

    unit_id: int
    unit: str
    holds: list[Hold]

    @property
    def waiting(self) -> list[str]:
        return sorted({one.waiting.lead for one in self.holds})

    @property
    def critical(self) -> int:
        return sum(one.holder.is_critical for one in self.holds)


def holders(view: View) -> list[Holder]:
    """Every unit that holds up another, ordered by harm."""
    behind = _behind(view.outlook)
    by_unit: dict[tuple[int, str], list[Hold]] = defaultdict(list)
    for link in view.outlook.links:
        if _holds(view.outlook, link):
            hold = _hold(view, link, behind)
            by_unit[hold.holder.row.lead_id, hold.holder.lead].append(hold)
    found = [
        Holder(pk, name, sorted(holds, key=lambda one: one.harm))
        for (pk, name), holds in by_unit.items()
    ]
    return sorted(found, key=lambda one: (one.holds[0].harm, one.unit))


def _holds(outlook: Outlook, link: Link) -> bool:
    """Unfinished, of another unit, and with no day to spare before the one that waits."""
    earlier, later = outlook.by_id[link.earlier], outlook.by_id[link.later]
    if earlier.is_finished or later.is_finished or earlier.lead_id == later.lead_id:
        return False
    return _drives(outlook, link)


def _drives(outlook: Outlook, link: Link) -> bool:
    laid_out, network = outlook.laid_out, outlook.network
    n, m = network.place[link.later], network.place[link.earlier]
    apart = next((apart for earlier, apart in network.waits[n] if earlier == m), None)
    return apart is not None and laid_out.starts[n] == laid_out.starts[m] + apart


def _hold(view: View, link: Link, behind: dict[int, int]) -> Hold:
    holder, waiting = view.show(link.earlier), view.show(link.later)
    until = waiting.finish if link.type == "FF" else waiting.start
    days = max(0, view.outlook.days_from(view.today, until))
    return Hold(link, holder, waiting, until, days, behind[link.earlier])


def _behind(outlook: Outlook) -> dict[int, int]:
    """How many tasks each holds up, near and far, over links without a day to spare."""
    network = outlook.network
    after: list[int] = [0] * len(network.activities)  # a set of places in the bits of a number
    for n in reversed(network.order):
        for m, apart in network.waits[n]:
            if outlook.laid_out.starts[n] == outlook.laid_out.starts[m] + apart:
                after[m] |= after[n] | 1 << n
    return {int(one.id): after[n].bit_count() for n, one in enumerate(network.activities)}
