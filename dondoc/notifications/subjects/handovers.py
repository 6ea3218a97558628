"""How hand-overs and their receipts are told of."""

from django.urls import reverse

from dondoc.handovers.models import Handover, Receipt
from dondoc.notifications.subjects.kinds import Subject

SUBJECTS: dict[str, Subject] = {
    "handover": Subject(
        rows=Handover.objects.select_related("giver__user", "giver__agency", "body", "committee"),
        words=lambda one: {"code": "", "whose": one.whose, "stopped_for": one.stopped_for},
        page=lambda one: reverse("handovers:detail", args=[one.pk]),
    ),
    "receipt": Subject(
        rows=Receipt.objects.select_related(
            "handover__giver__user", "handover__giver__agency", "handover__body",
            "handover__committee", "receiver__user", "receiver__agency", "successor",
        ),
        words=lambda one: {
            "code": "", "whose": one.handover.whose,
            "lacking": f"Còn thiếu: {one.missing}" if one.missing else "Đã nhận đủ.",
        },
        page=lambda one: reverse("handovers:detail", args=[one.handover_id]),
    ),
}  # fmt: skip
