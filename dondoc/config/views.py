"""The front door: each role is shown to its own desk; a demonstration has no lock."""

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dondoc.accounts.signing import note_signed_in
from dondoc.agencies.models import Role
from dondoc.agencies.seating import SEAT, SeatedRequest, seated
from dondoc.config.demo.personas import personas

DESKS: dict[str, str] = {
    Role.LEADER: "scorecards:leader",
    Role.OFFICE_HEAD: "scorecards:leader",
    Role.TRACKING_OFFICER: "documents:list",
    Role.CLERK: "documents:list",
    Role.EMULATION_READER: "scorecards:table",
    Role.AUDITOR: "scorecards:table",
    Role.ADMINISTRATOR: "agencies:list",
}


@seated()
def home(request: SeatedRequest) -> HttpResponse:
    """To the desk of the seat: units to their own, the Office to its documents."""
    return redirect(DESKS.get(request.officer.role, "tasks:desk"))


@require_POST
def sign_in_as(request: HttpRequest, pk: int) -> HttpResponse:
    """One press at the door of a demonstration; elsewhere there is no such door."""
    seat = next((row.seat for row in personas() if row.seat.pk == pk), None)
    if seat is None:
        raise Http404
    get_adapter().login(request, seat.user)
    UserSession.objects.create_from_request(request)
    request.session[SEAT] = seat.pk
    note_signed_in(request, seat.user, how="trình diễn")
    return redirect("home")
