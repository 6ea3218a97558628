"""The same document typed, as Word file, as PDF and as a noisy scan gives the same orders."""

from pathlib import Path

import pytest

from dondoc.documents.extraction import extract_text
from dondoc.documents.guard import inspect
from dondoc.documents.rendering.docx import to_docx
from dondoc.documents.rendering.pdf import to_pdf
from dondoc.rules.directive import Directive
from dondoc.rules.directive import read as read_directive
from dondoc.rules.layout import Paper
from tests.documents import directives, scans
from tests.documents.test_scans import needs_tesseract

Asked = tuple[object, ...]


def directive_in(name: str, content: bytes, folder: Path) -> Directive:
    path = folder / name
    path.write_bytes(content)
    return read_directive(extract_text(inspect(name, content), path).text)


def orders_of(directive: Directive) -> list[Asked]:
    return [
        (o.clause, o.lead, o.supporting, tuple((d.kind, d.due_on, d.time) for d in o.deadlines))
        for o in directive.orders
    ]


def head_of(directive: Directive) -> Asked:
    signer = directive.signer
    return (
        *(directive.number, directive.issued_on, directive.issuer, directive.parent),
        *(directive.type, directive.subject, directive.urgency, directive.addressees),
        *(directive.recipients, signer and (signer.authority, signer.title, signer.name)),
    )


def scan_of(paper: Paper, folder: Path) -> bytes:
    """Printed, signed, sealed, scanned by a cheap machine that draws the paper in askew."""
    path = folder / "in.pdf"
    path.write_bytes(to_pdf(paper))
    printed = extract_text(inspect(path.name, path), path)
    pages = scans.pages_of(path.read_bytes())
    at = printed.text.index(paper.signature.printed_name)
    for page in printed.pages:
        for word in page.words:
            if word.start == at:
                left, top, _, _ = word.box
                pages[page.number - 1] = scans.stamped(pages[page.number - 1], (left, top - 0.04))
    turns = (1.6, -1.2, 0.7)
    return scans.as_pdf(
        [scans.scanned(p, seed, turn=turns[seed % 3]) for seed, p in enumerate(pages)]
    )


@pytest.mark.parametrize("paper", directives.ALL.values(), ids=list(directives.ALL))
def test_typed_word_and_pdf_give_the_same_orders_and_letterhead(
    paper: Paper, tmp_path: Path
) -> None:
    typed = directive_in("a.txt", directives.typed(paper).encode(), tmp_path)
    assert len(typed.orders) >= 5
    for name, content in (("a.docx", to_docx(paper)), ("a.pdf", to_pdf(paper))):
        got = directive_in(name, content, tmp_path)
        assert orders_of(got) == orders_of(typed), name
        assert head_of(got) == head_of(typed), name


@needs_tesseract
def test_a_noisy_scan_gives_at_least_nineteen_of_twenty_orders(tmp_path: Path) -> None:
    asked = same = 0
    for paper in directives.ALL.values():
        typed = directive_in("a.txt", directives.typed(paper).encode(), tmp_path)
        got = directive_in("quet.pdf", scan_of(paper, tmp_path), tmp_path)
        asked += len(typed.orders)
        same += sum(order in orders_of(got) for order in orders_of(typed))
        assert len(got.orders) == len(typed.orders)
        assert (got.number, got.issued_on) == (typed.number, typed.issued_on)
    assert same >= 0.95 * asked, f"{same} / {asked}"
