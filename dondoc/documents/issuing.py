"""What happens when a paper is issued: its number, its two files, the document in the register."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.agencies.models import Agency, Kind, Officer
from dondoc.database.clock import day_of
from dondoc.documents.actions import issue
from dondoc.documents.filing import keep
from dondoc.documents.letterheads import numbered
from dondoc.documents.models import Document, Printed, Register, Type
from dondoc.documents.rendering.docx import to_docx
from dondoc.documents.rendering.files import as_pdf
from dondoc.rules.layout import Paper, Table
from dondoc.rules.wording import document_number


def number(draft: Printed, issuer: Agency, series: str, at: datetime) -> int:
    """Takes the next number of the series for good and writes it on the letterhead."""
    day = day_of(at)
    taken = Register.take(issuer, series, day)
    written = document_number(taken, draft.letterhead["symbol"])
    draft.letterhead = draft.letterhead | numbered(written, day)
    return taken


def put_out(
    draft: Printed,
    paper: Paper,
    issuer: Agency,
    taken: int,
    *,
    by: Officer,
    at: datetime,
    series: str,
    type: Type,  # noqa: A002  the register's own word
    relies_on: Document | None = None,
) -> None:
    """Keeps both files byte for byte and enters the document under the number taken."""
    name = paper.spoken.replace(" số ", " ").replace("/", "-")
    draft.docx = keep(SimpleUploadedFile(f"{name}.docx", to_docx(paper)), by=by, at=at)
    draft.pdf = keep(SimpleUploadedFile(f"{name}.pdf", as_pdf(paper)), by=by, at=at)
    draft.document = issue(
        issuer, by=by, at=at, series=series, symbol=paper.symbol, issued_on=paper.file_day,
        number=taken, text=as_text(paper), original=draft.docx, relies_on=relies_on,
        letterhead=_register_entry(draft, paper) | {"type": type},
    )  # fmt: skip
    draft.issued_by, draft.issued_at = by, at


def _register_entry(draft: Printed, paper: Paper) -> dict[str, object]:
    return {
        "issuer": f"{paper.issuer} {paper.parent_agency}".strip(),
        "issuer_agency": draft.committee,
        "signer_authority": draft.letterhead["authority"],
        "signer_title": draft.letterhead["signer_title"],
        "signer_name": draft.letterhead["signer"],
        "subject": draft.subject,
        "addressees": list(paper.addressees),
        "recipients": list(paper.recipients),
    }


def as_text(paper: Paper) -> str:
    """The words above the signature, without the tables."""
    lines = []
    for block in paper.main_blocks:
        if isinstance(block, Table) or not (runs := getattr(block, "runs", None)):
            lines += [text] if (text := getattr(block, "text", "")) else []
            continue
        mark = f"{found} " if (found := getattr(block, "mark", "")) else ""
        lines.append(mark + "".join(run.text for run in runs))
    return "\n\n".join(lines)


def office_of_committee(by: Officer, committee: Agency) -> Agency:
    """The Office whose own register reports stand in; a committee without one issues itself."""
    if by.agency.kind == Kind.OFFICE and by.agency.committee_id == committee.pk:
        return by.agency
    office = Agency.objects.filter(parent=committee, kind=Kind.OFFICE).order_by("pk").first()
    return office or committee
