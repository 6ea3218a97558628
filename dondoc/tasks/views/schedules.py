"""Schedules looked at: the list, the page with chart and table, holders, one task, a slip."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.views.downloads import download
from dondoc.tasks.actions.schedules import keeper
from dondoc.tasks.desk import gives_for
from dondoc.tasks.forms.schedules import LinkForm, PlanTaskForm, ReasonForm, SlipForm, named
from dondoc.tasks.models import Baseline, Schedule, State, Task
from dondoc.tasks.schedules import taking_out
from dondoc.tasks.schedules.charting import chart
from dondoc.tasks.schedules.holding import holders
from dondoc.tasks.schedules.showing import HIDDEN, Shown, View

ON_A_PAGE = 50
CHAIN_SHOWN = 12
HOLDS_SHOWN = 5
ONLY = {
    "": "Tất cả", "critical": "Việc găng", "late": "Không kịp hạn", "open": "Chưa xong",
    "mine": "Của đơn vị tôi",
}  # fmt: skip
KINDS = {"xlsx": taking_out.as_sheet, "json": taking_out.as_json}


def schedule_of(request: SeatedRequest, pk: int) -> Schedule:
    """A schedule the officer may see."""
    visible = Schedule.objects.visible_to(request.officer)
    return get_object_or_404(visible.select_related("committee", "set_up_by__user"), pk=pk)


def view_of(request: SeatedRequest, pk: int) -> View:
    """The schedule as it stands today, before the officer who asks."""
    return View(schedule_of(request, pk), request.officer, day_of(request.at))


def task_in(view: View, code: str) -> Shown:
    """A task of the schedule that the officer may see."""
    shown = view.find(code)
    if shown is None:
        raise Http404
    return shown


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Every schedule the officer may see, the open ones first."""
    counted = Count("tasks", filter=~Q(tasks__task__state=State.RECALLED))
    found = Schedule.objects.visible_to(request.officer).annotate(count=counted)
    ordered = found.select_related("committee").order_by("-state", "-pk")
    page = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    sets_up = any(body.is_committee for body in gives_for(request.officer))
    return render(request, "tasks/schedules.html", {"page": page, "sets_up": sets_up})


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One schedule: when it ends, its chain, chart and table."""
    view = view_of(request, pk)
    if not view.schedule.is_open:
        return _closed(request, view)
    only = request.GET.get("only", "") if request.GET.get("only") in ONLY else ""
    unit = request.GET.get("unit", "")
    ids = view.ids(only=only, unit=int(unit) if unit.isdecimal() and len(unit) < 10 else None)
    size = max(1, len(ids)) if request.GET.get("rows") == "all" else ON_A_PAGE
    page: Any = Paginator(ids, size).get_page(request.GET.get("page"))
    page.object_list = [view.show(task_id) for task_id in page.object_list]
    chain = view.chain()
    context = {
        "schedule": view.schedule, "view": view, "outlook": view.outlook, "page": page,
        "chain": chain, "chain_shown": CHAIN_SHOWN, "only": only, "unit": unit,
        "tabs": ONLY, "units": view.units(), "keeps": keeper(request.officer, view.schedule),
        "missed": len(view.outlook.missed()),
        "finished": sum(row.is_finished for row in view.outlook.rows),
        "critical": sum(one.critical for one in view.outlook.placed.values()),
    }  # fmt: skip
    return render(request, "tasks/schedule.html", context)


def _closed(request: SeatedRequest, view: View) -> HttpResponse:
    """The dates it was closed with."""
    last = view.outlook.baseline
    rows = last.rows if last else {}
    page: Any = Paginator(sorted(rows, key=lambda pk: rows[pk][0]), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    visible = Task.objects.visible_to(request.officer).filter(pk__in=[int(pk) for pk in page])
    tasks = {task.pk: task for task in visible.select_related("lead")}
    page.object_list = [
        {"task": tasks.get(int(pk)), "days": rows[pk][:2], "duration": rows[pk][2]} for pk in page
    ]
    context = {"schedule": view.schedule, "last": last, "page": page, "hidden": HIDDEN}
    return render(request, "tasks/schedule_closed.html", context)


@require_safe
@seated()
def chart_data(request: SeatedRequest, pk: int) -> HttpResponse:
    """What the chart draws, with the lanes that are open."""
    said = request.GET.get("lanes")
    lanes = said and [int(one) for one in said.split(",") if one.isdecimal() and len(one) < 10]
    return JsonResponse(chart(view_of(request, pk), None if said is None else lanes or ()))


@require_safe
@seated()
def holders_page(request: SeatedRequest, pk: int) -> HttpResponse:
    """Who is holding up whom."""
    view, unit = view_of(request, pk), request.GET.get("unit", "")
    found = [one for one in holders(view) if not unit or str(one.unit_id) == unit]
    most = None if unit else HOLDS_SHOWN
    context = {"schedule": view.schedule, "view": view, "holders": found, "most": most}
    return render(request, "tasks/schedule_holders.html", context)


@require_safe
@seated()
def baselines(request: SeatedRequest, pk: int) -> HttpResponse:
    """Every frozen plan of the schedule, the last one first."""
    schedule = schedule_of(request, pk)
    found = Baseline.objects.filter(schedule=schedule).select_related("set_by__user")
    context = {"schedule": schedule, "baselines": found.defer("rows").order_by("-pk")}
    return render(request, "tasks/schedule_baselines.html", context)


@require_safe
@seated()
def task_page(request: SeatedRequest, pk: int, code: str) -> HttpResponse:
    """One task in the schedule."""
    view = view_of(request, pk)
    return task_answer(request, view, task_in(view, code))


def task_answer(
    request: SeatedRequest, view: View, shown: Shown, forms: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of one task in the schedule, with a form that was refused."""
    row, forms = shown.row, forms or {}
    task = Task.objects.get(pk=row.task_id)
    begin = {"duration": row.duration, "not_before": row.not_before}
    context = {
        "schedule": view.schedule, "shown": shown, "task": task,
        "waits": view.waits_of(row.task_id), "holds": view.holds_of(row.task_id),
        "keeps": keeper(request.officer, view.schedule) and view.schedule.is_open,
        "slip_form": SlipForm(auto_id="slip_%s"),
        "plan_form": forms.get("plan") or PlanTaskForm(initial=begin, auto_id="plan_%s"),
        "link_form": forms.get("link")
        or LinkForm(schedule=view.schedule, later=task, auto_id="link_%s"),
        "out_form": forms.get("out") or ReasonForm(auto_id="out_%s"),
    }  # fmt: skip
    status = max((form.status for form in forms.values()), default=200)
    return render(request, "tasks/schedule_task.html", context, status=status)


@require_safe
@seated()
def slip(request: SeatedRequest, pk: int) -> HttpResponse:
    """“If this slips 7 days”, before anything is saved."""
    view = view_of(request, pk)
    form = SlipForm(request.GET if "days" in request.GET else {"days": "7"}, auto_id="days_%s")
    shown = view.find(request.GET.get("task", ""))
    if shown is None and request.GET.get("task"):
        shown = view.only_one(task.pk for task in named(view.schedule, request.GET["task"][:300]))
    what = None
    if shown and not shown.is_finished and form.is_valid():
        what = view.slip(shown.pk, form.cleaned_data["days"])
    plan = what and PlanTaskForm(
        initial={"duration": what.shown.row.duration, "not_before": what.start}, auto_id="plan_%s"
    )
    context = {
        "schedule": view.schedule, "form": form, "shown": shown, "what": what, "plan": plan,
        "asked": request.GET.get("task", ""), "keeps": keeper(request.officer, view.schedule),
    }  # fmt: skip
    return render(request, "tasks/schedule_slip.html", context)


@require_safe
@seated()
def found(request: SeatedRequest, pk: int) -> HttpResponse:
    """Tasks of the schedule that hold the words typed, as a field offers them."""
    schedule = schedule_of(request, pk)
    said = next(
        (request.GET[name] for name in ("earlier", "task", "q") if request.GET.get(name)), ""
    )
    visible = Task.objects.visible_to(request.officer)
    keys = visible.filter(pk__in=[task.pk for task in named(schedule, said[:300])])
    return render(request, "tasks/schedule_found.html", {"tasks": keys.order_by("code")})


@require_safe
@seated()
def take_away(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The schedule as a sheet, or as a file for `dondoc critical-path`."""
    if kind not in KINDS:
        raise Http404
    view = view_of(request, pk)
    return download(KINDS[kind](view), f"khung-tien-do-{pk}.{kind}")
