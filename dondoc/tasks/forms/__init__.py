"""What the moves of a task ask of people: one form per move, found by the move's own word."""

from dondoc.tasks.forms.base import MoveForm
from dondoc.tasks.forms.doing import PostUpdateForm, ReturnToAssignerForm, SubmitForm
from dondoc.tasks.forms.extending import (
    AskExtensionForm,
    ChangeDeadlineForm,
    GrantExtensionForm,
    RefuseExtensionForm,
)
from dondoc.tasks.forms.finishing import ConfirmForm, ReopenForm, SendBackForm
from dondoc.tasks.forms.giving import (
    AssignForm,
    EntrustForm,
    PassDownForm,
    ReassignForm,
    RecallForm,
    ReviseForm,
)
from dondoc.tasks.forms.marking import StarForm, UnstarForm
from dondoc.tasks.forms.suspending import ResumeForm, SuspendForm, SuspendLongerForm

__all__ = ["FORMS", "AssignForm", "MoveForm"]

FORMS: dict[str, type[MoveForm]] = {
    "ask_extension": AskExtensionForm,
    "change_deadline": ChangeDeadlineForm,
    "confirm": ConfirmForm,
    "entrust": EntrustForm,
    "grant_extension": GrantExtensionForm,
    "pass_down": PassDownForm,
    "post_update": PostUpdateForm,
    "reassign": ReassignForm,
    "recall": RecallForm,
    "refuse_extension": RefuseExtensionForm,
    "reopen": ReopenForm,
    "resume": ResumeForm,
    "return_to_assigner": ReturnToAssignerForm,
    "revise": ReviseForm,
    "send_back": SendBackForm,
    "star": StarForm,
    "submit": SubmitForm,
    "suspend": SuspendForm,
    "suspend_longer": SuspendLongerForm,
    "unstar": UnstarForm,
}
