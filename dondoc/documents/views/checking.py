"""What the pages of the way in share: whose register, what to look at twice, where to go on."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest
from dondoc.database.clock import day_of
from dondoc.documents.actions import keeps_register, reads_document
from dondoc.documents.forms import CheckForm
from dondoc.documents.intake import Reading
from dondoc.documents.models import Document, HandIn
from dondoc.documents.pages import PICTURED, Part, is_doubtful, parts_of

ASKED = ("number", "issued_on", "issuer", "subject", "signer_name", "addressees")
"""Items every paper has: where one was not read, it stands out."""
PRINTED = ("number", "issuer", "subject", "signer_title", "signer_name")
"""Items kept as they are printed, so that their words can be found on the page."""
BLURRED = "Chữ trên bản quét không rõ: hãy đối chiếu với hình."


def register_of(officer: Officer) -> Agency:
    """The body whose register the officer keeps: his committee's, else his own."""
    bodies = (officer.agency.committee, officer.agency)
    kept = next((body for body in bodies if body and keeps_register(officer, body)), None)
    if kept is None:
        raise Http404
    return kept


def check_page(
    request: SeatedRequest, form: CheckForm, *,
    reading: Reading | None = None, hand_in: HandIn | None = None, by_hand: bool = False,
) -> HttpResponse:  # fmt: skip
    """What was read beside what it was read from, each doubtful item with its reason."""
    failed = hand_in is not None and hand_in.state == HandIn.State.FAILED
    context: dict[str, Any] = {
        "form": form, "committee": form.committee, "reading": reading, "by_hand": by_hand,
        "hand_in": hand_in, "failed": failed, "pages": _pages(hand_in), "twins": form.twins,
        "parts": (parts := _parts(hand_in)), "unsure": len(parts) > 1,
        "doubts": {} if by_hand or failed else _doubts(form, reading, hand_in),
    }  # fmt: skip
    return render(request, "documents/check.html", context, status=form.status)


def _pages(hand_in: HandIn | None) -> list[int]:
    """The numbers of the pages that can be shown; of an unread picture the first."""
    if hand_in is None:
        return []
    if hand_in.state == HandIn.State.FAILED:
        return [1] if hand_in.kind in PICTURED else []
    return [page["number"] for page in hand_in.pages]


def _parts(hand_in: HandIn | None) -> list[Part]:
    """The words of a file, cut where the reader was not sure."""
    return parts_of(hand_in.text, 0, len(hand_in.text), _words(hand_in)) if hand_in else []


def _words(hand_in: HandIn) -> list[Any]:
    return [row for page in hand_in.pages for row in page["words"]]


def _doubts(form: CheckForm, reading: Reading | None, hand_in: HandIn | None) -> dict[str, str]:
    """Items to look at before going on, and why."""
    doubts = {name: "Không đọc thấy trong văn bản." for name in ASKED if not form[name].value()}
    issued_on = form["issued_on"].value()
    if isinstance(issued_on, date) and issued_on > day_of(form.at):
        doubts["issued_on"] = "Sau ngày hôm nay: hãy kiểm tra lại."
    if reading is None:
        return doubts
    if reading.letterhead["issuer"] and reading.letterhead["issuer_agency"] is None:
        doubts["issuer"] = "Không có trong danh bạ đơn vị: hãy kiểm tra chính tả."
    if reading.letterhead["type"] == "other":
        doubts["type"] = "Chưa nhận ra loại văn bản."
    return {**_blurred(reading, hand_in), **doubts}


def _blurred(reading: Reading, hand_in: HandIn | None) -> dict[str, str]:
    """Items whose words the reader was not sure of."""
    words = _words(hand_in) if hand_in else []
    printed = {name: str(reading.letterhead[name]) for name in PRINTED}
    if day := reading.letterhead["issued_on"]:
        printed["issued_on"] = f"{day.day:02d} tháng {day.month:02d} năm {day.year}"
    return {
        name: BLURRED for name, said in printed.items() if is_doubtful(reading.text, said, words)
    }


def onward(request: SeatedRequest, document: Document) -> HttpResponse:
    """From the register to the tasks, where there is something to read."""
    key = request.POST.get("idempotency_key", "")
    messages.success(request, f"Đã vào sổ {document.label}.", extra_tags=key)
    if document.text and reads_document(request.officer, document):
        return redirect(f"{reverse('tasks:intake', args=[document.pk])}?read=1")
    return redirect("documents:detail", document.pk)
