"""What became of documents, told to the room below that keeps them."""

from collections.abc import Collection

from django.db.models import Count, Min

from dondoc.agencies.models import Officer
from dondoc.documents.given import Given, GivenTask
from dondoc.tasks.models import Proposal, Task

MOST = 10
"""Tasks shown on a document's own page; the list of tasks shows them all."""


def counts(keys: Collection[int]) -> dict[int, Given]:
    """Proposals that wait and tasks given, document by document, in two queries."""
    waiting = Proposal.objects.filter(document__in=keys, state=Proposal.State.PROPOSED)
    waits = dict(waiting.values_list("document").annotate(Count("pk")).order_by())
    tasks = Task.objects.filter(document__in=keys).values("document").order_by()
    given = {
        row["document"]: (row["n"], row["first"])
        for row in tasks.annotate(n=Count("pk"), first=Min("assigned_at"))
    }
    return {key: Given(waits.get(key, 0), *given.get(key, (0, None))) for key in {*waits, *given}}


def tasks_of(key: int, officer: Officer) -> list[GivenTask]:
    """The tasks given from one document that the officer may see."""
    tasks = Task.objects.visible_to(officer).filter(document=key).select_related("lead")
    return [
        GivenTask(
            task.code, task.clause, task.content, task.lead.name,
            task.state, task.get_state_display(), task.due_on, task.is_done_late,
        )
        for task in tasks.order_by("source_start", "pk")[:MOST]
    ]  # fmt: skip
