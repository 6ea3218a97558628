"""The protocol of a hand-over (biên bản bàn giao) in the layout of Decree 30, kept as drawn.

It bears no number: it is a record between two sides, like minutes, and not a paper sent out.
"""

from collections.abc import Iterable

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import local
from dondoc.documents.letterheads import in_full
from dondoc.handovers.models import Handover
from dondoc.handovers.queries import Sheet
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    Dash,
    HeaderCell,
    Heading,
    Paper,
    Paragraph,
    Row,
    Signature,
    Table,
    plain,
)
from dondoc.rules.wording import day_short


def protocol(handover: Handover, sheet: Sheet, by: Officer) -> Paper:
    """Who hands over what to whom, counted; each line in the appendix."""
    body, committee = handover.body, handover.committee
    return Paper(
        kind=Kind.MINUTES,
        issuer=in_full(body.name),
        parent_agency=in_full(committee.name) if committee.pk != body.pk else "",
        symbol="",
        place="",
        subject=f"Bàn giao công việc của {handover.whose}",
        signature=Signature((), "Bên nhận", _first(sheet)),
        second_signature=Signature((), "Bên giao", _giving(handover, by)),
        recipients=("Bên giao, bên nhận", "Lưu: VT"),
        body=(*_body(handover, sheet, by), _appendix(sheet)),
        day=local(handover.handed_over_at).date() if handover.handed_over_at else None,
        draft=handover.is_draft,
    )


def _giving(handover: Handover, by: Officer) -> str:
    return handover.giver.name if handover.giver else by.name


def _first(sheet: Sheet) -> str:
    takers = [one.taker for one in sheet.lines if one.taker and not one.is_left]
    return takers[0].name if takers else ""


def _body(handover: Handover, sheet: Sheet, by: Officer) -> Iterable[Block]:
    at = local(handover.handed_over_at or handover.drawn_up_at)
    yield Paragraph(plain(f"Lập lúc {at:%H} giờ {at:%M}, ngày {day_short(at.date())}."))
    if handover.reason:
        basis = f" (căn cứ {handover.basis})" if handover.basis else ""
        yield Paragraph(plain(f"Lý do bàn giao: {handover.reason}{basis}."))
    yield Heading(1, "I. CÁC BÊN")
    yield Dash(plain(f"Bên giao: {handover.whose}."))
    for taker, count in sheet.takers:
        yield Dash(plain(f"Bên nhận: {taker}, {count} việc."))
    yield Dash(plain(f"Người quyết định bàn giao: {by.name}, {by.full_title}."))
    yield Heading(1, "II. VIỆC BÀN GIAO")
    yield _counts(sheet)
    yield Paragraph(plain("Từng việc và người nhận nêu tại phụ lục."))
    if handover.facts:
        yield Heading(1, "III. VIỆC THEO CHỨC VỤ")
        yield Paragraph(plain("Người giữ chức vụ kế tiếp tiếp tục, không cần chuyển từng việc:"))
        for fact in handover.facts:
            yield Dash(plain(f"{fact}."))
    yield Paragraph(
        plain("Các bên ký nhận trên hệ thống; người nhận nêu việc còn thiếu, nếu có, khi ký nhận.")
    )


def _counts(sheet: Sheet) -> Table:
    rows = []
    for holding, lines in sheet.groups:
        left = sum(one.is_left for one in lines)
        rows.append(Row((holding.label, str(len(lines) - left), str(left))))
    return Table(
        columns=(Column(105), Column(30, "center"), Column(30, "center")),
        header=(tuple(HeaderCell(head) for head in ("Loại việc", "Bàn giao", "Để lại")),),
        rows=tuple(rows),
    )


def _appendix(sheet: Sheet) -> Appendix:
    rows, number = [], 0
    for holding, lines in sheet.groups:
        for one in lines:
            number += 1
            taker = "để lại" if one.is_left else _short(one.taker)
            rows.append(Row((str(number), one.line.words, holding.label, one.line.note, taker)))
    table = Table(
        columns=(Column(10, "center"), Column(110), Column(45), Column(45), Column(42)),
        header=(
            tuple(HeaderCell(head) for head in ("TT", "Việc", "Loại", "Tình trạng", "Người nhận")),
        ),
        rows=tuple(rows),
    )
    return Appendix(None, "Danh sách việc bàn giao", (table,), landscape=True)


def _short(taker: Officer | Agency | None) -> str:
    if isinstance(taker, Officer):
        return f"{taker.name}, {taker.title}"
    return taker.name if taker else ""
