"""The nouns of the room: periodic reports, and the dispatches that rely on them."""

from dondoc.reports.models.dispatches import Dispatch, Finding
from dondoc.reports.models.reports import Report

__all__ = ["Dispatch", "Finding", "Report"]
