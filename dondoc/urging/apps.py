"""The room urging: the ladder, the slips and letters that urge, what leaders ask and direct."""

from django.apps import AppConfig


class UrgingConfig(AppConfig):
    """The room urging; its files are visible to those who see the slip."""

    name = "dondoc.urging"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.urging.evidence import of_a_visible_slip

        held_by(of_a_visible_slip)
