"""A slip as an official paper, the same on the screen before it is sent and in its files after."""

from collections.abc import Sequence
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.documents import letterheads
from dondoc.documents.issuing import office_of_committee
from dondoc.rules import decree30
from dondoc.rules.layout import Appendix, Block, Column, HeaderCell, Paper, Row, Table, prose
from dondoc.urging.models import Slip

Kind = Slip.Kind
HEADS = ("TT", "Mã", "Nội dung nhiệm vụ", "Thời hạn", "Tình trạng", "Cập nhật gần nhất")
WIDTHS = (9, 30, 112, 24, 38, 34)
NARROW = (9, 26, 64, 22, 24, 20)


def issuer_of(slip: Slip, signer: Officer) -> Agency:
    """In whose register it stands: a leader signs for the committee, else the Office."""
    if signer.role == Role.LEADER:
        return slip.committee
    return office_of_committee(signer, slip.committee)


def letterhead_of(slip: Slip, signer: Officer) -> dict[str, Any]:
    """The head of the paper as this person would sign it."""
    issuer = issuer_of(slip, signer)
    if issuer.is_committee and signer.role == Role.LEADER:
        head = letterheads.committee_letterhead(issuer, signer)
    else:
        head = letterheads.office_letterhead(issuer, signer)
        head["symbol"] = f"{issuer.symbol or 'VP'}-TD"
    if slip.kind == Kind.REMINDER:
        head["symbol"] = f"PNV-{issuer.symbol or 'VP'}"
    return head


def slip_paper(slip: Slip, rows: Sequence[dict[str, Any]]) -> Paper:
    """The words, then the list: one matter under them, several on a sheet of their own."""
    is_slip = slip.kind == Kind.REMINDER
    return Paper(
        kind=decree30.Kind.SLIP if is_slip else decree30.Kind.OFFICIAL_LETTER,
        subject=slip.subject,
        addressees=(slip.unit.name,),
        recipients=("Như trên", f"Lãnh đạo {letterheads.spoken(slip.committee.name)}", "Lưu: VT"),
        body=(*prose(slip.words), *_list(rows)),
        **letterheads.on_paper(slip.letterhead),
    )


def _list(rows: Sequence[dict[str, Any]]) -> list[Block | Appendix]:
    if not rows:
        return []
    single = len(rows) == 1
    table = Table(
        columns=tuple(
            Column(width, "left" if n == 2 else "center")
            for n, width in enumerate(NARROW if single else WIDTHS)
        ),
        header=(tuple(HeaderCell(head) for head in HEADS),),
        rows=tuple(Row((str(n), *_cells(row))) for n, row in enumerate(rows, start=1)),
    )
    if single:
        return [table]
    return [Appendix(None, "Danh sách nhiệm vụ cần đôn đốc", (table,), landscape=True)]


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    late = f" {row['days_late']} ngày" if row["days_late"] else ""
    star = "(gắn sao) " if row["starred"] else ""
    return (
        row["code"], f"{star}{row['content']}", row["due"] or "không thời hạn",
        f"{row['standing']}{late}", row["updated"] or "chưa cập nhật",
    )  # fmt: skip
