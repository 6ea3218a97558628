"""How meetings are told of."""

from django.urls import reverse

from dondoc.database.clock import local
from dondoc.meetings.models import Meeting
from dondoc.notifications.enclosures import enclosure_of
from dondoc.notifications.subjects.kinds import Subject

SUBJECTS: dict[str, Subject] = {
    "meeting": Subject(
        rows=Meeting.objects.select_related(
            "committee", "lead", "room", "chair__user", "chair__agency", "invitation"
        ),
        words=lambda meeting: {
            "title": meeting.title[:1].lower() + meeting.title[1:],
            "when": f"{local(meeting.starts_at):%H:%M ngày %d/%m/%Y}",
            "where": meeting.where or "địa điểm báo sau",
        },
        page=lambda meeting: reverse("meetings:detail", args=[meeting.pk]),
        content=lambda meeting: meeting.content,
        enclosed=enclosure_of,
    ),
}  # fmt: skip
