"""Verbs of the room: what is handed in, and what stands in the register."""

from dondoc.documents.actions.documents import (
    Mended,
    correct,
    correct_text,
    issue,
    register,
    same_number,
)
from dondoc.documents.actions.hand_ins import (
    Found,
    NumberAlone,
    Upload,
    drop_hand_in,
    fail_reading,
    finish_reading,
    hand_in,
    read_again,
    settle,
    turn_away,
)
from dondoc.documents.flow import flow, keeps_document, keeps_register, reads_document

__all__ = [
    "Found",
    "Mended",
    "NumberAlone",
    "Upload",
    "correct",
    "correct_text",
    "drop_hand_in",
    "fail_reading",
    "finish_reading",
    "flow",
    "hand_in",
    "issue",
    "keeps_document",
    "keeps_register",
    "read_again",
    "reads_document",
    "register",
    "same_number",
    "settle",
    "turn_away",
]
