"""What those who are asked see: on a phone, answered in two taps, papers opened beforehand."""

from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.views.downloads import download
from dondoc.meetings import actions
from dondoc.meetings.flow import is_asked
from dondoc.meetings.forms.moves import AnswerForm
from dondoc.meetings.letters import calendar_file
from dondoc.meetings.models import Meeting, Participant
from dondoc.meetings.queries import commitments
from dondoc.meetings.sheet import participants_of
from dondoc.meetings.views.dossiers import meeting_of
from dondoc.workflow import attempt


@require_safe
@seated()
def invited(request: SeatedRequest, pk: int) -> HttpResponse:
    """The invitation with its answer, papers and agenda."""
    return _page(request, meeting_of(request, pk))


def _page(
    request: SeatedRequest, meeting: Meeting, asked: dict[int, AnswerForm] | None = None
) -> HttpResponse:
    mine = [one for one in participants_of(meeting) if is_asked(request.officer, one)]
    refused = asked or {}
    context: dict[str, Any] = {
        "meeting": meeting,
        "mine": [(one, refused.get(one.pk) or _form(request, meeting, one)) for one in mine],
        "papers": list(meeting.papers.select_related("file").order_by("pk")),
        "agenda": list(meeting.agenda.order_by("place")),
        "commitments": list(commitments(meeting, request.officer)),
        "at": request.at,
    }
    status = next((form.status for form in refused.values()), 200)
    return render(request, "meetings/invited.html", context, status=status)


def _form(request: SeatedRequest, meeting: Meeting, one: Participant, *posted: Any) -> AnswerForm:
    return AnswerForm(
        *posted, meeting=meeting, officer=request.officer, at=request.at, about=one,
        auto_id=f"asked{one.pk}_%s", initial={"deputy": one.deputy_id, "reason": one.reason},
    )  # fmt: skip


@require_POST
@seated()
def answer(request: SeatedRequest, pk: int, participant: int) -> HttpResponse:
    """Attends, sends a deputy, or declines: the button says which."""
    meeting = meeting_of(request, pk)
    one = next((row for row in participants_of(meeting) if row.pk == participant), None)
    if one is None:
        raise Http404
    form = _form(request, meeting, one, request.POST)
    if form.is_valid():
        said = form.said()
        attempt(
            form, actions.answer, meeting, by=request.officer, at=request.at, participant=one,
            **said,
        )  # fmt: skip
        if form.is_valid():
            messages.success(request, form.saved)
            return redirect("meetings:invited", pk)
    return _page(request, meeting, {one.pk: form})


@require_safe
@seated()
def open_paper(request: SeatedRequest, pk: int, paper: int) -> HttpResponse:
    """A paper to read; that those who are asked opened it is kept."""
    meeting = meeting_of(request, pk)
    visible = meeting.papers.all()
    found = get_object_or_404(visible, pk=paper)
    if request.method == "GET" and _not_yet(request, meeting):
        actions.open_papers(meeting, by=request.officer, at=request.at)
    return redirect("documents:file", found.file_id)


@require_safe
@seated()
def calendar(request: SeatedRequest, pk: int) -> HttpResponse:
    """The meeting for the reader's own calendar."""
    meeting, user = meeting_of(request, pk), request.officer.user
    name, content, _ = calendar_file(
        meeting,
        organizer=(meeting.committee.name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
        attendee=(user.name, user.email), stamp=request.at,
        link=request.build_absolute_uri(reverse("meetings:invited", args=[pk])),
    )  # fmt: skip
    return download(content, name)


def _not_yet(request: SeatedRequest, meeting: Meeting) -> bool:
    rows = Participant.objects.standing().filter(meeting=meeting, read_at=None)
    return any(is_asked(request.officer, one) for one in rows)
