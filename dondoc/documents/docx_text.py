"""The words of a .docx as its reader sees them. Runs only in the confined child."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from dondoc.documents.confined import ExtractionFailed
from dondoc.documents.word_numbering import Numbering

_LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI", re.IGNORECASE)
_RECIPIENTS = re.compile(r"Nơi nhận\s*:", re.IGNORECASE)
_LAYOUT = re.compile(f"{_LETTERHEAD.pattern}|Nơi nhận", re.IGNORECASE)
_HOLDERS = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_WRAPPERS = _HOLDERS | {qn(f"w:{tag}") for tag in ("hyperlink", "smartTag", "fldSimple", "dir")}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "-",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_LINE = {"nil", "none", None}


def read_docx(path: Path) -> tuple[str, list[str]]:
    """Paragraphs and tables in order, with numbers restored; and notes on what was left out."""
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, PackageNotFoundError) as broken:
        raise ExtractionFailed(
            "Không mở được tệp Word, có thể tệp bị hỏng. Hãy mở bằng Word, lưu lại rồi tải lên."
        ) from broken
    body = document.element.body
    reader = _Reader(document)
    lines = [
        *reader.edge(_edges(document, "header"), _LETTERHEAD),
        *reader.blocks(body),
        *reader.edge(_edges(document, "footer"), _RECIPIENTS),
    ]
    text = unicodedata.normalize("NFC", "\n".join(lines)).replace("\u00ad", "")
    return text, _notes(body)


def _edges(document: Any, edge: str) -> list[Any]:
    """Headers or footers of the first section as its first page shows them."""
    section = document.sections[0] if document.sections else None
    if section is None:
        return []
    first = section.different_first_page_header_footer
    part = getattr(section, f"first_page_{edge}" if first else edge)
    return [] if part.is_linked_to_previous else [part._element]


def _notes(body: Any) -> list[str]:
    notes = []
    if next(body.iter(qn("w:ins"), qn("w:del")), None) is not None:
        notes.append("Văn bản còn dấu sửa đổi: đã lấy chữ thêm, bỏ chữ xóa.")
    if next(body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None) is not None:
        notes.append("Văn bản có chú thích cuối trang: chưa đọc phần chú thích.")
    if any(_is_on(mark) for mark in body.iter(qn("w:vanish"))):
        notes.append("Văn bản có chữ ẩn: đã bỏ chữ ẩn.")
    return notes


class _Reader:
    def __init__(self, document: Any) -> None:
        self._numbering = Numbering(document)
        self._lined_styles = _lined_styles(document)
        self._centred_styles = _centred_styles(document)

    def edge(self, parts: list[Any], sign: re.Pattern[str]) -> list[str]:
        """What stands at the edge of the first page, where it is letterhead or ending."""
        lines = [line for part in parts for line in self.blocks(part)]
        return lines if any(sign.search(line) for line in lines) else []

    def blocks(self, parent: Any, *, in_cell: bool = False) -> Iterator[str]:
        """One line per paragraph, per table row, per line of a letterhead cell.

        A blank line where a centred title gives way to text, or a frame begins or ends.
        """
        carried, look = "", None
        for child in parent:
            if child.tag == qn("w:p"):
                text = carried + _words(child)
                carried = text if _mark_deleted(child) else ""
                if text.strip() and not carried:
                    if look not in (None, self._look(child)):
                        yield ""
                    look = self._look(child)
                if not carried:
                    yield from self._paragraph(child, text, in_cell)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self.blocks(child, in_cell=in_cell)
        if carried:
            yield carried

    def _paragraph(self, paragraph: Any, text: str, in_cell: bool) -> Iterator[str]:
        label = "" if _mark_deleted(paragraph) else self._numbering.label(paragraph)
        if text.strip():
            yield f"{label} {text.strip()}" if label else text.strip()
        elif label and in_cell:  # STT: Word counts the rows of a table by itself
            yield label
        for box in paragraph.iter(qn("w:txbxContent")):
            if _is_own(box, paragraph):
                yield from self.blocks(box)

    def _table(self, table: Any) -> Iterator[str]:
        rows = [list(self._cells(row)) for row in _inside(table, "w:tr") if not _row_deleted(row)]
        if self._is_layout(table, rows):
            for row in rows:
                for cell in row:
                    yield from cell
        else:
            for row in rows:
                yield f"| {' | '.join(' '.join(' '.join(cell).split()) for cell in row)} |"

    def _cells(self, row: Any) -> Iterator[list[str]]:
        for cell in _inside(row, "w:tc"):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = merge is not None and merge.get(qn("w:val")) != "restart"
            yield [] if continued else list(self.blocks(cell, in_cell=True))

    def _look(self, paragraph: Any) -> tuple[bool, bool]:
        """Whether it is centred, and whether it stands in a frame."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:jc')}")
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        styled = style is not None and style.get(qn("w:val")) in self._centred_styles
        centred = own.get(qn("w:val")) == "center" if own is not None else styled
        return centred, paragraph.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None

    def _is_layout(self, table: Any, rows: list[list[list[str]]]) -> bool:
        """Two columns side by side on the page: letterhead, or recipients and signature."""
        if len(rows) > 4 or any(len(row) > 3 for row in rows):
            return False
        if any(_LAYOUT.search(line) for row in rows for cell in row for line in cell):
            return True
        return not self._has_lines(table)

    def _has_lines(self, table: Any) -> bool:
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        own = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
        if own is not None:
            return _lined(own)
        if style is not None and style.get(qn("w:val")) in self._lined_styles:
            return True
        cells = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}") for cell in _inside_rows(table)]
        return bool(cells) and all(cell is not None and _lined(cell) for cell in cells)


def _is_own(box: Any, paragraph: Any) -> bool:
    """Neither the twin of a box, kept for old Word, nor a box within a box."""
    for above in box.iterancestors():
        if above is paragraph:
            return True
        if above.tag in (_FALLBACK, qn("w:txbxContent")):
            return False
    return False


def _words(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == qn("w:r"):
            yield from _run_pieces(child)
        elif child.tag in _WRAPPERS:
            yield from _pieces(child)


def _run_pieces(run: Any) -> Iterator[str]:
    if _is_on(run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")):
        return
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(qn("w:val")) not in {"0", "false", "off"}


def _mark_deleted(paragraph: Any) -> bool:
    """The end of the paragraph was deleted: what follows continues it."""
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return marks is not None and (
        marks.find(qn("w:del")) is not None or marks.find(qn("w:moveFrom")) is not None
    )


def _row_deleted(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in _HOLDERS:
            yield from _inside(child, tag)


def _inside_rows(table: Any) -> Iterator[Any]:
    for row in _inside(table, "w:tr"):
        yield from _inside(row, "w:tc")


def _lined(borders: Any) -> bool:
    return any(side.get(qn("w:val")) not in _NO_LINE for side in borders)


def _lined_styles(document: Any) -> set[str]:
    """Table styles that draw lines."""
    return _styles_with(document, f"{qn('w:tblPr')}/{qn('w:tblBorders')}", _lined)


def _centred_styles(document: Any) -> set[str]:
    """Paragraph styles that centre."""
    return _styles_with(
        document, f"{qn('w:pPr')}/{qn('w:jc')}", lambda jc: jc.get(qn("w:val")) == "center"
    )


def _styles_with(document: Any, path: str, holds: Callable[[Any], bool]) -> set[str]:
    """Styles for which it holds, by themselves or after the style they are based on."""
    found: set[str] = set()
    styles = document.styles.element.findall(qn("w:style"))
    for _ in range(4):  # deep enough for any chain people make
        for style in styles:
            own = style.find(path)
            base = style.find(qn("w:basedOn"))
            inherited = base is not None and base.get(qn("w:val")) in found
            if holds(own) if own is not None else inherited:
                found.add(style.get(qn("w:styleId")))
    return found
