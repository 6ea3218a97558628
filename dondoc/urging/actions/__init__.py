"""What is done in the room: slips drawn up to closed, reviews, leaders' words, the ladder set."""

from dondoc.urging.actions.ladder import set_ladder
from dondoc.urging.actions.leader_words import (
    answer_word,
    close_word,
    return_word,
    say_word,
    succeed_in_word,
)
from dondoc.urging.actions.reviews import (
    close_review,
    confirm_line,
    open_review,
    succeed_in_line,
    urge_review,
)
from dondoc.urging.actions.slips import (
    answer_slip,
    close_slip,
    draw_up_slip,
    drop_slip,
    edit_slip,
    raise_slip,
    return_slip,
    send_slip,
    succeed_in_slip,
)

__all__ = [
    "answer_slip",
    "answer_word",
    "close_review",
    "close_slip",
    "close_word",
    "confirm_line",
    "draw_up_slip",
    "drop_slip",
    "edit_slip",
    "open_review",
    "raise_slip",
    "return_slip",
    "return_word",
    "say_word",
    "send_slip",
    "set_ladder",
    "succeed_in_line",
    "succeed_in_slip",
    "succeed_in_word",
    "urge_review",
]
