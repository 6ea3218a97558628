"""What the pages of people and bodies show: the tree as of a day, seats, people, history."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency, AgencyForm, CalendarDay, Officer, Role
from dondoc.journal.models import Entry, kind_of
from dondoc.rules.folding import fold
from dondoc.workflow import Flow

IDLE_DAYS = 90
EVENTS = {
    "user.sign_in": "Đăng nhập",
    "user.sign_out": "Đăng xuất",
    "user.sign_in_refused": "Đăng nhập bị từ chối",
}


@dataclass(frozen=True)
class Body:
    """A body as it was named and placed on a day."""

    pk: int
    name: str
    short_name: str
    kind: str
    depth: int
    parent: str

    @property
    def indent(self) -> int:
        """Steps to the right, as far as a phone bears."""
        return min(self.depth, 4)


def directory(day: date, words: str = "", kind: str = "") -> list[Body]:
    """The bodies that existed on the day, in the order of their tree; one query."""
    forms = AgencyForm.objects.filter(Q(until_on=None) | Q(until_on__gte=day), from_on__lte=day)
    rows = list(forms.order_by("name", "pk").values("agency_id", "name", "short_name", "kind",
                                                    "parent_id"))  # fmt: skip
    below: dict[int | None, list[Any]] = defaultdict(list)
    known = {row["agency_id"] for row in rows}
    for row in rows:
        below[row["parent_id"] if row["parent_id"] in known else None].append(row)
    bodies = list(_walk(below, None, 0, ""))
    wanted = fold(words)
    return [
        body
        for body in bodies
        if (not kind or body.kind == kind)
        and (not wanted or wanted in fold(f"{body.name} {body.short_name}"))
    ]


def _walk(
    below: dict[int | None, list[Any]], parent: int | None, depth: int, over: str
) -> Iterator[Body]:
    for row in below.get(parent, ()):
        name = row["name"]
        yield Body(row["agency_id"], name, row["short_name"], row["kind"], depth, over)
        yield from _walk(below, row["agency_id"], depth + 1, name)


def people_called(words: str, day: date, limit: int = 20) -> list[Officer]:
    """Those seated on the day whose name has these words, marks or no marks."""
    wanted = fold(words)
    if not wanted:
        return []
    seats = Officer.objects.seated_on(day).select_related("user", "agency", "delegated_by__user")
    found = (seat for seat in seats.order_by("user__name", "pk") if wanted in fold(seat.name))
    return [seat for seat, _ in zip(found, range(limit), strict=False)]


def seats_in(agency: Agency) -> QuerySet[Officer]:
    """All seats ever held in the body, leaders first."""
    related = ("user", "agency", "delegated_by__user")
    return Officer.objects.filter(agency=agency).select_related(*related).order_by("pk")


def root_of(officer: Officer) -> Agency:
    """The top of what the seat administers."""
    return officer.agency.committee or officer.agency


def days_visible_to(officer: Officer, year: int | None = None) -> QuerySet[CalendarDay]:
    """The nation's days of the calendar, those of his committee, of all above and below it."""
    root = root_of(officer)
    above = [int(pk) for pk in root.path.split("/") if pk]
    near = Q(scope__path__startswith=root.path) | Q(scope_id__in=above, reaches_below=True)
    days = CalendarDay.objects.filter(Q(scope=None) | near).select_related("scope")
    return (days.filter(day__year=year) if year else days).order_by("day", "pk")


def users_visible_to(officer: Officer) -> QuerySet[User]:
    """The accounts an administrator keeps: of people seated below his committee, or nowhere."""
    if officer.role != Role.ADMINISTRATOR:
        return User.objects.none()
    seated = Officer.objects.filter(agency__path__startswith=root_of(officer).path)
    inside = Q(pk__in=seated.values("user_id"))
    return User.objects.filter(inside | Q(seats=None)).distinct()


def idle_since(users: QuerySet[User], at: datetime) -> QuerySet[User]:
    """Active accounts not signed in to for ninety days, or never since."""
    edge = at - timedelta(days=IDLE_DAYS)
    return users.filter(
        Q(last_login__lt=edge) | Q(last_login=None, created_at__lt=edge), is_active=True
    )


def history_of(agency: Agency, limit: int = 15) -> list[Entry]:
    """The last entries about the body and its seats."""
    seats = list(Officer.objects.filter(agency=agency).values_list("pk", flat=True))
    entries = Entry.objects.filter(
        Q(subject_kind="agency", subject_id=agency.pk)
        | Q(subject_kind="officer", subject_id__in=seats)
    )
    return list(entries.order_by("-recorded_at", "-pk")[:limit])


def label_of(verb: str) -> str:
    """The words for a verb of the journal: 'Đổi tên' for 'agency.rename'."""
    flow, _, name = verb.partition(".")
    move = Flow.all[flow].moves.get(name) if flow in Flow.all else None
    return move.label if move else EVENTS.get(verb, verb)


def verbs() -> list[tuple[str, str]]:
    """All verbs the journal may hold, as choices of a filter."""
    moves = [
        (move.name, f"{flow.label.capitalize()}: {move.label}")
        for flow in Flow.all.values()
        for move in flow.moves.values()
    ]
    events = [(verb, f"Tài khoản: {label}") for verb, label in EVENTS.items()]
    return sorted(moves + events, key=lambda row: fold(row[1]))


def entries_visible_to(officer: Officer) -> QuerySet[Entry]:
    """The journal for the auditor and the administrator: of their committee and below."""
    root = root_of(officer)
    if root.parent_id is None and not Agency.objects.filter(parent=None).exclude(pk=root.pk):
        return Entry.objects.all()  # one tree: the whole house is his
    inside = Agency.objects.under(root).values("pk")
    people = Officer.objects.filter(agency__in=inside).values("user_id")
    return Entry.objects.filter(
        Q(agency_id__in=inside) | Q(subject_kind=kind_of(User()), subject_id__in=people)
    )


def kinds() -> list[tuple[str, str]]:
    """What the journal keeps entries about, as choices of a filter."""
    return sorted(((name, kind_name(name)) for name in Flow.all), key=lambda row: fold(row[1]))


def kind_name(kind: str) -> str:
    """The kind of a subject in words."""
    if kind in Flow.all:
        return Flow.all[kind].label.capitalize()
    return "Hệ thống" if kind == "installation" else kind
