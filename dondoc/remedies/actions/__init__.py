"""What is done in the room: remedies called for to closed, the report of the 25th, inspections."""

from dondoc.remedies.actions.calling import call_for
from dondoc.remedies.actions.considerations import (
    decide_consideration,
    draft_consideration,
    drop_consideration,
    edit_consideration,
    return_consideration,
    submit_consideration,
)
from dondoc.remedies.actions.handing_on import pass_on_remedy, succeed_in_remedy
from dondoc.remedies.actions.inspecting import (
    cancel_inspection,
    conclude,
    drop_finding,
    note_finding,
    plan_inspection,
    revise_inspection,
)
from dondoc.remedies.actions.objective import ask_objective, grant_objective, refuse_objective
from dondoc.remedies.actions.remedying import (
    confirm_result,
    promise,
    report_result,
    return_promise,
    return_result,
)
from dondoc.remedies.actions.reporting import (
    accept_report,
    open_report,
    redraft_report,
    return_report,
    sign_report,
    urge_all,
    urge_report,
    write_report,
)

__all__ = [
    "accept_report",
    "ask_objective",
    "call_for",
    "cancel_inspection",
    "conclude",
    "confirm_result",
    "decide_consideration",
    "draft_consideration",
    "drop_consideration",
    "drop_finding",
    "edit_consideration",
    "grant_objective",
    "note_finding",
    "open_report",
    "pass_on_remedy",
    "plan_inspection",
    "promise",
    "redraft_report",
    "refuse_objective",
    "report_result",
    "return_consideration",
    "return_promise",
    "return_report",
    "return_result",
    "revise_inspection",
    "sign_report",
    "submit_consideration",
    "succeed_in_remedy",
    "urge_all",
    "urge_report",
    "write_report",
]
