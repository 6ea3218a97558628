"""What the room meetings tells the rooms below when the house opens."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The room meetings; its files are visible to those who see the meeting."""

    name = "dondoc.meetings"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.meetings.evidence import of_a_visible_meeting

        held_by(of_a_visible_meeting)
