"""The moves of a task: one door for those that ask nothing, one for those that ask."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of, local
from dondoc.documents.filing import keep
from dondoc.tasks import actions, sheet, story
from dondoc.tasks.desk import gives_for
from dondoc.tasks.flow import flow
from dondoc.tasks.forms import FORMS, AssignForm, MoveForm
from dondoc.tasks.models import ProgressUpdate, Task
from dondoc.workflow import attempt, label_of

DONE = {
    "accept": "Đã tiếp nhận nhiệm vụ.",
    "watch": "Đã theo dõi nhiệm vụ này.",
    "unwatch": "Đã thôi theo dõi.",
}


@seated()
def move(request: SeatedRequest, code: str, verb: str) -> HttpResponse:
    """A deed on a task, by the word the journal keeps it under."""
    if verb not in FORMS and verb not in DONE:
        raise Http404
    task = get_object_or_404(
        Task.objects.visible_to(request.officer).select_related(*sheet.RELATED), code=code
    )
    return _ask(request, task, verb) if verb in FORMS else _press(request, task, verb)


def _press(request: SeatedRequest, task: Task, verb: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    getattr(actions, verb)(task, by=request.officer, at=request.at)
    return _onward(request, task, DONE[verb])


def _ask(request: SeatedRequest, task: Task, verb: str) -> HttpResponse:
    header = flow.moves[verb]
    form = _form(request, task, verb)
    if request.method == "POST" and form.is_valid() and _did(request, form, task, verb):
        return _onward(request, task, form.saved)
    if request.method != "POST" and not header.is_open_to(request.officer, task):
        messages.warning(request, f"Hiện không thể “{header.label}” nhiệm vụ này.")
        return redirect("tasks:detail", task.code)
    return render(request, _page_of(verb), _context(request, task, form), status=form.status)


def _form(request: SeatedRequest, task: Task, verb: str) -> MoveForm:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    return FORMS[verb](*posted, task=task, officer=request.officer, at=request.at)


def _did(request: SeatedRequest, form: MoveForm, task: Task, verb: str) -> bool:
    """Does the deed with its files, all or nothing; a refusal stands on the form."""
    if form.looks_again and _somebody_was_quicker(request, form, task):
        return False
    with transaction.atomic():
        attempt(form, _with_files, verb, task, by=request.officer, at=request.at, **form.said())
        transaction.set_rollback(not form.is_valid())
    return form.is_valid()


def _with_files(
    verb: str, task: Task, *, files: "list[UploadedFile[bytes]] | None" = None, **said: Any
) -> Any:
    """Keeps the files, then does the deed."""
    if files is not None:
        said["files"] = [keep(upload, by=said["by"], at=said["at"]) for upload in files]
    return getattr(actions, verb)(task, **said)


def _somebody_was_quicker(request: SeatedRequest, form: MoveForm, task: Task) -> bool:
    """Refuses to overwrite what was changed after this page was opened."""
    seen = request.POST.get("seen", "")
    entry = story.last_after(task, int(seen)) if seen.isdecimal() else None
    if entry is None:
        return False
    when = f"{local(entry.recorded_at):%H:%M %d/%m/%Y}"
    form.add_error(
        None,
        f"{entry.actor_name} vừa thực hiện “{label_of(entry.verb)}” lúc {when}, sau khi bạn mở "
        "trang này. Chưa ghi gì; hãy xem lại bên dưới rồi gửi lại nếu vẫn đúng.",
    )
    form.status = 409
    return True


def _onward(request: SeatedRequest, task: Task, words: str) -> HttpResponse:
    """Says it is done, in a way that lets the browser drop its draft, and goes where asked."""
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    there = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, allowed_hosts=None)
    return redirect(there if safe else reverse("tasks:detail", args=[task.code]))


def _page_of(verb: str) -> str:
    return "tasks/post_update.html" if verb == "post_update" else "tasks/move.html"


def _context(request: SeatedRequest, task: Task, form: MoveForm) -> dict[str, Any]:
    committee = request.officer.agency.committee or task.issuer
    verb = request.resolver_match.kwargs["verb"] if request.resolver_match else ""
    return {
        "task": task,
        "form": form,
        "verb": verb,
        "label": flow.moves[verb].label,
        "judged": task.judged(request.at, thresholds_of(committee, request.at).soon_until),
        "seen": story.told_until(task),
        "result": _last_result(task) if verb in ("confirm", "send_back", "reopen") else None,
        "asked": getattr(form, "asked", None),
        "onward": request.POST.get("next") or request.GET.get("next", ""),
    }


def _last_result(task: Task) -> ProgressUpdate | None:
    results = task.updates.filter(kind=ProgressUpdate.Kind.RESULT).select_related("author__user")
    return results.prefetch_related("attachments__file").order_by("-posted_at", "-pk").first()


@seated()
def assign(request: SeatedRequest) -> HttpResponse:
    """A new task without a document, by whoever gives tasks in a body's name."""
    bodies = gives_for(request.officer)
    if not bodies:
        raise Http404
    issuer = bodies[0]
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        issuer=issuer, officer=request.officer, today=day_of(request.at),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.said()
        task = attempt(form, actions.assign, issuer, by=request.officer, at=request.at, **said)
        if task is not None:
            return _onward(request, task, f"Đã giao nhiệm vụ {task.code} cho {task.lead.name}.")
    return render(
        request, "tasks/assign.html", {"form": form, "issuer": issuer}, status=form.status
    )
