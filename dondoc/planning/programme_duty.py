"""What the clock does for programmes: opens the next, brings leftovers in, reminds."""

from datetime import datetime, timedelta

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.planning.actions import programmes as actions
from dondoc.planning.actions.programmes.opening import leftovers_wait
from dondoc.planning.models import Programme
from dondoc.rules import programmes as rules
from dondoc.workflow import Refused


def keep_programmes(at: datetime) -> int:
    """Once a day, for every committee that has programmes; the number of things done."""
    kept = Programme.objects.values("committee")
    return sum(_keep(body, at) for body in Agency.objects.filter(pk__in=kept).order_by("pk"))


def _keep(committee: Agency, at: datetime) -> int:
    mine = Programme.objects.filter(committee=committee)
    kinds = mine.values_list("period", flat=True).distinct().order_by("period")
    done = sum(_open_next(committee, kind, at) for kind in kinds)
    for programme in mine.filter(state=Programme.State.OPEN).order_by("pk"):
        done += _bring_in(programme, at) + _remind(programme, at)
    return done


def _open_next(committee: Agency, period: str, at: datetime) -> int:
    """Ten days before the last day of registration, unless the Office was quicker."""
    span = rules.next_span(period, day_of(at))
    last = rules.register_by(period, span.from_on, CommitteeRules.of(committee).register_day)
    early = day_of(at) < last - timedelta(days=rules.OPENED_BEFORE)
    have = Programme.objects.filter(committee=committee, period=period, from_on=span.from_on)
    if early or have.exists():
        return 0
    actions.open_programme(committee, by=House(), at=at, period=period, from_on=span.from_on)
    return 1


def _bring_in(programme: Programme, at: datetime) -> int:
    if not leftovers_wait(programme):
        return 0
    actions.carry_over(programme, by=House(), at=at)
    return 1


def _remind(programme: Programme, at: datetime) -> int:
    """03 working days before the last day, and on it."""
    if day_of(at) not in rules.reminded_on(programme.register_by, calendar_of(programme.committee)):
        return 0
    try:
        return len(actions.urge(programme, by=House(), at=at))
    except Refused:  # all have spoken, or the Office has urged them today
        return 0
