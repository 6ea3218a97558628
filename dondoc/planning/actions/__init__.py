"""What is done in the room: to programmes, to weeks."""

from dondoc.planning.actions import programmes

__all__ = ["programmes"]
