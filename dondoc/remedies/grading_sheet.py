"""The sheet for the yearly grading: what was counted, its coefficients open to change, formulas."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import IO, Any

from dondoc.remedies.grading import KINDS, Subject
from dondoc.rules.grading import FORMULA_WORDS

FONT = "Times New Roman"
SUMMARY = (
    ("Stt", 6), ("Loại", 16), ("Họ tên, đơn vị", 34), ("Chức vụ", 26), ("Được giao", 11),
    ("Hoàn thành", 11), ("Số việc chậm", 11), ("Số việc bị trả lại", 11),
    ("Được miễn (khách quan)", 13), ("Hệ số được giao", 12), ("a: số lượng", 12),
    ("b: chất lượng", 12), ("c: tiến độ", 12), ("(a+b+c)/3", 12),
)  # fmt: skip
DETAIL = (
    ("Stt", 6), ("Dòng tổng hợp", 10), ("Họ tên, đơn vị", 30), ("Mã nhiệm vụ", 18),
    ("Nội dung", 60), ("Hệ số", 9), ("Hoàn thành (1/0)", 11), ("Số lần không đạt", 10),
    ("Số lần chậm", 10), ("Miễn không đạt", 10), ("Miễn chậm", 10),
    ("Người xác nhận khách quan", 32), ("Quy đổi hoàn thành", 12), ("Quy đổi chất lượng", 12),
    ("Quy đổi tiến độ", 12),
)  # fmt: skip
HEAD = 3
"""Row of the headings, counted from 0, on both sheets."""


def write_grading(
    title: str, notes: Sequence[str], rows: Sequence[Subject], *, stream: IO[bytes]
) -> None:
    """Three sheets, row by row; a, b and c are formulas over the coefficients of the detail."""
    import xlsxwriter

    options = {"constant_memory": True, "default_format_properties": {"font_name": FONT}}
    with xlsxwriter.Workbook(stream, options) as book:
        forms = _formats(book)
        summary, detail = book.add_worksheet("Tổng hợp"), book.add_worksheet("Chi tiết")
        _open(summary, title, notes, SUMMARY, forms)
        last = HEAD + 1 + sum(len(one.products) for one in rows)
        for number, one in enumerate(rows, start=1):
            _summary(summary, HEAD + number, number, one, last, forms)
        _open(detail, "Chi tiết từng sản phẩm, công việc", notes, DETAIL, forms)
        _details(detail, rows, forms)
        words = book.add_worksheet("Công thức")
        words.set_column(0, 0, 120)
        for at, line in enumerate((title, *FORMULA_WORDS)):
            words.write_string(at, 0, line, forms["title" if at == 0 else "wrapped"])


def _open(
    sheet: Any, title: str, notes: Sequence[str], columns: Sequence[tuple[str, int]], forms: Any
) -> None:
    sheet.write_string(0, 0, title, forms["title"])
    for at, note in enumerate(notes[: HEAD - 1], start=1):
        sheet.write_string(at, 0, note, forms["note"])
    for at, (heading, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(HEAD, at, heading, forms["heading"])
    sheet.freeze_panes(HEAD + 1, 3)


def _summary(sheet: Any, at: int, number: int, one: Subject, last: int, forms: Any) -> None:
    plain = (number, KINDS[one.kind], one.name, one.title)
    for column, value in enumerate(plain):
        sheet.write(at, column, _inert(value), forms["text"])
    counts = (len(one.products), one.done, one.late, one.failed, one.excused)
    for column, count in enumerate(counts, start=4):
        sheet.write_number(at, column, count, forms["text"])
    row, found = at + 1, one.grade
    keys = f"'Chi tiết'!$B${HEAD + 2}:$B${last + 1}"
    sheet.write_formula(
        at, 9, f"=SUMIFS('Chi tiết'!$F${HEAD + 2}:$F${last + 1},{keys},$A{row})", forms["number"],
        sum(float(p.product.coefficient) for p in one.products),
    )  # fmt: skip
    for column, source, value in (
        (10, "M", found.a), (11, "N", found.b), (12, "O", found.c),
    ):  # fmt: skip
        over = f"'Chi tiết'!${source}${HEAD + 2}:${source}${last + 1}"
        formula = f'=IF($J{row}=0,"",100*SUMIFS({over},{keys},$A{row})/$J{row})'
        sheet.write_formula(at, column, formula, forms["number"], _plain(value))
    mean = f'=IF($J{row}=0,"",(K{row}+L{row}+M{row})/3)'
    sheet.write_formula(at, 13, mean, forms["number"], _plain(found.mean))


def _details(sheet: Any, rows: Sequence[Subject], forms: Any) -> None:
    at = HEAD
    for number, one in enumerate(rows, start=1):
        for counted in one.products:
            at += 1
            product, row = counted.product, at + 1
            said = (
                at - HEAD, number, one.name, counted.task.code,
                " ".join(counted.task.content.split()),
            )  # fmt: skip
            for column, value in enumerate(said):
                sheet.write(at, column, _inert(value), forms["text"])
            sheet.write_number(at, 5, float(product.coefficient), forms["open"])
            numbers = (
                int(product.done), product.failures, product.delays, product.excused_failures,
                product.excused_delays,
            )  # fmt: skip
            for column, count in enumerate(numbers, start=6):
                sheet.write_number(at, column, count, forms["text"])
            sheet.write_string(at, 11, _inert(counted.authority), forms["text"])
            weight = product.coefficient
            for column, formula, share in (
                (12, f"=F{row}*G{row}", Fraction(int(product.done))),
                (13, f"=F{row}*G{row}*MAX(0,1-0.25*MAX(0,H{row}-J{row}))", product.quality),
                (14, f"=F{row}*G{row}*MAX(0,1-0.25*MAX(0,I{row}-K{row}))", product.progress),
            ):
                sheet.write_formula(at, column, formula, forms["number"], float(weight * share))
    sheet.autofilter(HEAD, 0, at, len(DETAIL) - 1)


def _plain(value: Fraction | None) -> float | str:
    return "" if value is None else float(value)


def _inert(value: Any) -> Any:
    """Words that a spreadsheet would run are written as words."""
    live = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if live else value


def _formats(book: Any) -> dict[str, Any]:
    cell = {"font_name": FONT, "font_size": 11, "valign": "top", "border": 1}
    return {
        "title": book.add_format({"font_name": FONT, "font_size": 14, "bold": True}),
        "note": book.add_format({"font_name": FONT, "font_size": 11, "italic": True}),
        "heading": book.add_format(
            cell | {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#DCE6F1"}
        ),
        "text": book.add_format(cell | {"text_wrap": True}),
        "wrapped": book.add_format({"font_name": FONT, "font_size": 12, "text_wrap": True}),
        "number": book.add_format(cell | {"num_format": "0.00"}),
        "open": book.add_format(cell | {"num_format": "0.00", "bg_color": "#FFF2CC"}),
    }


def percent(value: Fraction | None) -> str:
    """ "83,33", half up; a dash over nothing."""
    if value is None:
        return "–"
    hundredths = int(value * 100 + Fraction(1, 2))
    return f"{Decimal(hundredths) / 100:.2f}".replace(".", ",")
