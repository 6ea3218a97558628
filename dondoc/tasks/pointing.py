"""What points into a document's text moves with it when the text is corrected."""

from typing import Any

from dondoc.documents.models import Document
from dondoc.documents.offsets import Shift
from dondoc.tasks.models import Proposal, Task


def move_sources(document: Document, shift: Shift) -> None:
    """Proposals, their deadlines, and the tasks given keep pointing at the same words."""
    proposals = list(document.proposals.exclude(start=None))
    for proposal in proposals:
        proposal.start, proposal.end = shift.around(proposal.start or 0, proposal.end or 0)
        proposal.deadlines = [_moved(one, shift) for one in proposal.deadlines]
    Proposal.objects.bulk_update(proposals, ["start", "end", "deadlines"])
    tasks = list(Task.objects.filter(document=document).exclude(source_start=None))
    for task in tasks:
        place = shift.around(task.source_start or 0, task.source_end or 0)
        task.source_start, task.source_end = place
    Task.objects.bulk_update(tasks, ["source_start", "source_end"])


def _moved(term: dict[str, Any], shift: Shift) -> dict[str, Any]:
    """A deadline at its new place; nowhere once its own words were corrected."""
    if term["start"] is None or term["end"] is None:
        return term
    start, end = shift.unchanged(term["start"], term["end"]) or (None, None)
    return {**term, "start": start, "end": end}
