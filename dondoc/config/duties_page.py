"""The page of what the house does by the clock: last run, next run, what is late, once more now."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies import actions
from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import pressed
from dondoc.config.duties import DUTIES
from dondoc.jobs.models import DutyRun
from dondoc.jobs.queue import standing_of_queue
from dondoc.jobs.standing import alarm_at, leader, standings_of

WATCHERS = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.ADMINISTRATOR)


@require_safe
@seated(*WATCHERS)
def duties(request: SeatedRequest) -> HttpResponse:
    """Each duty with its hour, its last run and its next."""
    context = {
        "standings": standings_of(DUTIES, request.at),
        "found": alarm_at(DUTIES, request.at),
        "leader": leader(),
        "queue": standing_of_queue(),
    }
    return render(request, "jobs/duties.html", context)


@require_POST
@seated(*WATCHERS)
def run_duty_again(request: SeatedRequest, pk: int) -> HttpResponse:
    """One that failed need not wait for its next try."""
    run = get_object_or_404(DutyRun.objects.visible_to(request.officer), pk=pk)
    pressed(request, actions.run_again, run, done="Đã yêu cầu chạy lại, trong vòng 20 giây.")
    return redirect("duties")
