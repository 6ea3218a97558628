"""How the week and its entries are told of."""

from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.planning.models import Week, WeekEntry
from dondoc.planning.week_facts import when, where

SUBJECTS: dict[str, Subject] = {
    "week": Subject(
        rows=Week.objects.select_related("committee"),
        words=lambda week: {
            "code": week.label,
            "week": f"lịch công tác {week.label} từ {week.monday:%d/%m/%Y}",
        },
        page=lambda week: f"{reverse('planning:week')}?on={week.monday:%Y-%m-%d}",
    ),
    "weekentry": Subject(
        rows=WeekEntry.objects.in_full(),
        words=lambda entry: {
            "code": f"{entry.on:%d/%m}", "when": when(entry),
            "where": f" tại {where(entry)}" if where(entry) else "",
            "before": entry.told.get("when", ""), "standing": entry.get_state_display().lower(),
        },
        page=lambda entry: reverse("planning:week_entry", args=[entry.pk]),
        content=lambda entry: entry.content,
    ),
}  # fmt: skip
