"""Every figure is the length of its list, for any life a programme may have had."""

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dondoc.database.clock import day_of
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem
from dondoc.planning.outcomes import by_person, results_of
from dondoc.rules.programmes import COUNTS, Outcome
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import State, Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.planning.programmes.stage import (
    MARCH_16,
    RESULT,
    approved,
    day,
    finish,
    item,
    opened,
    ward_people,
)

MAY_5 = day(5, 5)


def test_done_late_not_done_waiting_poor_and_outside(cast: Cast) -> None:
    april = opened(cast)
    done, late, left, waits, poor, moved = (item(cast, april, name) for name in "ABCDEG")
    approved(cast, april)
    finish(cast, done, day(4, 10))
    finish(cast, late, day(4, 20))
    finish(cast, waits, day(4, 12), confirmed=False)
    finish(cast, poor, day(4, 11), confirmed=False)
    poor.refresh_from_db()
    assert poor.task
    tasks.send_back(poor.task, by=cast.giang, at=day(4, 12), reason="Thiếu số liệu")
    change = actions.ask_move(
        ProgrammeItem.objects.get(pk=moved.pk), by=cast.phuc, at=day(4, 5),
        due_on=date(2022, 5, 20), reason="Chờ quận",
    )  # fmt: skip
    actions.grant_change(change, by=cast.son, at=day(4, 6))
    outside = tasks.assign(
        cast.ward, by=cast.giang, at=day(4, 2), lead=cast.ward_economy, content="Việc đột xuất",
        due=Due(date(2022, 4, 9)),
    )  # fmt: skip
    tasks.submit(outside, by=cast.phuc, at=day(4, 8), narrative=RESULT)
    tasks.confirm(outside, by=cast.giang, at=day(4, 9))
    actions.explain(
        ProgrammeItem.objects.get(pk=left.pk), by=cast.phuc, at=day(5, 2), reason="Chờ vốn"
    )
    line = results_of(april, MAY_5).line(cast.ward_economy.pk)
    assert line is not None
    tally = line.tally
    assert (tally.registered, tally.approved, tally.counted, tally.moved) == (6, 6, 5, 1)
    assert (tally.done, tally.done_late, tally.waiting, tally.not_done) == (2, 1, 1, 2)
    assert (tally.poor, tally.unregistered, tally.unexplained) == (1, 1, 2)
    assert (tally.rate.x, tally.rate.n, tally.rate.hundredths) == (2, 5, 4000)
    assert [task.content for task in line.unregistered] == ["Việc đột xuất"]
    assert next(one for one in line.judged if one.item.pk == left.pk).reason == "Chờ vốn"


def test_what_is_done_later_moves_no_past_figure(cast: Cast) -> None:
    april = opened(cast)
    own = item(cast, april)
    approved(cast, april)
    before = results_of(april, MAY_5).total
    finish(cast, own, day(5, 6))
    assert results_of(april, MAY_5).total == before
    assert results_of(april, day(6, 1)).total == before
    assert before.not_done == 1


def test_what_was_finished_before_the_month_leaves_its_rate(cast: Cast) -> None:
    april = opened(cast)
    own = item(cast, april)
    approved(cast, april)
    may = opened(cast, at=day(4, 16), month=5)
    approved(cast, may, at=day(4, 27))
    finish(cast, own, day(4, 29))
    tally = results_of(may, day(6, 1)).total
    assert (tally.approved, tally.earlier, tally.counted, tally.rate.hundredths) == (1, 1, 0, None)


WORDS = (
    "submit", "confirm", "send_back", "move", "drop", "add", "explain", "recall", "outside",
    "refuse",
)  # fmt: skip
STEP = st.tuples(st.integers(0, 5), st.sampled_from(WORDS), st.integers(30, 4000))
DEEDS = st.lists(STEP, min_size=8, max_size=22)


def six_items(cast: Cast) -> Programme:
    april = opened(cast)
    for n in range(6):
        unit = (cast.ward_economy, cast.ward_division)[n % 2]
        person = cast.viet if n == 0 else None
        item(cast, april, f"Việc {n}", unit=unit, person=person, at=day(3, 22 + n))
    first = april.items.order_by("pk").first()
    assert first is not None
    actions.decline(first, by=cast.giang, at=day(3, 27), reason="Trùng")
    return approved(cast, april, at=day(3, 28))


def live(cast: Cast, april: Programme, deeds: list[tuple[int, str, int]]) -> datetime:
    at = day(4, 1)
    for which, what, minutes in deeds:
        at += timedelta(minutes=minutes)
        own = april.items.order_by("pk")[which]
        try:
            with transaction.atomic():
                do(cast, april, own, what, at)
        except Refused:
            continue
    return at


def do(cast: Cast, april: Programme, own: ProgrammeItem, what: str, at: datetime) -> None:
    by = cast.phuc if own.unit_id == cast.ward_economy.pk else cast.thu
    task = own.task
    if what == "add":
        asked = actions.ask_addition(
            april, by=by, at=at, unit=own.unit, content=f"Thêm lúc {at}", due_on=april.to_on,
            reason="Đột xuất",
        )  # fmt: skip
        actions.grant_change(asked, by=cast.son, at=at)
    elif what == "outside":
        given_ = tasks.assign(
            cast.ward, by=cast.giang, at=at, lead=own.unit, content="Ngoài", due=Due(None)
        )
        tasks.submit(given_, by=by, at=at, narrative=RESULT)
        tasks.confirm(given_, by=cast.giang, at=at)
    elif what == "explain":
        actions.explain(own, by=by, at=at, reason="Chờ vốn")
    elif task is None:
        return
    elif what == "submit":
        tasks.submit(task, by=by, at=at, narrative=RESULT, late_reason="Chậm")
    elif what == "confirm":
        tasks.confirm(task, by=cast.giang, at=at)
    elif what == "send_back":
        tasks.send_back(task, by=cast.giang, at=at, reason="Thiếu")
    elif what == "recall":
        tasks.recall(task, by=cast.giang, at=at, reason="Giao nhầm")
    else:
        change(cast, own, by, what, at)


def change(cast: Cast, own: ProgrammeItem, by: object, what: str, at: datetime) -> None:
    asks = {"by": by, "at": at, "reason": "Chờ quận"}
    if what == "drop":
        asked = actions.ask_drop(own, **asks)  # type: ignore[arg-type]
    else:
        asked = actions.ask_move(own, due_on=date(2022, 5, 20), **asks)  # type: ignore[arg-type]
    if what == "refuse":
        actions.refuse_change(asked, by=cast.son, at=at, answer="Không")
    else:
        actions.grant_change(asked, by=cast.son, at=at)


def by_hand(april: Programme, at: datetime) -> Counter[str]:
    """The figures as a person would count them from the rows, written here again."""
    found: Counter[str] = Counter()
    today = day_of(at)
    for own in april.items.select_related("task"):
        found["registered"] += own.added_at is None
        if own.state not in ("approved", "moved", "dropped"):
            continue
        found["approved"] += 1
        if own.state in ("moved", "dropped"):
            found[own.state] += 1
            continue
        found["counted"] += 1
        task = own.task
        assert task is not None
        handed = day_of(task.submitted_at) if task.submitted_at else None
        in_time = handed is not None and handed <= april.to_on and task.state != State.RECALLED
        if in_time and task.state == State.DONE:
            found["done"] += 1
        elif in_time:
            found["waiting"] += 1
        elif today > april.to_on:
            found["not_done"] += 1
        else:
            found["overdue" if today > own.due_on else "under_way"] += 1
    return found


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.reuse, Phase.generate),
)
@given(DEEDS)
def test_counts_equal_their_lists_for_any_life(
    cast: Cast, deeds: list[tuple[int, str, int]]
) -> None:
    ward_people(cast)
    with transaction.atomic():
        april = six_items(cast)
        last = live(cast, april, deeds)
        for at in (day(4, 1), last, day(6, 1)):
            found = results_of(april, at)
            for line in [*found.units, *by_person(found)]:
                for count in COUNTS:
                    listed = line.unregistered if count == "unregistered" else line.behind(count)
                    assert getattr(line.tally, count) == len(listed), (count, line.name)
            assert sum(line.tally.counted for line in by_person(found)) == found.total.counted
        now = asdict(results_of(april, day(6, 1)).total)
        hand = by_hand(april, day(6, 1))
        assert {name: now[name] for name in hand} == dict(hand)
        outside = Task.objects.filter(content="Ngoài", submitted_at__lt=day(5, 1, 0)).count()
        assert now["unregistered"] == outside
        transaction.set_rollback(True)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.reuse, Phase.generate),
)
@given(DEEDS)
def test_a_locked_programme_changes_by_decisions_alone(
    cast: Cast, deeds: list[tuple[int, str, int]]
) -> None:
    """However it is lived: each item that differs from the version at the lock has its decision."""
    ward_people(cast)
    with transaction.atomic():
        april = six_items(cast)
        locked = {row["id"]: row for row in april.versions.get(name="Khi duyệt").items}
        live(cast, april, deeds)
        granted = april.changes.filter(state=ChangeRequest.State.GRANTED)
        decided = set(granted.values_list("item", flat=True))
        assert april.versions.filter(cause__isnull=False).count() == granted.count()
        for own in april.items.exclude(state__in=("declined", "withdrawn", "merged")):
            was = locked.get(own.pk)
            same = was and (was["due_on"], was["state"], was["content"]) == (
                own.due_on.isoformat(), own.state, own.content,
            )  # fmt: skip
            assert same or own.pk in decided
        transaction.set_rollback(True)


def test_every_outcome_has_a_word() -> None:
    from dondoc.rules.programmes import OUTCOME_LABELS

    assert set(OUTCOME_LABELS) == set(Outcome)
    assert MARCH_16 < MAY_5
