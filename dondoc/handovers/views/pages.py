"""Pages of hand-overs: all of them, one with its list, and what has no living owner."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.rendering.files import RENDERERS
from dondoc.documents.views.downloads import paper_file
from dondoc.handovers.actions.carrying_out import HAND_OVER
from dondoc.handovers.flow import handover_flow, receipt_flow
from dondoc.handovers.forms import FillInForm, ReceiptForm, SortLinesForm, WhoseForm
from dondoc.handovers.holdings import Holding
from dondoc.handovers.models import Handover, Receipt
from dondoc.handovers.orphans import orphans_of
from dondoc.handovers.protocol import protocol
from dondoc.handovers.queries import Shown, sheet_of
from dondoc.jobs.queue import job_of
from dondoc.ui.forms import HouseForm

HANDING_OVER = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.UNIT_HEAD, Role.ADMINISTRATOR)
RELATED = (
    "giver__user", "giver__agency", "giver__delegated_by__user", "body", "committee",
    "receiver__user", "receiver__agency", "successor", "drawn_up_by__user",
    "handed_over_by__user", "handed_over_by__agency",
)  # fmt: skip
PAGE = 50


@dataclass(frozen=True)
class Listed:
    """A line of the list under its kind; the table ticks it by its key."""

    holding: Holding
    shown: Shown

    @property
    def pk(self) -> int:
        return self.shown.pk


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Hand-overs one may see; those not yet received first when asked for."""
    return list_page(request)


def list_page(request: SeatedRequest, form: WhoseForm | None = None) -> HttpResponse:
    """The list, with the form that begins a new one for whoever may."""
    seen = Handover.objects.visible_to(request.officer).select_related(*RELATED)
    seen = seen.exclude(state=Handover.State.DROPPED)
    waits = Q(receipts__state=Receipt.State.WAITS)
    if request.GET.get("waiting"):
        seen = seen.filter(waits, state=Handover.State.DONE)
    seen = seen.annotate(waiting=Count("receipts", filter=waits))
    page = Paginator(seen.order_by("-drawn_up_at", "-pk"), 30).get_page(request.GET.get("page"))
    day = day_of(request.at)
    may = request.officer.role in HANDING_OVER
    context = {
        "page": page,
        "only_waiting": bool(request.GET.get("waiting")),
        "form": form or (WhoseForm(by=request.officer, day=day) if may else None),
        "orphans": orphans_of(request.officer, day).total if may else None,
    }
    return render(request, "handovers/list.html", context, status=form.status if form else 200)


@require_safe
@seated(*HANDING_OVER)
def orphans(request: SeatedRequest) -> HttpResponse:
    """What has no living owner, each with one press to hand it over."""
    found = orphans_of(request.officer, day_of(request.at))
    return render(request, "handovers/orphans.html", {"found": found})


def handover_of(request: SeatedRequest, pk: int) -> Handover:
    """The hand-over, for whoever may see it."""
    visible = Handover.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The list to be sorted, or what was handed over and who has signed for it."""
    return detail_page(request, handover_of(request, pk))


def detail_page(
    request: SeatedRequest, handover: Handover, asked: dict[str, HouseForm] | None = None
) -> HttpResponse:
    """One hand-over; `asked` are forms that were refused."""
    asked, day = asked or {}, day_of(request.at)
    may = {move.verb for move in handover_flow.open_to(request.officer, handover)}
    sheet = sheet_of(handover, request.officer, day)
    wanted = request.GET.get("holding", "")
    lines = [
        Listed(holding, one)
        for holding, rows in sheet.groups
        if wanted in ("", holding.key)
        for one in rows
        if not request.GET.get("wrong") or one.problem
    ]
    context: dict[str, Any] = {
        "handover": handover,
        "may": may,
        "sheet": sheet,
        "holding": wanted,
        "page": Paginator(lines, PAGE).get_page(request.GET.get("page")),
        "receipts": _receipts(request, handover),
        "job": job_of(HAND_OVER, handover.pk) if handover.state == "moving" else None,
        "refused": asked,
        "sign_form": asked.get("sign_receipt") or ReceiptForm(),
    }
    if "fill_in" in may:
        first = {
            "receiver": handover.receiver_id, "successor": handover.successor_id,
            "reason": handover.reason, "basis": handover.basis,
        }  # fmt: skip
        context["fill_in"] = asked.get("fill_in") or FillInForm(
            initial=first, handover=handover, day=day
        )
        context["sort_lines"] = asked.get("sort_lines") or SortLinesForm(
            handover=handover, day=day, auto_id="sort_%s"
        )
    status = next((form.status for form in asked.values()), 200)
    return render(request, "handovers/detail.html", context, status=status)


def _receipts(request: SeatedRequest, handover: Handover) -> list[tuple[Receipt, bool]]:
    """Each receipt, and whether the reader is to sign it."""
    related = ("receiver__user", "receiver__agency", "successor", "signed_by__user", "handover")
    rows = handover.receipts.select_related(*related).order_by("pk")
    sign = receipt_flow.moves["sign_receipt"]
    return [(one, sign.is_open_to(request.officer, one)) for one in rows]


@require_safe
@seated()
def paper(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The protocol: as kept, or as it would be, marked as a draft."""
    handover = handover_of(request, pk)
    if kind not in RENDERERS:
        raise Http404
    sheet = sheet_of(handover, request.officer, day_of(request.at))
    return paper_file(
        handover, kind, lambda: protocol(handover, sheet, request.officer),  # type: ignore[arg-type]  # it has both files and a name
        issued=handover.is_over,
    )  # fmt: skip
