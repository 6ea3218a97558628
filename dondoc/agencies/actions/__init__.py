"""Verbs of bodies, seats and people, by subject."""

from dondoc.agencies.actions.bodies import (
    describe,
    dissolve,
    establish,
    move_under,
    name_successors,
    rename,
)
from dondoc.agencies.actions.duties import run_again
from dondoc.agencies.actions.names import forget_alias, found_field, keep_alias, set_fields
from dondoc.agencies.actions.people import (
    disable,
    enable,
    open_account,
    reset_password,
    seat_newcomer,
)
from dondoc.agencies.actions.rules import add_day, remove_day, set_rules
from dondoc.agencies.actions.seats import appoint, delegate, end_seat, put_in_charge

__all__ = [
    "add_day",
    "appoint",
    "delegate",
    "describe",
    "disable",
    "dissolve",
    "enable",
    "end_seat",
    "establish",
    "forget_alias",
    "found_field",
    "keep_alias",
    "move_under",
    "name_successors",
    "open_account",
    "put_in_charge",
    "remove_day",
    "rename",
    "reset_password",
    "run_again",
    "seat_newcomer",
    "set_fields",
    "set_rules",
]
