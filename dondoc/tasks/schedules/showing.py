"""A schedule as its pages tell it to one reader: of tasks he may not see, only unit and days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dondoc.agencies.models import Officer
from dondoc.rules.critical_path import Placed, Shift, Slip, slip
from dondoc.rules.timeliness import Timeliness
from dondoc.tasks.models import Schedule
from dondoc.tasks.schedules.outlook import Link, Outlook, Row, seen_by

HIDDEN = "Việc của đơn vị khác"


@dataclass(frozen=True)
class Shown:
    """One task as a reader sees it; `code` and `content` are empty where he may not see it."""

    row: Row
    placed: Placed
    is_seen: bool
    on_chain: bool
    planned: tuple[date, date] | None
    drift: int | None
    late: int
    """Working days by which it ends behind its deadline."""

    @property
    def pk(self) -> int:
        return self.row.task_id

    @property
    def code(self) -> str:
        return self.row.code if self.is_seen else ""

    @property
    def content(self) -> str:
        return self.row.content if self.is_seen else HIDDEN

    @property
    def name(self) -> str:
        """How it is named in a list of others: its code, or only its unit."""
        return self.row.code if self.is_seen else f"{HIDDEN} ({self.row.lead})"

    @property
    def lead(self) -> str:
        return self.row.lead

    @property
    def start(self) -> date:
        return self.placed.early_start

    @property
    def finish(self) -> date:
        return self.placed.early_finish

    @property
    def is_critical(self) -> bool:
        return self.placed.critical

    @property
    def is_finished(self) -> bool:
        return self.row.is_finished

    @property
    def tone(self) -> str:
        """The edge of its line: red critical or too late, green done, orange done too late."""
        if self.is_finished:
            return Timeliness.DONE_LATE if self.row.was_late else Timeliness.DONE_ON_TIME
        return Timeliness.OVERDUE if self.is_critical else Timeliness.NO_DEADLINE

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        if self.is_finished:
            return "Đã xong, quá hạn" if self.row.was_late else "Đã xong"
        if self.on_chain:
            return "Đường găng"
        return "Găng" if self.is_critical else f"Dự trữ {self.placed.total_slack} ngày"


@dataclass(frozen=True)
class Wait:
    """A link as one end tells of the other; `hold` is how many days lie between them to spare."""

    link: Link
    other: Shown

    @property
    def label(self) -> str:
        return self.link.label


class View:
    """One schedule before one reader."""

    def __init__(self, schedule: Schedule, officer: Officer, today: date) -> None:
        self.schedule, self.officer, self.today = schedule, officer, today
        self.outlook = Outlook.of(schedule, today)
        self._shown: dict[int, Shown] = {}

    @cached_property
    def seen(self) -> frozenset[int]:
        return seen_by(self.officer, self.schedule)

    @cached_property
    def _chain(self) -> frozenset[int]:
        return frozenset(self.outlook.chain)

    def show(self, task_id: int) -> Shown:
        """One task."""
        if task_id not in self._shown:
            self._shown[task_id] = self._show(task_id)
        return self._shown[task_id]

    def _show(self, task_id: int) -> Shown:
        outlook, row = self.outlook, self.outlook.by_id[task_id]
        placed = outlook.placed[task_id]
        late = 0
        if row.due_on and placed.early_finish > row.due_on and not row.is_finished:
            late = outlook.days_from(row.due_on, placed.early_finish)
        return Shown(
            row, placed, task_id in self.seen, task_id in self._chain, outlook.planned(task_id),
            outlook.drift(task_id), late,
        )  # fmt: skip

    def find(self, code: str) -> Shown | None:
        """A task the reader may see, by its code."""
        found = (row for row in self.outlook.rows if row.code == code.strip())
        row = next(found, None)
        return self.show(row.task_id) if row and row.task_id in self.seen else None

    def only_one(self, task_ids: Iterable[int]) -> Shown | None:
        """The one of these that the reader may see, if there is just one."""
        visible = [pk for pk in task_ids if pk in self.seen and pk in self.outlook.by_id]
        return self.show(visible[0]) if len(visible) == 1 else None

    def chain(self) -> list[Shown]:
        """The critical chain, in the order of the work."""
        return [self.show(task_id) for task_id in self.outlook.chain]

    def ids(self, *, only: str = "", unit: int | None = None) -> list[int]:
        """Those asked for, by their first day."""
        placed, rows = self.outlook.placed, self.outlook.rows
        kept = [row.task_id for row in rows if (not unit or row.lead_id == unit)]
        wanted = [task_id for task_id in kept if self._is(only, task_id)]
        order = {row.task_id: n for n, row in enumerate(rows)}
        return sorted(
            wanted, key=lambda pk: (placed[pk].early_start, placed[pk].early_finish, order[pk])
        )

    def _is(self, only: str, task_id: int) -> bool:
        row, placed = self.outlook.by_id[task_id], self.outlook.placed[task_id]
        return {
            "critical": placed.critical,
            "late": not row.is_finished and not self.outlook.is_kept(task_id),
            "open": not row.is_finished,
            "mine": row.lead_id == self.officer.agency_id,
        }.get(only, True)

    def units(self) -> list[tuple[int, str]]:
        """The units whose tasks stand in it, by name."""
        return sorted({(row.lead_id, row.lead) for row in self.outlook.rows}, key=lambda u: u[1])

    def waits_of(self, task_id: int) -> list[Wait]:
        """What it waits for."""
        return [Wait(one, self.show(one.earlier)) for one in self.outlook.waits.get(task_id, ())]

    def holds_of(self, task_id: int) -> list[Wait]:
        """What waits for it."""
        return [Wait(one, self.show(one.later)) for one in self.outlook.holds.get(task_id, ())]

    def slip(self, task_id: int, days: int) -> "SlipView":
        """What would become of the others; nothing is kept."""
        outlook = self.outlook
        what = slip(outlook.network, task_id, days, outlook.laid_out)
        return SlipView(self, what, self.show(task_id), days)


@dataclass(frozen=True)
class Moved:
    """A task that would move, and whether its deadline would break."""

    shown: Shown
    shift: Shift
    breaks: bool


@dataclass(frozen=True)
class SlipView:
    """“If this slips 7 days”, as the reader is told."""

    view: View
    slip: Slip
    shown: Shown
    days: int

    @cached_property
    def moved(self) -> list[Moved]:
        """All that would move, itself first, then in the order of their new first days."""
        broken = {one.id for one in self.slip.broken}
        rows = [
            Moved(self.view.show(int(shift.id)), shift, shift.id in broken)
            for shift in self.slip.shifts
        ]
        return sorted(rows, key=lambda one: one.shown.pk != self.shown.pk)

    @property
    def broken(self) -> list[Moved]:
        """Deadlines kept until now that would be missed."""
        return [one for one in self.moved if one.breaks]

    @property
    def units(self) -> list[str]:
        """The units whose tasks would move, besides that of the task itself."""
        leads = (one.shown.lead for one in self.moved)
        return sorted({lead for lead in leads if lead != self.shown.lead})

    @property
    def finish_was(self) -> date | None:
        return self.slip.before.finish

    @property
    def finish(self) -> date | None:
        return self.slip.after.finish

    @property
    def start(self) -> date:
        """Its first day if it slips so."""
        return next(one.shift.start for one in self.moved if one.shown.pk == self.shown.pk)

    @property
    def chain(self) -> list[Shown]:
        return self._shown(self.slip.after.chain)

    @property
    def chain_changes(self) -> bool:
        return self.slip.after.chain != self.slip.before.chain

    def _shown(self, ids: Iterable[object]) -> list[Shown]:
        return [self.view.show(int(str(pk))) for pk in ids]
