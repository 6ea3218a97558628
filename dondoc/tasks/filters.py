"""A list of tasks as its address says it: read, applied, shown as chips, written back."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.http import QueryDict
from django.utils.http import urlencode

from dondoc.agencies.calendars import Thresholds
from dondoc.agencies.models import Officer
from dondoc.rules.timeliness import LABELS, Timeliness, due_moment
from dondoc.tasks.models import State, TaskQuerySet, Watch
from dondoc.tasks.models.searching import LONGEST_QUERY, Words
from dondoc.tasks.models.tasks import NO_DEADLINE, Support

SCOPES = {
    "mine": "Việc của tôi",
    "unit": "Đơn vị tôi",
    "issued": "Đơn vị giao",
    "supporting": "Phối hợp",
    "watching": "Theo dõi",
    "all": "Tất cả",
}
FLAGS = {
    "star": "Gắn sao",
    "never_updated": "Chưa cập nhật lần nào",
    "stale": "Lâu không cập nhật",
    "extended": "Đã gia hạn",
}
SUBJECTS = {
    "unit": "Chủ trì",
    "document": "Văn bản",
    "leader": "Lãnh đạo giao",
    "field": "Lĩnh vực",
}
ORDERS: dict[str, tuple[Any, ...]] = {
    "": ("-starred", NO_DEADLINE, "due_at", "pk"),
    "deadline": (NO_DEADLINE, "due_at", "pk"),
    "-deadline": (F("due_at").desc(nulls_last=True), "pk"),
    "updated": (F("last_updated_at").asc(nulls_first=True), "pk"),
    "-updated": (F("last_updated_at").desc(nulls_last=True), "pk"),
    "assigned": ("assigned_at", "pk"),
    "-assigned": ("-assigned_at", "-pk"),
    "code": ("code",),
    "-code": ("-code",),
    "lead": ("lead__name", "pk"),
    "-lead": ("-lead__name", "pk"),
}
YEARS = range(2000, 2100)
BIGGEST_KEY = 2**63 - 1


@dataclass(frozen=True)
class Chip:
    """One condition in words, and the address without it."""

    label: str
    query: str


@dataclass(frozen=True)
class TaskFilter:
    """The conditions of one list; `problems` says in words what of it was not understood."""

    scope: str = "all"
    state: tuple[str, ...] = ()
    timeliness: tuple[str, ...] = ()
    star: bool = False
    never_updated: bool = False
    stale: bool = False
    extended: bool = False
    unit: int | None = None
    document: int | None = None
    leader: int | None = None
    field: int | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None
    q: str = ""
    sort: str = ""
    problems: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    @classmethod
    def read(cls, address: QueryDict | str) -> "TaskFilter":
        """The filter of an address; what it does not understand is told and left out."""
        query = QueryDict(address) if isinstance(address, str) else address
        reader = _Reader(query)
        said: dict[str, Any] = {
            "scope": reader.one_of("scope", SCOPES, "phạm vi") or "all",
            "state": reader.some_of("state", State.values, "trạng thái"),
            "timeliness": reader.some_of("timeliness", list(Timeliness), "tình trạng hạn"),
            **{name: reader.flag(name) for name in FLAGS},
            **{name: reader.number(name, range(1, BIGGEST_KEY)) for name in SUBJECTS},
            "year": reader.number("year", YEARS),
            "q": query.get("q", "").strip()[:LONGEST_QUERY],
            "sort": reader.one_of("sort", ORDERS, "cách sắp xếp"),
        }
        said["since"], said["until"] = reader.period()
        return cls(**said, problems=tuple(reader.problems))

    def to_query(self, **changes: Any) -> str:
        """The address of this filter, with some of it changed; defaults are not written."""
        changed, default = replace(self, **changes), TaskFilter()
        pairs: list[tuple[str, str]] = []
        for name in (f.name for f in dataclasses.fields(self) if f.name != "problems"):
            value = getattr(changed, name)
            if value == getattr(default, name):
                continue
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(IN_ADDRESS.get(name, name), _written(part)) for part in values]
        return urlencode(pairs)

    def chips(self, names: Mapping[tuple[str, int], str]) -> list[Chip]:
        """Each active condition; `names` gives the names of subjects by (kind, key)."""
        chips = [
            *self._choices("state", "Trạng thái", dict(State.choices)),
            *self._choices("timeliness", "Tình trạng hạn", LABELS),
        ]
        for name, label in FLAGS.items():
            if getattr(self, name):
                chips.append(self._chip(label, **{name: False}))
        for name, label in SUBJECTS.items():
            if key := getattr(self, name):
                shown = names.get((name, key), f"số {key}")
                chips.append(self._chip(f"{label}: {shown}", **{name: None}))
        return chips + self._spans()

    def _choices(self, name: str, label: str, words: Mapping[Any, Any]) -> list[Chip]:
        chosen = getattr(self, name)
        return [
            self._chip(f"{label}: {words[key]}", **{name: tuple(k for k in chosen if k != key)})
            for key in chosen
        ]

    def _spans(self) -> list[Chip]:
        chips = []
        if self.year:
            chips.append(self._chip(f"Giao năm {self.year}", year=None))
        if self.since:
            chips.append(self._chip(f"Giao từ {self.since:%d/%m/%Y}", since=None))
        if self.until:
            chips.append(self._chip(f"Giao đến {self.until:%d/%m/%Y}", until=None))
        if self.q:
            chips.append(self._chip(f"Có chữ “{self.q}”", q=""))
        return chips

    def _chip(self, label: str, **without: Any) -> Chip:
        return Chip(label, self.to_query(**without))

    def apply(
        self, tasks: TaskQuerySet, officer: Officer, moment: datetime, thresholds: Thresholds
    ) -> TaskQuerySet:
        """The tasks that meet every condition, as judged at the moment."""
        tasks = tasks.filter(in_scope(self.scope, officer), self._plain())
        for name, narrow in _narrowings(moment, thresholds).items():
            if getattr(self, name):
                tasks = narrow(tasks)
        if self.timeliness:
            tasks = tasks.judged_to_be(self._judgements(), moment, thresholds.soon_until)
        return tasks.search(self.q) if self.q else tasks

    def ordered(self, tasks: TaskQuerySet) -> TaskQuerySet:
        """The tasks in the order asked for: by default star, then deadline, none last.

        Where words were typed with accents, what is written so comes first.
        """
        written = not self.sort and bool(Words.of(self.q).written)
        return tasks.order_by(*(["-as_written"] if written else []), *ORDERS[self.sort])

    def _plain(self) -> Q:
        columns = {"unit": "lead_id", "document": "document_id", "leader": "leader_id"}
        columns |= {"field": "field_id"}
        wanted = Q(**{c: getattr(self, name) for name, c in columns.items() if getattr(self, name)})
        if self.state:
            wanted &= Q(state__in=self.state)
        first, last = self._days()
        if first:
            wanted &= Q(assigned_at__gte=due_moment(first - timedelta(days=1)))
        if last:
            wanted &= Q(assigned_at__lt=due_moment(last))
        return wanted

    def _days(self) -> tuple[date | None, date | None]:
        """The first and the last day of assignment, by year and period together."""
        year = (date(self.year, 1, 1), date(self.year, 12, 31)) if self.year else (None, None)
        firsts = [day for day in (self.since, year[0]) if day]
        lasts = [day for day in (self.until, year[1]) if day]
        return max(firsts, default=None), min(lasts, default=None)

    def _judgements(self) -> list[str]:
        """What is due today is due soon: whoever asks for the one is shown the other."""
        soon = Timeliness.DUE_SOON in self.timeliness
        return list({*self.timeliness, *([Timeliness.DUE_TODAY] if soon else [])})


IN_ADDRESS = {"since": "from", "until": "to"}


def _written(value: Any) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)


def _narrowings(
    moment: datetime, thresholds: Thresholds
) -> dict[str, Callable[[TaskQuerySet], TaskQuerySet]]:
    return {
        "star": lambda tasks: tasks.starred(),
        "never_updated": lambda tasks: tasks.in_force().never_updated(),
        "stale": lambda tasks: tasks.stale(moment, thresholds.stale_days),
        "extended": lambda tasks: tasks.filter(extensions_granted__gt=0),
    }


def own_bodies(officer: Officer) -> list[int]:
    """The bodies the seat works for: its own, and the committee for which it speaks or reads."""
    committee = officer.committee_id if officer.reads_committee else None
    return list({officer.agency_id, *([committee] if committee else [])})


def in_scope(scope: str, officer: Officer) -> Q:
    """The standing lists of a seat; what it may see at all is for `visible_to`."""
    own = own_bodies(officer)
    supported = Support.objects.filter(agency_id__in=own).values("task")
    watched = Watch.objects.filter(officer=officer).values("task")
    return {
        "mine": Q(executor=officer) | Q(tracker=officer) | Q(leader=officer),
        "unit": Q(lead_id__in=own),
        "issued": Q(issuer_id__in=own),
        "supporting": Q(pk__in=supported),
        "watching": Q(pk__in=watched),
        "all": Q(),
    }[scope]


class _Reader:
    """Reads an address word by word and keeps what it could not understand."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.problems: list[str] = []

    def one_of(self, name: str, known: Any, label: str) -> str:
        said = self.query.get(name, "")
        return said if said in known else self._unknown(label, said)

    def some_of(self, name: str, known: list[str], label: str) -> tuple[str, ...]:
        said = [each for each in dict.fromkeys(self.query.getlist(name)) if each]
        for each in said:
            if each not in known:
                self._unknown(label, each)
        return tuple(each for each in said if each in known)

    def flag(self, name: str) -> bool:
        said = self.query.get(name, "")
        if said not in ("", "0", "1"):
            self._unknown(FLAGS[name].lower(), said)
        return said == "1"

    def number(self, name: str, known: range) -> int | None:
        said = self.query.get(name, "").strip()
        if said.isascii() and said.isdecimal() and len(said) < 19 and int(said) in known:
            return int(said)
        self._unknown(SUBJECTS.get(name, "năm").lower(), said)
        return None

    def period(self) -> tuple[date | None, date | None]:
        since, until = self._day("from", "từ ngày"), self._day("to", "đến ngày")
        if since and until and since > until:
            self.problems.append("Khoảng ngày giao bị ngược (từ ngày sau đến ngày); đã bỏ qua.")
            return None, None
        return since, until

    def _day(self, name: str, label: str) -> date | None:
        said = self.query.get(name, "").strip()
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                day = datetime.strptime(said, form).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
            if day.year in YEARS:
                return day
        self._unknown(label, said)
        return None

    def _unknown(self, label: str, said: str) -> str:
        if said:
            short = said if len(said) <= 40 else f"{said[:40]}…"
            self.problems.append(f"Không hiểu {label} “{short}” trong địa chỉ; đã bỏ qua.")
        return ""
