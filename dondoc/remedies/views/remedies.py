"""The board of remedies, its lists, one remedy, and what is done to it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.remedies import board as reading
from dondoc.remedies import queries, story
from dondoc.remedies.flow import objective_flow, remedy_flow, unit_answers
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.remedies.views import moving

ON_A_PAGE = 50


@require_safe
@seated()
def board(request: SeatedRequest) -> HttpResponse:
    """The four columns of the month; with a state asked for, the whole list of one."""
    asked = reading.BoardFilter.asked(request.GET, request.at)
    seen = Remedy.objects.on_board_of(request.officer)
    if asked.state:
        return _list(request, asked)
    here = reading.columns(seen, asked, reverse("remedies:board"))
    rows = [one for column in here for one in column.rows]
    context = _around(request, asked, rows) | {
        "columns": here,
        "asked_extensions": reading.extensions_asked(request.officer, seen),
        "total": sum(column.count for column in here),
    }
    return render(request, "remedies/board.html", context)


def _list(request: SeatedRequest, asked: reading.BoardFilter) -> HttpResponse:
    found = asked.apply(Remedy.objects.on_board_of(request.officer))
    page = Paginator(reading.in_order(found, asked.state), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = _around(request, asked, list(page.object_list)) | {
        "page": page,
        "word": next(row[1] for row in reading.COLUMNS if row[0] == asked.state),
        "whole": f"{reverse('remedies:board')}?{asked.to_query(state='')}",
    }
    return render(request, "remedies/list.html", context)


def _around(
    request: SeatedRequest, asked: reading.BoardFilter, rows: list[Remedy]
) -> dict[str, Any]:
    """Filters, countdown, and what stands beside each remedy."""
    officer, seen = request.officer, Remedy.objects.on_board_of(request.officer)
    committee = officer.agency.committee or officer.agency
    units = Agency.objects.filter(pk__in=seen.order_by().values("unit")).order_by("name", "pk")
    return {
        "asked": asked,
        "months": reading.months(request.at, asked.month),
        "units": [("", "Tất cả đơn vị"), *units.values_list("pk", "name")],
        "causes": [("", "Mọi nguyên nhân"), *Remedy.Cause.choices],
        "grounds": [("", "Mọi lý do"), *Remedy.Ground.choices],
        "beside": reading.beside(committee, seen, rows, asked, request.at),
        "strip": reading.strip_of(officer, request.at),
        "committee": committee,
    }


@require_safe
@seated()
def repeats(request: SeatedRequest) -> HttpResponse:
    """Causes that come again, tasks and people that needed a remedy more than once."""
    month = reading.month_asked(request.GET.get("month", ""), request.at)
    seen = Remedy.objects.on_board_of(request.officer)
    context = {
        "again": queries.repeats_seen(seen, month),
        "month": month,
        "months": reading.months(request.at, month),
        "board": reverse("remedies:board"),
    }
    return render(request, "remedies/repeats.html", context)


def _remedy(request: SeatedRequest, pk: int) -> Remedy:
    return get_object_or_404(queries.shown(Remedy.objects.visible_to(request.officer)), pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One remedy: its cause, solution, day and result, and what the reader may do next."""
    remedy, officer = _remedy(request, pk), request.officer
    objective = objective_of(remedy)
    committee = remedy.committee
    seen = Remedy.objects.filter(committee=committee)
    asked = reading.BoardFilter(reading.month_asked("", request.at))
    context = {
        "remedy": remedy,
        "objective": objective,
        "moves": _moves(officer, remedy, objective),
        "beside": reading.beside(committee, seen, [remedy], asked, request.at),
        "extensions": _extensions(remedy),
        "others": _others(remedy),
        "story": story.story_of(remedy, objective),
    }
    return render(request, "remedies/detail.html", context)


def objective_of(remedy: Remedy) -> ObjectiveCause | None:
    """The objective cause the unit asked for, with the remedy or of its task, where it did."""
    own: ObjectiveCause | None = getattr(remedy, "objective", None)
    if own is not None or remedy.task_id is None:
        return own
    standing = ObjectiveCause.objects.filter(task=remedy.task_id).exclude(
        state=ObjectiveCause.State.REFUSED
    )
    return standing.select_related("asked_by__user", "decided_by__user").first()


KINDS = ("primary", "secondary", "danger")
LOOKS = {
    "promise": "primary",
    "report_result": "primary",
    "confirm_result": "primary",
    "grant_objective": "secondary",
    "return_promise": "danger",
    "return_result": "danger",
    "refuse_objective": "danger",
}


def _moves(officer: Any, remedy: Remedy, objective: ObjectiveCause | None) -> list[dict[str, str]]:
    """What the reader may do now, the most usual first."""
    found = remedy_flow.open_to(officer, remedy)
    if objective is not None:
        found += objective_flow.open_to(officer, objective)
    moves = [
        {"verb": one.verb, "label": one.label, "kind": LOOKS.get(one.verb, "secondary")}
        for one in found
    ]
    if objective is None and remedy.is_open and unit_answers(officer, remedy):
        label = objective_flow.moves["ask_objective"].label
        moves.append({"verb": "ask_objective", "label": label, "kind": "secondary"})
    return sorted(moves, key=lambda one: KINDS.index(one["kind"]))


def _extensions(remedy: Remedy) -> list[Any]:
    if remedy.task is None:
        return []
    return list(remedy.task.extensions.select_related("asked_by__user").order_by("-pk"))


def _others(remedy: Remedy) -> list[Remedy]:
    """Earlier and later remedies of the same task."""
    if remedy.task_id is None:
        return []
    same = Remedy.objects.filter(task=remedy.task_id).exclude(pk=remedy.pk)
    return list(same.select_related("task").defer("task__search").order_by("-month", "-pk"))


@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on a remedy, or on the objective cause asked for with it."""
    remedy = _remedy(request, pk)
    target: Any = remedy
    if verb in ("grant_objective", "refuse_objective"):
        target = objective_of(remedy)
        if target is None:
            raise Http404
    return moving.move(
        request, verb, remedy, target=target, flows=(remedy_flow, objective_flow),
        page=reverse("remedies:detail", args=[remedy.pk]),
        about=lambda: {"remedy": remedy, "objective": objective_of(remedy)},
    )  # fmt: skip
