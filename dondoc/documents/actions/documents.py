"""What is done to documents: taken into the register, corrected, issued under a number."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.actions.hand_ins import settle
from dondoc.documents.flow import flow, keeps_document, keeps_register
from dondoc.documents.models import Document, DocumentPage, HandIn, Register, StoredFile
from dondoc.documents.offsets import Shift
from dondoc.documents.pages import moved
from dondoc.documents.secrecy import secrecy_of
from dondoc.documents.shifts import tell_shift
from dondoc.rules.folding import fold
from dondoc.rules.names.abbreviations import canonical
from dondoc.workflow import Refused


@flow.start("Vào sổ văn bản", who=keeps_register)
def register(
    committee: Agency,
    *,
    by: Officer,
    at: datetime,
    text: str = "",
    original: StoredFile | None = None,
    number_only: bool = False,
    letterhead: dict[str, Any],
    hand_in: HandIn | None = None,
) -> Document:
    """A document is taken in; of a state secret only the number is kept (Luật 117/2025, Đ5).

    What was handed in as a file brings its own text, pages and original with it.
    """
    if hand_in is not None:
        hand_in.refresh_from_db(from_queryset=HandIn.objects.select_for_update())
        text = hand_in.text or text
    if number_only and (text or original or letterhead.get("subject")):
        raise Refused("Văn bản mật chỉ được ghi số, ngày, cơ quan ban hành; không lưu nội dung.")
    if hand_in is not None and (hand_in.state == HandIn.State.SECRET) != number_only:
        raise Refused("Văn bản này là văn bản mật: chỉ được ghi số, ngày, cơ quan ban hành.")
    document = Document(
        committee=committee,
        text=text,
        original=original,
        number_only=number_only,
        arrived_at=at,
        registered_by=by,
        **letterhead,
    )
    document.search = searchable(document)
    document.save()
    if hand_in is not None:
        _move_in(document, hand_in, by, at)
    return document


def _move_in(document: Document, hand_in: HandIn, by: Officer, at: datetime) -> None:
    """What was handed in becomes the document's own, in the same transaction."""
    pages = hand_in.pages  # gone once it is settled
    document.original = settle(hand_in, by=by, at=at, document=document)
    document.save(update_fields=["original"])
    DocumentPage.objects.bulk_create(DocumentPage(document=document, **page) for page in pages)


@dataclass(frozen=True)
class Mended:
    """The text as it was and as somebody put it right."""

    was: str
    now: str

    @cached_property
    def shift(self) -> Shift:
        return Shift.between(self.was, self.now)

    def __str__(self) -> str:
        return f"sửa {self.shift.changed} ký tự"


LETTERHEAD = (
    "type",
    "number",
    "issued_on",
    "issuer",
    "issuer_agency",
    "signer_authority",
    "signer_title",
    "signer_name",
    "subject",
    "urgency",
    "addressees",
    "recipients",
)
"""What is read from a document and a person may correct."""


@flow.step("Sửa thông tin văn bản", who=keeps_document, frm=("registered", "read", "closed"))
def correct(document: Document, *, by: Officer, at: datetime, letterhead: dict[str, Any]) -> None:
    """What was read wrongly is put right; the journal keeps what stood there."""
    for name, value in letterhead.items():
        if name not in LETTERHEAD:
            raise Refused("Chỉ sửa được các mục của phần đầu văn bản.")
        setattr(document, name, value)
    document.search = searchable(document)


@flow.start("Ban hành văn bản", who=keeps_register)
def issue(
    committee: Agency,
    *,
    by: Officer,
    at: datetime,
    series: str,
    symbol: str,
    issued_on: date,
    text: str,
    original: StoredFile | None,
    relies_on: Document | None = None,
    number: int | None = None,
    letterhead: dict[str, Any],
) -> Document:
    """A body issues a document under the next number of its register, taken for good.

    `number` is one already taken, by whoever had to print it in the files first.
    """
    number = number or Register.take(committee, series, issued_on)
    document = Document(
        committee=committee,
        state=Document.State.ISSUED,
        number=f"{number:02d}/{symbol}",
        issued_on=issued_on,
        text=text,
        original=original,
        arrived_at=at,
        registered_by=by,
        relies_on=relies_on,
        **letterhead,
    )
    document.search = searchable(document)
    document.save()
    return document


@flow.step("Sửa chữ đọc sai", who=keeps_document, frm=("registered", "read", "closed"))
def correct_text(document: Document, *, by: Officer, at: datetime, mended: Mended) -> None:
    """Slips of the reading are put right; pages, words and what stands on them move along.

    The journal tells how many letters were changed, not the letters.
    """
    if document.number_only or not document.text:
        raise Refused("Văn bản này không lưu toàn văn nên không có chữ để sửa.")
    if document.text != mended.was:
        raise Refused("Toàn văn vừa được người khác sửa. Hãy mở lại trang rồi sửa tiếp.")
    if secrecy_of(mended.now):
        raise Refused("Nội dung sửa có dấu độ mật. Không đưa bí mật nhà nước lên hệ thống này.")
    shift = mended.shift
    for page in document.pages.all():
        page.start, page.end = shift.around(page.start, page.end)
        page.words = moved(page.words, shift)
        page.save(update_fields=["start", "end", "words"])
    document.text = mended.now
    tell_shift(document, shift)


def searchable(document: Document) -> str:
    """What a search for a document looks in."""
    return fold(f"{document.number} {document.subject} {document.issuer} {document.signer_name}")


def same_number(committee: Agency, number: str, issuer: str, issued_on: date | None) -> Any:
    """Documents of the same number, issuer and year: probably the same paper twice."""
    if not number or issued_on is None:
        return Document.objects.none()
    found = Document.objects.filter(
        committee=committee, number__iexact=number, issued_on__year=issued_on.year
    )
    twins = [d.pk for d in found if canonical(d.issuer) == canonical(issuer)]
    return Document.objects.filter(pk__in=twins)
