"""The forms of the room, one for each move that asks for something."""

from dondoc.urging.forms.ladder import SetLadderForm
from dondoc.urging.forms.reviews import CloseReviewForm, ConfirmLineForm, OpenReviewForm
from dondoc.urging.forms.slips import (
    AnswerSlipForm,
    AnswerWordForm,
    ChooseForm,
    CloseSlipForm,
    DropSlipForm,
    EditSlipForm,
    RaiseSlipForm,
    ReturnSlipForm,
    ReturnWordForm,
    SayWordForm,
)

__all__ = [
    "AnswerSlipForm",
    "AnswerWordForm",
    "ChooseForm",
    "CloseReviewForm",
    "CloseSlipForm",
    "ConfirmLineForm",
    "DropSlipForm",
    "EditSlipForm",
    "OpenReviewForm",
    "RaiseSlipForm",
    "ReturnSlipForm",
    "ReturnWordForm",
    "SayWordForm",
    "SetLadderForm",
]
