"""Pages of figures: the league table, a unit's sheet, the tasks behind a number, the leader's."""

import re
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.models.officers import COMMITTEE_READERS
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.sheets import Column, write_sheet
from dondoc.remedies import considering
from dondoc.rules.scoring import COUNT_LABELS, CURRENT
from dondoc.rules.timeliness import last_day
from dondoc.scorecards import boards, deciding, queries
from dondoc.scorecards.asking import (
    Question,
    committees_for,
    may_open,
    question_of,
    week_before,
)
from dondoc.tasks.models import Task, TaskVersion

PAGE = 100
WORST = 8
NUMBER = re.compile(r"[0-9]{1,18}")


@require_safe
@seated()
def table(request: SeatedRequest) -> HttpResponse:
    """The league table of a committee, for everyone seated in it."""
    question, page = _asked(request)
    sort = request.GET.get("sort", "")
    league = boards.league(question, question.before(), sort)
    page |= {"league": league, "before": question.before(), "sort": sort}
    return render(request, "scorecards/table.html", page)


@require_safe
@seated()
def unit(request: SeatedRequest, pk: int) -> HttpResponse:
    """The sheet of one unit, for the unit and for who reads all of the committee."""
    question, page = _asked(request)
    named = _unit(request.officer, question, pk)
    sheet = boards.sheet(question, pk)
    mine = _visible(request.officer, [one.version for one in sheet.dragging])
    page |= {"unit": named, "sheet": sheet, "before": question.before(), "open_to_me": mine}
    return render(request, "scorecards/unit.html", page)


@require_safe
@seated()
def behind(request: SeatedRequest) -> HttpResponse:
    """Exactly the tasks behind one number, as they stood at the cut-off."""
    question, page = _asked(request)
    asked = _behind(request, question)
    rows = Paginator(asked.tasks.order_by("-starred", "due_at", "task_id"), PAGE)
    shown = rows.get_page(request.GET.get("page"))
    told = boards.told(question, shown.object_list)
    page |= {
        "asked": asked, "rows": told, "rows_page": shown, "total": rows.count,
        "open_to_me": _visible(request.officer, [one.version for one in told]),
        "last_day": last_day,
        "export_url": f"{reverse('scorecards:export')}?{request.GET.urlencode()}",
    }  # fmt: skip
    return render(request, "scorecards/behind.html", page)


@require_safe
@seated()
def export(request: SeatedRequest) -> HttpResponse:
    """The same list as .xlsx."""
    question, _ = _asked(request)
    asked = _behind(request, question)
    told = boards.told(question, asked.tasks.order_by("-starred", "due_at", "task_id"))
    mine = _visible(request.officer, [one.version for one in told])
    stream = BytesIO()
    notes = [f"Nhiệm vụ giao {question.period}", question.stamp, f"Số nhiệm vụ: {len(told)}"]
    rows = (_cells(n, one, one.version.task_id in mine) for n, one in enumerate(told, 1))
    write_sheet(asked.title, COLUMNS, rows, note_lines=notes, stream=stream)
    response = HttpResponse(stream.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="nhiem-vu-{asked.count_name}.xlsx"'
    return response


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    Column("Stt", 6), Column("Mã nhiệm vụ", 18), Column("Nội dung", 60), Column("Chủ trì", 28),
    Column("Giao lúc", 17), Column("Quá hạn từ", 17), Column("Quá hạn gốc từ", 17),
    Column("Trạng thái khi đó", 22), Column("Đánh giá khi đó", 24), Column("Gắn sao", 9),
    Column("Trình kết quả lúc", 17),
)  # fmt: skip


def _cells(n: int, one: boards.Told, visible: bool) -> tuple[Any, ...]:
    was = one.version
    return (
        n, was.task.code, was.task.content if visible else HIDDEN, one.lead, was.assigned_at,
        was.due_at, was.original_due_at, was.get_state_display(), one.judged.label, was.starred,
        was.submitted_at,
    )  # fmt: skip


HIDDEN = "(nay không thuộc phạm vi của đơn vị)"


@require_safe
@seated(*COMMITTEE_READERS)
def leader(request: SeatedRequest) -> HttpResponse:
    """The one page of a leader: where the work stands now, and what needs him."""
    if request.officer.agency.committee is None:
        raise Http404
    question, page = _asked(request)
    question = replace(question, period=replace(question.period, carry_over=True))
    since = week_before(question)
    league = boards.league(question, since)
    page |= {
        "question": question, "league": league, "since": since,
        "worst": league.worst(WORST), "link": partial(_link, question),
        "matters": deciding.matters(request.officer, question.committee, request.at),
        "soon_words": deciding.soon_words(question.committee),
        "considerations": considering.waiting_for(request.officer),
    }  # fmt: skip
    return render(request, "scorecards/leader.html", page)


def _asked(request: SeatedRequest) -> tuple[Question, dict[str, Any]]:
    committees = committees_for(request.officer)
    if not committees:
        raise Http404
    question, wrong = question_of(request.GET, committees, request.at)
    return question, {
        "question": question, "wrong": wrong, "committees": committees, "formulas": CURRENT,
        "labels": COUNT_LABELS, "link": partial(_link, question),
        "may": partial(may_open, request.officer, question.committee),
    }  # fmt: skip


def _link(question: Question, count: str, unit: int | None = None, **more: Any) -> str:
    """The address of the tasks behind a number."""
    return f"{reverse('scorecards:behind')}?{question.query(count=count, unit=unit, **more)}"


def _unit(officer: Officer, question: Question, pk: int) -> queries.Unit:
    """The unit as it was named at the cut-off; to a stranger it is not there."""
    below = Agency.objects.under(question.committee).filter(pk=pk).values_list("pk", flat=True)
    units = queries.units_of(question.committee, question.period, question.as_of, also=below)
    named = next((unit for unit in units if unit.pk == pk), None)
    if named is None or not may_open(officer, question.committee, pk):
        raise Http404
    return named


@dataclass(frozen=True)
class Behind:
    """One number asked about: its words and its tasks."""

    count_name: str
    unit: queries.Unit | None
    part: str
    tasks: "QuerySet[TaskVersion]"

    @property
    def title(self) -> str:
        """ "Sở Xây dựng: Quá hạn"."""
        name = self.unit.name if self.unit else "Tất cả đơn vị"
        return f"{name}: {COUNT_LABELS[self.count_name]}{self.part}"


def _behind(request: SeatedRequest, question: Question) -> Behind:
    said = request.GET
    name, pk = said.get("count", "assigned"), said.get("unit", "")
    if name not in COUNT_LABELS or not (pk == "" or NUMBER.fullmatch(pk)):
        raise Http404
    unit = _unit(request.officer, question, int(pk)) if pk else None
    if unit is None and not may_open(request.officer, question.committee, None):
        raise Http404
    only, part = _part(said)
    original = said.get("deadline") == "original"
    deadline = queries.ORIGINAL if original else queries.DUE
    key = unit.pk if unit else None
    asked = (question.committee, question.period, question.as_of, key, name)
    tasks = queries.behind(*asked, only=only, deadline=deadline)
    return Behind(name, unit, part + (" (theo thời hạn gốc)" if original else ""), tasks)


def _part(said: Any) -> tuple[Q, str]:
    """The part of a unit's work that the address asks for, and its words."""
    only, words = Q(), ""
    for by, column in queries.KEYS.items():
        value = said.get(by, "")
        if by == "unit" or not value:
            continue
        if value != "none" and not NUMBER.fullmatch(value):
            raise Http404
        only &= Q(**{f"{column}__isnull": True}) if value == "none" else Q(**{column: value})
        words = f", {PARTS[by]}"
    if said.get("starred") == "1":
        only, words = only & Q(starred=True), ", gắn sao"
    return only, words


PARTS = {
    "leader": "của một lãnh đạo giao", "field": "của một lĩnh vực",
    "document": "của một văn bản",
}  # fmt: skip


def _visible(officer: Officer, versions: list[TaskVersion]) -> set[int]:
    """Which of these tasks the officer may open now: some have since gone to another unit."""
    tasks = [version.task_id for version in versions]
    return set(Task.objects.visible_to(officer).filter(pk__in=tasks).values_list("pk", flat=True))
