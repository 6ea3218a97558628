"""Doors to entries of the week: its page, a new one, one changed, arranged, put off."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.meetings.models import Meeting
from dondoc.planning import actions, week_story
from dondoc.planning.forms.weeks import EntryForm, PostponeForm, ReasonForm
from dondoc.planning.models import WeekEntry
from dondoc.planning.papers import papers_of
from dondoc.planning.views.weeks import asked_day, committee_of
from dondoc.planning.week_flow import arranges_for, entry_flow, proposes_for
from dondoc.planning.week_table import Line, Table
from dondoc.planning.while_typing import clashes_while_typing
from dondoc.workflow import attempt

PRESSED = {
    "accept_entry": "Đã xếp vào lịch.",
    "withdraw_proposal": "Đã rút đề xuất.",
    "follow_meeting": "Đã cập nhật theo hồ sơ cuộc họp.",
}
ASKED: dict[str, tuple[type[ReasonForm], str]] = {
    "decline_entry": (ReasonForm, "Đã báo đơn vị: không xếp lịch."),
    "postpone_entry": (PostponeForm, "Đã hoãn; người liên quan được báo ngay."),
    "cancel_entry": (ReasonForm, "Đã hủy; người liên quan được báo ngay."),
}
EDITS = ("amend_proposal", "arrange_entry")


def _entry(request: SeatedRequest, pk: int) -> WeekEntry:
    return get_object_or_404(WeekEntry.objects.visible_to(request.officer).in_full(), pk=pk)


@require_safe
@seated()
def entry(request: SeatedRequest, pk: int) -> HttpResponse:
    """All that is known of one entry, what was published, and what may be done."""
    found = _entry(request, pk)
    table = Table(found.week.committee, found.week.monday, request.officer)
    may = entry_flow.open_to(request.officer, found)
    context = {
        "entry": found,
        "line": Line(found, table.clashes.get(found.pk, ())),
        "moves": [m for m in may if m.verb in (*PRESSED, *ASKED) and _makes_sense(m.verb, found)],
        "may_edit": next((m for m in may if m.verb in EDITS), None),
        "asked": tuple(ASKED),
        "story": week_story.story_of(found),
        "papers": papers_of([found], request.officer).get(found.pk),
    }
    return render(request, "planning/week_entry.html", context)


def _makes_sense(verb: str, found: WeekEntry) -> bool:
    """A button that would only be refused is not offered."""
    line = Line(found)
    return {
        "follow_meeting": line.out_of_step,
        "decline_entry": not found.told,
        "postpone_entry": bool(found.told) and found.meeting_id is None,
        "cancel_entry": bool(found.told) and found.meeting_id is None,
    }.get(verb, True)


@seated()
def new_entry(request: SeatedRequest) -> HttpResponse:
    """The Office puts an entry in; everybody else proposes one."""
    committee = committee_of(request)
    if not proposes_for(request.officer, committee):
        raise Http404
    of_office = arranges_for(request.officer, committee)
    form = EntryForm(
        request.POST or None, committee=committee, at=request.at, initial=_usual(request)
    )
    if request.method == "POST" and form.is_valid():
        deed = actions.add_entry if of_office else actions.propose_entry
        made = attempt(form, deed, committee, by=request.officer, at=request.at, facts=form.facts())
        if made is not None:
            said = "Đã thêm vào lịch." if of_office else "Đã gửi đề xuất đến Văn phòng."
            return _onward(request, made, said)
    return _form_page(request, form, "Thêm vào lịch" if of_office else "Đề xuất lịch", None)


def _usual(request: SeatedRequest) -> dict[str, Any]:
    """The day asked for, and the division itself prepares what it proposes."""
    agency = request.officer.agency
    own = {} if agency.is_committee else {"preparing": agency.pk}
    return {"on": asked_day(request, day_of(request.at)), **own}


def _onward(request: SeatedRequest, found: WeekEntry, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect(f"{reverse('planning:week')}?on={found.on:%Y-%m-%d}#e{found.pk}")


def _form_page(
    request: SeatedRequest, form: EntryForm, title: str, found: WeekEntry | None
) -> HttpResponse:
    context = {
        "form": form, "title": title, "entry": found, "action": request.path,
        "back": reverse("planning:week_entry", args=[found.pk]) if found
        else reverse("planning:week"),
        "clashes": clashes_while_typing(form) if form.is_bound or found else [],
    }  # fmt: skip
    return render(request, "planning/week_entry_form.html", context, status=form.status)


@seated()
def edit_entry(request: SeatedRequest, pk: int) -> HttpResponse:
    """A proposal or an arranged entry is set otherwise."""
    found = _entry(request, pk)
    verb = next((v for v in EDITS if entry_flow.moves[v].is_open_to(request.officer, found)), None)
    if verb is None:
        messages.warning(request, "Mục lịch này hiện không sửa được.")
        return redirect("planning:week_entry", found.pk)
    form = EntryForm(
        request.POST or None, committee=found.week.committee, at=request.at, entry=found
    )
    if request.method == "POST" and form.is_valid():
        said = {"facts": form.facts()}
        if "reason" in form.cleaned_data:
            said["reason"] = form.cleaned_data["reason"]
        attempt(form, getattr(actions, verb), found, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _onward(request, found, "Đã lưu lịch.")
    return _form_page(request, form, entry_flow.moves[verb].label, found)


@require_POST
@seated()
def typed(request: SeatedRequest) -> HttpResponse:
    """What the entry being typed would clash with: a fragment, nothing is written."""
    committee = committee_of(request)
    replaces = request.GET.get("entry", "")
    found = _entry(request, int(replaces)) if replaces.isdecimal() else None
    form = EntryForm(request.POST, committee=committee, at=request.at, entry=found)
    return render(request, "planning/week_clashes.html", {"clashes": clashes_while_typing(form)})


@seated()
def entry_move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on an entry, by the word the journal keeps it under."""
    found = _entry(request, pk)
    if verb in PRESSED:
        return _press(request, found, verb)
    if verb in ASKED:
        return _ask(request, found, verb)
    raise Http404


def _press(request: SeatedRequest, found: WeekEntry, verb: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    getattr(actions, verb)(found, by=request.officer, at=request.at)
    return _onward(request, found, PRESSED[verb])


def _ask(request: SeatedRequest, found: WeekEntry, verb: str) -> HttpResponse:
    kind, done = ASKED[verb]
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = {"reason": form.cleaned_data["reason"]}
        if isinstance(form, PostponeForm):
            said["facts"] = form.moved()
        attempt(form, getattr(actions, verb), found, by=request.officer, at=request.at, **said)
        if form.is_valid():
            return _onward(request, found, done)
    context = {
        "form": form, "title": entry_flow.moves[verb].label, "about": found.content,
        "action": request.path, "back": reverse("planning:week_entry", args=[found.pk]),
        "send": entry_flow.moves[verb].label,
    }  # fmt: skip
    return render(request, "planning/week_ask.html", context, status=form.status)


@require_POST
@seated()
def schedule_meeting(request: SeatedRequest, pk: int) -> HttpResponse:
    """One press puts a meeting into its week."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.officer), pk=pk)
    made = actions.schedule_meeting(meeting, by=request.officer, at=request.at)
    return _onward(request, made, "Đã đưa cuộc họp vào lịch tuần.")
