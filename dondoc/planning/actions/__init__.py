"""What is done in the room: to the week here, to programmes in a package of their own."""

from dondoc.planning.actions import programmes
from dondoc.planning.actions.calendars import (
    close_feed,
    forget_outside,
    import_outside,
    note_outside,
    renew_feed,
)
from dondoc.planning.actions.entries import (
    accept_entry,
    add_entry,
    amend_proposal,
    arrange_entry,
    cancel_entry,
    decline_entry,
    postpone_entry,
    propose_entry,
    withdraw_proposal,
)
from dondoc.planning.actions.recurring import (
    edit_duty,
    end_duty,
    give_occurrences,
    pass_on_duty,
    pause_duty,
    resume_duty,
    set_up_duty,
    skip_occurrence,
    succeed_in_duty,
)
from dondoc.planning.actions.week_meetings import follow_meeting, schedule_meeting
from dondoc.planning.actions.weeks import publish_week, send_back_week, submit_week

__all__ = [
    "accept_entry",
    "add_entry",
    "amend_proposal",
    "arrange_entry",
    "cancel_entry",
    "close_feed",
    "decline_entry",
    "edit_duty",
    "end_duty",
    "follow_meeting",
    "forget_outside",
    "give_occurrences",
    "import_outside",
    "note_outside",
    "pass_on_duty",
    "pause_duty",
    "postpone_entry",
    "programmes",
    "propose_entry",
    "publish_week",
    "renew_feed",
    "resume_duty",
    "schedule_meeting",
    "send_back_week",
    "set_up_duty",
    "skip_occurrence",
    "submit_week",
    "succeed_in_duty",
    "withdraw_proposal",
]
