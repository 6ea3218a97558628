"""What the room lends to pages of lower rooms: desks, and the pages where seats and bodies end."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import HEADS, hands_over_for
from dondoc.database.clock import day_of
from dondoc.handovers.holdings import holdings_of
from dondoc.handovers.models import Receipt
from dondoc.handovers.orphans import orphans_of
from dondoc.ui.panels import drawn


def handovers_on_desk(officer: Officer, at: datetime) -> Markup:
    """What nobody living answers for, and what the reader is to sign for."""
    count = orphans_of(officer, day_of(at)).total
    waiting = Receipt.objects.filter(state=Receipt.State.WAITS, receiver__user=officer.user_id)
    if officer.role in HEADS:
        waiting |= Receipt.objects.filter(state=Receipt.State.WAITS, successor=officer.agency_id)
    related = ("handover__giver__user", "handover__giver__agency", "handover__body")
    receipts = list(waiting.select_related(*related).order_by("pk")[:5])
    if not count and not receipts:
        return Markup("")
    return drawn("handovers/on_desk.html", {"orphans": count, "receipts": receipts})


def work_of_ending(ending: Officer | Agency, officer: Officer, request: HttpRequest) -> Markup:
    """What the seat or body about to be ended still holds; nothing where it holds nothing."""
    is_body = isinstance(ending, Agency)
    body = ending if isinstance(ending, Agency) else ending.agency
    held = [(one, one.held_by(ending).count()) for one in holdings_of(is_body) if one.is_work]
    counts = [(one, count) for one, count in held if count]
    if not counts:
        return Markup("")
    may = hands_over_for(officer, body) and not is_body
    begin = reverse("handovers:draft_of_seat", args=[ending.pk]) if may else ""
    return drawn("handovers/on_ending.html", {"counts": counts, "begin": begin}, request)


LENT: dict[str, Callable[..., Markup]] = {
    "handovers_on_desk": handovers_on_desk,
    "work_of_ending": work_of_ending,
}
