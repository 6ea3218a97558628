"""What WordprocessingML needs and python-docx has no word for: rules, frames, fields, sections."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from dondoc.rules import decree30 as d30

ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: same paper, same bytes


def element(tag: str, **attributes: str | int) -> Any:
    """A w: element with w: attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def set_base_styles(document: Document) -> None:
    """Times New Roman 14, black, Vietnamese, for the text and the three levels of headings."""
    for name in ("Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.size, style.font.bold = Pt(d30.SIZE_TEXT), name.startswith("Heading")
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()  # theme fonts would win over the name
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), d30.FONT)
        style.font.color.rgb = None
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "vi-VN")


def lay_page(section: Section, landscape: bool) -> None:
    """A4 with the decree's margins; the page number has its place in the top margin."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    long, short = Mm(d30.PAGE_HEIGHT), Mm(d30.PAGE_WIDTH)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin, section.bottom_margin = Mm(d30.MARGIN_TOP), Mm(d30.MARGIN_BOTTOM)
    section.left_margin, section.right_margin = Mm(d30.MARGIN_LEFT), Mm(d30.MARGIN_RIGHT)
    section.header_distance = section.footer_distance = Mm(d30.MARGIN_TOP / 2.5)


def number_pages_anew(section: Section) -> None:
    """Pages count from 1 in this section and its first shows no number."""
    section.different_first_page_header_footer = True
    restart_at(section, 1)


def number_pages_on(section: Section) -> None:
    """Pages count on from the section before and every one shows its number."""
    section.different_first_page_header_footer = False
    restart_at(section, None)


def restart_at(section: Section, first: int | None) -> None:
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    if first is not None:
        margins = properties.find(qn("w:pgMar"))
        margins.addnext(element("pgNumType", start=first))


def page_number_field(paragraph: Paragraph) -> None:
    """The PAGE field."""
    run = paragraph.add_run()
    run.font.size = Pt(d30.SIZE_PAGE_NUMBER)
    for kind in ("begin", None, "end"):
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        else:
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)


def rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Turns an empty paragraph into a centred line, `length` of `room` millimetres long."""
    side = Mm(max(0.0, (room - length) / 2))
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = side
    form.space_before, form.space_after = Pt(2), Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(6)
    set_borders(paragraph, top=element("top", val="single", sz=6, space=1, color="000000"))


def frame(paragraph: Paragraph, width: float, room: float, color: str) -> None:
    """A single-line box of the height of a stamp around the paragraph, centred in `room`."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0.0, (room - width) / 2))
    form.space_before = form.space_after = Pt(6)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Mm(d30.STAMP_HEIGHT - 2)
    sides = ("top", "left", "bottom", "right")
    lines = {s: element(s, val="single", sz=8, space=2, color=color) for s in sides}
    set_borders(paragraph, **lines)


def set_borders(paragraph: Paragraph, **lines: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    borders = element("pBdr")
    borders.extend(lines.values())
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def same_bytes(document: Document, title: str, author: str, day: date) -> bytes:
    """The file, with its properties and without any trace of when it was made."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title[:255], author[:255], author[:255]
    about.created = about.modified = datetime.combine(day, time())
    about.comments, about.language, about.revision = "", "vi-VN", 1
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            plain = zipfile.ZipInfo(entry.filename, _ZIP_EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(plain, made.read(entry))
    return fixed.getvalue()
