"""The room handovers: open work moves in one deed, and nothing is left with nobody."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    """The room handovers; its protocols are visible to those who see the hand-over."""

    name = "dondoc.handovers"

    def ready(self) -> None:
        from dondoc.documents.filing import held_by
        from dondoc.handovers.evidence import of_a_visible_handover

        held_by(of_a_visible_handover)
