"""Inspections: the list, a new plan, one inspection with its findings."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.remedies import actions, story
from dondoc.remedies.flow import inspection_flow, inspects_for
from dondoc.remedies.forms import InspectionForm
from dondoc.remedies.models import Inspection, InspectionFinding, Remedy
from dondoc.remedies.views import moving
from dondoc.workflow import attempt


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Those to come first, then those that were, the latest first."""
    seen = Inspection.objects.visible_to(request.officer)
    counted = Inspection.objects.filter(pk__in=seen.values("pk")).annotate(
        found=Count("findings"), poor=Count("findings", filter=Q(findings__poor=True))
    )
    rows = counted.prefetch_related("units").order_by("-planned_on", "-pk")
    committee = request.officer.agency.committee
    context = {
        "page": Paginator(rows, 30).get_page(request.GET.get("page")),
        "may_plan": committee is not None and inspects_for(request.officer, committee),
        "reads_all": request.officer.reads_committee,
    }
    return render(request, "remedies/inspections.html", context)


@seated()
def plan(request: SeatedRequest) -> HttpResponse:
    """A new inspection: what, where, when, by whom."""
    committee = request.officer.agency.committee
    if committee is None or not inspects_for(request.officer, committee):
        raise Http404
    form = InspectionForm(
        request.POST if request.method == "POST" else None,
        subject=committee, officer=request.officer, at=request.at,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        planned = attempt(
            form, actions.plan_inspection, committee, by=request.officer, at=request.at,
            **form.said(),
        )  # fmt: skip
        if planned is not None:
            messages.success(
                request, form.saved, extra_tags=request.POST.get("idempotency_key", "")
            )
            return redirect("remedies:inspection", planned.pk)
    context = {
        "form": form, "label": inspection_flow.moves["plan_inspection"].label,
        "back": reverse("remedies:inspections"), "where": request.path, "verb": "plan_inspection",
    }  # fmt: skip
    return render(request, "remedies/move.html", context, status=form.status)


def _inspection(request: SeatedRequest, pk: int) -> Inspection:
    return get_object_or_404(
        Inspection.objects.visible_to(request.officer).select_related(
            "committee", "planned_by__user"
        ),
        pk=pk,
    )


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One inspection: its plan, what it found of each unit, its conclusion."""
    inspection, officer = _inspection(request, pk), request.officer
    found = InspectionFinding.objects.visible_to(officer).filter(inspection=inspection)
    findings = list(
        found.select_related("unit", "task", "item")
        .defer("task__search")
        .order_by("unit__name", "pk")
    )
    context: dict[str, Any] = {
        "inspection": inspection,
        "units": list(inspection.units.order_by("name", "pk")),
        "findings": findings,
        "remedies": _remedies_of(findings),
        "moves": inspection_flow.open_to(officer, inspection),
        "story": story.story_of(inspection) if officer.reads_committee else [],
    }
    return render(request, "remedies/inspection.html", context)


def _remedies_of(findings: list[InspectionFinding]) -> dict[int, int]:
    """By finding, the remedy it called for, or that of its task which it joined."""
    keys = [one.pk for one in findings]
    tasks = [one.task_id for one in findings if one.poor and one.task_id]
    poor = Remedy.objects.filter(ground=Remedy.Ground.POOR)
    rows = poor.filter(Q(finding__in=keys) | Q(task__in=tasks)).order_by("pk")
    own: dict[int | None, int] = {}
    joined: dict[int | None, int] = {}
    for pk, finding, task in rows.values_list("pk", "finding", "task"):
        own[finding], joined[task] = pk, pk
    found = {
        one.pk: own.get(one.pk) or (joined.get(one.task_id) if one.poor and one.task_id else None)
        for one in findings
    }
    return {finding: remedy for finding, remedy in found.items() if remedy}


@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on an inspection."""
    inspection = _inspection(request, pk)
    return moving.move(
        request, verb, inspection, flows=(inspection_flow,),
        page=reverse("remedies:inspection", args=[inspection.pk]),
        about=lambda: {"inspection": inspection},
    )  # fmt: skip
