"""How the monthly summary is told of."""

from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.reports.models import Summary

SUBJECTS: dict[str, Subject] = {
    "summary": Subject(
        rows=Summary.objects.bare().select_related("committee"),
        words=lambda one: {"code": one.label, "month": one.month_name},
        page=lambda one: reverse("reports:summary", args=[one.pk]),
        content=lambda one: one.subject,
    ),
}  # fmt: skip
