"""Slips that recognition makes again and again and that can be nothing else, put right."""

import re
from collections.abc import Callable
from dataclasses import replace

from dondoc.documents.reading_order import Line, Piece
from dondoc.rules.folding import fold

_Put = str | Callable[[re.Match[str]], str]
_WORDS: tuple[tuple[re.Pattern[str], _Put], ...] = (
    (re.compile(r"\u2044"), "/"),  # “III⁄2025”
    (re.compile(r"^[_|]+(?=[^\W_])|(?<=[^\W_])[_|]+$"), ""),  # what is left of a ruled line
    (re.compile(r"\./$"), "./."),  # the mark that ends a document
    (re.compile(r"^[~¬—]$"), "-"),  # the dash of a list
    (re.compile(r"^(?=.*I)[I1l|]{2,4}(?=/\d{4}\W?$|[.,]?$)"), lambda m: "I" * len(m[0])),  # “II1”
)
_PAIRS = {  # two words that are nothing in Vietnamese, and the two that were printed
    "kế từ": "kể từ", "kế cả": "kể cả", "tống hợp": "tổng hợp", "tống kết": "tổng kết",
    "tố chức": "tổ chức", "chuyên mồn": "chuyên môn", "chuyền môn": "chuyên môn",
    "chuyền mồn": "chuyên môn", "lưu vi": "lưu vt", "lưu vĩ": "lưu vt",
}  # fmt: skip
# what is stamped stands alone and in capitals; a mark of secrecy must not be missed
STAMPED = {
    fold(mark): mark.split()
    for mark in ("TUYỆT MẬT", "TỐI MẬT", "MẬT", "THƯỢNG KHẨN", "HỎA TỐC", "KHẨN")
}
_ENDS = ".,;:"
_NUMBER_COLUMN = re.compile(r"T[A-Z1|]|S[TY][TY]")
_WORK_COLUMN = re.compile(r"(?:Nội dung|Nhiệm vụ|Công việc|Tên nhiệm vụ)", re.IGNORECASE)


def put_right(lines: list[Line]) -> list[Line]:
    """The lines without the slips that are beyond doubt."""
    for line in lines:
        line.cells = [_mark(_pairs([_word(piece) for piece in cell])) for cell in line.cells]
        _head(line)
    return lines


def _word(piece: Piece) -> Piece:
    text = piece.text
    for slip, right in _WORDS:
        text = slip.sub(right, text)
    return replace(piece, text=text) if text != piece.text else piece


def _pairs(cell: list[Piece]) -> list[Piece]:
    for at in range(len(cell) - 1):
        said = [piece.text.rstrip(_ENDS) for piece in cell[at : at + 2]]
        right = _PAIRS.get(" ".join(said).lower())
        if right:
            cell[at : at + 2] = map(_rewritten, cell[at : at + 2], said, right.split())
    return cell


def _rewritten(piece: Piece, said: str, right: str) -> Piece:
    """The right word in the case of the printed one, with its punctuation."""
    if said.isupper():
        right = right.upper()
    elif said[0].isupper():
        right = right.capitalize()
    return replace(piece, text=right + piece.text[len(said) :])


def _mark(cell: list[Piece]) -> list[Piece]:
    """“MẠT” alone in a column is a mark of secrecy whose accents were lost."""
    said = " ".join(piece.text for piece in cell)
    right = STAMPED.get(fold(said.strip(_ENDS))) if said.isupper() else None
    if right is None or len(right) != len(cell):
        return cell
    return [replace(piece, text=word) for piece, word in zip(cell, right, strict=True)]


def _head(line: Line) -> None:
    """“TY | Nội dung …”: the head of a table counts its rows."""
    if not line.is_row or len(line.cells) < 3 or len(line.cells[0]) != 1:
        return
    number, work = line.cells[0][0], " ".join(piece.text for piece in line.cells[1])
    if _NUMBER_COLUMN.fullmatch(number.text) and _WORK_COLUMN.match(work):
        line.cells[0] = [replace(number, text="STT" if len(number.text) == 3 else "TT")]
