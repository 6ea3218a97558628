"""Who hears of reports and dispatches: read where they are kept; a month's is told its reader."""

from dondoc.notifications.audience.accountability import chairman
from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "report.draw_up": nobody,
    "report.edit_section": nobody,
    "report.recompute": nobody,
    "report.issue_report": nobody,
    "summary.draw_up_summary": nobody,
    "summary.edit_summary": nobody,
    "summary.recount_summary": nobody,
    "summary.issue_summary": chairman,
    "direction.direct": nobody,  # the unit hears of the task it became
    "dispatch.draft_dispatch": nobody,
    "dispatch.decide_finding": nobody,
    "dispatch.edit_paragraph": nobody,
    "dispatch.issue_dispatch": nobody,
}
