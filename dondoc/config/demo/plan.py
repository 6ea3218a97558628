"""The plan of one task's life: what happens to it and when, before anything is written."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from dondoc.rules.timeliness import VIET_NAM

BEGIN = date(2022, 1, 1)
CUT_OFF = datetime(2022, 5, 11, 17, 0, tzinfo=VIET_NAM)
STANDS_AT = datetime(2022, 5, 12, 8, 0, tzinfo=VIET_NAM)
LAST_CONFIRMATION = CUT_OFF - timedelta(hours=2)


def office_hour(draw: Random, day: date) -> datetime:
    """An instant of the working time of that day, or of the next weekday."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    minute = draw.randrange(7 * 60 + 30, 17 * 60)
    return datetime(
        day.year, day.month, day.day, minute // 60, minute % 60, draw.randrange(60), tzinfo=VIET_NAM
    )


def later(draw: Random, moment: datetime, low: float, high: float, limit: datetime) -> datetime:
    """Some days after the moment, in working time where there is room, before the limit."""
    wanted = office_hour(draw, (moment + timedelta(days=draw.uniform(low, high))).date())
    if moment < wanted < limit:
        return wanted
    return moment + (limit - moment) * draw.uniform(0.05, 0.6)


@dataclass(frozen=True)
class Step:
    """One thing that happens: its verb and what is said with it."""

    at: datetime
    verb: str
    said: dict[str, object] = field(default_factory=dict)


@dataclass
class Life:
    """The fate of one task."""

    assigned_at: datetime
    due_on: date | None
    steps: list[Step] = field(default_factory=list)
    starred: bool = False


def completed(draw: Random, assigned_at: datetime, limit: datetime) -> Life:
    """Accepted, updated, submitted and confirmed before the limit; one in five too late."""
    span = (limit - assigned_at).total_seconds() / 86400
    accept = later(draw, assigned_at, 0.1, 2, limit)
    submit = later(draw, accept, span * 0.15, span * 0.6, limit - timedelta(days=1))
    due = _due_of_completed(draw, assigned_at, submit)
    life = Life(assigned_at, due, [Step(accept, "accept")])
    _update(draw, life, accept, submit, draw.choice((0, 1, 1, 2)))
    late = due is not None and submit.date() > due
    if draw.random() < 0.07 and span > 20:
        again = submit + (limit - submit) * 0.4
        life.steps += [
            Step(submit, "submit", {"late": late}),
            Step(submit + (again - submit) / 2, "send_back"),
        ]
        submit, late = again, due is not None and again.date() > due
    life.steps.append(Step(submit, "submit", {"late": late}))
    life.steps.append(Step(later(draw, submit, 0.2, 6, limit), "confirm"))
    return life


def _due_of_completed(draw: Random, assigned_at: datetime, submit: datetime) -> date | None:
    if draw.random() < 0.07:
        return None
    if draw.random() < 0.2:
        return max(
            assigned_at.date() + timedelta(days=2),
            submit.date() - timedelta(days=draw.randint(2, 25)),
        )
    return submit.date() + timedelta(days=draw.randint(1, 20))


def updated(draw: Random, assigned_at: datetime, limit: datetime) -> Life:
    """In hand: accepted and updated, some waiting for confirmation, some sent back."""
    accept = later(draw, assigned_at, 0.1, 3, limit)
    life = Life(assigned_at, _due_of_open(draw, assigned_at, limit, 0.45), [Step(accept, "accept")])
    _update(draw, life, accept, limit, draw.choice((1, 1, 2, 3)))
    fate = draw.random()
    if fate < 0.16:
        submit = later(draw, life.steps[-1].at, 1, 20, limit)
        late = life.due_on is not None and submit.date() > life.due_on
        life.steps.append(Step(submit, "submit", {"late": late}))
        if fate < 0.05:
            life.steps.append(Step(later(draw, submit, 0.5, 4, limit), "send_back"))
    return life


def untouched(draw: Random, assigned_at: datetime, limit: datetime) -> Life:
    """Received at most: nothing was ever said of it."""
    life = Life(assigned_at, _due_of_open(draw, assigned_at, limit, 0.6))
    if draw.random() < 0.6:
        life.steps.append(Step(later(draw, assigned_at, 0.2, 6, limit), "accept"))
    return life


def _due_of_open(
    draw: Random, assigned_at: datetime, limit: datetime, overdue: float
) -> date | None:
    if draw.random() < 0.08:
        return None
    room = (limit.date() - assigned_at.date()).days
    if draw.random() < overdue and room > 6:
        return assigned_at.date() + timedelta(days=draw.randint(5, room))
    return limit.date() + timedelta(days=draw.randint(1, 60))


def in_order(life: Life) -> Life:
    """The same steps at instants that follow each other, as the steps do."""
    last = life.assigned_at
    for position, step in enumerate(life.steps):
        last = max(step.at, last + timedelta(minutes=3))
        life.steps[position] = replace(step, at=last)
    return life


def _update(draw: Random, life: Life, start: datetime, end: datetime, count: int) -> None:
    moments = sorted(start + (end - start) * draw.uniform(0.1, 0.9) for _ in range(count))
    for number, moment in enumerate(moments, start=1):
        trouble = draw.random() < 0.12
        said: dict[str, object] = {
            "percent": min(90, 20 + number * draw.randint(10, 25)),
            "trouble": trouble,
        }
        life.steps.append(Step(moment, "post_update", said))
