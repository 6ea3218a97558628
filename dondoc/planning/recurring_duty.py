"""What the clock does for recurring duties: gives each period ahead of its day."""

from datetime import datetime

from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.planning.actions.recurring import give_occurrences, occurrences_of
from dondoc.planning.models import RecurringDuty


def give_recurring(at: datetime) -> int:
    """Once a day, for every running duty that has something to give; the number of tasks given."""
    running = RecurringDuty.objects.filter(state=RecurringDuty.State.RUNNING)
    due = [
        duty
        for duty in running.select_related("committee", "leader__user", "field").order_by("pk")
        if occurrences_of(duty, day_of(at), duty.ahead_days)
    ]
    return sum(give_occurrences(duty, by=House(), at=at) for duty in due)
