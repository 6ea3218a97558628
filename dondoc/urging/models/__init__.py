"""The nouns of the room."""

from dondoc.urging.models.ladder import Ladder

__all__ = ["Ladder"]
