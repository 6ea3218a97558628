"""The front door: each role is shown to its own desk."""

from django.http import HttpResponse
from django.shortcuts import redirect

from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated

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
