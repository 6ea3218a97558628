"""The registration page of a unit: what it undertakes, typed, pasted, taken over, sent."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import queries
from dondoc.planning.actions import programmes as actions
from dondoc.planning.forms.programmes import ItemForm, PasteForm, RowsForm, SendForm
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.outcomes import is_late
from dondoc.planning.pasting import Reading
from dondoc.planning.programme_flow import arranges, heads_unit
from dondoc.planning.views.programmes.fetching import done, item_of, programme_of, unit_or_404
from dondoc.planning.views.programmes.pages import head_of
from dondoc.tasks.forms.giving import may_support, people_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt


@seated()
def registration(request: SeatedRequest, pk: int) -> HttpResponse:
    """What the unit has registered, and four empty lines for more."""
    programme = programme_of(request, pk)
    unit = unit_or_404(request, programme)
    rows = _rows_form(request, programme, unit)
    if request.method == "POST" and rows.is_valid():
        made = attempt(
            rows, actions.register_rows, programme, by=request.officer, at=request.at, unit=unit,
            rows=rows.rows(),
        )  # fmt: skip
        if made is not None:
            return _back(request, programme, unit, f"Đã đăng ký {len(made)} nội dung.")
    return _page(request, programme, unit, rows=rows)


def _rows_form(request: SeatedRequest, programme: Programme, unit: Agency) -> RowsForm:
    people = list(people_of(unit, day_of(request.at)))
    return RowsForm(request.POST or None, programme=programme, people=people)


def _page(
    request: SeatedRequest, programme: Programme, unit: Agency, **asked: HouseForm
) -> HttpResponse:
    """The page, with a form that was refused in its place."""
    people = list(people_of(unit, day_of(request.at)))
    rows = asked.get("rows") or RowsForm(None, programme=programme, people=people)
    items = queries.items_of(programme).filter(unit=unit).prefetch_related("coordinating")
    context: dict[str, Any] = head_of(request, programme) | {
        "unit": unit,
        "items": list(items.exclude(state=ProgrammeItem.State.WITHDRAWN)),
        "is_late": lambda item: is_late(item, programme),
        "longer": queries.longer_items(programme, unit) if programme.is_open else [],
        "rows": rows,
        "paste": asked.get("paste") or PasteForm(None, reading=_reading(request, programme, unit)),
        "send": asked.get("send") or SendForm(None),
        "registration": programme.registrations.filter(unit=unit)
        .select_related("sent_by__user")
        .first(),
        "may_send": heads_unit(request.officer, unit) or arranges(request.officer, programme),
    }
    status = next((form.status for form in asked.values() if form.status != 200), 200)
    return render(request, "planning/programme_registration.html", context, status=status)


def _reading(request: SeatedRequest, programme: Programme, unit: Agency) -> Reading:
    today = day_of(request.at)
    return Reading.of(
        people_of(unit, today), may_support(programme.committee, today),
        programme.from_on, programme.to_on,
    )  # fmt: skip


def _back(request: SeatedRequest, programme: Programme, unit: Agency, words: str) -> HttpResponse:
    answer = done(request, words, "planning:registration", programme.pk)
    if unit.pk != request.officer.agency_id:
        answer["Location"] += f"?unit={unit.pk}"
    return answer


@require_POST
@seated()
def paste_items(request: SeatedRequest, pk: int) -> HttpResponse:
    """Many lines at once, from a sheet."""
    programme = programme_of(request, pk)
    unit = unit_or_404(request, programme)
    form = PasteForm(request.POST, reading=_reading(request, programme, unit))
    if form.is_valid():
        made = attempt(
            form, actions.register_rows, programme, by=request.officer, at=request.at, unit=unit,
            rows=form.rows,
        )  # fmt: skip
        if made is not None:
            return _back(request, programme, unit, f"Đã đăng ký {len(made)} nội dung.")
    return _page(request, programme, unit, paste=form)


@require_POST
@seated()
def take_up(request: SeatedRequest, pk: int, item: int) -> HttpResponse:
    """An undertaking of the year or quarter becomes one of this period, by one press."""
    programme = programme_of(request, pk)
    unit = unit_or_404(request, programme)
    whole = item_of(request, item)
    actions.take_up(programme, by=request.officer, at=request.at, unit=unit, whole=whole)
    return _back(request, programme, unit, "Đã đưa vào đăng ký. Hãy xem lại nội dung và thời hạn.")


@require_POST
@seated()
def complete_registration(request: SeatedRequest, pk: int) -> HttpResponse:
    """The head says it is complete, or that the unit has nothing."""
    programme = programme_of(request, pk)
    unit = unit_or_404(request, programme)
    form = SendForm(request.POST)
    if form.is_valid():
        sent = attempt(
            form, actions.complete_registration, programme, by=request.officer, at=request.at,
            unit=unit, **form.cleaned_data,
        )  # fmt: skip
        if sent is not None:
            return _back(request, programme, unit, "Đã gửi đăng ký của đơn vị.")
    return _page(request, programme, unit, send=form)


@seated()
def edit_item(request: SeatedRequest, pk: int) -> HttpResponse:
    """An item in other words."""
    item = item_of(request, pk)
    form = ItemForm(
        request.POST or None, programme=item.programme, unit=item.unit, at=request.at,
        initial=ItemForm.of(item),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.edit_item, item, by=request.officer, at=request.at, **form.said())
        if form.is_valid():
            return _onward(request, item, "Đã lưu nội dung.")
    context = {"item": item, "programme": item.programme, "form": form, "title": "Sửa nội dung"}
    return render(request, "planning/programme_item_form.html", context, status=form.status)


def _onward(request: SeatedRequest, item: ProgrammeItem, words: str) -> HttpResponse:
    """To where the person works: the Office arranges, a unit registers."""
    programme = item.programme
    if arranges(request.officer, programme) and request.officer.agency_id != item.unit_id:
        return done(request, words, "planning:arrange", programme.pk)
    return _back(request, programme, item.unit, words)


@require_POST
@seated()
def withdraw(request: SeatedRequest, pk: int) -> HttpResponse:
    """An item is taken back."""
    item = item_of(request, pk)
    actions.withdraw(item, by=request.officer, at=request.at)
    return _onward(request, item, "Đã rút nội dung.")
