"""What the room notifications tells the rooms below when the house opens."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """The room notifications; it says whom a slip would reach, and what was reminded of."""

    name = "dondoc.notifications"

    def ready(self) -> None:
        from dondoc.notifications.foretelling import of_a_slip
        from dondoc.notifications.heard import reminders_of_committee
        from dondoc.urging.heard import reminders_by, told_by

        told_by(of_a_slip)
        reminders_by(reminders_of_committee)
