"""The page of the units that are to be asked to come."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.reports.red_periods import periods_of, summoned
from dondoc.rules.ladder import Form


@require_safe
@seated()
def summons(request: SeatedRequest) -> HttpResponse:
    """Who was named how often in a row, with the figures of each report; for the committee."""
    committee = request.officer.agency.committee
    if committee is None or not request.officer.reads_committee:
        raise Http404
    context = {
        "committee": committee,
        "needed": periods_of(committee, Form.SUMMONS),
        "units": summoned(request.officer, committee),
    }
    return render(request, "reports/summons.html", context)
