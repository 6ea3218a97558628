"""What people are asked about meetings."""

from dondoc.meetings.forms.moves import FORMS, MoveForm
from dondoc.meetings.forms.papers import RecordForm, RollForm, SignForm, WordsForm
from dondoc.meetings.forms.planning import PlanForm
from dondoc.meetings.forms.resources import ResourceForm, SeriesForm

__all__ = [
    "FORMS", "MoveForm", "PlanForm", "RecordForm", "ResourceForm", "RollForm", "SeriesForm",
    "SignForm", "WordsForm",
]  # fmt: skip
