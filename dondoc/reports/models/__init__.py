"""The nouns of the room: periodic reports, dispatches that rely on them, the month's summary."""

from dondoc.reports.models.dispatches import Dispatch, Finding
from dondoc.reports.models.reports import Report
from dondoc.reports.models.summaries import Direction, Summary

__all__ = ["Direction", "Dispatch", "Finding", "Report", "Summary"]
