"""The urging desk: buckets by step, what is ticked, exactly what goes to whom, and its sending."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.rules.layout import Paper
from dondoc.urging import actions, desk, drafting, effect, throttle
from dondoc.urging.actions.slips import answer_day
from dondoc.urging.forms import ChooseForm
from dondoc.urging.heard import Told, would_hear
from dondoc.urging.models import Slip
from dondoc.urging.paper import letterhead_of, slip_paper
from dondoc.workflow import Refused

WHO = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER)
SIGNS_LETTERS = (Role.OFFICE_HEAD, Role.LEADER)
PER_PAGE = 50
MOST_LETTERS = 60
"""Papers sent at one press; each is drawn and numbered while the person waits."""


def committee_of(request: SeatedRequest) -> Agency:
    """The committee in whose name the seat urges."""
    committee = request.officer.agency.committee
    if committee is None:
        raise Http404
    return committee


@require_safe
@seated(*WHO)
def show(request: SeatedRequest) -> HttpResponse:
    """The steps with their numbers, and the tasks of one of them."""
    committee, at = committee_of(request), request.at
    asked = desk.Asked.read(request.GET)
    if not asked.step:
        asked = desk.Asked(desk.first_step(committee, at), asked.unit, asked.starred)
    tasks = desk.tasks_on(committee, asked, at)
    page = Paginator(tasks, PER_PAGE).get_page(request.GET.get("page"))
    slips = Slip.objects.visible_to(request.officer).filter(committee=committee)
    context = {
        "committee": committee, "asked": asked, "page": page, "kinds": Slip.Kind.choices,
        "today": day_of(at),
        "buckets": desk.buckets(committee, asked, at),
        "rows": desk.rows_of(committee, list(page.object_list), at),
        "units": [("", "Tất cả"), *desk.units_on(committee, asked, at)],
        "slips": effect.standing_of_slips(slips, at), "may_sign": _may_sign(request),
    }  # fmt: skip
    return render(request, "urging/desk.html", context)


def _may_sign(request: SeatedRequest) -> bool:
    return request.officer.role in SIGNS_LETTERS


@dataclass(frozen=True)
class Sheet:
    """One paper as it would go out, and who would hear of it."""

    unit: Agency
    tasks: list[Any]
    paper: Paper
    told: Told


@require_POST
@seated(*WHO)
def preview(request: SeatedRequest) -> HttpResponse:
    """Every paper as it would go out, its hearers, and what is left out and why."""
    committee, form = committee_of(request), ChooseForm(request.POST)
    tasks = desk.chosen(request.officer, committee, request.POST.getlist("task"))
    if not form.is_valid() or not tasks:
        words = (
            "Hãy đánh dấu ít nhất một nhiệm vụ." if form.is_valid() else "Hãy chọn loại văn bản."
        )
        messages.warning(request, words)
        return redirect(f"{request.POST.get('back') or ''}" or "urging:desk")
    kind = form.cleaned_data["kind"]
    skipped, wanted = _parted(committee, tasks, request)
    sheets = [_sheet(request, committee, kind, some) for some in _papers(kind, wanted)]
    context = {
        "sheets": sheets, "skipped": skipped, "kind": kind, "label": Slip.Kind(kind).label,
        "tasks": wanted, "step": request.POST.get("step", "")[:30],
        "may_send": kind == Slip.Kind.REMINDER or _may_sign(request),
        "too_many": len(sheets) > MOST_LETTERS, "most": MOST_LETTERS,
    }  # fmt: skip
    return render(request, "urging/preview.html", context)


def _parted(
    committee: Agency, tasks: list[Any], request: SeatedRequest
) -> tuple[list[tuple[Any, str]], list[Any]]:
    """What may not be urged now, with the reason, and what may."""
    reasons = throttle.why_not_yet(committee, [task.pk for task in tasks], request.at)
    closed = {task.pk: "đã kết thúc" for task in tasks if not task.is_open}
    why = reasons | closed
    return (
        [(task, why[task.pk]) for task in tasks if task.pk in why],
        [task for task in tasks if task.pk not in why],
    )


def _papers(kind: str, tasks: list[Any]) -> list[list[Any]]:
    """One slip for one matter, one letter for a unit's list."""
    if kind == Slip.Kind.REMINDER:
        return [[task] for task in tasks]
    by_unit: dict[int, list[Any]] = {}
    for task in tasks:
        by_unit.setdefault(task.lead_id, []).append(task)
    return list(by_unit.values())


def _sheet(request: SeatedRequest, committee: Agency, kind: str, tasks: list[Any]) -> Sheet:
    unit, at = tasks[0].lead, request.at
    rows = [drafting.stood(task, committee, at) for task in tasks]
    until = answer_day(committee, kind, at)
    slip = Slip(
        committee=committee, unit=unit, kind=kind, subject=drafting.subject_of(kind),
        answer_on=until, words=drafting.words_of(kind, unit, committee, rows, until, at),
    )  # fmt: skip
    slip.letterhead = letterhead_of(slip, request.officer)
    return Sheet(unit, tasks, slip_paper(slip, rows), would_hear(slip, at))


@require_POST
@seated(*WHO)
def send(request: SeatedRequest) -> HttpResponse:
    """Sends what was previewed, or leaves it as drafts for whoever signs."""
    committee, form = committee_of(request), ChooseForm(request.POST)
    tasks = desk.chosen(request.officer, committee, request.POST.getlist("task"))
    if not form.is_valid() or not tasks:
        messages.warning(request, "Hãy chọn lại nhiệm vụ và loại văn bản.")
        return redirect("urging:desk")
    kind, step = form.cleaned_data["kind"], request.POST.get("step", "")[:30]
    only_draft = request.POST.get("do") == "draft"
    made, refused = 0, []
    for some in _papers(kind, _parted(committee, tasks, request)[1])[:MOST_LETTERS]:
        try:
            _one(request, committee, kind, step, some, only_draft)
            made += 1
        except Refused as refusal:
            refused.append(f"{some[0].lead.name}: {refusal}")
    done = "Đã soạn" if only_draft else "Đã ban hành và gửi"
    if made:
        said = f"{done} {made} văn bản đôn đốc."
        messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
    for words in refused:
        messages.warning(request, words)
    return redirect("urging:slips")


def _one(
    request: SeatedRequest, committee: Agency, kind: str, step: str, tasks: list[Any],
    only_draft: bool,
) -> None:  # fmt: skip
    by, at = request.officer, request.at
    slip = actions.draw_up_slip(
        committee, by=by, at=at, kind=kind, unit=tasks[0].lead, tasks=tasks, step=step
    )
    if not only_draft:
        actions.send_slip(slip, by=by, at=at)
