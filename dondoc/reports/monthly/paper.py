"""The summary as an official report of the Office, from what is frozen in it alone."""

from dondoc.database.clock import local
from dondoc.documents.letterheads import on_paper, spoken
from dondoc.reports.models import Summary
from dondoc.reports.monthly.figures import BOARDS, Board, BoardRow, MonthFigures
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    HeaderCell,
    Heading,
    Paper,
    Row,
    Table,
    prose,
)
from dondoc.rules.wording import moment, roman


def summary_paper(summary: Summary) -> Paper:
    """Kính gửi: Chủ tịch UBND phường; the tables follow the signature."""
    figures, whose = summary.counted, spoken(summary.figures["committee"])
    return Paper(
        kind=Kind.REPORT,
        subject=f"Về {summary.subject}",
        addressees=(f"Chủ tịch {whose}",),
        recipients=("Như trên", f"Các Phó Chủ tịch {whose}", "Lưu: VT, VP"),
        body=(*_sections(summary), *_appendices(figures)),
        footer_note=(
            f"Số liệu chốt lúc {moment(local(summary.as_of))}. "
            f"SHA-256 của số liệu: {summary.sha256}"
        ),
        **on_paper(summary.letterhead),
    )


def _sections(summary: Summary) -> list[Block]:
    blocks: list[Block] = []
    for place, part in enumerate(summary.parts, start=1):
        blocks += [Heading(1, f"{roman(place)}. {part['heading'].upper()}"), *prose(part["text"])]
    return blocks


def _appendices(figures: MonthFigures) -> list[Appendix]:
    """One appendix with every table that has a row."""
    blocks: list[Block] = []
    shown = [board for board in BOARDS if figures.rows(board.key)]
    for place, board in enumerate(shown, start=1):
        blocks += [Heading(2, f"{place}. {board.title}"), board_table(figures, board)]
    return [Appendix(None, "Số liệu tháng", tuple(blocks), landscape=True)] if blocks else []


def board_table(figures: MonthFigures, board: Board) -> Table:
    """One line a unit (or week) and the total."""
    heads = ["TT", board.rows_are, *board.labels.values()]
    widths = [Column(9, "center"), Column(75), *(Column(22, "center") for _ in board.columns)]
    if board.rate:
        heads.append(board.rate_label)
        widths.append(Column(30, "center"))
    rows = [_row(str(n), row) for n, row in enumerate(figures.rows(board.key), start=1)]
    total = _row("", figures.total(board.key))
    return Table(
        columns=tuple(widths),
        header=(tuple(HeaderCell(head) for head in heads),),
        rows=(*(Row(cells) for cells in rows), Row(total, bold=True)),
    )


def _row(place: str, row: BoardRow) -> tuple[str, ...]:
    name = f"{row.name} ({row.note})" if row.note else row.name
    counts = tuple(row.printed(column) for column in row.board.labels)
    return (place, name, *counts, *((row.rate,) if row.board.rate else ()))
