"""The nouns of the room: inspections and findings, remedies, the report of the 25th."""

from dondoc.remedies.models.considerations import Consideration
from dondoc.remedies.models.inspections import Inspection, InspectionFinding
from dondoc.remedies.models.remedies import ObjectiveCause, Remedy, RemedyReport

__all__ = [
    "Consideration",
    "Inspection",
    "InspectionFinding",
    "ObjectiveCause",
    "Remedy",
    "RemedyReport",
]
