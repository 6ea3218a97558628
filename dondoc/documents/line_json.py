"""Lines on their way out of the confined child, places as shares of the page."""

from typing import Any

from dondoc.documents.reading_order import Line, Piece

_Told = dict[str, Any]


def told(lines: list[Line], width: float, height: float) -> list[_Told]:
    """Lines as JSON can carry them."""
    return [
        {
            "cells": [[_told(piece, width, height) for piece in cell] for cell in line.cells],
            "apart": line.apart,
            "is_row": line.is_row,
        }
        for line in lines
    ]


def _told(piece: Piece, width: float, height: float) -> list[Any]:
    box = piece.left / width, piece.top / height, piece.right / width, piece.bottom / height
    return [piece.text, *(round(min(1.0, max(0.0, side)), 5) for side in box), piece.confidence]


def heard(lines: list[_Told]) -> list[Line]:
    """The same lines on the other side."""
    return [
        Line([[Piece(*piece) for piece in cell] for cell in line["cells"]], **_rest(line))
        for line in lines
    ]


def _rest(line: _Told) -> dict[str, bool]:
    return {"apart": line["apart"], "is_row": line["is_row"]}
