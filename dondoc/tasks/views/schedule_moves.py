"""What is done to a schedule, each through its form."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.tasks import actions
from dondoc.tasks.actions.schedules import flow
from dondoc.tasks.desk import gives_for
from dondoc.tasks.forms.schedules import (
    AddTasksForm,
    BaselineForm,
    LayInForm,
    LinkForm,
    PlanTaskForm,
    ReasonForm,
    SetUpForm,
    free_tasks,
)
from dondoc.tasks.models import Schedule, Task
from dondoc.tasks.schedules.lines import lines_of
from dondoc.tasks.schedules.outlook import Outlook
from dondoc.tasks.schedules.showing import View
from dondoc.tasks.views.schedules import schedule_of, task_answer, task_in, view_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

FOUND_SHOWN = 100


def _kept(request: SeatedRequest, pk: int, verb: str) -> Schedule:
    """A schedule on which the officer may do this; to others the page is not there."""
    schedule = schedule_of(request, pk)
    if not flow.moves[verb].is_open_to(request.officer, schedule):
        raise Http404
    return schedule


def _done(request: SeatedRequest, words: str, page: str, *args: Any) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect(page, *args)


@seated()
def set_up(request: SeatedRequest) -> HttpResponse:
    """A new schedule of the officer's committee."""
    bodies = [body for body in gives_for(request.officer) if body.is_committee]
    if not bodies:
        raise Http404
    form = SetUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = attempt(form, actions.set_up, bodies[0], by=request.officer, at=request.at, **said)
        if made is not None:
            words = "Đã lập khung tiến độ. Hãy đưa việc vào."
            return _done(request, words, "tasks:schedule", made.pk)
    context = {"form": form, "title": "Lập khung tiến độ", "committee": bodies[0]}
    return render(request, "tasks/schedule_form.html", context, status=form.status)


@seated()
def redraw(request: SeatedRequest, pk: int) -> HttpResponse:
    """Another name, another first day."""
    schedule = _kept(request, pk, "redraw")
    begin = {"name": schedule.name, "start_on": schedule.start_on}
    form = SetUpForm(request.POST or None, initial=begin)
    return _asked(request, schedule, "redraw", form, "Đã sửa khung tiến độ.")


@seated()
def set_baseline(request: SeatedRequest, pk: int) -> HttpResponse:
    """The dates of today are frozen."""
    schedule = _kept(request, pk, "set_baseline")
    return _asked(
        request, schedule, "set_baseline", BaselineForm(request.POST or None),
        "Đã đặt khung gốc; các khung gốc trước vẫn được giữ.",
    )  # fmt: skip


@seated()
def close(request: SeatedRequest, pk: int) -> HttpResponse:
    """The schedule is followed no more."""
    schedule = _kept(request, pk, "close_schedule")
    return _asked(
        request, schedule, "close_schedule", ReasonForm(request.POST or None),
        "Đã khép khung tiến độ; ngày của từng việc được giữ lại.",
    )  # fmt: skip


def _asked(
    request: SeatedRequest, schedule: Schedule, verb: str, form: HouseForm, words: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        attempt(form, getattr(actions, verb), schedule, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _done(request, words, "tasks:schedule", schedule.pk)
    context = {"form": form, "schedule": schedule, "verb": verb, "title": flow.moves[verb].label}
    return render(request, "tasks/schedule_form.html", context, status=form.status)


@seated()
def add_tasks(request: SeatedRequest, pk: int) -> HttpResponse:
    """Tasks are looked for, several chosen, and put in."""
    schedule = _kept(request, pk, "add_tasks")
    form = AddTasksForm(request.POST or None, schedule=schedule)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"tasks": list(form.cleaned_data["tasks"])}
        attempt(form, actions.add_tasks, schedule, by=request.officer, at=request.at, **said)
        if form.is_valid():
            words = f"Đã đưa {len(said['tasks'])} việc vào khung. Hãy nối việc chờ nhau."
            return _done(request, words, "tasks:schedule", schedule.pk)
    q = request.GET.get("q", "")[:200]
    tasks = free_tasks(schedule).filter(pk__in=Task.objects.visible_to(request.officer))
    tasks = tasks.search(q) if q.strip() else tasks
    context = {
        "form": form, "schedule": schedule, "q": q, "most": FOUND_SHOWN,
        "tasks": tasks.select_related("lead").order_by("-assigned_at", "-pk")[:FOUND_SHOWN],
        "chosen": request.POST.getlist("tasks"),
    }  # fmt: skip
    return render(request, "tasks/schedule_add.html", context, status=form.status)


@seated()
def lay_in(request: SeatedRequest, pk: int) -> HttpResponse:
    """Many lines at once; each that is wrong is named, and nothing typed is lost."""
    schedule = _kept(request, pk, "lay_in")
    begin = {} if request.method == "POST" else {"text": _as_lines(request, schedule)}
    form = LayInForm(request.POST or None, schedule=schedule, initial=begin)
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.lay_in, schedule, by=request.officer, at=request.at, lines=form.lines)
        if form.is_valid():
            return _done(request, f"Đã nhập {len(form.lines)} dòng.", "tasks:schedule", schedule.pk)
    context = {"form": form, "schedule": schedule}
    return render(request, "tasks/schedule_lay_in.html", context, status=form.status)


def _as_lines(request: SeatedRequest, schedule: Schedule) -> str:
    """What stands in it now, to be changed and pasted again."""
    return lines_of(Outlook.of(schedule, day_of(request.at)))


@require_POST
@seated()
def plan_task(request: SeatedRequest, pk: int, code: str) -> HttpResponse:
    """A task takes longer, or begins later."""
    view = view_of(request, pk)
    form = PlanTaskForm(request.POST, auto_id="plan_%s")
    return _on_task(request, view, code, "plan", form, actions.plan_task, "Đã ghi kế hoạch mới.")


@require_POST
@seated()
def link(request: SeatedRequest, pk: int, code: str) -> HttpResponse:
    """The task waits for another."""
    view = view_of(request, pk)
    later = _task(request, view, code)
    form = LinkForm(request.POST, schedule=view.schedule, later=later, auto_id="link_%s")
    return _on_task(request, view, code, "link", form, actions.link, "Đã nối hai việc.", "later")


@require_POST
@seated()
def unlink(request: SeatedRequest, pk: int, code: str) -> HttpResponse:
    """The task waits for the other no more."""
    view = view_of(request, pk)
    earlier = _task(request, view, request.POST.get("earlier", ""))
    later = _task(request, view, code)
    actions.unlink(view.schedule, by=request.officer, at=request.at, earlier=earlier, later=later)
    return _done(request, "Đã bỏ liên kết.", "tasks:schedule_task", pk, code)


@require_POST
@seated()
def take_out(request: SeatedRequest, pk: int, code: str) -> HttpResponse:
    """The task leaves the schedule."""
    view, form = view_of(request, pk), ReasonForm(request.POST, auto_id="out_%s")
    task = _task(request, view, code)
    if form.is_valid():
        said = form.cleaned_data | {"tasks": [task]}
        attempt(form, actions.take_out, view.schedule, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _done(request, f"Đã đưa {code} ra khỏi khung.", "tasks:schedule", pk)
    return task_answer(request, view, task_in(view, code), {"out": form})


def _task(request: SeatedRequest, view: View, code: str) -> Task:
    task_in(view, code)
    return get_object_or_404(Task.objects.visible_to(request.officer), code=code)


def _on_task(
    request: SeatedRequest, view: View, code: str, name: str, form: HouseForm, deed: Any,
    words: str, whose: str = "task",
) -> HttpResponse:  # fmt: skip
    """Does the deed on one task of the schedule, or shows its page with what is to be mended."""
    if form.is_valid():
        said = form.cleaned_data | {whose: _task(request, view, code)}
        attempt(form, deed, view.schedule, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _done(request, words, "tasks:schedule_task", view.schedule.pk, code)
    return task_answer(request, view, task_in(view, code), {name: form})
