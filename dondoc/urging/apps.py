"""The room urging: the ladder, the slips and letters that urge, what leaders ask and direct."""

from django.apps import AppConfig


class UrgingConfig(AppConfig):
    """The room urging."""

    name = "dondoc.urging"
