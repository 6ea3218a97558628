"""What is done to meetings, from the plan to the conclusions."""

from dondoc.meetings.actions.answering import answer, call_roll, decide_deputy, open_papers
from dondoc.meetings.actions.approving import approve_content, ask_opinion, return_content
from dondoc.meetings.actions.concluding import (
    draft_notice,
    edit_notice,
    hold,
    issue_notice,
    write_down,
)
from dondoc.meetings.actions.handing_on import pass_on_meeting, succeed_in_meeting
from dondoc.meetings.actions.inviting import draft_invitation, edit_invitation, issue_invitation
from dondoc.meetings.actions.planning import cancel, edit_meeting, plan_meeting, reschedule
from dondoc.meetings.actions.preparing import (
    add_papers,
    add_participants,
    add_preparation,
    drop_participant,
    drop_preparation,
    entrust_preparation,
    remove_paper,
    set_agenda,
    tick,
    untick,
)
from dondoc.meetings.actions.resources import (
    add_resource,
    begin_series,
    change_resource,
    rename_series,
)
from dondoc.meetings.flow import flow

__all__ = [
    "add_papers", "add_participants", "add_preparation", "add_resource", "answer",
    "approve_content", "ask_opinion", "begin_series", "call_roll", "cancel", "change_resource",
    "decide_deputy", "draft_invitation", "draft_notice", "drop_participant", "drop_preparation",
    "edit_invitation", "edit_meeting", "edit_notice", "entrust_preparation", "flow", "hold",
    "issue_invitation", "issue_notice", "open_papers", "pass_on_meeting", "plan_meeting",
    "remove_paper", "rename_series", "reschedule", "return_content", "set_agenda",
    "succeed_in_meeting", "tick", "untick", "write_down",
]  # fmt: skip
