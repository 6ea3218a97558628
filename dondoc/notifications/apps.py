"""What the room notifications tells the rooms below when the house opens."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """The room notifications; it says whom a slip would reach before it is sent."""

    name = "dondoc.notifications"

    def ready(self) -> None:
        from dondoc.notifications.foretelling import of_a_slip
        from dondoc.urging.heard import told_by

        told_by(of_a_slip)
