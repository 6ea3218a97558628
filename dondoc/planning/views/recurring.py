"""Recurring duties: their list, each with its periods, and the form that shows the next dates."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.calendars import calendar_of, soon_until
from dondoc.agencies.models import Agency, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import actions
from dondoc.planning.actions.recurring import duty_flow, occurrences_of, sets_up
from dondoc.planning.forms.recurring import DutyForm, DutyReasonForm, SkipOccurrenceForm
from dondoc.planning.models import RecurringDuty
from dondoc.rules.recurring import Every, coming, problems
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER)
PER_PAGE = 40
SHOWN = 6
"""Dates the form shows ahead."""
KEPT = (
    "content", "product", "every", "day", "month", "off_day", "ahead_days", "until_on", "leader",
    "field",
)  # fmt: skip
FRIDAY = 4
RELATED = ("committee", "leader__user", "field", "set_up_by__user")


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """All that come again, running ones first."""
    seen = RecurringDuty.objects.visible_to(request.officer)
    rows = seen.select_related("committee").prefetch_related("leads").order_by("-state", "-pk")
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "may_set_up": _may_set_up(request),
        "next_of": lambda duty: next(
            iter(occurrences_of(duty, day_of(request.at), 400)), None
        ) if duty.state == RecurringDuty.State.RUNNING else None,
    }  # fmt: skip
    return render(request, "planning/recurring.html", context)


def _may_set_up(request: SeatedRequest) -> bool:
    committee = request.officer.agency.committee
    return committee is not None and sets_up(request.officer, committee)


def _committee(request: SeatedRequest) -> Agency:
    committee = request.officer.agency.committee
    if committee is None or not sets_up(request.officer, committee):
        raise Http404
    return committee


@seated(*OFFICE)
def set_up(request: SeatedRequest) -> HttpResponse:
    """A new one, with the dates it would come on."""
    committee = _committee(request)
    posted = request.POST if request.method == "POST" else None
    form = DutyForm(posted, committee=committee, today=day_of(request.at))
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        duty = attempt(form, actions.set_up_duty, committee, by=by, at=at, **form.said())
        if duty is not None:
            messages.success(
                request, "Đã lập nhiệm vụ định kỳ; các kỳ tới được giao tự động.",
                extra_tags=request.POST.get("idempotency_key", ""),
            )  # fmt: skip
            return redirect("planning:recurring_duty", duty.pk)
    return _form_page(request, form, "Lập nhiệm vụ định kỳ")


def _form_page(
    request: SeatedRequest, form: DutyForm, title: str, duty: RecurringDuty | None = None
) -> HttpResponse:
    context = {"form": form, "title": title, "duty": duty, "dates": _dates(form)}
    return render(request, "planning/recurring_form.html", context, status=form.status)


def _dates(form: DutyForm) -> list[Any]:
    """The next dates of what stands in the form, where it makes sense."""
    names = ("every", "weekday", "day", "month", "off_day")
    bound = form if form.is_bound else DutyForm(
        {name: form[name].value() for name in names}, committee=form.committee, today=form.today
    )  # fmt: skip
    bound.is_valid()
    if any(name in bound.errors for name in names):
        return []
    recurrence = bound.recurrence()
    if problems(recurrence):
        return []
    return coming(recurrence, form.today, calendar_of(form.committee), SHOWN)


@require_safe
@seated(*OFFICE)
def preview(request: SeatedRequest) -> HttpResponse:
    """The next dates of the rhythm in the address, as a part of the form's page."""
    form = DutyForm(request.GET, committee=_committee(request), today=day_of(request.at))
    context = {"dates": _dates(form), "every": request.GET.get("every", ""), "kinds": Every}
    return render(request, "planning/recurring_dates.html", context)


def _duty(request: SeatedRequest, pk: int) -> RecurringDuty:
    visible = RecurringDuty.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """Its periods: what each became, and which come next."""
    return _page(request, _duty(request, pk))


MOVES: dict[str, tuple[Callable[..., Any], type[HouseForm] | None, str]] = {
    "pause_duty": (actions.pause_duty, DutyReasonForm, "Đã tạm dừng; kỳ đã giao vẫn thực hiện."),
    "resume_duty": (actions.resume_duty, None, "Đã tiếp tục từ hôm nay."),
    "end_duty": (actions.end_duty, DutyReasonForm, "Đã kết thúc; không giao kỳ nào nữa."),
    "skip_occurrence": (actions.skip_occurrence, SkipOccurrenceForm, "Đã bỏ qua kỳ này."),
}


def _page(
    request: SeatedRequest, duty: RecurringDuty, refused: dict[str, HouseForm] | None = None
) -> HttpResponse:
    refused, today = refused or {}, day_of(request.at)
    may = {move.verb for move in duty_flow.open_to(request.officer, duty)}
    units = request.officer.scope()
    given = duty.occurrences.filter(unit__in=units).select_related("unit", "task")
    soon = soon_until(duty.committee, request.at)
    page = Paginator(given.order_by("-period", "unit__name", "pk"), PER_PAGE)
    forms = {
        verb: refused.get(verb) or form(auto_id=f"{verb}_%s")
        for verb, (_, form, _) in MOVES.items()
        if form and verb in may
    }
    context = {
        "duty": duty, "leads": list(duty.leads.order_by("name")), "may": may, "forms": forms,
        "refused": refused, "page": page.get_page(request.GET.get("page")),
        "coming": occurrences_of(duty, today, 400)[:SHOWN],
        "judge": lambda task: task.judged(request.at, soon),
    }  # fmt: skip
    status = next((form.status for form in refused.values()), 200)
    return render(request, "planning/recurring_duty.html", context, status=status)


@seated(*OFFICE)
def edit(request: SeatedRequest, pk: int) -> HttpResponse:
    """Changes what is still to come."""
    duty, committee = _duty(request, pk), _committee(request)
    posted = request.POST if request.method == "POST" else None
    first = {name: getattr(duty, name) for name in KEPT} | {
        "leads": list(duty.leads.all()),
        "weekday": duty.day if duty.every == Every.WEEK else FRIDAY,
    }
    form = DutyForm(posted, initial=first, committee=committee, today=day_of(request.at))
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.edit_duty, duty, by=request.officer, at=request.at, **form.said())
        if form.is_valid():
            messages.success(request, "Đã lưu; chỉ các kỳ chưa giao thay đổi.")
            return redirect("planning:recurring_duty", duty.pk)
    return _form_page(request, form, "Sửa nhiệm vụ định kỳ", duty)


@require_POST
@seated(*OFFICE)
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move of a recurring duty."""
    duty = _duty(request, pk)
    if verb not in MOVES:
        raise Http404
    deed, asks, said = MOVES[verb]
    form = (asks or HouseForm)(request.POST, auto_id=f"{verb}_%s")
    if form.is_valid():
        attempt(form, deed, duty, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            return redirect("planning:recurring_duty", duty.pk)
        duty.refresh_from_db()
    return _page(request, duty, {verb: form})
