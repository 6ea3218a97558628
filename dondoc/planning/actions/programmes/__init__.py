"""What is done to a programme, from the opening of its registration to its last decision."""

from dondoc.planning.actions.programmes.arranging import (
    decline,
    hand_over,
    hand_over_items,
    merge,
    merge_items,
    move_down,
    move_up,
    put_back,
    submit_programme,
    take_back,
)
from dondoc.planning.actions.programmes.changing import (
    ask_addition,
    ask_drop,
    ask_move,
    grant_change,
    refuse_change,
)
from dondoc.planning.actions.programmes.deciding import approve, publish, return_programme
from dondoc.planning.actions.programmes.explaining import explain
from dondoc.planning.actions.programmes.handing_on import pass_on_item, succeed_in_item
from dondoc.planning.actions.programmes.opening import carry_over, open_programme, urge
from dondoc.planning.actions.programmes.registering import (
    complete_registration,
    edit_item,
    register,
    register_rows,
    take_up,
    withdraw,
)

__all__ = [
    "approve",
    "ask_addition",
    "ask_drop",
    "ask_move",
    "carry_over",
    "complete_registration",
    "decline",
    "edit_item",
    "explain",
    "grant_change",
    "hand_over",
    "hand_over_items",
    "merge",
    "merge_items",
    "move_down",
    "move_up",
    "open_programme",
    "pass_on_item",
    "publish",
    "put_back",
    "refuse_change",
    "register",
    "register_rows",
    "return_programme",
    "submit_programme",
    "succeed_in_item",
    "take_back",
    "take_up",
    "urge",
    "withdraw",
]
