"""Verbs of urging."""

from dondoc.urging.actions.ladder import set_ladder

__all__ = ["set_ladder"]
