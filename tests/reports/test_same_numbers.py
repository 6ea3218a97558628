"""One number, five faces: screen, Word, PDF, Excel and JSON print the same strings.

Random counts are put into a report as it is frozen; each face is read back by a reader of its own
(python-docx, pypdfium2, python-calamine, the HTML, the JSON) and compared with the rate computed
here again from its definition.
"""

import html
import io
import json
import re
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import docx
import pypdfium2
from django.template.loader import get_template
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dondoc.agencies.models import Kind
from dondoc.documents.rendering.docx import to_docx
from dondoc.documents.rendering.pdf import to_pdf
from dondoc.reports.exports import as_json, as_xlsx
from dondoc.reports.figures import ALL, COLUMNS, checkpoint, unit_row
from dondoc.reports.models import Report
from dondoc.reports.paper import report_paper
from dondoc.reports.sections import drafted
from dondoc.rules.scoring import CURRENT, Tally, total

SMALL = st.integers(0, 40)
LARGE = st.one_of(SMALL, st.integers(1000, 9000))


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    on_time, late, free = draw(LARGE), draw(SMALL), draw(SMALL)
    term, overdue, unbound = draw(SMALL), draw(SMALL), draw(SMALL)
    done, open_ = on_time + late + free, term + overdue + unbound
    told = draw(st.integers(0, open_))
    star_overdue = draw(st.integers(0, overdue))
    return Tally(
        assigned=done + open_, completed=done, completed_on_time=on_time, completed_late=late,
        completed_no_deadline=free, open_total=open_, open_in_term=term, open_overdue=overdue,
        open_no_deadline=unbound, updated=done + told, not_updated=open_ - told,
        starred=star_overdue, starred_overdue=star_overdue,
    )  # fmt: skip


def frozen(pairs: list[tuple[Tally, Tally]]) -> Report:
    names = ["Sở Xây dựng", "UBND quận Liên Chiểu", "Ban Xúc tiến và Hỗ trợ đầu tư"]
    units = [
        unit_row(n, names[n - 1], Kind.DEPARTMENT, now, before, CURRENT, {})
        for n, (now, before) in enumerate(pairs, start=1)
    ]
    whole = [total(side) for side in zip(*pairs, strict=True)]
    figures: dict[str, Any] = {
        "committee": "UBND thành phố Đà Nẵng", "period": "2022-01-01..2022-03-31",
        "carry_over": False, "as_of": "2022-03-31T17:00:00+07:00", "formula": CURRENT.version,
        "previous": "kỳ trước", "units": units, "starred": [], "overdue": [], "obstacles": [],
        "total": unit_row(ALL, "Tổng cộng", "", whole[0], whole[1], CURRENT),
    }  # fmt: skip
    report = Report(
        pk=1, figures=figures, formula=CURRENT.version, sha256=checkpoint(figures),
        from_on=date(2022, 1, 1), to_on=date(2022, 3, 31), subject="tổng hợp",
        as_of=datetime(2022, 3, 31, 10, tzinfo=UTC),
        letterhead={
            "issuer": "Văn phòng", "parent": "Ủy ban nhân dân thành phố Đà Nẵng",
            "symbol": "BC-VP", "place": "Đà Nẵng", "authority": "",
            "signer_title": "CHÁNH VĂN PHÒNG", "signer": "Trần Lan",
        },
    )  # fmt: skip
    report.parts = drafted(report.counted, [])
    return report


def percent_again(x: int, n: int) -> str:
    """The rate from its definition, by decimal arithmetic instead of the house's own."""
    if n == 0:
        return "–"
    rate = (Decimal(100) * x / n).quantize(Decimal("0.01"), ROUND_HALF_UP)
    whole, part = str(rate).split(".")
    return f"{int(whole):,}".replace(",", ".") + f",{part}%"


def expected(pairs: list[tuple[Tally, Tally]]) -> list[list[str]]:
    rows = []
    sides = [*pairs, tuple(total(side) for side in zip(*pairs, strict=True))]
    for now, before in sides:
        counts = [f"{getattr(now, c.count):,}".replace(",", ".") for c in COLUMNS if c.count]
        done = percent_again(now.completed, now.assigned)
        rows.append([*counts, done, percent_again(now.updated, now.assigned), moved(now, before)])
    return rows


def moved(now: Tally, before: Tally) -> str:
    if not now.assigned or not before.assigned:
        return "–"
    shares = [
        (Decimal(100) * t.completed / t.assigned).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for t in (now, before)
    ]
    rise = shares[0] - shares[1]
    if not rise:
        return "không đổi"
    return f"{'tăng' if rise > 0 else 'giảm'} {str(abs(rise)).replace('.', ',')}"


def in_word(report: Report) -> list[list[str]]:
    document = docx.Document(io.BytesIO(to_docx(report_paper(report))))
    table = next(t for t in document.tables if "Cơ quan, đơn vị" in t.rows[0].cells[1].text)
    return [[cell.text for cell in row.cells][2:] for row in table.rows[2:]]


def in_excel(report: Report) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(report)))
    rows = book.get_sheet_by_index(0).to_python()
    head = next(at for at, row in enumerate(rows) if "Cơ quan, đơn vị" in row)
    return [[str(cell) for cell in row[2:]] for row in rows[head + 1 :]]


def on_paper_screen(report: Report) -> list[list[str]]:
    page = get_template("documents/paper.html").template  # type: ignore[attr-defined]
    return html_rows(page.module.paper(report_paper(report)))


def on_page(report: Report) -> list[list[str]]:
    page = get_template("reports/units.html").template  # type: ignore[attr-defined]
    return html_rows(page.module.units(report.pk, report.counted, COLUMNS))


def html_rows(markup: str) -> list[list[str]]:
    body = markup[markup.index("<tbody") :]
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.DOTALL)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]
    bare = [[html.unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in cells]
    return [row[2:] for row in bare if len(row) > 2]


def in_json(report: Report) -> list[list[str]]:
    data = json.loads(as_json(report))
    return [
        [
            *(f"{row['counts'][c.count]:,}".replace(",", ".") for c in COLUMNS if c.count),
            row["rates"]["completion_rate"],
            row["rates"]["update_rate"],
        ]
        for row in (*data["units"], data["total"])
    ]


def in_pdf(report: Report) -> str:
    pages = pypdfium2.PdfDocument(to_pdf(report_paper(report)))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(tallies(), tallies()), min_size=1, max_size=3))
def test_every_face_of_a_report_prints_the_same_numbers(pairs: list[tuple[Tally, Tally]]) -> None:
    report, rows = frozen(pairs), expected(pairs)
    assert on_page(report) == rows
    assert on_paper_screen(report) == rows
    assert in_word(report) == rows
    assert in_excel(report) == rows
    assert in_json(report) == [row[:-1] for row in rows]
    pdf = in_pdf(report)
    for row in rows:
        assert " ".join(row) in pdf
    whole = rows[-1]
    text = " ".join(part["text"] for part in report.parts)
    now = total(now for now, _ in pairs)
    done = f"{now.completed:,}/{now.assigned:,}".replace(",", ".")
    assert f"{whole[-3]} ({done})" in text
    assert f"{whole[-3]} ({done})" in pdf
