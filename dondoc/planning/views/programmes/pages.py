"""Pages that show: the list, a programme, an item of it; and the opening of a new one."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import queries
from dondoc.planning.actions import programmes as actions
from dondoc.planning.forms.programmes import OpenForm
from dondoc.planning.grid import columns_for, grid_of, in_groups
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.outcomes import Judged, judge
from dondoc.planning.programme_flow import arranges, opens_for, programme_flow
from dondoc.planning.programme_paper import programme_paper
from dondoc.planning.views.programmes.fetching import (
    done,
    item_of,
    own_unit,
    programme_of,
)
from dondoc.rules.programmes import OUTCOME_LABELS
from dondoc.tasks.models import Task
from dondoc.workflow import attempt

State = ProgrammeItem.State
SHOWN = (State.REGISTERED, State.APPROVED, State.MOVED, State.DROPPED)


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """The programmes of the committee, the newest period first."""
    found = queries.programmes_seen(request.officer)
    committee = request.officer.agency.committee
    context = {
        "page": Paginator(found, 30).get_page(request.GET.get("page")),
        "may_open": committee is not None and opens_for(request.officer, committee),
        "today": day_of(request.at),
    }
    return render(request, "planning/programmes.html", context)


@seated()
def open_programme(request: SeatedRequest) -> HttpResponse:
    """Which coming period is opened for registration."""
    committee = request.officer.agency.committee
    if committee is None or not opens_for(request.officer, committee):
        raise Http404
    form = OpenForm(request.POST or None, committee=committee, at=request.at)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.open_programme, committee, by=request.officer, at=request.at,
            **form.said(),
        )  # fmt: skip
        if made is not None:
            return done(request, f"Đã mở đăng ký {made.label}.", "planning:programme", made.pk)
    context = {"form": form, "committee": committee}
    return render(request, "planning/programme_open.html", context, status=form.status)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The programme: units and weeks, the list by leader, or the sheet of paper."""
    programme = programme_of(request, pk)
    view = request.GET.get("view", "grid")
    if view == "paper":
        context = head_of(request, programme) | {"paper": programme_paper(programme)}
        return render(request, "planning/programme_paper.html", context)
    context = head_of(request, programme) | _body(request, programme, view)
    return render(request, "planning/programme.html", context)


def head_of(request: SeatedRequest, programme: Programme) -> dict[str, Any]:
    """What every page of a programme shows above: where it stands, and what one may do."""
    officer = request.officer
    return {
        "programme": programme,
        "may": {move.verb for move in programme_flow.open_to(officer, programme)},
        "may_arrange": arranges(officer, programme),
        "own_unit": own_unit(request, programme),
        "today": day_of(request.at),
        "asked": queries.open_changes(programme),
    }


def _body(request: SeatedRequest, programme: Programme, view: str) -> dict[str, Any]:
    today = day_of(request.at)
    units = list(queries.units_of(programme.committee, max(today, programme.from_on)))
    leaders = queries.leaders_on(programme.committee, today)
    items = _asked(request, queries.items_counted(programme).filter(state__in=SHOWN))
    judged = list(_wanted(request, judge(programme, items, request.at)))
    chosen = request.GET.get("unit", "")
    shown = [unit for unit in units if not chosen or str(unit.pk) == chosen]
    narrowed = any(request.GET.get(name) for name in ("leader", "mark", "outcome"))
    rows = grid_of(programme, judged, shown) if view != "list" else []
    return {
        "view": view,
        "columns": columns_for(programme),
        "rows": [row for row in rows if row.count or not narrowed],
        "groups": in_groups(judged, leaders) if view == "list" else [],
        "choices": {
            "units": [EVERY, *((unit.pk, unit.name) for unit in units)],
            "leaders": [EVERY, *((one.pk, f"{one.title} {one.name}") for one in leaders)],
            "outcomes": [EVERY, *OUTCOME_LABELS.items()],
        },
        "number_of": len(judged),
        "sent": sum(1 for row in rows if row.registration),
        "wanted": {name: request.GET.get(name, "") for name in WANTED},
    }


EVERY = ("", "Tất cả")
WANTED = ("unit", "leader", "mark", "outcome")
MARKS = {
    "focal": lambda one: one.item.focal,
    "carried": lambda one: one.facts.carried,
    "added": lambda one: one.facts.added,
    "late": lambda one: one.facts.registered_late,
}


def _asked(request: SeatedRequest, items: QuerySet[ProgrammeItem]) -> QuerySet[ProgrammeItem]:
    """Of one unit, or of one leader's field."""
    for name in ("unit", "leader"):
        if (chosen := request.GET.get(name, "")).isdecimal():
            items = items.filter(**{name: int(chosen)})
    return items


def _wanted(request: SeatedRequest, judged: list[Judged]) -> list[Judged]:
    asked = {name: request.GET.get(name, "") for name in WANTED}
    mark = MARKS.get(asked["mark"])
    return [
        one
        for one in judged
        if (not asked["outcome"] or one.outcome == asked["outcome"]) and (mark is None or mark(one))
    ]


@require_safe
@seated()
def item(request: SeatedRequest, pk: int) -> HttpResponse:
    """One item: what was undertaken, what became of it, where it comes from and goes on."""
    found = item_of(request, pk)
    programme = found.programme
    judged = judge(programme, [found], request.at)
    seen = Task.objects.visible_to(request.officer).filter(pk=found.task_id or 0).exists()
    context = head_of(request, programme) | {
        "item": found,
        "judged": judged[0] if judged else None,
        "coordinating": list(found.coordinating.order_by("name")),
        "task_opens": seen,
        "story": queries.story_of_item(found),
        "item_may": queries.item_may(request.officer, found),
        "changes": list(found.changes.select_related("decided_by__user").order_by("-pk")),
        "parts": list(found.parts.select_related("programme", "unit").order_by("due_on", "pk")),
        "carried_on": list(found.carried.select_related("programme").order_by("pk")),
    }
    return render(request, "planning/programme_item.html", context)
