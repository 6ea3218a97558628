"""Turns a report and a dispatch into official papers; drafts and issued ones alike."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dondoc.database.clock import local
from dondoc.documents.letterheads import on_paper, spoken
from dondoc.reports.figures import COLUMNS, Figures, cells
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    Dash,
    HeaderCell,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    ended,
    plain,
    prose,
)
from dondoc.rules.wording import moment, roman


def report_paper(report: Report) -> Paper:
    """The report as it stands, from what is frozen in it alone."""
    figures, whose = report.counted, spoken(report.figures["committee"])
    return Paper(
        kind=Kind.REPORT,
        subject=f"Về {report.subject}",
        addressees=(f"Chủ tịch {whose}", f"Các Phó Chủ tịch {whose}"),
        recipients=("Như trên", "Lưu: VT, KSTT"),
        body=(*_sections(report.parts), *_appendices(figures)),
        footer_note=footer(report),
        **on_paper(report.letterhead),
    )


def footer(report: Report) -> str:
    """The cut-off, the formulas and the checkpoint by which the figures can be proved."""
    return (
        f"Số liệu chốt lúc {moment(local(report.as_of))}; công thức phiên bản {report.formula}. "
        f"SHA-256 của số liệu: {report.sha256}"
    )


def _sections(parts: list[dict[str, Any]]) -> Iterable[Block]:
    for place, part in enumerate(parts, start=1):
        yield Heading(1, f"{roman(place)}. {part['heading'].upper()}")
        yield from prose(part["text"])


def _appendices(figures: Figures) -> list[Appendix]:
    found = [("Kết quả thực hiện nhiệm vụ theo cơ quan, đơn vị", units_table(figures))]
    if figures.data["starred"]:
        found.append(("Danh sách nhiệm vụ gắn sao", tasks_table(figures.data["starred"])))
    if figures.data["overdue"]:
        found.append(("Danh sách nhiệm vụ quá hạn", tasks_table(figures.data["overdue"])))
    return [
        Appendix(place if len(found) > 1 else None, title, (table,), landscape=True)
        for place, (title, table) in enumerate(found, start=1)
    ]


def units_table(figures: Figures) -> Table:
    """One line a unit and the total, under two rows of headings."""
    lines = [
        Row((str(place), line.name, *cells(line))) for place, line in enumerate(figures.units, 1)
    ]
    return Table(
        columns=(
            Column(9, "center"),
            Column(62),
            *(Column(column.width, "center") for column in COLUMNS),
        ),
        header=_headings(),
        rows=(*lines, Row(("", figures.total.name, *cells(figures.total)), bold=True)),
    )


def _headings() -> tuple[tuple[HeaderCell, ...], ...]:
    upper = [HeaderCell("TT", down=2), HeaderCell("Cơ quan, đơn vị", down=2)]
    lower = []
    for group, some in groupby(COLUMNS, key=lambda column: column.group):
        columns = list(some)
        if group:
            upper.append(HeaderCell(group, across=len(columns)))
            lower += [HeaderCell(column.heading) for column in columns]
        else:
            upper += [HeaderCell(column.heading, down=2) for column in columns]
    return tuple(upper), tuple(lower)


def tasks_table(tasks: list[dict[str, str]]) -> Table:
    """A list of tasks with their deadlines and how they stand."""
    heads = ("TT", "Mã", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tình trạng")
    return Table(
        columns=(
            Column(9, "center"), Column(30), Column(100), Column(55), Column(24, "center"),
            Column(34),
        ),
        header=(tuple(HeaderCell(head) for head in heads),),
        rows=tuple(
            Row((str(n), t["code"], t["content"], t["unit"], t["due"], t["standing"]))
            for n, t in enumerate(tasks, start=1)
        ),
    )  # fmt: skip


def dispatch_paper(dispatch: Dispatch, findings: Iterable[Finding]) -> Paper:
    """The dispatch with the findings people accepted; on a draft also those not yet decided."""
    texts = {part["key"]: part["text"] for part in dispatch.parts}
    return Paper(
        kind=Kind.OFFICIAL_LETTER,
        subject=dispatch.subject,
        addressees=tuple(texts["addressees"].splitlines()),
        recipients=tuple(texts["recipients"].splitlines()),
        body=tuple(_orders(texts, [f for f in findings if f.decision != Finding.Decision.DROPPED])),
        **on_paper(dispatch.letterhead),
    )


def _orders(texts: dict[str, str], findings: list[Finding]) -> Iterable[Block]:
    yield from prose(texts["opening"])
    items: list[tuple[Block, ...]] = []
    low = [f for f in findings if f.kind != Finding.Kind.COMMENDATION]
    items += [(_opened(f), *prose(f.requirement)) for f in low]
    praised = [f for f in findings if f.kind == Finding.Kind.COMMENDATION]
    if praised:
        said = ended(tuple(" ".join(f.words.split()) for f in praised))
        items.append((Paragraph(plain(COMMENDED)), *(Dash(plain(words)) for words in said)))
    items += [prose(texts[key]) for key in ("all_units", "office")]
    for place, blocks in enumerate((some for some in items if some), start=1):
        yield Numbered(f"{place}.", blocks[0].runs)  # type: ignore[union-attr]  # all are text
        yield from blocks[1:]
    yield from prose(texts["closing"])


COMMENDED = "Biểu dương các cơ quan, đơn vị có kết quả cao trong thực hiện nhiệm vụ được giao:"


def _opened(finding: Finding) -> Paragraph:
    """The words with "Phê bình …" or "Yêu cầu …" and the unit's name standing out."""
    start = f"{finding.get_kind_display()} {finding.unit_name}"
    if finding.words.startswith(start):
        return Paragraph((Run(start, bold=True), Run(finding.words.removeprefix(start))))
    return Paragraph(plain(" ".join(finding.words.split())))
