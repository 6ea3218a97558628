"""The database and the rule judge a task's deadline alike."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.database.clock import day_of
from dondoc.rules.timeliness import Timeliness, due_moment
from dondoc.tasks.models import State, Task
from dondoc.tasks.models.tasks import UNCOUNTED
from tests.cast import Cast

NOW = datetime(2022, 3, 16, 2, 0, tzinfo=UTC)
AROUND = st.integers(-6 * 24 * 60, 6 * 24 * 60).map(lambda m: NOW + timedelta(minutes=m))
MOMENTS = AROUND | st.sampled_from([due_moment(date(2022, 3, d)) for d in range(14, 20)])
DEADLINES = st.none() | st.tuples(
    st.integers(12, 22).map(lambda d: date(2022, 3, d)),
    st.none() | st.sampled_from([time(9), time(17, 30)]),
)
LIVES = st.lists(
    st.tuples(st.sampled_from(State.values), DEADLINES, st.none() | MOMENTS, st.none() | MOMENTS),
    min_size=1,
    max_size=8,
)


def _lived(cast: Cast, lives: list[Any]) -> list[Task]:
    tasks = []
    for number, (state, deadline, submitted, soon) in enumerate(lives):
        ended = state in (State.DONE, State.SUBMITTED)
        tasks.append(
            Task(
                code=f"T-{number}", content="việc", issuer=cast.city, lead=cast.construction,
                assigned_at=NOW, state=state,
                due_on=deadline and deadline[0], due_at=deadline and due_moment(*deadline),
                soon_at=deadline and soon,
                submitted_at=(submitted or NOW) if ended else None,
                confirmed_at=NOW if state == State.DONE else None,
            )
        )  # fmt: skip
    return Task.objects.bulk_create(tasks)


@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(lives=LIVES, moment=MOMENTS, working_days=st.integers(0, 5))
def test_the_list_and_the_rule_judge_every_task_alike(
    cast: Cast, lives: list[Any], moment: datetime, working_days: int
) -> None:
    Task.objects.all().delete()
    tasks = _lived(cast, lives)
    soon_until = due_moment(day_of(moment) + timedelta(days=working_days))
    in_force = {t.pk: t for t in tasks if t.state not in UNCOUNTED}
    told: dict[int, list[str]] = {pk: [] for pk in in_force}
    for timeliness in Timeliness:
        for task in Task.objects.judged_to_be([timeliness], moment, soon_until):
            told[task.pk].append(timeliness)
    judged = {pk: [t.judged(moment, soon_until).timeliness] for pk, t in in_force.items()}
    assert told == judged

    def ids(kind: Any) -> set[int]:
        return {pk for pk, [is_] in judged.items() if is_ in kind}

    def found(rows: Any) -> set[int]:
        return set(rows.values_list("pk", flat=True))

    pressing = (Timeliness.DUE_SOON, Timeliness.DUE_TODAY)
    objects = Task.objects
    assert found(objects.overdue(moment)) == ids((Timeliness.OVERDUE,))
    assert found(objects.in_term(moment)) == ids((Timeliness.IN_TERM, *pressing))
    assert found(objects.due_soon(moment, soon_until)) == ids(pressing)
    assert found(objects.done_on_time()) == ids((Timeliness.DONE_ON_TIME,))
    assert found(objects.done_late()) == ids((Timeliness.DONE_LATE,))
    no_deadline = (Timeliness.NO_DEADLINE, Timeliness.DONE_NO_DEADLINE)
    assert found(objects.in_force().without_deadline()) == ids(no_deadline)


def test_an_unknown_class_of_timeliness_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="later"):
        Task.objects.judged_to_be(["later"], NOW, NOW)
