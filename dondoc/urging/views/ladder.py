"""The published ladder, and the page on which the Office sets it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.rules.timeliness import soon_in_words
from dondoc.urging import actions
from dondoc.urging.flow import sets_ladder
from dondoc.urging.forms import SetLadderForm
from dondoc.urging.models import Ladder
from dondoc.workflow import attempt


def _committee(request: SeatedRequest) -> Agency:
    return request.officer.agency.committee or request.officer.agency


@require_safe
@seated()
def ladder(request: SeatedRequest) -> HttpResponse:
    """What happens when, to whom: for everyone to read."""
    committee = _committee(request)
    rules = CommitteeRules.of(committee)
    context = {
        "committee": committee,
        "steps": Ladder.of(committee),
        "soon": soon_in_words(rules.due_soon_days, rules.due_soon_percent),
        "rules": rules,
        "may_set": sets_ladder(request.officer, committee),
    }
    return render(request, "urging/ladder.html", context)


@seated()
def set_ladder(request: SeatedRequest) -> HttpResponse:
    """The Office's head or the administrator sets the steps."""
    committee = _committee(request)
    if not sets_ladder(request.officer, committee):
        raise Http404
    form = SetLadderForm(request.POST or None, steps=Ladder.of(committee))
    if request.method == "POST" and form.is_valid():
        said = {"by": request.officer, "at": request.at, "steps": form.said()}
        attempt(form, actions.set_ladder, committee, **said)
        if form.is_valid():
            messages.success(request, "Đã lưu thang đôn đốc; áp dụng từ lần nhắc tới.")
            return redirect("urging:ladder")
    context = {"form": form, "committee": committee}
    return render(request, "urging/set_ladder.html", context, status=form.status)
