"""How remedies, their reports, inspections and considerations are told of."""

from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.notifications.subjects.tasks import is_hushed
from dondoc.remedies.models import (
    Consideration,
    Inspection,
    ObjectiveCause,
    Remedy,
    RemedyReport,
)

SUBJECTS: dict[str, Subject] = {
    "remedy": Subject(
        rows=Remedy.objects.select_related(
            "unit", "committee", "task__document", "item", "finding"
        ).defer("task__search", "task__document__text"),
        words=lambda remedy: {
            "code": remedy.task.code if remedy.task else "",
            "unit": remedy.unit.name, "ground": remedy.get_ground_display(), "what": remedy.what,
            "commit": f"cam kết xong {remedy.commit_on:%d/%m/%Y}" if remedy.commit_on else "",
        },
        page=lambda remedy: reverse("remedies:detail", args=[remedy.pk]),
        hushed=lambda remedy: is_hushed(remedy.task),
    ),
    "objectivecause": Subject(
        rows=ObjectiveCause.objects.select_related("unit", "committee", "task__document").defer(
            "task__search", "task__document__text"
        ),
        words=lambda objective: {
            "code": objective.task.code if objective.task else "", "unit": objective.unit.name,
        },
        page=lambda objective: reverse("remedies:cause", args=[objective.pk]),
        hushed=lambda objective: is_hushed(objective.task),
    ),
    "remedyreport": Subject(
        rows=RemedyReport.objects.select_related("unit", "committee"),
        words=lambda report: {
            "code": f"tháng {report.month:%m/%Y}", "unit": report.unit.name,
            "month": f"{report.month:%m/%Y}", "due": f"hạn {report.due_on:%d/%m/%Y}",
        },
        page=lambda report: reverse("remedies:report", args=[report.pk]),
    ),
    "inspection": Subject(
        rows=Inspection.objects.select_related("committee").prefetch_related("units"),
        words=lambda inspection: {
            "code": "", "what": inspection.subject, "day": f"{inspection.planned_on:%d/%m/%Y}",
        },
        page=lambda inspection: reverse("remedies:inspection", args=[inspection.pk]),
    ),
    "consideration": Subject(
        rows=Consideration.objects.select_related("committee", "unit", "person"),
        words=lambda one: {
            "code": one.facts["period"], "month": one.facts["period"],
            "outcome": one.get_outcome_display().lower(),
        },
        page=lambda one: reverse("remedies:consideration", args=[one.pk]),
        content=lambda one: one.of_whom,
        hushed=lambda one: True,  # of whom is read inside the house
    ),
}  # fmt: skip
