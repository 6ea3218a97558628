"""Lists of tasks as pages and sheets show them, each in a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import CharField, F, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast

from dondoc.agencies.calendars import Thresholds, thresholds_of
from dondoc.agencies.models import Agency, Field, Officer, Role
from dondoc.documents.models import Document
from dondoc.rules.timeliness import Judgement, Timeliness
from dondoc.tasks.filters import TaskFilter
from dondoc.tasks.models import SavedFilter, Task, TaskQuerySet
from dondoc.tasks.models.searching import Words
from dondoc.tasks.models.tasks import UNCOUNTED, Support

PAGE_SIZE = 50
SHEET_CHUNK = 1000
DOCUMENTS_SHOWN = 20
SHOWN = (
    "code", "content", "state", "issuer_id", "lead__name", "document__number", "leader__user__name",
    "field__name", "assigned_at", "due_on", "due_time", "due_at", "original_due_on", "starred",
    "star_reason", "soon_at", "submitted_at", "last_updated_at", "percent", "extensions_granted",
    "product", "external_number", "suspended_at",
)  # fmt: skip
RELATED = ("lead", "document", "leader__user", "field")


@dataclass(frozen=True)
class Row:
    """One task as a list shows it, judged at the list's moment."""

    task: Task
    supporting: str
    judgement: Judgement | None

    @property
    def pk(self) -> int:
        return self.task.pk

    @property
    def tone(self) -> str:
        """The class of timeliness that colours the row; what counts nowhere is not judged."""
        return self.judgement.timeliness if self.judgement else Timeliness.NO_DEADLINE

    @property
    def detail(self) -> str | None:
        """How many days are left or late, where that presses."""
        if self.judgement is None or not self.judgement.days:
            return None
        days, kind = self.judgement.days, self.judgement.timeliness
        if kind in (Timeliness.OVERDUE, Timeliness.DONE_LATE):
            return f"{-days} ngày" if days < 0 else None
        return f"còn {days} ngày" if kind == Timeliness.DUE_SOON else None


class TaskList:
    """The list that one filter shows to one officer at one moment: rows, count, pages."""

    def __init__(self, wanted: TaskFilter, officer: Officer, moment: datetime) -> None:
        self.wanted, self.officer, self.moment = wanted, officer, moment

    @cached_property
    def thresholds(self) -> Thresholds:
        committee = self.officer.agency.committee or self.officer.agency
        return thresholds_of(committee, self.moment)

    @cached_property
    def tasks(self) -> TaskQuerySet:
        """All tasks of the list, in no order."""
        visible = Task.objects.visible_to(self.officer)
        return self.wanted.apply(visible, self.officer, self.moment, self.thresholds)

    def page(self, number: str | int | None) -> Page[Row]:
        """One page of rows; a number that is none or too great gives the first or the last.

        The keys are found first, so that deep pages carry no texts.
        """
        page: Page[Any] = Paginator(self._keys, PAGE_SIZE).get_page(number)
        page.object_list = self._in_order(list(page.object_list))
        return page

    @property
    def _keys(self) -> "QuerySet[Task, int]":
        return self.wanted.ordered(self.tasks).values_list("pk", flat=True)

    def all_rows(self) -> Iterator[Row]:
        """Every row of the list, in order, some at a time."""
        keys = list(self._keys)
        for start in range(0, len(keys), SHEET_CHUNK):
            yield from self._in_order(keys[start : start + SHEET_CHUNK])

    def _in_order(self, keys: list[int]) -> list[Row]:
        found = _shown(pk__in=keys).in_bulk()
        return [self._row(found[key]) for key in keys if key in found]

    def _row(self, task: Task) -> Row:
        names = "; ".join(support.agency.name for support in task.supports.all())
        in_force = task.state not in UNCOUNTED
        judged = task.judged(self.moment, self.thresholds.soon_until) if in_force else None
        return Row(task, names, judged)


def _shown(**which: Any) -> TaskQuerySet:
    supports = Support.objects.select_related("agency").order_by("agency__name")
    rows = Task.objects.filter(**which).select_related(*RELATED).only(*SHOWN)
    return rows.prefetch_related(Prefetch("supports", supports))


@dataclass(frozen=True)
class Options:
    """What the filter bar offers, and the filters the officer has kept, read in one query."""

    unit: list[tuple[int, str]]
    leader: list[tuple[int, str]]
    field: list[tuple[int, str]]
    document: list[tuple[int, str]]
    saved: list[tuple[int, str, str]]

    @classmethod
    def of(cls, officer: Officer, wanted: TaskFilter) -> "Options":
        """The units, leaders and fields of the officer's committee, and what is chosen already."""
        committee = officer.committee_id or officer.agency_id
        units = Agency.objects.filter(
            Q(committee=committee) | Q(parent=committee) | Q(pk=wanted.unit or 0)
        )
        leaders = Officer.objects.filter(agency=committee, role=Role.LEADER)
        fields = Field.objects.filter(committee=committee)
        chosen = Document.objects.visible_to(officer) if wanted.document else Document.objects
        saved = SavedFilter.objects.filter(officer=officer)
        rows = _named(units, "unit", "name").union(
            _named(leaders, "leader", "user__name"),
            _named(fields, "field", "name"),
            _named(chosen.filter(pk=wanted.document or 0), "document", "number"),
            _named(saved, "saved", "name", "query"),
            all=True,
        )
        kinds: dict[str, list[Any]] = {
            kind: [] for kind in ("unit", "leader", "field", "document", "saved")
        }
        for kind, pk, name, query in sorted(rows, key=lambda row: row[2]):
            kinds[kind].append((pk, name, query) if kind == "saved" else (pk, name))
        return cls(**kinds)

    def names(self) -> dict[tuple[str, int], str]:
        """The name of each subject a filter may choose."""
        kinds = {"unit": self.unit, "leader": self.leader, "field": self.field}
        kinds["document"] = self.document
        return {(kind, pk): name for kind, rows in kinds.items() for pk, name in rows}


def _named(rows: QuerySet[Any], kind: str, name: str, query: str | None = None) -> QuerySet[Any]:
    text = CharField()
    return rows.order_by().values_list(
        Value(kind, text),
        "pk",
        Cast(F(name), text),
        Cast(F(query), text) if query else Value("", text),
    )


def documents_found(officer: Officer, typed: str) -> list[Document]:
    """The newest visible documents whose number and subject hold the words."""
    words = Words.of(typed).folded
    if not words:
        return []
    holding = Q(*(Q(search__contains=word) for word in words))
    found = Document.objects.visible_to(officer).filter(holding)
    return list(found.order_by("-arrived_at", "-pk")[:DOCUMENTS_SHOWN])
