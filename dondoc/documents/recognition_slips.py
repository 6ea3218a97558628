"""Slips that recognition makes again and again and that can be nothing else, put right."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from dondoc.documents.reading_order import Line, Piece

_Put = str | Callable[[re.Match[str]], str]
_WORDS: tuple[tuple[re.Pattern[str], _Put], ...] = (
    (re.compile(r"\u2044"), "/"),  # “III⁄2025”
    (re.compile(r"\./$"), "./."),  # the mark that ends a document
    (re.compile(r"^[~¬—]$"), "-"),  # the dash of a list
    (re.compile(r"^(?=.*I)[I1l|]{2,4}(?=/\d{4}\W?$|[.,]?$)"), lambda m: "I" * len(m[0])),  # “II1”
)
_PAIRS = {  # two words, of which the first is no word before the second
    ("kế", "từ"): "kể", ("kế", "cả"): "kể",
    ("tống", "hợp"): "tổng", ("tống", "kết"): "tổng", ("tố", "chức"): "tổ",
}  # fmt: skip
_NUMBER_COLUMN = re.compile(r"T[A-Z1|]|S[TY][TY]")
_WORK_COLUMN = re.compile(r"(?:Nội dung|Nhiệm vụ|Công việc|Tên nhiệm vụ)", re.IGNORECASE)


def put_right(lines: list[Line]) -> list[Line]:
    """The lines without the slips that are beyond doubt."""
    for line in lines:
        line.cells = [_pairs([_word(piece) for piece in cell]) for cell in line.cells]
        _head(line)
    return lines


def _word(piece: Piece) -> Piece:
    text = piece.text
    for slip, right in _WORDS:
        text = slip.sub(right, text)
    return replace(piece, text=text) if text != piece.text else piece


def _pairs(cell: list[Piece]) -> list[Piece]:
    for at, (first, second) in enumerate(pairwise(cell)):
        right = _PAIRS.get((first.text.lower(), second.text.lower().rstrip(".,;:")))
        if right:
            cell[at] = replace(first, text=_as_written(right, first.text))
    return cell


def _as_written(right: str, written: str) -> str:
    if written.isupper():
        return right.upper()
    return right.capitalize() if written[0].isupper() else right


def _head(line: Line) -> None:
    """“TY | Nội dung …”: the head of a table counts its rows."""
    if not line.is_row or len(line.cells) < 3 or len(line.cells[0]) != 1:
        return
    number, work = line.cells[0][0], " ".join(piece.text for piece in line.cells[1])
    if _NUMBER_COLUMN.fullmatch(number.text) and _WORK_COLUMN.match(work):
        line.cells[0] = [replace(number, text="STT" if len(number.text) == 3 else "TT")]
