"""What is done in the room."""

from dondoc.remedies.actions.considerations import (
    decide_consideration,
    draft_consideration,
    drop_consideration,
    edit_consideration,
    return_consideration,
    submit_consideration,
)

__all__ = [
    "decide_consideration",
    "draft_consideration",
    "drop_consideration",
    "edit_consideration",
    "return_consideration",
    "submit_consideration",
]
