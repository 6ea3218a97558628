"""How programmes, their items and what is asked of them are told of."""

from django.db.models import Count, Q
from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.planning.models import (
    ChangeRequest,
    Explanation,
    Programme,
    ProgrammeItem,
    Registration,
)

SUBJECTS: dict[str, Subject] = {
    "programme": Subject(
        rows=Programme.objects.select_related("committee").annotate(
            count=Count("items", filter=Q(items__state=ProgrammeItem.State.APPROVED))
        ),
        words=lambda programme: {
            "label": programme.label,
            "count": str(programme.count),
            "register_by": f"{programme.register_by:%d/%m/%Y}",
            "approve_by": f"{programme.approve_by:%d/%m/%Y}",
        },
        page=lambda programme: reverse("planning:programme", args=[programme.pk]),
    ),
    "programmeitem": Subject(
        rows=ProgrammeItem.objects.select_related("programme__committee", "unit"),
        words=lambda item: {"label": item.programme.label},
        page=lambda item: reverse("planning:item", args=[item.pk]),
        content=lambda item: item.content,
    ),
    "registration": Subject(
        rows=Registration.objects.select_related("programme__committee", "unit"),
        words=lambda sent: {
            "label": sent.programme.label,
            "unit": sent.unit.name,
            "word": "không có nội dung" if sent.nothing else "đã đủ nội dung",
        },
        page=lambda sent: reverse("planning:programme", args=[sent.programme_id]),
    ),
    "changerequest": Subject(
        rows=ChangeRequest.objects.select_related("programme__committee", "unit", "item"),
        words=lambda change: {
            "label": change.programme.label,
            "unit": change.unit.name,
            "kind": change.get_kind_display(),
        },
        page=lambda change: reverse("planning:changes", args=[change.programme_id]),
        content=lambda change: change.item.content if change.item else change.wanted["content"],
    ),
    "explanation": Subject(
        rows=Explanation.objects.select_related("item__programme__committee", "item__unit"),
        words=lambda said: {"label": said.item.programme.label},
        page=lambda said: reverse("planning:item", args=[said.item_id]),
        content=lambda said: said.item.content,
    ),
}  # fmt: skip
