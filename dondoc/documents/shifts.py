"""Who is told that a document's text was corrected: the rooms above that point into it."""

from collections.abc import Callable

from dondoc.documents.models import Document
from dondoc.documents.offsets import Shift

Pointing = Callable[[Document, Shift], None]
_POINTING: list[Pointing] = []


def pointed_into_by(move: Pointing) -> Pointing:
    """An upper room moves what it keeps as offsets into a document's text."""
    _POINTING.append(move)
    return move


def tell_shift(document: Document, shift: Shift) -> None:
    """Everything that points into the text is moved, in the correction's own transaction."""
    for move in _POINTING:
        move(document, shift)
