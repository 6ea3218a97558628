"""Pages of who answered: the list of heads, one person, one unit, the sheet for the grading."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import local
from dondoc.documents.views.downloads import download
from dondoc.remedies import accountability, considering, grading
from dondoc.remedies.accountability import COUNTS, PersonLines
from dondoc.remedies.asking import AskedPeriod, asked_period
from dondoc.remedies.grading_sheet import percent, write_grading
from dondoc.remedies.models import Consideration
from dondoc.rules.grading import FORMULA_WORDS
from dondoc.rules.wording import moment
from dondoc.tasks.models import Task

GRADING = (Role.LEADER, Role.OFFICE_HEAD, Role.EMULATION_READER, Role.UNIT_HEAD)
LABELS = {name: label for name, (label, _) in COUNTS.items()}


def _committee(request: SeatedRequest) -> Agency:
    committee = accountability.committee_for(request.officer)
    if committee is None:
        raise Http404
    return committee


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Heads and executors of the committee; others are led to their own page."""
    officer, committee = request.officer, _committee(request)
    if not accountability.reads_all(officer):
        return redirect("remedies:person", officer.user_id)
    asked = asked_period(request.GET.get("period", ""), request.at)
    told = accountability.book(committee, asked.period, request.at)
    context = {
        "asked": asked, "book": told, "labels": LABELS,
        "unit_names": _unit_names(told),
        "may_grade": officer.role in GRADING,
    }  # fmt: skip
    return render(request, "remedies/accountability.html", context)


def _unit_names(told: accountability.Book) -> dict[int, str]:
    return {pk: unit.name for pk, unit in told.units.items()}


@require_safe
@seated()
def person(request: SeatedRequest, pk: int) -> HttpResponse:
    """What one person answered for; for himself and the committee's readers alone."""
    officer, committee = request.officer, _committee(request)
    if officer.user_id != pk and not accountability.reads_all(officer):
        raise Http404
    asked = asked_period(request.GET.get("period", ""), request.at)
    told = accountability.book(committee, asked.period, request.at)
    seats = Officer.objects.filter(user=pk, agency__path__startswith=committee.path)
    named = seats.select_related("user", "agency").order_by("-from_on", "-pk").first()
    if named is None and officer.user_id != pk:
        raise Http404
    parts = [("head", "Là người đứng đầu", told.head(pk))]
    parts.append(("executor", "Là người thực hiện", told.executor(pk)))
    context = {
        "person": named, "own": officer.user_id == pk, "title": _name_of(named, pk),
        "parts": [_part(request, *part) for part in parts if part[2].lines or part[0] == "head"],
        "considerations": _considered(request, pk),
    }  # fmt: skip
    return render(
        request, "remedies/accountability_person.html", context | _lists(request, told, asked)
    )


def _name_of(named: Officer | None, pk: int) -> str:
    return named.name if named else User.objects.values_list("name", flat=True).get(pk=pk)


def _considered(request: SeatedRequest, pk: int) -> Any:
    seen = Consideration.objects.visible_to(request.officer).filter(person__user=pk)
    return seen.exclude(state=Consideration.State.DROPPED).order_by("-month", "-pk")


def _part(request: SeatedRequest, key: str, label: str, lines: PersonLines) -> dict[str, Any]:
    """One capacity: its numbers, and the lines behind the number asked for."""
    only = request.GET.get("only", "") if request.GET.get("as", "head") == key else ""
    only = only if only in COUNTS else ""
    return {
        "key": key, "label": label, "counts": lines.counts, "days": lines.days, "only": only,
        "lines": lines.only(only) if only else lines.lines, "of": lines,
    }  # fmt: skip


def _lists(request: SeatedRequest, told: accountability.Book, asked: AskedPeriod) -> dict[str, Any]:
    ids = [item.task.pk for item in told.items]
    seen = Task.objects.visible_to(request.officer).filter(pk__in=ids)
    return {
        "asked": asked, "book": told, "labels": LABELS, "unit_names": _unit_names(told),
        "open_to_me": set(seen.values_list("pk", flat=True)),
    }  # fmt: skip


@require_safe
@seated()
def unit(request: SeatedRequest, pk: int) -> HttpResponse:
    """A unit as a collective, for the committee's readers and the unit's own head."""
    officer, committee = request.officer, _committee(request)
    heads = officer.role in (Role.UNIT_HEAD, Role.FOCAL_POINT) and officer.agency_id == pk
    if not heads and not accountability.reads_all(officer):
        raise Http404
    asked = asked_period(request.GET.get("period", ""), request.at)
    told = accountability.book(committee, asked.period, request.at)
    body = Agency.objects.under(committee).filter(pk=pk).first()
    if body is None:
        raise Http404
    lines = told.by_unit.get(pk, considering.NOBODY)
    context = {
        "unit": body, "title": body.name,
        "parts": [_part(request, "head", "Tập thể", lines)],
        "answering": _answering(lines, told),
    }  # fmt: skip
    return render(
        request, "remedies/accountability_unit.html", context | _lists(request, told, asked)
    )


def _answering(lines: PersonLines, told: accountability.Book) -> dict[int, list[tuple[str, Any]]]:
    """Who answered for each item of the unit on which days; a vacancy is named."""
    found: dict[int, list[tuple[str, Any]]] = {}
    for line in lines.lines:
        found[line.item.task.pk] = [
            (told.officers[s.person].name if s.person else "Khuyết người đứng đầu", s)
            for s in line.item.heads
        ]
    return found


@require_safe
@seated(*GRADING)
def grade(request: SeatedRequest) -> HttpResponse:
    """The quantities of Decree 335 on screen."""
    asked = asked_period(request.GET.get("period", ""), request.at)
    rows = _subjects(request, asked)
    context = {
        "asked": asked, "rows": rows, "percent": percent, "kinds": grading.KINDS,
        "words": FORMULA_WORDS,
    }  # fmt: skip
    return render(request, "remedies/accountability_grading.html", context)


@require_safe
@seated(*GRADING)
def grade_sheet(request: SeatedRequest) -> HttpResponse:
    """The same as .xlsx, with each product, its coefficient and the formulas."""
    asked, stream = asked_period(request.GET.get("period", ""), request.at), BytesIO()
    committee = _committee(request)
    notes = (
        f"{committee.name}: {asked.name}, số liệu lấy lúc {moment(local(request.at))}",
        "Hệ số quy đổi: sửa ở cột “Hệ số” của bảng Chi tiết. Cách tính: bảng Công thức.",
    )
    rows = list(_subjects(request, asked))
    write_grading("Số liệu đánh giá, xếp loại (NĐ 335/2025/NĐ-CP)", notes, rows, stream=stream)
    return download(stream.getvalue(), f"danh-gia-nd335-{asked.written}.xlsx")


def _subjects(request: SeatedRequest, asked: AskedPeriod) -> Iterable[grading.Subject]:
    """All of the committee, or for a unit's head his own unit."""
    own = request.officer.agency if request.officer.role == Role.UNIT_HEAD else None
    return grading.subjects(_committee(request), asked.period, request.at, unit=own)
