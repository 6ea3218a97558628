"""What is done to documents: taken into the register, corrected, issued under a number."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import assigns_for, speaks_for
from dondoc.documents.models import Document, Register, StoredFile
from dondoc.rules.folding import fold
from dondoc.rules.names.abbreviations import canonical
from dondoc.workflow import Flow, Refused

flow = Flow("document", "văn bản")


def keeps_register(by: Any, committee: Agency) -> bool:
    """Those who take documents in for a body: its Office, clerk, leaders, a unit's people."""
    return speaks_for(by, committee.pk) and by.role != Role.OFFICER


def keeps_document(by: Any, document: Document) -> bool:
    """Those who keep the register the document stands in."""
    return keeps_register(by, document.committee)


def reads_document(by: Any, document: Document) -> bool:
    """Those who may turn the document into tasks: whoever gives tasks, and the clerk."""
    if isinstance(by, Officer) and by.role == Role.CLERK:
        return keeps_document(by, document)
    return assigns_for(by, document.committee)


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
) -> Document:
    """A document is taken in; of a state secret only the number is kept (Luật 117/2025, Đ5)."""
    if number_only and (text or original or letterhead.get("subject")):
        raise Refused("Văn bản mật chỉ được ghi số, ngày, cơ quan ban hành; không lưu nội dung.")
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
    return document


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
