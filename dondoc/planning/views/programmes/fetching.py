"""How doors of the programme fetch, and how they say a thing is done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest
from dondoc.database.clock import day_of
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem
from dondoc.planning.programme_flow import arranges, registers_for
from dondoc.planning.queries import units_of

RELATED = ("committee", "document", "opened_by", "approved_by__user", "issued_by__user")


def programme_of(request: SeatedRequest, pk: int) -> Programme:
    """The programme, to whoever may see it."""
    visible = Programme.objects.visible_to(request.officer)
    return get_object_or_404(visible.select_related(*RELATED), pk=pk)


def item_of(request: SeatedRequest, pk: int) -> ProgrammeItem:
    """An item, to whoever may see its programme."""
    related = (
        "programme__committee", "unit", "person__user", "leader__user", "field", "task",
        "part_of__programme", "carried_from__programme", "merged_into", "registered_by__user",
    )  # fmt: skip
    visible = ProgrammeItem.objects.visible_to(request.officer)
    return get_object_or_404(visible.select_related(*related), pk=pk)


def change_of(request: SeatedRequest, pk: int) -> ChangeRequest:
    """A request for a change, to whoever may see its programme."""
    related = ("programme__committee", "item__unit", "unit", "asked_by__user")
    visible = ChangeRequest.objects.visible_to(request.officer)
    return get_object_or_404(visible.select_related(*related), pk=pk)


def own_unit(request: SeatedRequest, programme: Programme) -> Agency | None:
    """The unit the officer registers for: his own; the Office may name any (`?unit=`)."""
    officer = request.officer
    units = units_of(programme.committee, day_of(request.at))
    asked = request.GET.get("unit", "") or request.POST.get("unit", "")
    if asked.isdecimal() and arranges(officer, programme):
        return units.filter(pk=int(asked)).first()
    own = units.filter(pk__in=[officer.agency_id, officer.committee_id or 0]).first()
    return own if own is not None and registers_for(officer, own) else None


def unit_or_404(request: SeatedRequest, programme: Programme) -> Agency:
    """The same; to whoever registers for none the page is not there."""
    unit = own_unit(request, programme)
    if unit is None:
        raise Http404
    return unit


def done(request: SeatedRequest, words: str, page: str, *args: object) -> HttpResponse:
    """Says it is done, in a way that lets the browser drop its draft, and goes on."""
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect(page, *args)
