"""Giấy mời, thông báo kết luận, biên bản: their words, their sheets, their files."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.rendering.files import RENDERERS
from dondoc.documents.views.downloads import download, paper_file
from dondoc.meetings import actions
from dondoc.meetings.actions.inviting import signers
from dondoc.meetings.flow import flow
from dondoc.meetings.forms import SignForm, WordsForm
from dondoc.meetings.models import Meeting
from dondoc.meetings.paper import invitation_paper, minutes_paper, notice_paper
from dondoc.meetings.sheet import participants_of
from dondoc.meetings.views.dossiers import meeting_of
from dondoc.rules.layout import Paper
from dondoc.workflow import attempt

DRAWN: dict[str, Callable[[Any], Paper]] = {
    "invitation": invitation_paper, "notice": notice_paper,
}  # fmt: skip
WORDS = {"invitation": "giấy mời", "notice": "thông báo kết luận"}


@require_safe
@seated()
def invitation(request: SeatedRequest, pk: int) -> HttpResponse:
    """The invitation: a draft to work on, or as it went out."""
    return _page(request, meeting_of(request, pk), "invitation")


@require_safe
@seated()
def notice(request: SeatedRequest, pk: int) -> HttpResponse:
    """The notice of conclusions: a draft to work on, or as it went out."""
    return _page(request, meeting_of(request, pk), "notice")


def _page(
    request: SeatedRequest, meeting: Meeting, which: str, asked: dict[str, Any] | None = None
) -> HttpResponse:
    paper = _paper_of(meeting, which)
    asked = asked or {}
    may = {move.verb for move in flow.open_to(request.officer, meeting)}
    signs = paper.is_draft and f"issue_{which}" in may
    context = {
        "meeting": meeting, "one": paper, "which": which, "word": WORDS[which], "may": may,
        "paper": DRAWN[which](paper),
        "forms": {
            part["key"]: asked.get(part["key"])
            or WordsForm(initial={"text": part["text"]}, auto_id=f"{part['key']}_%s")
            for part in paper.parts
        },
        "sign": asked.get("sign") or (_sign(request, meeting) if signs else None),
    }  # fmt: skip
    status = next((form.status for form in asked.values()), 200)
    return render(request, "meetings/paper.html", context, status=status)


def _sign(request: SeatedRequest, meeting: Meeting) -> SignForm:
    return SignForm(signers=_signers(request, meeting))


def _paper_of(meeting: Meeting, which: str) -> Any:
    paper = getattr(meeting, which, None) if which in DRAWN else None
    if paper is None:
        raise Http404
    return paper


def _signers(request: SeatedRequest, meeting: Meeting) -> list[Officer]:
    """A leader signs for himself; the Office names who signed."""
    found = signers(meeting, request.at)
    if request.officer.role == Role.LEADER:
        own = (request.officer.pk, request.officer.delegated_by_id)
        return [one for one in found if one.pk in own]
    return found


@require_POST
@seated()
def edit(request: SeatedRequest, pk: int, which: str, key: str) -> HttpResponse:
    """A part in other words."""
    meeting = meeting_of(request, pk)
    if _paper_of(meeting, which).part(key) is None:
        raise Http404
    form = WordsForm(request.POST, auto_id=f"{key}_%s")
    if form.is_valid():
        deed = getattr(actions, f"edit_{which}")
        text = form.cleaned_data["text"]
        attempt(form, deed, meeting, by=request.officer, at=request.at, key=key, text=text)
        if form.is_valid():
            return _back(request, pk, which, "Đã lưu nội dung.", f"#{key}")
    return _page(request, meeting, which, {key: form})


@require_POST
@seated()
def issue(request: SeatedRequest, pk: int, which: str) -> HttpResponse:
    """It goes out under its number, over a name."""
    meeting = meeting_of(request, pk)
    _paper_of(meeting, which)
    form = SignForm(request.POST, signers=_signers(request, meeting))
    if form.is_valid():
        deed, signer = getattr(actions, f"issue_{which}"), form.chosen()
        attempt(form, deed, meeting, by=request.officer, at=request.at, signer=signer)
        if form.is_valid():
            return _back(request, pk, which, f"Đã ban hành và gửi {WORDS[which]}.")
    return _page(request, meeting_of(request, pk), which, {"sign": form})


def _back(request: SeatedRequest, pk: int, which: str, words: str, place: str = "") -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    answer = redirect(f"meetings:{which}", pk)
    answer["Location"] += place
    return answer


@require_safe
@seated()
def file(request: SeatedRequest, pk: int, which: str, kind: str) -> HttpResponse:
    """The paper as Word or PDF."""
    meeting = meeting_of(request, pk)
    if which == "minutes":
        return _minutes(meeting, kind)
    paper = _paper_of(meeting, which)
    return paper_file(paper, kind, lambda: DRAWN[which](paper), issued=not paper.is_draft)


def _minutes(meeting: Meeting, kind: str) -> HttpResponse:
    if kind not in RENDERERS or not (meeting.minutes or meeting.conclusions):
        raise Http404
    drawn = minutes_paper(meeting, participants_of(meeting))
    return download(RENDERERS[kind](drawn), f"Biên bản {meeting.title}"[:100] + f".{kind}")
