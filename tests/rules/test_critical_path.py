"""A planner lays tasks out in working days, and asks what happens when one slips.

Plans are written as a planner would: "B 2 A:SS+1 C" is B, two days long, starting a day after A
starts and after C is over; a length of 0 is a milestone.
"""

import re
from dataclasses import replace
from datetime import date

import pytest

from dondoc.rules.calendar import NoWorkingDay, WorkingCalendar
from dondoc.rules.critical_path import (
    Activity,
    CannotPlan,
    Dependency,
    Loop,
    Network,
    Type,
    schedule,
    slip,
)
from dondoc.rules.working_days import BeyondTheCalendar

MONDAY = date(2026, 1, 5)
WEEK = WorkingCalendar()
CALENDAR = WorkingCalendar(
    days_off=frozenset({date(2026, 1, 7), date(2026, 1, 16)}),
    work_days=frozenset({date(2026, 1, 10)}),
)


def activity(line: str, **more: date) -> Activity:
    own, duration, *after = line.split()
    return Activity(own, int(duration), tuple(map(dependency, after)), **more)


def dependency(written: str) -> Dependency:
    on, type_, lag = re.fullmatch(r"(\w+)(?::([FS]S|FF))?([+-]\d+)?", written).groups()
    return Dependency(on, Type(type_ or "FS"), int(lag or 0))


def network(*plan: str | Activity, start: date = MONDAY, calendar=WEEK) -> Network:
    activities = [activity(one) if isinstance(one, str) else one for one in plan]
    return Network(activities, start, calendar)


def told(laid_out) -> dict[str, str]:
    """'5-7 8-9 3 2': first and last day in January, early and late; total and free slack."""
    days = {
        one.id: "{.day}-{.day} {.day}-{.day} {} {}".format(*one[1:7])
        for one in laid_out.placed.values()
    }
    assert all(one.critical == (one.total_slack <= 0) for one in laid_out.placed.values())
    return days


# the first week of the year from Monday 5 to Friday 9, then 12 to 16, 19 to 23


@pytest.mark.parametrize(
    ("plan", "days", "chain"),
    [
        (["A 3"], {"A": "5-7 5-7 0 0"}, "A"),
        (["A 3", "B 2 A"], {"A": "5-7 5-7 0 0", "B": "8-9 8-9 0 0"}, "A B"),
        (["B 2 A", "A 3"], {"A": "5-7 5-7 0 0", "B": "8-9 8-9 0 0"}, "A B"),
        (["A 5", "B 1 A"], {"A": "5-9 5-9 0 0", "B": "12-12 12-12 0 0"}, "A B"),  # a weekend
        (["A 1", "B 1 A+2"], {"A": "5-5 5-5 0 0", "B": "8-8 8-8 0 0"}, "A B"),
        (["A 4", "B 1 A-2"], {"A": "5-8 5-8 0 0", "B": "7-7 8-8 1 1"}, "A"),
        (["A 2", "B 3 A:SS"], {"A": "5-6 5-6 0 0", "B": "5-7 5-7 0 0"}, "A B"),
        (["A 2", "B 3 A:SS+1"], {"A": "5-6 5-6 0 0", "B": "6-8 6-8 0 0"}, "A B"),
        (["A 4", "B 2 A:FF"], {"A": "5-8 5-8 0 0", "B": "7-8 7-8 0 0"}, "A B"),
        (["A 4", "B 2 A:FF+1"], {"A": "5-8 5-8 0 0", "B": "8-9 8-9 0 0"}, "A B"),
        (["A 4", "B 2 A:FF-1"], {"A": "5-8 5-8 0 0", "B": "6-7 7-8 1 1"}, "A"),
        # nothing is pushed before the start
        (["A 1", "B 3 A:FF"], {"A": "5-5 7-7 2 2", "B": "5-7 5-7 0 0"}, "B"),
        (["A 1", "B 2 A-9"], {"A": "5-5 6-6 1 1", "B": "5-6 5-6 0 0"}, "B"),
        # free slack stops at the next task, total slack at the finish
        (
            ["A 5", "B 1", "C 1 B", "D 1 A C"],
            {
                "A": "5-9 5-9 0 0",
                "B": "5-5 8-8 3 0",
                "C": "6-6 9-9 3 3",
                "D": "12-12 12-12 0 0",
            },
            "A D",
        ),
        # an SS leaves the end of A free, yet A may not run past the finish
        (["A 5", "B 1 A:SS", "C 1"], {
            "A": "5-9 5-9 0 0", "B": "5-5 9-9 4 4", "C": "5-5 9-9 4 4"}, "A"),
        (["A 4", "C 2", "B 1 A:SS C"], {
            "A": "5-8 5-8 0 0", "C": "5-6 6-7 1 0", "B": "7-7 8-8 1 1"}, "A"),
        # two dependencies on one task: both hold
        (["A 3", "B 2 A:SS+1 A:FF+1"], {"A": "5-7 5-7 0 0", "B": "7-8 7-8 0 0"}, "A B"),
        # a milestone stands at the end of a day, whatever follows begins the day after
        (["A 3", "M 0 A", "B 1 M"], {
            "A": "5-7 5-7 0 0", "M": "7-7 7-7 0 0", "B": "8-8 8-8 0 0"}, "A M B"),
        (["A 3", "M 0 A:SS+1", "B 1 M:FF+1"], {
            "A": "5-7 5-7 0 0", "M": "5-5 6-6 1 0", "B": "6-6 7-7 1 1"}, "A"),
        (["A 2", "M 0 A:FF+1"], {"A": "5-6 5-6 0 0", "M": "7-7 7-7 0 0"}, "A M"),
    ],
)  # fmt: skip
def test_plans_laid_out_by_hand(plan, days, chain):
    laid_out = schedule(network(*plan))
    assert told(laid_out) == {own: days[own] for own in laid_out.placed}
    assert laid_out.chain == tuple(chain.split())


def test_days_off_and_made_up_saturdays_of_the_committee_count():
    laid_out = schedule(network("A 3", "B 2 A", "C 4 B:SS", calendar=CALENDAR))
    assert told(laid_out) == {"A": "5-8 5-8 0 0", "B": "9-10 9-10 0 0", "C": "9-13 9-13 0 0"}
    assert laid_out.finish == date(2026, 1, 13)


def test_a_start_on_a_day_off_is_the_first_working_day_after():
    assert told(schedule(network("A 1", start=date(2026, 1, 3)))) == {"A": "5-5 5-5 0 0"}


def test_a_milestone_at_the_very_start_stands_at_the_end_of_the_working_day_before():
    laid_out = schedule(network("M 0", "A 1 M", start=date(2026, 1, 12)))
    assert told(laid_out) == {"M": "9-9 9-9 0 0", "A": "12-12 12-12 0 0"}


def test_no_activity_no_finish():
    laid_out = schedule(network())
    assert (laid_out.finish, laid_out.placed, laid_out.chain) == (None, {}, ())


def test_what_may_not_begin_before_a_day_waits_for_it():
    held = activity("B 1", not_before=date(2026, 1, 10))
    laid_out = schedule(network("A 1", held, "C 1 B", activity("D 1 A", not_before=MONDAY)))
    assert told(laid_out) == {
        "A": "5-5 12-12 5 0", "B": "12-12 12-12 0 0", "C": "13-13 13-13 0 0", "D": "6-6 13-13 5 5",
    }  # fmt: skip
    assert laid_out.chain == ("B", "C")
    gate = activity("M 0", not_before=date(2026, 1, 8))
    assert told(schedule(network(gate, "A 1 M"))) == {"M": "8-8 8-8 0 0", "A": "9-9 9-9 0 0"}


def test_what_is_finished_is_moved_by_nothing_and_is_not_critical():
    done = activity("B 2 A", finished_on=date(2026, 1, 6))
    laid_out = schedule(network("A 5", done, "C 1 B"))
    assert laid_out.placed["B"][1:] == (
        date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 5), date(2026, 1, 6), 0, 0, False,
    )  # fmt: skip
    assert laid_out.placed["A"].total_slack == 0
    assert laid_out.placed["C"].early_start == date(2026, 1, 7)
    assert laid_out.chain == ("A",)
    late = replace(done, finished_on=date(2026, 1, 11))  # a Sunday: its work was over on Friday
    assert schedule(network("A 5", late, "C 1 B")).placed["C"].early_start == date(2026, 1, 12)
    assert schedule(network("A 5", late, "C 1 B")).chain == ("C",)
    all_done = replace(done, after=(), finished_on=date(2025, 12, 30))
    assert schedule(network(all_done)).chain == ()
    assert schedule(network(all_done)).finish == date(2025, 12, 30)


def test_a_deadline_takes_slack_away_and_may_leave_less_than_none():
    def slack_with(day: int) -> tuple[int, bool, int]:
        due = activity("B 1 A", due_on=date(2026, 1, day))
        placed = schedule(network("A 2", due, "C 9 A:SS")).placed
        return placed["B"].total_slack, placed["B"].critical, placed["A"].total_slack

    assert slack_with(9) == (2, False, 0)
    assert slack_with(11) == (2, False, 0)  # a Sunday: Friday is the last day to work
    assert slack_with(7) == (0, True, 0)
    assert slack_with(6) == (-1, True, -1)


@pytest.mark.parametrize(
    ("plan", "ring"),
    [
        (["A 1 B", "B 1 A"], "A → B → A"),
        (["A 1 A"], "A → A"),
        (["A 1 C", "B 1 A:SS", "C 1 B:FF-9"], "A → B → C → A"),
        (["A 1 B", "B 1 C", "C 1 A"], "A → C → B → A"),
        (["S 1", "T 1 C S", "B 1 C S", "C 1 S B", "E 1 C"], "B → C → B"),
    ],
)
def test_a_loop_is_refused_and_named_in_the_order_of_the_work(plan, ring):
    with pytest.raises(Loop) as refused:
        network(*plan)
    assert str(refused.value) == f"Các việc chờ nhau thành vòng: {ring}. Hãy bỏ một liên kết."
    assert refused.value.ids == tuple(ring.split(" → ")[:-1])


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (["A 1", "A 2"], "Có hai việc cùng mã “A”"),
        (["A 1 Z"], "Việc “A” chờ việc “Z” không có ở đây"),
        (["A -1"], "Việc “A” dài âm"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words(plan, words):
    with pytest.raises(CannotPlan, match=words):
        network(*plan)


def test_a_plan_beyond_the_calendar_is_refused():
    with pytest.raises(BeyondTheCalendar):
        _ = schedule(network("A 1", "B 1 A+10000000")).finish
    with pytest.raises(BeyondTheCalendar):
        _ = schedule(network("A 20", start=date(9999, 12, 20))).finish
    with pytest.raises(NoWorkingDay):
        network("A 1", calendar=WorkingCalendar(weekend=frozenset(range(7))))


def test_ten_thousand_in_a_row_are_laid_out():
    laid_out = schedule(network("t0 1", *(f"t{n} 1 t{n - 1}" for n in range(1, 10_000))))
    assert laid_out.finish == WEEK.add_working_days(MONDAY, 9_999)
    assert len(laid_out.chain) == 10_000
    with pytest.raises(Loop):
        network(*(f"t{n} 1 t{(n + 1) % 10_000}" for n in range(10_000)))


# If this slips …


PLAN = (
    "A 3",
    activity("B 2 A", due_on=date(2026, 1, 9)),
    activity("C 1 A+1", due_on=date(2026, 1, 12)),
    "D 8",
    activity("E 1 B D", due_on=date(2026, 1, 16)),
)


def test_a_slip_moves_those_that_wait_and_no_others():
    what = slip(network(*PLAN), "B", 7)
    assert [(s.id, s.start_was.day, s.finish_was.day, s.start.day, s.finish.day, s.days)
            for s in what.shifts] == [("B", 8, 9, 19, 20, 7), ("E", 15, 15, 21, 21, 4)]  # fmt: skip
    assert (what.before.finish, what.after.finish) == (date(2026, 1, 15), date(2026, 1, 21))
    assert what.finish_days == 4
    assert [(b.id, b.due_on.day, b.finish_was.day, b.finish.day) for b in what.broken] == [
        ("B", 9, 9, 20), ("E", 16, 15, 21),
    ]  # fmt: skip
    assert (what.before.chain, what.after.chain) == (("D", "E"), ("B", "E"))


def test_a_slip_within_free_slack_moves_nobody():
    what = slip(network(*PLAN), "C", 1)
    assert [s.id for s in what.shifts] == ["C"]
    assert (what.finish_days, what.broken, what.after.chain) == (0, (), ("D", "E"))


def test_a_deadline_missed_already_is_not_broken_again():
    late = activity("B 2 A", due_on=date(2026, 1, 8))
    assert [b.id for b in slip(network("A 3", late), "A", 1).broken] == []


@pytest.mark.parametrize(
    ("of", "days", "words"), [("A", 0, "từ 1 trở lên"), ("Z", 1, "Không có việc “Z”"),
                              ("X", 1, "Việc “X” đã xong")],
)  # fmt: skip
def test_a_slip_of_nothing_is_refused(of, days, words):
    with pytest.raises(CannotPlan, match=words):
        slip(network(*PLAN, activity("X 1", finished_on=MONDAY)), of, days)
