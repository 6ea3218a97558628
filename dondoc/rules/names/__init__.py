"""Names as printed against names as kept: folding, matching to a directory, group addressees."""

from dondoc.rules.names.groups import GroupKind, is_group
from dondoc.rules.names.matching import KnownName, Match, match

__all__ = ["GroupKind", "KnownName", "Match", "is_group", "match"]
