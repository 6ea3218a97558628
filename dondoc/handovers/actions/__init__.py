"""What is done in the room: drawn up, sorted, handed over in one deed, received."""

from dondoc.handovers.actions.carrying_out import carry_out, hand_over, stop_moving
from dondoc.handovers.actions.drafting import (
    draft_handover,
    draft_succession,
    drop_handover,
    fill_in,
    refresh_lines,
    sort_lines,
)
from dondoc.handovers.actions.receiving import sign_receipt

__all__ = [
    "carry_out", "draft_handover", "draft_succession", "drop_handover", "fill_in", "hand_over",
    "refresh_lines", "sign_receipt", "sort_lines", "stop_moving",
]  # fmt: skip
