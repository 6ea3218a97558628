"""The room handovers: open work moves in one deed, and nothing is left with nobody."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    """The room handovers."""

    name = "dondoc.handovers"
