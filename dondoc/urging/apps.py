"""The room urging: the ladder, the slips and letters that urge, what leaders ask and direct."""

from django.apps import AppConfig


class UrgingConfig(AppConfig):
    """The room urging; its files are visible to those who see the slip."""

    name = "dondoc.urging"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.planning.feeds import shown_beside
        from dondoc.urging.evidence import of_a_visible_slip
        from dondoc.urging.task_events import task_events

        held_by(of_a_visible_slip)
        shown_beside(task_events)
