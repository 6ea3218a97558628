"""Pages of reports: the list, a new one, one report, the tasks behind a number."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.reports import actions, queries
from dondoc.reports.figures import ALL, COLUMNS
from dondoc.reports.forms import CutOffForm, DrawUpForm, WordsForm
from dondoc.reports.models import Dispatch, Report, Summary
from dondoc.reports.paper import report_paper
from dondoc.rules.scoring import COUNT_LABELS, COUNTS
from dondoc.tasks.models import Task
from dondoc.workflow import attempt

ON_A_PAGE = 50
DRAFTING = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.FOCAL_POINT)


@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Reports for the committee's readers; issued dispatches for all it writes to."""
    officer = request.officer
    reports = Report.objects.visible_to(officer).bare().order_by("-as_of", "-pk")
    dispatches = Dispatch.objects.visible_to(officer).select_related("document", "committee")
    papers = dispatches.defer("parts").order_by("-drawn_up_at", "-pk")
    summaries = Summary.objects.visible_to(officer).bare().order_by("-as_of", "-pk")
    context = {
        "summaries": Paginator(summaries, 12).get_page(request.GET.get("months")),
        "reports": Paginator(reports, 20).get_page(request.GET.get("page")),
        "dispatches": Paginator(papers, 20).get_page(request.GET.get("papers")),
        "may_draw_up": _drafts(request),
    }
    return render(request, "reports/list.html", context)


def _drafts(request: SeatedRequest) -> bool:
    committee = request.officer.agency.committee
    return committee is not None and actions.drafts_for(request.officer, committee)


@seated(*DRAFTING)
def draw_up(request: SeatedRequest) -> HttpResponse:
    """Which period, as of when; the figures are counted at once."""
    committee = request.officer.agency.committee
    if committee is None or not _drafts(request):
        raise Http404
    form = DrawUpForm(request.POST or None, initial=DrawUpForm.usual(request.at))
    if request.method == "POST" and form.is_valid():
        report = attempt(
            form, actions.draw_up, committee, by=request.officer, at=request.at,
            period=form.cleaned_data["period"], as_of=form.as_of(),
        )  # fmt: skip
        if report is not None:
            messages.success(request, "Đã tính số liệu và soạn dự thảo báo cáo.")
            return redirect("reports:detail", report.pk)
    return render(request, "reports/draw_up.html", {"form": form}, status=form.status)


def _report(request: SeatedRequest, pk: int) -> Report:
    related = ("committee", "document", "docx", "pdf", "drawn_up_by__user", "issued_by__user")
    return get_object_or_404(
        Report.objects.visible_to(request.officer).select_related(*related), pk=pk
    )


@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One report: its figures, its text, or the sheet of paper it becomes."""
    return _page(request, _report(request, pk))


def _page(
    request: SeatedRequest, report: Report, asked: dict[str, Any] | None = None
) -> HttpResponse:
    """The page, with a form that was refused in its place."""
    asked = asked or {}
    if request.GET.get("view") == "paper":
        context = {"report": report, "paper": report_paper(report)}
        return render(request, "reports/paper.html", context)
    status = next((form.status for form in asked.values()), 200)
    return render(request, "reports/detail.html", _context(request, report, asked), status=status)


def _context(request: SeatedRequest, report: Report, asked: dict[str, Any]) -> dict[str, Any]:
    figures, officer = report.counted, request.officer
    previous = queries.previous_report(report.committee, report.as_of)
    forms = {
        part["key"]: asked.get(part["key"])
        or WordsForm(initial={"text": part["text"]}, auto_id=f"{part['key']}_%s")
        for part in report.parts
    }
    return {
        "report": report,
        "figures": figures,
        "columns": COLUMNS,
        "previous": previous,
        "changes": queries.changes_since(report, previous) if previous else None,
        "forms": forms,
        "cut_off": asked.get("cut_off") or CutOffForm(initial=CutOffForm.at(report.as_of)),
        "refusal": asked.get("issue"),
        "may": {move.verb for move in actions.report_flow.open_to(officer, report)},
        "may_draft": not report.is_draft and actions.drafts(officer, report),
        "dispatches": list(queries.dispatches_seen(officer, report)),
    }


@seated()
def edit_section(request: SeatedRequest, pk: int, key: str) -> HttpResponse:
    """A section in other words."""
    report = _report(request, pk)
    if report.part(key) is None:
        raise Http404
    form = WordsForm(request.POST or None, auto_id=f"{key}_%s")
    if request.method == "POST" and form.is_valid():
        attempt(
            form, actions.edit_section, report, by=request.officer, at=request.at, key=key,
            text=form.cleaned_data["text"],
        )  # fmt: skip
        if form.is_valid():
            return _back(request, report, "Đã lưu nội dung.", f"#{key}")
    return _page(request, report, {key: form} if request.method == "POST" else None)


def _back(request: SeatedRequest, report: Report, said: str, place: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
    answer = redirect("reports:detail", report.pk)
    answer["Location"] += place
    return answer


@require_POST
@seated()
def recompute(request: SeatedRequest, pk: int) -> HttpResponse:
    """Counts again, as of the moment asked."""
    report, form = _report(request, pk), CutOffForm(request.POST)
    if form.is_valid():
        attempt(
            form, actions.recompute, report, by=request.officer, at=request.at,
            as_of=form.as_of(),
        )  # fmt: skip
        if form.is_valid():
            return _back(request, report, "Đã tính lại số liệu; phần đã sửa lời được giữ nguyên.")
        report.refresh_from_db()
    return _page(request, report, {"cut_off": form})


@require_POST
@seated()
def issue(request: SeatedRequest, pk: int) -> HttpResponse:
    """The report goes out under its number."""
    report = _report(request, pk)
    actions.issue_report(report, by=request.officer, at=request.at)
    return _back(request, report, f"Đã ban hành {report.label}. Số liệu và lời văn đã được khóa.")


@require_POST
@seated()
def draft_dispatch(request: SeatedRequest, pk: int) -> HttpResponse:
    """A dispatch is drafted on the report."""
    report = _report(request, pk)
    dispatch = actions.draft_dispatch(report, by=request.officer, at=request.at)
    messages.success(request, "Đã soạn dự thảo công văn từ số liệu của báo cáo.")
    return redirect("reports:dispatch", dispatch.pk)


@seated()
def behind(request: SeatedRequest, pk: int, unit: int, count: str) -> HttpResponse:
    """Exactly the tasks one frozen number counted."""
    report = _report(request, pk)
    line = report.counted.unit(unit)
    if line is None or count not in COUNTS:
        raise Http404
    page = Paginator(report.counted.codes(unit, count), ON_A_PAGE).get_page(request.GET.get("page"))
    seen = Task.objects.visible_to(request.officer).filter(code__in=list(page))
    context = {
        "report": report,
        "line": line,
        "whole": unit == ALL,
        "label": COUNT_LABELS[count],
        "page": page,
        "tasks": {task.code: task for task in seen.select_related("lead")},
    }
    return render(request, "reports/behind.html", context)
