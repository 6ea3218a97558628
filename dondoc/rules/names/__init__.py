"""Names as printed against names as kept: spelling, readings, slips, groups and lists."""

from dondoc.rules.names.groups import GroupKind, is_group, is_vague
from dondoc.rules.names.lists import spelled_out
from dondoc.rules.names.matching import KnownName, Match, Names, OtherName, match

__all__ = [
    "GroupKind",
    "KnownName",
    "Match",
    "Names",
    "OtherName",
    "is_group",
    "is_vague",
    "match",
    "spelled_out",
]
