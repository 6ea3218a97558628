"""What the room planning tells the rooms below when the house opens."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """The room planning; its files are visible to those who see what they belong to."""

    name = "dondoc.planning"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.planning.evidence import of_a_visible_week
        from dondoc.planning.programme_evidence import of_a_visible_programme

        held_by(of_a_visible_week)
        held_by(of_a_visible_programme)
