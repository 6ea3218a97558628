"""What the room tasks tells the rooms below when the house opens."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """The room tasks; its files are visible to those who see the task."""

    name = "dondoc.tasks"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.documents.given import told_by
        from dondoc.documents.shifts import pointed_into_by
        from dondoc.tasks import given
        from dondoc.tasks.evidence import goes_with_a_visible_task
        from dondoc.tasks.pointing import move_sources

        held_by(goes_with_a_visible_task)
        told_by(given.counts, given.tasks_of)
        pointed_into_by(move_sources)
