"""Who hears of reports and dispatches: they are read where they are kept."""

from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "report.draw_up": nobody,
    "report.edit_section": nobody,
    "report.recompute": nobody,
    "report.issue_report": nobody,
    "dispatch.draft_dispatch": nobody,
    "dispatch.decide_finding": nobody,
    "dispatch.edit_paragraph": nobody,
    "dispatch.issue_dispatch": nobody,
}
