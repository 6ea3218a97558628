"""The Office's page: by field of each leader, in order, merged; who has not registered."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import queries
from dondoc.planning.actions import programmes as actions
from dondoc.planning.forms.programmes import PickForm, ReasonForm
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.outcomes import is_late
from dondoc.planning.views.programmes.fetching import done, item_of, programme_of
from dondoc.planning.views.programmes.pages import head_of
from dondoc.workflow import attempt

State = ProgrammeItem.State
PRESSED = {
    "move_up": "Đã đưa lên.",
    "move_down": "Đã đưa xuống.",
    "put_back": "Đã đưa trở lại chương trình.",
}


@require_safe
@seated()
def arrange(request: SeatedRequest, pk: int) -> HttpResponse:
    """All that was registered, under the leader in charge."""
    programme = programme_of(request, pk)
    context = head_of(request, programme)
    if not context["may_arrange"]:
        raise Http404
    return _page(request, programme, context)


def _page(
    request: SeatedRequest, programme: Programme, context: dict[str, Any],
    form: PickForm | None = None,
) -> HttpResponse:  # fmt: skip
    today = day_of(request.at)
    leaders = queries.leaders_on(programme.committee, today)
    items = list(queries.items_of(programme).prefetch_related("coordinating"))
    standing = [item for item in items if item.state == State.REGISTERED]
    silent = queries.silent_units(programme, request.at)
    context |= {
        "groups": queries.by_leader(standing, leaders),
        "leaders": leaders,
        "left_out": [i for i in items if i.state in (State.DECLINED, State.MERGED)],
        "is_late": lambda item: is_late(item, programme),
        "silent": silent,
        "may_be_urged": [unit for unit in silent if queries.urged_on(programme, unit.pk) != today],
        "spoken": queries.spoken_units(programme),
        "last_urged": {
            int(pk): datetime.fromisoformat(said) for pk, said in programme.urged.items()
        },
        "number_of": len(standing),
        "form": form,
    }
    status = form.status if form else 200
    return render(request, "planning/programme_arrange.html", context, status=status)


@require_POST
@seated()
def pick(request: SeatedRequest, pk: int) -> HttpResponse:
    """The items ticked are merged into one, or handed to another leader."""
    programme = programme_of(request, pk)
    context = head_of(request, programme)
    if not context["may_arrange"]:
        raise Http404
    leaders = queries.leaders_on(programme.committee, day_of(request.at))
    items = programme.items.filter(state=State.REGISTERED).order_by("place", "pk")
    form = PickForm(request.POST, items=items, leaders=leaders)
    if form.is_valid():
        deed = _hand_over if request.POST.get("do") == "hand_over" else _merge
        said = attempt(form, deed, form, by=request.officer, at=request.at)
        if said is not None:
            return done(request, said, "planning:arrange", programme.pk)
    form.status = form.status if form.status != 200 else 422
    return _page(request, programme, context, form)


def _merge(form: PickForm, **who: Any) -> str:
    items = list(form.cleaned_data["items"])
    into = form.cleaned_data["into"] or items[0]
    return f"Đã gộp {actions.merge_items(items, into=into, **who)} nội dung."


def _hand_over(form: PickForm, **who: Any) -> str:
    items, leader = list(form.cleaned_data["items"]), form.cleaned_data["leader"]
    return f"Đã giao {actions.hand_over_items(items, leader=leader, **who)} nội dung."


@require_POST
@seated()
def press(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on an item that asks for nothing."""
    if verb not in PRESSED:
        raise Http404
    item = item_of(request, pk)
    getattr(actions, verb)(item, by=request.officer, at=request.at)
    answer = done(request, PRESSED[verb], "planning:arrange", item.programme_id)
    answer["Location"] += f"#item-{item.pk}"
    return answer


@seated()
def decline(request: SeatedRequest, pk: int) -> HttpResponse:
    """An item is left out, with the reason."""
    item = item_of(request, pk)
    form = ReasonForm(request.POST or None, label="Lý do không đưa vào chương trình")
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.decline, item, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            open_ = item.programme.is_open
            page = "planning:arrange" if open_ else "planning:approval"
            return done(request, "Đã để ngoài chương trình.", page, item.programme_id)
    context = {
        "item": item, "programme": item.programme, "form": form,
        "title": "Không đưa vào chương trình", "send": "Không đưa vào",
    }  # fmt: skip
    return render(request, "planning/programme_item_form.html", context, status=form.status)


@require_POST
@seated()
def urge(request: SeatedRequest, pk: int) -> HttpResponse:
    """All units that have not registered are told so, or the one named."""
    programme = programme_of(request, pk)
    named = request.POST.get("unit", "")
    seen = Agency.objects.visible_to(request.officer)
    units = list(seen.filter(pk=named if named.isdecimal() else 0))
    if named and not units:
        raise Http404
    told = actions.urge(programme, by=request.officer, at=request.at, units=units)
    names = ", ".join(unit.short_name or unit.name for unit in told)
    return done(request, f"Đã đôn đốc {len(told)} đơn vị: {names}.", "planning:arrange", pk)
