"""Pages of the month told to the Chairman: its draft, its lists, what he directs on it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.views.downloads import download, file_name, paper_file
from dondoc.reports import actions
from dondoc.reports.actions.summaries import is_addressed, summary_flow
from dondoc.reports.figures import canonical
from dondoc.reports.forms import CutOffForm, DirectionForm, DrawUpSummaryForm, WordsForm
from dondoc.reports.models import Summary
from dondoc.reports.monthly.figures import ALL, BOARDS
from dondoc.reports.monthly.paper import summary_paper
from dondoc.reports.views.reports import DRAFTING
from dondoc.tasks.models import Task
from dondoc.workflow import attempt

ON_A_PAGE = 50
RELATED = ("committee", "document", "docx", "pdf", "drawn_up_by__user", "issued_by__user")


def _summary(request: SeatedRequest, pk: int) -> Summary:
    return get_object_or_404(
        Summary.objects.visible_to(request.officer).select_related(*RELATED), pk=pk
    )


@seated(*DRAFTING)
def draw_up(request: SeatedRequest) -> HttpResponse:
    """Which month, as of when."""
    committee = request.officer.agency.committee
    if committee is None or not actions.drafts_for(request.officer, committee):
        raise Http404
    first = {"month": day_of(request.at).replace(day=1).isoformat()}
    form = DrawUpSummaryForm(
        request.POST or None, at=request.at, initial=first | CutOffForm.at(request.at)
    )
    if request.method == "POST" and form.is_valid():
        summary = attempt(
            form, actions.draw_up_summary, committee, by=request.officer, at=request.at,
            month=form.first_day(), as_of=form.as_of(),
        )  # fmt: skip
        if summary is not None:
            messages.success(request, "Đã tổng hợp số liệu tháng và soạn dự thảo báo cáo.")
            return redirect("reports:summary", summary.pk)
    return render(request, "reports/summary_draw_up.html", {"form": form}, status=form.status)


@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """Figures, text and directions; or the sheet of paper."""
    return _page(request, _summary(request, pk))


def _page(
    request: SeatedRequest, summary: Summary, asked: dict[str, Any] | None = None
) -> HttpResponse:
    asked = asked or {}
    if request.GET.get("view") == "paper":
        context = {"summary": summary, "paper": summary_paper(summary)}
        return render(request, "reports/summary_paper.html", context)
    status = next((form.status for form in asked.values()), 200)
    return render(request, "reports/summary.html", _context(request, summary, asked), status=status)


def _context(request: SeatedRequest, summary: Summary, asked: dict[str, Any]) -> dict[str, Any]:
    directions = summary.directions.select_related("lead", "task", "given_by__user")
    may_direct = not summary.is_draft and is_addressed(request.officer, summary)
    return {
        "summary": summary,
        "figures": summary.counted,
        "boards": BOARDS,
        "forms": {
            part["key"]: asked.get(part["key"])
            or WordsForm(initial={"text": part["text"]}, auto_id=f"{part['key']}_%s")
            for part in summary.parts
        },
        "may": {move.verb for move in summary_flow.open_to(request.officer, summary)},
        "cut_off": asked.get("cut_off") or CutOffForm(initial=CutOffForm.at(summary.as_of)),
        "directions": list(directions.order_by("given_at", "pk")),
        "direction": (asked.get("direct") or _direction_form(request, summary))
        if may_direct
        else None,
        "units": {unit.pk for unit in _units(request, summary)} if may_direct else set(),
    }


def _units(request: SeatedRequest, summary: Summary) -> list[Agency]:
    below = Agency.objects.filter(parent=summary.committee).existing_on(day_of(request.at))
    return list(below.order_by("name", "pk"))


def _direction_form(request: SeatedRequest, summary: Summary, said: Any = None) -> DirectionForm:
    """First values name the unit whose row was pressed."""
    units, lead = _units(request, summary), request.GET.get("lead", "")
    return DirectionForm(said, units=units, initial={"lead": lead}, auto_id="direct_%s")


def _back(request: SeatedRequest, summary: Summary, said: str, place: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
    answer = redirect("reports:summary", summary.pk)
    answer["Location"] += place
    return answer


@require_POST
@seated()
def edit(request: SeatedRequest, pk: int, key: str) -> HttpResponse:
    """A section in other words."""
    summary = _summary(request, pk)
    if summary.part(key) is None:
        raise Http404
    form = WordsForm(request.POST, auto_id=f"{key}_%s")
    if form.is_valid():
        attempt(
            form, actions.edit_summary, summary, by=request.officer, at=request.at, key=key,
            text=form.cleaned_data["text"],
        )  # fmt: skip
        if form.is_valid():
            return _back(request, summary, "Đã lưu nội dung.", f"#{key}")
    return _page(request, summary, {key: form})


@require_POST
@seated()
def recount(request: SeatedRequest, pk: int) -> HttpResponse:
    """Counts again, as of the moment asked."""
    summary, form = _summary(request, pk), CutOffForm(request.POST)
    if form.is_valid():
        attempt(
            form, actions.recount_summary, summary, by=request.officer, at=request.at,
            as_of=form.as_of(),
        )  # fmt: skip
        if form.is_valid():
            return _back(request, summary, "Đã tính lại số liệu; phần đã sửa lời được giữ nguyên.")
        summary.refresh_from_db()
    return _page(request, summary, {"cut_off": form})


@require_POST
@seated()
def issue(request: SeatedRequest, pk: int) -> HttpResponse:
    """It goes to the Chairman under its number."""
    summary = _summary(request, pk)
    actions.issue_summary(summary, by=request.officer, at=request.at)
    return _back(request, summary, f"Đã ban hành {summary.label}, gửi Chủ tịch.")


@require_POST
@seated()
def direct(request: SeatedRequest, pk: int) -> HttpResponse:
    """The Chairman's words become a task at one press."""
    summary = _summary(request, pk)
    form = _direction_form(request, summary, request.POST)
    if form.is_valid():
        direction = attempt(
            form, actions.direct, summary, by=request.officer, at=request.at, **form.said()
        )
        if direction is not None:
            said = f"Đã giao {direction.lead.name} theo ý kiến chỉ đạo ({direction.task.code})."
            return _back(request, summary, said, "#directions")
    return _page(request, summary, {"direct": form})


@require_safe
@seated()
def behind(request: SeatedRequest, pk: int, board: str, row: int, count: str) -> HttpResponse:
    """Exactly the things one frozen number counted."""
    summary = _summary(request, pk)
    found = summary.counted.row(board, row) if board in {b.key for b in BOARDS} else None
    if found is None or count not in found.board.labels:
        raise Http404
    things = found.lists.get(count, [])
    page = Paginator(things, ON_A_PAGE).get_page(request.GET.get("page"))
    codes = [thing["code"] for thing in page if thing["code"]]
    seen = Task.objects.visible_to(request.officer).filter(code__in=codes)
    context = {
        "summary": summary, "row": found, "whole": row == ALL,
        "label": found.board.labels[count], "page": page,
        "open_to_me": set(seen.values_list("code", flat=True)),
    }  # fmt: skip
    return render(request, "reports/summary_behind.html", context)


@require_safe
@seated()
def take(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The summary as Word or PDF, or its figures as JSON."""
    summary = _summary(request, pk)
    if kind == "json":
        return download(canonical(summary.figures), f"{file_name(summary)}.json")
    return paper_file(summary, kind, lambda: summary_paper(summary), issued=not summary.is_draft)
