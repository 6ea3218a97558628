"""The doors through which a hand-over is begun, sorted, carried out and received."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import say_wrong
from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.forms import FillInForm, ReceiptForm, SortLinesForm, WhoseForm
from dondoc.handovers.models import UNFINISHED, Handover, Receipt
from dondoc.handovers.queries import bodies_within_reach, seats_within_reach
from dondoc.handovers.views.pages import HANDING_OVER, detail_page, handover_of, list_page
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

DRAWN_UP = "Đã lập danh sách; chưa việc nào được chuyển. Hãy chọn người nhận, xem lại từng việc."


@require_POST
@seated(*HANDING_OVER)
def draft(request: SeatedRequest) -> HttpResponse:
    """Begun from the list of hand-overs: whose work it is."""
    form = WhoseForm(request.POST, by=request.officer, day=day_of(request.at))
    if form.is_valid():
        return _of_seat(request, form.cleaned_data["giver"])
    form.status = 422
    return list_page(request, form)


@require_POST
@seated(*HANDING_OVER)
def draft_of_seat(request: SeatedRequest, pk: int) -> HttpResponse:
    """Begun at a press beside a person, seated or gone."""
    visible = seats_within_reach(request.officer)
    return _of_seat(request, get_object_or_404(visible, pk=pk))


@require_POST
@seated(*HANDING_OVER)
def draft_of_body(request: SeatedRequest, pk: int) -> HttpResponse:
    """Begun at a press beside a body that ended."""
    visible = bodies_within_reach(request.officer)
    body = get_object_or_404(visible.select_related("committee"), pk=pk)
    return _begun(
        request, actions.draft_succession, body, Handover.objects.filter(body=body, giver=None)
    )


def _of_seat(request: SeatedRequest, giver: Officer) -> HttpResponse:
    return _begun(request, actions.draft_handover, giver, Handover.objects.filter(giver=giver))


def _begun(
    request: SeatedRequest, deed: Callable[..., Any], whose: Officer | Agency, same: Any
) -> HttpResponse:
    """To the new list, to the one already begun, or back with the refusal."""
    begun = same.visible_to(request.officer).filter(state__in=UNFINISHED).first()
    if begun is not None:
        return redirect("handovers:detail", begun.pk)
    form = HouseForm(request.POST)
    made = attempt(form, deed, whose, by=request.officer, at=request.at)
    say_wrong(request, form)
    if made is None:
        return redirect("handovers:orphans")
    messages.success(request, DRAWN_UP)
    return redirect("handovers:detail", made.pk)


Asks = Callable[..., HouseForm] | None
MOVES: dict[str, tuple[Asks, Callable[..., Any], str]] = {
    "fill_in": (FillInForm, actions.fill_in, "Đã lưu người nhận chung."),
    "sort_lines": (SortLinesForm, actions.sort_lines, "Đã ghi cho các việc được chọn."),
    "refresh_lines": (None, actions.refresh_lines, "Danh sách đã đúng như hiện tại."),
    "hand_over": (None, actions.hand_over, "Đã nhận lệnh bàn giao."),
    "drop_handover": (None, actions.drop_handover, "Đã bỏ; chưa việc nào được chuyển."),
}
"""The moves of a hand-over: what each asks, does and says."""


@require_POST
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move of a hand-over."""
    handover = handover_of(request, pk)
    if verb not in MOVES:
        raise Http404
    asks, deed, said = MOVES[verb]
    form = (
        asks(request.POST, handover=handover, day=day_of(request.at))
        if asks
        else HouseForm(request.POST)
    )
    if form.is_valid():
        attempt(form, deed, handover, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            back = redirect("handovers:detail", handover.pk)
            back["Location"] += f"?{query}" if (query := request.GET.urlencode()) else ""
            return redirect("handovers:list") if verb == "drop_handover" else back
        handover = handover_of(request, pk)
    return detail_page(request, handover, {verb: form})


@require_POST
@seated()
def sign(request: SeatedRequest, pk: int) -> HttpResponse:
    """A receiver signs, and may say what is missing."""
    visible = Receipt.objects.visible_to(request.officer)
    receipt = get_object_or_404(visible.select_related("handover", "receiver", "successor"), pk=pk)
    form = ReceiptForm(request.POST)
    if form.is_valid():
        said = {"by": request.officer, "at": request.at, **form.cleaned_data}
        attempt(form, actions.sign_receipt, receipt, **said)
        if form.is_valid():
            messages.success(request, "Đã ký nhận.")
            return redirect("handovers:detail", receipt.handover_id)
    return detail_page(request, handover_of(request, receipt.handover_id), {"sign_receipt": form})
