"""While the meeting goes on: what is still open, who is there, what is said and concluded."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.meetings import actions
from dondoc.meetings.flow import flow
from dondoc.meetings.forms import RecordForm, RollForm
from dondoc.meetings.models import Meeting
from dondoc.meetings.queries import commitments
from dondoc.meetings.sheet import participants_of
from dondoc.meetings.views.dossiers import meeting_of
from dondoc.workflow import attempt


@require_safe
@seated()
def record(request: SeatedRequest, pk: int) -> HttpResponse:
    """The page that is open on the table."""
    return _page(request, meeting_of(request, pk))


def _page(request: SeatedRequest, meeting: Meeting, **asked: Any) -> HttpResponse:
    people = participants_of(meeting)
    soon = thresholds_of(meeting.committee, request.at).soon_until
    there = [one.pk for one in people if one.attended]
    roll = RollForm(meeting=meeting, initial={"present": there})
    written = {"minutes": meeting.minutes, "conclusions": meeting.conclusions}
    context = {
        "meeting": meeting, "people": people,
        "commitments": list(commitments(meeting, request.officer)),
        "agenda": list(meeting.agenda.order_by("place")),
        "judge": lambda task: task.judged(request.at, soon),
        "may": {move.verb for move in flow.open_to(request.officer, meeting)},
        "roll": asked.get("roll") or roll,
        "form": asked.get("form") or RecordForm(initial=written),
        "there": set(there),
    }  # fmt: skip
    status = next((form.status for form in asked.values()), 200)
    return render(request, "meetings/record.html", context, status=status)


@require_POST
@seated()
def write_down(request: SeatedRequest, pk: int) -> HttpResponse:
    """Saves the minutes and conclusions as they stand."""
    meeting, form = meeting_of(request, pk), RecordForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        attempt(form, actions.write_down, meeting, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _back(request, pk, "Đã lưu biên bản, kết luận.")
    return _page(request, meeting, form=form)


@require_POST
@seated()
def call_roll(request: SeatedRequest, pk: int) -> HttpResponse:
    """Who is there."""
    meeting = meeting_of(request, pk)
    form = RollForm(request.POST, meeting=meeting)
    if form.is_valid():
        there = list(form.cleaned_data["present"])
        attempt(form, actions.call_roll, meeting, by=request.officer, at=request.at, present=there)
        if form.is_valid():
            return _back(request, pk, f"Đã điểm danh: {len(there)} có mặt.")
    return _page(request, meeting, roll=form)


def _back(request: SeatedRequest, pk: int, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect("meetings:record", pk)
