"""An official document as data: what stands where under Decree 30/2020, for any renderer.

Renderers only draw; words, punctuation and letter case are settled here.
"""

from dondoc.rules.layout.blocks import (
    Block,
    Dash,
    Heading,
    LegalBasis,
    Numbered,
    PageBreak,
    Paragraph,
    closed,
    ended,
    prose,
)
from dondoc.rules.layout.papers import BLANK, Appendix, Paper, Signature, letterhead_lines
from dondoc.rules.layout.printed import Run, Runs, plain
from dondoc.rules.layout.tables import Align, Cell, Column, HeaderCell, Row, Table, cell

__all__ = [
    "BLANK", "Align", "Appendix", "Block", "Cell", "Column", "Dash", "HeaderCell", "Heading",
    "LegalBasis", "Numbered", "PageBreak", "Paper", "Paragraph", "Row", "Run", "Runs", "Signature",
    "Table", "cell", "closed", "ended", "letterhead_lines", "plain", "prose",
]  # fmt: skip
