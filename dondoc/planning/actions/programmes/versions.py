"""The programme as it stood at each decision, written down for good."""

from datetime import datetime
from typing import Any

from dondoc.planning.models import (
    ChangeRequest,
    Programme,
    ProgrammeItem,
    ProgrammeVersion,
)
from dondoc.planning.queries import items_of

SHOWN = (
    ProgrammeItem.State.REGISTERED,
    ProgrammeItem.State.APPROVED,
    ProgrammeItem.State.MOVED,
    ProgrammeItem.State.DROPPED,
)


def keep_version(
    programme: Programme, at: datetime, name: str, cause: ChangeRequest | None = None
) -> ProgrammeVersion:
    """Writes down what stands in the programme now."""
    items = items_of(programme).filter(state__in=SHOWN).prefetch_related("coordinating")
    last = programme.versions.order_by("-number").first()
    return ProgrammeVersion.objects.create(
        programme=programme, number=last.number + 1 if last else 1, name=name[:120], made_at=at,
        cause=cause, items=[row_of(item) for item in items],
    )  # fmt: skip


def row_of(item: ProgrammeItem) -> dict[str, Any]:
    """One item in the words of that moment."""
    return {
        "id": item.pk,
        "state": item.state,
        "unit": item.unit.name,
        "content": item.content,
        "product": item.product,
        "person": item.person.name if item.person else "",
        "coordinating": sorted(unit.name for unit in item.coordinating.all()),
        "starts_on": item.starts_on.isoformat() if item.starts_on else "",
        "due_on": item.due_on.isoformat(),
        "focal": item.focal,
        "leader": f"{item.leader.title} {item.leader.name}" if item.leader else "",
        "added": item.added_at is not None,
        "carried": item.carried_from_id is not None,
    }
