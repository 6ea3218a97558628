"""Who hears of what: one line per verb of every flow, as an Office chief would ask to see it.

A verb without a line fails the build; `nobody` is a legal answer, silence is not. Whoever did
the deed is never told of it. Each room's lines stand in a module of its name.
"""

from dondoc.agencies.models import Officer
from dondoc.notifications.audience import (
    accountability,
    accounts,
    agencies,
    documents,
    handovers,
    meetings,
    programmes,
    recurring,
    remedies,
    reports,
    schedules,
    tasks,
    urging,
    weeks,
)
from dondoc.notifications.audience.deeds import Deed, Hearers, all_of, nobody
from dondoc.notifications.lines import all_lines
from dondoc.rules.ladder import Step

__all__ = [
    "AUDIENCE",
    "REMINDED",
    "Deed",
    "Hearers",
    "all_of",
    "nobody",
    "officers_who_hear",
    "urged_by",
]

AUDIENCE: dict[str, Hearers] = all_lines(
    tasks.AUDIENCE,
    schedules.AUDIENCE,
    documents.AUDIENCE,
    agencies.AUDIENCE,
    accounts.AUDIENCE,
    meetings.AUDIENCE,
    programmes.AUDIENCE,
    recurring.AUDIENCE,
    weeks.AUDIENCE,
    remedies.AUDIENCE,
    reports.AUDIENCE,
    urging.AUDIENCE,
    accountability.AUDIENCE,
    handovers.AUDIENCE,
)

REMINDED: dict[str, Hearers] = meetings.REMINDED
"""Who is reminded of a deadline by the clock; of tasks as the committee's ladder says."""


def urged_by(step: Step) -> Hearers:
    """Who hears of a step of a ladder."""
    return all_of(*(tasks.URGED[each] for each in step.hearers))


def officers_who_hear(hearers: Hearers, deed: Deed) -> list[Officer]:
    """Who is told: seated on the day, able to sign in, and not the person who did it."""
    doer = deed.entry.user_id if deed.entry else None
    return [officer for officer in deed.seats.of(hearers(deed)) if officer.user_id != doer]
