"""A meeting's dossier: planned on one page, read and worked on in another."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.meetings import actions
from dondoc.meetings.flow import entrusted, is_asked, lead_or_office, plans_for, prepares
from dondoc.meetings.forms import PlanForm
from dondoc.meetings.forms.choices import instant
from dondoc.meetings.forms.moves import ApproveContentForm, ReturnContentForm
from dondoc.meetings.models import Meeting
from dondoc.meetings.queries import RELATED, Clash, clashes, key_people
from dondoc.meetings.sheet import Sheet
from dondoc.meetings.views.lists import committee_of
from dondoc.workflow import attempt


def meeting_of(request: SeatedRequest, pk: int) -> Meeting:
    """A meeting the officer may see."""
    visible = Meeting.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The dossier, for those who prepare and decide; others are shown their invitation."""
    meeting = meeting_of(request, pk)
    if not (request.officer.reads_committee or prepares(request.officer, meeting)):
        return redirect("meetings:invited", pk)
    return dossier_page(request, meeting)


def dossier_page(request: SeatedRequest, meeting: Meeting, **asked: Any) -> HttpResponse:
    """The dossier with forms, empty or as they were refused."""
    officer, at = request.officer, request.at
    sheet = Sheet.of(meeting, officer, at)
    soon = thresholds_of(meeting.committee, at).soon_until
    said: dict[str, Any] = {"meeting": meeting, "officer": officer, "at": at}
    context = {
        "meeting": meeting, "sheet": sheet, "ready": sheet.readiness, "may": sheet.may,
        "judge": lambda task: task.judged(at, soon),
        "may_tick": lambda one: lead_or_office(officer, meeting) or entrusted(officer, one),
        "approve": asked.get("approve_content") or ApproveContentForm(**said),
        "return_form": asked.get("return_content")
        or ReturnContentForm(**said, auto_id="return_%s"),
        "is_asked": any(is_asked(officer, one) for one in sheet.participants),
    }  # fmt: skip
    status = next((form.status for form in asked.values()), 200)
    return render(request, "meetings/detail.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@seated()
def plan(request: SeatedRequest) -> HttpResponse:
    """A new meeting on one page; what overlaps is seen while typing."""
    committee = committee_of(request.officer)
    if not plans_for(request.officer, committee):
        raise Http404
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        committee=committee, officer=request.officer, today=day_of(request.at),
        initial=_first(request),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        made = attempt(form, actions.plan_meeting, committee, by=by, at=at, **form.said())
        if made is not None:
            key = request.POST.get("idempotency_key", "")
            messages.success(request, "Đã lập hồ sơ cuộc họp.", extra_tags=key)
            return redirect("meetings:detail", made.pk)
    context = {"form": form, "clashes": _clashes_of(form)}
    return render(request, "meetings/plan.html", context, status=form.status)


def _first(request: SeatedRequest) -> dict[str, Any]:
    names = ("series", "day", "title", "field")
    return {name: request.GET[name] for name in names if request.GET.get(name)}


@require_safe
@seated()
def overlaps(request: SeatedRequest) -> HttpResponse:
    """What the hour, room, vehicle and people being typed overlap with."""
    committee = committee_of(request.officer)
    if not plans_for(request.officer, committee):
        raise Http404
    form = PlanForm(
        request.GET, committee=committee, officer=request.officer, today=day_of(request.at)
    )
    form.is_valid()
    this = request.GET.get("meeting", "")
    rows = Meeting.objects.visible_to(request.officer)
    moved = rows.filter(pk=this).first() if this.isdecimal() else None
    context = {"clashes": _clashes_of(form, moved)}
    return render(request, "meetings/clashes.html", context)


def _clashes_of(form: PlanForm, moved: Meeting | None = None) -> list[Clash]:
    said = form.cleaned_data if form.is_bound else {}
    if not (said.get("day") and said.get("starts")):
        return []
    starts_at, ends_at = (instant(said["day"], said.get(name)) for name in ("starts", "ends"))
    officers = [one for one in (said.get("chair"), *(said.get("people") or ())) if one]
    return clashes(
        form.committee, starts_at, ends_at, room=said.get("room"), vehicle=said.get("vehicle"),
        officers=officers or (key_people(moved) if moved else []), except_meeting=moved,
    )  # fmt: skip
