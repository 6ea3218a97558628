"""The forms of the room, one for each move that asks for something."""

from dondoc.urging.forms.ladder import SetLadderForm

__all__ = ["SetLadderForm"]
