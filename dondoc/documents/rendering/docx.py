"""Draws a Paper as a Word file that a clerk can go on editing."""

from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from dondoc.documents.rendering import word, wordtable
from dondoc.rules import decree30 as d30
from dondoc.rules.layout import (
    Appendix,
    Block,
    PageBreak,
    Paper,
    Run,
    Runs,
    Signature,
    Table,
    plain,
)

RED = "C00000"


def to_docx(paper: Paper) -> bytes:
    """The paper as .docx; the same paper gives the same bytes."""
    document = docx.Document()
    word.set_base_styles(document)
    open_first_section(document, paper)
    draw_letterhead(document, paper)
    draw_title(document, paper)
    draw_addressees(document, paper)
    draw_blocks(document, paper.main_blocks, landscape=paper.landscape)
    turn(document, landscape=paper.landscape)
    draw_closing(document, paper)
    for appendix in paper.appendices:
        draw_appendix(document, paper, appendix)
    author = " ".join(paper.issuer.split())
    return word.same_bytes(document, paper.full_title, author, paper.file_day)


def open_first_section(document: Document, paper: Paper) -> None:
    section = document.sections[0]
    word.lay_page(section, paper.landscape)
    word.number_pages_anew(section)
    header = section.header.paragraphs[0]
    header.alignment = word.ALIGNMENTS["center"]
    word.page_number_field(header)
    if paper.footer_note:
        footer = section.first_page_footer.paragraphs[0]
        write(footer, plain(paper.footer_note), d30.SIZE_FOOTER_NOTE, "center")
        word.set_borders(footer, top=word.element("top", val="single", sz=4, space=4))


def write(
    into: Any,
    runs: Runs,
    size: float,
    align: str = "left",
    *,
    bold: bool = False,
    italic: bool = False,
) -> WordParagraph:
    """Writes a paragraph, tight and unindented, into a document, a cell or an empty paragraph."""
    paragraph: WordParagraph = into if isinstance(into, WordParagraph) else next_paragraph(into)
    paragraph.alignment = word.ALIGNMENTS[align]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    for run in runs:
        written = paragraph.add_run(run.text)
        written.font.size = Pt(size)
        written.bold, written.italic = (run.bold or bold) or None, (run.italic or italic) or None
    return paragraph


def next_paragraph(into: Any) -> WordParagraph:
    """A cell is born with one empty paragraph, which is used first."""
    first: WordParagraph | None = next(iter(into.paragraphs), None) if is_new_cell(into) else None
    made: WordParagraph = first or into.add_paragraph()
    return made


def is_new_cell(into: Any) -> bool:
    return hasattr(into, "_tc") and len(into.paragraphs) == 1 and not into.text


def draw_letterhead(document: Document, paper: Paper) -> None:
    left, right = letterhead_widths(paper)
    grid = wordtable.borderless(document, 2, (left, right))
    draw_issuer(grid.cell(0, 0), paper, left)
    nation = grid.cell(0, 1)
    write(nation, plain(d30.NATION), d30.SIZE_NATION, "center", bold=True)
    write(nation, plain(d30.MOTTO), d30.SIZE_MOTTO, "center", bold=True)
    word.rule(nation.add_paragraph(), d30.MOTTO_WIDTH, right)
    draw_number(grid.cell(1, 0), paper, left)
    day = write(
        grid.cell(1, 1), plain(paper.place_line), d30.SIZE_PLACE_AND_DATE, "center", italic=True
    )
    day.paragraph_format.space_before = Pt(d30.PARAGRAPH_GAP)


def room_of(paper: Paper) -> float:
    return d30.WIDE_WIDTH if paper.landscape else d30.TEXT_WIDTH


def letterhead_widths(paper: Paper) -> tuple[float, float]:
    left = room_of(paper) * d30.LETTERHEAD_LEFT / d30.TEXT_WIDTH
    return left, room_of(paper) - left


def draw_issuer(cell: Any, paper: Paper, room: float) -> None:
    for line in paper.parent_lines:
        write(cell, plain(line), d30.SIZE_ISSUER, "center")
    for line in paper.issuer_lines:
        write(cell, plain(line), d30.SIZE_ISSUER, "center", bold=True)
    last = paper.issuer_lines[-1] if paper.issuer_lines else ""
    length = min(width_of(last, d30.SIZE_ISSUER), room) * d30.RULE_SHARE
    word.rule(cell.add_paragraph(), length, room)


def width_of(text: str, size: float) -> float:
    """About how wide bold text comes out, in millimetres (the font itself may not be here)."""
    em = sum(0.25 if c == " " else 0.72 if c.isupper() else 0.5 for c in text)
    return em * size * 25.4 / 72


def draw_number(cell: Any, paper: Paper, room: float) -> None:
    if paper.number_line:
        number = write(cell, plain(paper.number_line), d30.SIZE_NUMBER, "center")
        number.paragraph_format.space_before = Pt(d30.PARAGRAPH_GAP)
    if paper.letter_subject:
        write(cell, plain(paper.letter_subject), d30.SIZE_LETTER_SUBJECT, "center")
    if paper.draft:
        draw_stamp(cell, d30.DRAFT, d30.DRAFT_WIDTH, room, "000000")
    for stamp in paper.stamps:
        urgent = stamp == paper.urgency.stamp
        width = paper.urgency.width if urgent else width_of(stamp, d30.SIZE_STAMP) + 6
        draw_stamp(cell, stamp, width, room, RED if urgent else "000000")


def draw_stamp(cell: Any, text: str, width: float, room: float, color: str) -> None:
    paragraph = write(cell, plain(text), d30.SIZE_STAMP, "center", bold=True)
    paragraph.runs[0].font.color.rgb = RGBColor.from_string(color)
    word.frame(paragraph, width, room, color)


def draw_title(document: Document, paper: Paper) -> None:
    if not paper.title:
        return
    title = write(document, plain(paper.title), d30.SIZE_TITLE, "center", bold=True)
    title.paragraph_format.space_before = Pt(3 * d30.PARAGRAPH_GAP)
    if paper.subject:
        subject = write(document, plain(paper.subject), d30.SIZE_TITLE, "center", bold=True)
        subject.paragraph_format.left_indent = Mm(d30.SUBJECT_INDENT)
        subject.paragraph_format.right_indent = Mm(d30.SUBJECT_INDENT)
    room = room_of(paper) - 2 * d30.SUBJECT_INDENT
    line = min(width_of(paper.subject or paper.title, d30.SIZE_TITLE), room)
    length = line * d30.RULE_SHARE
    word.rule(document.add_paragraph(), length, room_of(paper))


def draw_addressees(document: Document, paper: Paper) -> None:
    """One on the line of the greeting; several below it, dashes under its colon (box 9a)."""
    if not (lines := paper.addressee_lines):
        return
    alone = len(lines) == 1
    greeting = f"{d30.SALUTATION}: {lines[0]}" if alone else f"{d30.SALUTATION}:"
    align = "center" if alone else "left"
    first = write(document, plain(greeting), d30.SIZE_ADDRESSEES, align)
    first.paragraph_format.space_before = Pt(2 * d30.PARAGRAPH_GAP)
    last = first
    if not alone:
        first.paragraph_format.left_indent = Mm(d30.ADDRESSEES_INDENT)
        for line in lines:
            last = write(document, plain(line), d30.SIZE_ADDRESSEES)
            hang(last, d30.ADDRESSEES_INDENT + d30.ADDRESSEES_COLON)
    last.paragraph_format.space_after = Pt(d30.PARAGRAPH_GAP)


def hang(paragraph: WordParagraph, left: float) -> None:
    """The dash stands at `left` millimetres, further lines stand under the words."""
    paragraph.paragraph_format.left_indent = Mm(left + 2.8)
    paragraph.paragraph_format.first_line_indent = Mm(-2.8)


def draw_blocks(document: Document, blocks: Iterable[Block], *, landscape: bool = False) -> None:
    """A wide table turns the sheet unless it lies turned already."""
    for block in blocks:
        turn(document, landscape=landscape or (isinstance(block, Table) and block.landscape))
        DRAWING[block.shape](document, block)


def is_turned(document: Document) -> bool:
    return bool(document.sections[-1].orientation == WD_ORIENT.LANDSCAPE)


def turn(document: Document, *, landscape: bool) -> None:
    """Goes on in a section of the wanted orientation."""
    if is_turned(document) != landscape:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        word.lay_page(section, landscape)
        word.number_pages_on(section)


def draw_paragraph(document: Document, block: Any) -> None:
    mark = (Run(f"{block.mark} "),) if block.mark else ()
    body_text(write(document, (*mark, *block.runs), d30.SIZE_TEXT, "justify"))


def body_text(paragraph: WordParagraph) -> None:
    form = paragraph.paragraph_format
    form.first_line_indent = Mm(d30.FIRST_LINE_INDENT)
    form.space_before = Pt(d30.PARAGRAPH_GAP)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, d30.LINE_SPACING


def draw_heading(document: Document, block: Any) -> None:
    paragraph = document.add_paragraph(style=f"Heading {min(block.level, 3)}")
    body_text(write(paragraph, plain(block.text), d30.SIZE_TEXT, "justify", bold=True))


def draw_legal_basis(document: Document, block: Any) -> None:
    for line in block.lines:
        body_text(write(document, plain(line), d30.SIZE_TEXT, "justify", italic=True))


def draw_table(document: Document, table: Table) -> None:
    if table.caption:
        caption = write(document, plain(table.caption), d30.SIZE_TABLE, "center", bold=True)
        caption.paragraph_format.space_before = Pt(2 * d30.PARAGRAPH_GAP)
        caption.paragraph_format.space_after = Pt(d30.PARAGRAPH_GAP)
        caption.paragraph_format.keep_with_next = True
    room = d30.WIDE_WIDTH if is_turned(document) else d30.TEXT_WIDTH
    wordtable.ruled(document, table, room)


def draw_page_break(document: Document, _block: PageBreak) -> None:
    write(document, (), 1).add_run().add_break(WD_BREAK.PAGE)


DRAWING: dict[str, Any] = {
    "paragraph": draw_paragraph,
    "heading": draw_heading,
    "legal_basis": draw_legal_basis,
    "table": draw_table,
    "page_break": draw_page_break,
}


def draw_closing(document: Document, paper: Paper) -> None:
    """Recipients and signatures, never parted from each other nor from the last words."""
    if document.paragraphs:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    write(document, (), 6).paragraph_format.keep_with_next = True
    left, second = 0.46 * room_of(paper), paper.second_signature
    grid = wordtable.borderless(document, 2 if second else 1, (left, room_of(paper) - left))
    draw_signature(grid.cell(0, 1), paper.signature)
    if second:
        draw_signature(grid.cell(0, 0), second, keep=True)
    draw_recipients(grid.cell(1 if second else 0, 0), paper)


def draw_recipients(cell: Any, paper: Paper) -> None:
    if paper.recipients:
        label = plain(d30.RECIPIENTS)
        write(cell, label, d30.SIZE_RECIPIENTS_LABEL, bold=True, italic=True)
    for line in paper.recipient_lines:
        hang(write(cell, plain(line), d30.SIZE_RECIPIENTS), 0)
    if paper.drafter_mark:
        write(cell, plain(paper.drafter_mark), d30.SIZE_DRAFTER_MARK)


def draw_signature(cell: Any, by: Signature, *, keep: bool = False) -> None:
    signed = (*by.lines, by.printed_name)
    lines = [write(cell, plain(t), d30.SIZE_SIGNATURE, "center", bold=True) for t in signed]
    lines[-1].paragraph_format.space_before = Mm(d30.SIGNATURE_SPACE)
    for line in lines if keep else ():
        line.paragraph_format.keep_with_next = True


def draw_appendix(document: Document, paper: Paper, appendix: Appendix) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    word.lay_page(section, appendix.landscape)
    word.number_pages_anew(section)
    if paper.footer_note:
        section.first_page_footer.is_linked_to_previous = False
    size = d30.SIZE_APPENDIX
    write(document, plain(appendix.heading), size, "center", bold=True)
    write(document, plain(appendix.title.upper()), size, "center", bold=True)
    write(document, plain(paper.attached_to), size, "center", italic=True)
    room = d30.WIDE_WIDTH if appendix.landscape else d30.TEXT_WIDTH
    word.rule(document.add_paragraph(), 40, room)
    draw_blocks(document, appendix.blocks, landscape=appendix.landscape)
