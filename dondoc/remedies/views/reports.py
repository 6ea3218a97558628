"""The reports of the 25th: who has sent them, one report, and what is done to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.rendering.files import RENDERERS
from dondoc.documents.views.downloads import download
from dondoc.remedies import actions, drafting, queries, story
from dondoc.remedies import board as reading
from dondoc.remedies.flow import receives_report, report_flow
from dondoc.remedies.models import RemedyReport
from dondoc.remedies.paper import paper_of
from dondoc.remedies.views import moving


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """For those who receive them, every unit of the month; for a unit, its own, month by month."""
    officer, committee = request.officer, request.officer.agency.committee
    if officer.reads_committee and committee is not None:
        return _month(request, committee)
    own = RemedyReport.objects.visible_to(officer).select_related("unit", "committee")
    context = {
        "reports": list(own.order_by("-month", "unit__name", "pk")[:36]),
        "strip": reading.strip_of(officer, request.at),
        "today": day_of(request.at),
    }
    return render(request, "remedies/own_reports.html", context)


def _month(request: SeatedRequest, committee: Agency) -> HttpResponse:
    asked = reading.month_asked(request.GET.get("month", ""), request.at)
    reports = list(
        RemedyReport.objects.filter(committee=committee, month=asked)
        .select_related("unit", "committee", "signed_by__user")
        .order_by("unit__name", "pk")
    )
    programme = queries.programme_after(committee, asked)
    units = [report.unit_id for report in reports]
    figures = queries.month_figures(committee, asked, request.at)
    context = {
        "month": asked,
        "months": reading.months(request.at, asked),
        "reports": reports,
        "figures": {unit: figures[unit] for unit in units if unit in figures},
        "registered": queries.registrations(programme, units) if programme else {},
        "programme": programme,
        "owing": sum(report.state in queries.OWED for report in reports),
        "urgent": _may_urge(request, reports),
        "today": day_of(request.at),
        "countdown": reading.countdown(committee, day_of(request.at)),
    }
    return render(request, "remedies/reports.html", context)


def _may_urge(request: SeatedRequest, reports: list[RemedyReport]) -> set[int]:
    """Units that owe the report and were not urged today."""
    today = day_of(request.at)
    header = report_flow.moves["urge_report"]
    return {
        report.pk for report in reports
        if report.urged_on != today and header.is_open_to(request.officer, report)
    }  # fmt: skip


RELATED = (
    "unit", "committee", "programme", "signed_by__user", "signed_by__agency", "answered_by__user",
)  # fmt: skip


def _report(request: SeatedRequest, pk: int) -> RemedyReport:
    return get_object_or_404(
        RemedyReport.objects.visible_to(request.officer).select_related(*RELATED), pk=pk
    )


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One report: its text, its list, the unit's registration beside it."""
    report, officer = _report(request, pk), request.officer
    context: dict[str, Any] = {"report": report}
    if request.GET.get("view") == "paper":
        paper = paper_of(report, head_of(report, officer))
        return render(request, "remedies/report_paper.html", context | {"paper": paper})
    remedies = [] if report.is_signed else queries.remedies_of_report(report)
    rows = report.remedies if report.is_signed else [drafting.frozen(one) for one in remedies]
    context |= {
        "rows": rows,
        "words": report.words or drafting.words(report, remedies),
        "bare": sum(one.state == "called" for one in remedies),
        "registered": queries.registration_of(report),
        "may": {one.verb for one in report_flow.open_to(officer, report)},
        "receives": receives_report(officer, report),
        "today": day_of(request.at),
        "story": story.story_of(report),
    }
    return render(request, "remedies/report.html", context)


HEADS = (Role.UNIT_HEAD, Role.LEADER, Role.OFFICE_HEAD)


def head_of(report: RemedyReport, reader: Officer) -> Officer:
    """Who will sign a draft: the head of the unit; where it has none, whoever reads it."""
    if report.signed_by is not None:
        return report.signed_by
    heads = Officer.objects.filter(agency=report.unit_id, role__in=HEADS, until_on=None)
    return heads.select_related("user", "agency").order_by("pk").first() or reader


@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on a report; urging comes back to the list it was pressed in."""
    report = _report(request, pk)
    page = reverse("remedies:report", args=[report.pk])
    if verb == "urge_report":
        page = f"{reverse('remedies:reports')}?month={report.month:%Y-%m}"
    return moving.move(
        request, verb, report, flows=(report_flow,), page=page,
        about=lambda: {"report": report},
    )  # fmt: skip


@require_POST
@seated()
def urge_all(request: SeatedRequest) -> HttpResponse:
    """One press for every unit that has not reported."""
    committee = request.officer.agency.committee
    if committee is None:
        raise Http404
    month = reading.month_asked(request.POST.get("month", ""), request.at)
    n = actions.urge_all(committee, by=request.officer, at=request.at, month=month)
    messages.success(request, f"Đã đôn đốc {n} đơn vị.")
    return redirect(f"{reverse('remedies:reports')}?month={month:%Y-%m}")


@require_safe
@seated()
def file(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The report as Word or PDF."""
    report = _report(request, pk)
    if kind not in RENDERERS:
        raise Http404
    paper = paper_of(report, head_of(report, request.officer))
    name = f"Báo cáo khắc phục {report.month:%Y-%m} {report.unit.name}.{kind}"
    return download(RENDERERS[kind](paper), name)
