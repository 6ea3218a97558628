"""The moves of a meeting: one door for those that ask nothing, one for those that ask."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import say_wrong
from dondoc.documents.filing import keep
from dondoc.meetings import actions
from dondoc.meetings.flow import flow
from dondoc.meetings.forms.moves import FORMS, MoveForm
from dondoc.meetings.models import Meeting, MeetingPaper, Participant, Preparation
from dondoc.meetings.views.dossiers import dossier_page, meeting_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

PRESSED = {
    "draft_invitation": ("Đã soạn dự thảo giấy mời.", "meetings:invitation"),
    "draft_notice": ("Đã soạn dự thảo thông báo kết luận.", "meetings:notice"),
    "hold": ("Đã kết thúc họp; thời hạn ra thông báo kết luận bắt đầu tính.", "meetings:record"),
}
"""What asks for nothing, what is said when it is done, and where one comes to."""
ROWS: dict[str, tuple[str, Any, str]] = {
    "tick": ("preparation", Preparation, "Đã đánh dấu xong."),
    "untick": ("preparation", Preparation, "Đã bỏ đánh dấu."),
    "drop_preparation": ("preparation", Preparation, "Đã bỏ việc chuẩn bị."),
    "drop_participant": ("participant", Participant, "Đã bỏ thành phần dự."),
    "remove_paper": ("paper", MeetingPaper, "Đã bỏ tài liệu."),
    "decide_deputy": ("participant", Participant, "Đã ghi ý kiến về việc dự thay."),
}
"""What is done to one row of the dossier at one press."""
ON_THE_PAGE = ("approve_content", "return_content")
"""Asked on the dossier itself; refused, they stand there again as they were typed."""


@require_POST
@seated()
def press(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed that asks for nothing."""
    if verb not in PRESSED:
        raise Http404
    words, page = PRESSED[verb]
    meeting = meeting_of(request, pk)
    form = HouseForm(request.POST)
    attempt(form, getattr(actions, verb), meeting, by=request.officer, at=request.at)
    if not form.is_valid():
        say_wrong(request, form)
        return _onward(request, meeting)
    messages.success(request, words)
    return redirect(page, pk)


@require_POST
@seated()
def press_row(request: SeatedRequest, pk: int, verb: str, row: int) -> HttpResponse:
    """A deed to one row of the dossier."""
    if verb not in ROWS:
        raise Http404
    name, model, words = ROWS[verb]
    meeting = meeting_of(request, pk)
    said: dict[str, Any] = {
        name: get_object_or_404(_of_visible(meeting, model), pk=row)
    }  # visible: of a meeting that is
    if verb == "decide_deputy":
        said["agreed"] = request.POST.get("agreed") == "1"
    form = HouseForm(request.POST)
    attempt(form, getattr(actions, verb), meeting, by=request.officer, at=request.at, **said)
    say_wrong(request, form)
    if form.is_valid():
        messages.success(request, words)
    return _onward(request, meeting)


def _of_visible(meeting: Meeting, model: Any) -> Any:
    """The rows of a meeting that was fetched as visible."""
    return model.objects.filter(meeting=meeting)


def _onward(request: SeatedRequest, meeting: Meeting) -> HttpResponse:
    there = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, allowed_hosts=None)
    return redirect(there if safe else reverse("meetings:detail", args=[meeting.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed that asks for something, by the word the journal keeps it under."""
    if verb not in FORMS or verb == "answer":
        raise Http404
    meeting = meeting_of(request, pk)
    form = _form(request, meeting, verb)
    if request.method == "POST" and form.is_valid() and _did(request, form, meeting, verb):
        key = request.POST.get("idempotency_key", "")
        messages.success(request, form.saved, extra_tags=key)
        return _onward(request, meeting)
    if request.method == "POST" and verb in ON_THE_PAGE:
        return dossier_page(request, meeting, **{verb: form})
    if request.method != "POST" and not flow.moves[verb].is_open_to(request.officer, meeting):
        messages.warning(request, f"Hiện không thể “{flow.moves[verb].label}”.")
        return redirect("meetings:detail", pk)
    context = {"meeting": meeting, "form": form, "verb": verb, "label": flow.moves[verb].label}
    return render(request, "meetings/move.html", context, status=form.status)


def _form(request: SeatedRequest, meeting: Meeting, verb: str) -> MoveForm:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    made, about = FORMS[verb], None
    if made.row:
        here = request.GET.get("row") or request.POST.get("row", "")
        about = get_object_or_404(
            _of_visible(meeting, Preparation), pk=here if here.isdecimal() else 0
        )
    more = {"auto_id": "return_%s"} if verb == "return_content" else {}
    return made(
        *posted, meeting=meeting, officer=request.officer, at=request.at, about=about, **more
    )


def _did(request: SeatedRequest, form: MoveForm, meeting: Meeting, verb: str) -> bool:
    """Does the deed with its files, all or nothing; a refusal stands on the form."""
    said = form.said()
    if form.row:
        said[form.row] = form.about
    with transaction.atomic():
        attempt(form, _with_files, verb, meeting, by=request.officer, at=request.at, **said)
        transaction.set_rollback(not form.is_valid())
    return form.is_valid()


def _with_files(
    verb: str, meeting: Meeting, *, files: "list[UploadedFile[bytes]] | None" = None, **said: Any
) -> Any:
    if files is not None:
        said["files"] = [keep(upload, by=said["by"], at=said["at"]) for upload in files]
    return getattr(actions, verb)(meeting, **said)
