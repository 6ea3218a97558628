"""The house's own clock: each slot once over all nodes, one catch-up after an outage."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest

from dondoc.jobs.duties import LEASE, RETRY, Duty, perform
from dondoc.jobs.models import DutyRun, Lease
from dondoc.jobs.standing import standings_of

pytestmark = pytest.mark.django_db

SEVEN = datetime(2022, 3, 16, 0, 0, tzinfo=UTC)  # 07:00 on Wednesday in Việt Nam


class Bell:
    """Counts its strokes, and may crack."""

    def __init__(self) -> None:
        self.struck: list[datetime] = []
        self.cracked = False

    def strike(self, at: datetime) -> int:
        if self.cracked:
            raise ValueError("nứt")
        self.struck.append(at)
        return 1


@pytest.fixture
def bell() -> Bell:
    return Bell()


def morning(do: Callable[[datetime], int]) -> Duty:
    return Duty("bell", "Chuông sáng", do, at=time(7))


def test_a_slot_is_done_once_however_many_nodes_ask(bell: Bell) -> None:
    for minute in range(50):
        perform(morning(bell.strike), SEVEN + timedelta(minutes=minute), f"node {minute % 3}")
    assert bell.struck == [SEVEN]


def test_yesterdays_slot_holds_until_the_hour_strikes(bell: Bell) -> None:
    perform(morning(bell.strike), SEVEN, "a")
    perform(morning(bell.strike), SEVEN + timedelta(hours=23, minutes=59), "a")
    assert len(bell.struck) == 1
    perform(morning(bell.strike), SEVEN + timedelta(days=1), "a")
    assert len(bell.struck) == 2


def test_after_three_days_of_silence_there_is_one_catch_up(bell: Bell) -> None:
    perform(morning(bell.strike), SEVEN, "a")
    back = SEVEN + timedelta(days=3, hours=5)
    for second in range(5):
        perform(morning(bell.strike), back + timedelta(seconds=second), "a")
    assert bell.struck == [SEVEN, back]


def test_a_run_whose_holder_died_is_taken_over_when_its_lease_ends(bell: Bell) -> None:
    DutyRun.objects.create(
        name="bell", slot=SEVEN, holder="dead", started_at=SEVEN, leased_until=SEVEN + LEASE
    )
    perform(morning(bell.strike), SEVEN + timedelta(minutes=1), "b")
    assert bell.struck == []
    perform(morning(bell.strike), SEVEN + LEASE, "b")
    assert len(bell.struck) == 1


def test_a_failed_duty_is_kept_in_sight_and_tried_again(bell: Bell) -> None:
    bell.cracked = True
    perform(morning(bell.strike), SEVEN, "a")
    assert "nứt" in DutyRun.objects.get().error
    bell.cracked = False
    perform(morning(bell.strike), SEVEN + timedelta(minutes=1), "a")
    assert bell.struck == []
    perform(morning(bell.strike), SEVEN + RETRY, "a")
    assert len(bell.struck) == 1
    assert DutyRun.objects.get().error == ""


def test_a_duty_of_every_few_seconds_keeps_one_row(bell: Bell) -> None:
    duty = Duty("bell", "Chuông", bell.strike, every=2)
    for second in range(0, 300, 2):
        perform(duty, SEVEN + timedelta(seconds=second), "a")
    assert (len(bell.struck), DutyRun.objects.count()) == (150, 1)


def test_a_clock_set_forward_and_back_over_tet_runs_each_slot_once(bell: Bell) -> None:
    """Set ten days ahead by mistake and put right: no slot runs twice, none is missed."""
    perform(morning(bell.strike), SEVEN, "a")
    ahead = SEVEN + timedelta(days=10)
    perform(morning(bell.strike), ahead, "a")
    for minute in range(3):
        perform(morning(bell.strike), SEVEN + timedelta(minutes=minute), "b")
    assert bell.struck == [SEVEN, ahead]
    for day in range(1, 12):
        perform(morning(bell.strike), SEVEN + timedelta(days=day), "b")
    missed = [SEVEN + timedelta(days=day) for day in range(1, 12) if day != 10]
    assert bell.struck == [SEVEN, ahead, *missed]
    last = standings_of([morning(bell.strike)], SEVEN + timedelta(days=11, hours=1))[0]
    assert not last.is_late


def test_a_pulse_goes_on_when_the_clock_is_set_back(bell: Bell) -> None:
    duty = Duty("bell", "Chuông", bell.strike, every=2)
    perform(duty, SEVEN + timedelta(days=10), "a")
    perform(duty, SEVEN, "a")
    assert len(bell.struck) == 2
    assert DutyRun.objects.get().finished_at == SEVEN


def test_who_looks_sees_last_and_next_and_what_is_late(bell: Bell) -> None:
    duty = morning(bell.strike)
    assert standings_of([duty], SEVEN)[0].is_late is False
    assert standings_of([duty], SEVEN + timedelta(hours=1))[0].is_late is True
    perform(duty, SEVEN + timedelta(hours=1), "a")
    standing = standings_of([duty], SEVEN + timedelta(hours=2))[0]
    assert (standing.is_late, standing.next_at) == (False, SEVEN + timedelta(days=1))


def test_one_holder_acts_and_another_takes_over_within_half_a_minute() -> None:
    assert Lease.hold("supervisor", "a", SEVEN)
    assert not Lease.hold("supervisor", "b", SEVEN + timedelta(seconds=19))
    assert Lease.hold("supervisor", "a", SEVEN + timedelta(seconds=19))
    assert Lease.hold("supervisor", "b", SEVEN + timedelta(seconds=19 + 21))


def test_a_clock_set_back_does_not_lock_everybody_out() -> None:
    Lease.hold("supervisor", "a", SEVEN + timedelta(days=300))
    assert Lease.hold("supervisor", "b", SEVEN)


def test_who_read_the_clock_a_moment_earlier_takes_nothing_from_who_came_first(bell: Bell) -> None:
    """Two nodes begin together: one reads the clock, the other reads it, claims, and works."""
    moments = [SEVEN + timedelta(milliseconds=5), SEVEN]

    def ring(at: datetime) -> int:
        later = moments.pop() if moments else None
        if later is not None:
            perform(morning(bell.strike), later, "b")
        return bell.strike(at)

    assert Lease.hold("supervisor", "a", moments[0])
    assert not Lease.hold("supervisor", "b", moments[1])
    perform(morning(ring), moments.pop(0), "a")
    assert bell.struck == [SEVEN + timedelta(milliseconds=5)]
