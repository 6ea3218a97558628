"""What the room reports tells the rooms below when the house opens."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The room reports; its files are visible to those who see the paper."""

    name = "dondoc.reports"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.reports.evidence import of_a_visible_paper

        held_by(of_a_visible_paper)
