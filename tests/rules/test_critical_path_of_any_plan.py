"""Whatever the plan, its days keep every dependency, and its slack is what it says."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.critical_path import (
    Activity,
    Dependency,
    Network,
    Type,
    schedule,
    slip,
)
from dondoc.rules.working_days import WorkingDays
from tests.rules.test_critical_path import CALENDAR, MONDAY


@st.composite
def plans(draw, real_life: bool = False) -> Network:
    """A plan without loops, its tasks listed in any order."""
    size = draw(st.integers(1, 7))
    types, lags = st.sampled_from(Type), st.integers(-4, 4)
    days = st.none() | st.dates(date(2025, 12, 30), date(2026, 1, 25)) if real_life else st.none()
    drawn = [
        Activity(
            n,
            draw(st.integers(0, 5)),
            tuple(
                Dependency(draw(st.integers(0, n - 1)), draw(types), draw(lags))
                for _ in range(draw(st.integers(0, 3)) if n else 0)
            ),
            not_before=draw(days),
            finished_on=draw(days) if draw(st.integers(0, 3)) == 0 else None,
            due_on=draw(days),
        )
        for n in range(size)
    ]
    return Network(draw(st.permutations(drawn)), date(2026, 1, 3), CALENDAR)


WORKED = [d for n in range(800) if CALENDAR.is_working(d := date(2025, 6, 1) + timedelta(n))]
ZERO = WORKED.index(MONDAY)


class DayByDay:
    """The same plan by the slowest way there is: whoever breaks a dependency moves by one day,
    until nobody does."""

    HOLDS = {
        Type.FS: lambda early, late, lag: late[0] >= early[1] + lag,
        Type.SS: lambda early, late, lag: late[0] >= early[0] + lag,
        Type.FF: lambda early, late, lag: late[1] >= early[1] + lag,
    }

    def __init__(self, plan: Network) -> None:
        self.activities = {one.id: one for one in plan.activities}
        self.links = [
            (d.on, one.id, d.type, d.lag)
            for one in plan.activities if not one.finished_on for d in one.after
        ]  # fmt: skip
        self.early = self.moved({own: self.floor(own) for own in self.activities}, 1)
        self.finish = max(self.span(self.early, own)[1] for own in self.activities)
        late = self.moved({own: self.limit(own) for own in self.activities}, -1)
        self.late = {
            own: self.early[own] if one.finished_on else late[own]
            for own, one in self.activities.items()
        }

    def span(self, starts, own) -> tuple[int, int]:
        return starts[own], starts[own] + self.activities[own].duration

    def holds(self, starts, early, late, type_, lag) -> bool:
        return self.HOLDS[type_](self.span(starts, early), self.span(starts, late), lag)

    def moved(self, starts, step):
        while broken := [link for link in self.links if not self.holds(starts, *link)]:
            early, late, *_ = broken[0]
            starts[late if step > 0 else early] += step
        return starts

    def floor(self, own) -> int:
        one = self.activities[own]
        if one.finished_on:
            return len([d for d in WORKED if MONDAY <= d <= one.finished_on]) - len(
                [d for d in WORKED if one.finished_on < d < MONDAY]
            ) - one.duration  # fmt: skip
        start = 0
        while one.not_before and self.days(start, own)[0] < one.not_before:
            start += 1
        return start

    def limit(self, own) -> int:
        one = self.activities[own]
        start = self.finish - one.duration
        while one.due_on and WORKED[ZERO + start + one.duration - 1] > one.due_on:
            start -= 1
        return start

    def days(self, start, own) -> tuple[date, date]:
        last = WORKED[ZERO + start + self.activities[own].duration - 1]
        return (WORKED[ZERO + start], last) if self.activities[own].duration else (last, last)

    def free(self, own) -> int:
        def moves_another(by: int) -> bool:
            starts = self.early | {own: self.early[own] + by}
            ends = [self.span(starts, other)[1] for other in starts]
            return max(ends) > self.finish or not all(self.holds(starts, *li) for li in self.links)

        return next(by for by in range(200) if moves_another(by + 1))


@given(plans() | plans(real_life=True))
def test_it_agrees_with_going_day_by_day(plan):
    slow, quick = DayByDay(plan), schedule(plan)
    assert quick.finish == WORKED[ZERO + slow.finish - 1]
    for own, one in slow.activities.items():
        placed = quick.placed[own]
        assert placed[1:3] == slow.days(slow.early[own], own)
        assert placed[3:5] == slow.days(slow.late[own], own)
        assert placed.total_slack == slow.late[own] - slow.early[own]
        assert placed.free_slack == (0 if one.finished_on else slow.free(own))
        assert placed.critical == (placed.total_slack <= 0 and not one.finished_on)


@given(plans())
def test_early_and_late_days_keep_every_dependency(plan):
    between = CALENDAR.working_days_between
    placed = schedule(plan).placed
    for one in plan.activities:
        for d in one.after:
            if 0 in (one.duration, plan.activities[plan.place[d.on]].duration):
                continue  # a milestone has no first day
            for first, last in (("early_start", "early_finish"), ("late_start", "late_finish")):
                earlier, later = placed[d.on], placed[one.id]
                gap = {
                    Type.FS: between(getattr(earlier, last), getattr(later, first)) - 1,
                    Type.SS: between(getattr(earlier, first), getattr(later, first)),
                    Type.FF: between(getattr(earlier, last), getattr(later, last)),
                }[d.type]
                assert gap >= d.lag
        assert not one.duration or placed[one.id].early_start >= MONDAY


@given(plans())
def test_a_chain_of_critical_tasks_leads_from_the_start_to_the_finish(plan):
    laid_out = schedule(plan)
    placed = [laid_out.placed[own] for own in laid_out.chain]
    assert all(one.critical for one in placed)
    assert laid_out.starts[plan.place[laid_out.chain[0]]] == 0
    assert placed[-1].early_finish == laid_out.finish
    for before, own in zip(laid_out.chain, laid_out.chain[1:], strict=False):
        assert before in {d.on for d in plan.activities[plan.place[own]].after}
        assert own in {s.id for s in slip(plan, before, 1).shifts}  # each holds the next


@given(plans(), st.data())
def test_slack_is_what_a_task_may_slip_and_not_a_day_more(plan, data):
    own = data.draw(st.sampled_from([one.id for one in plan.activities]))
    placed = schedule(plan).placed[own]
    assert 0 <= placed.free_slack <= placed.total_slack
    assert placed.critical == (placed.total_slack == 0)
    if placed.free_slack:
        alone = slip(plan, own, placed.free_slack)
        assert ([s.id for s in alone.shifts], alone.finish_days) == ([own], 0)
    too_far = slip(plan, own, placed.free_slack + 1)
    assert len(too_far.shifts) > 1 or too_far.finish_days == 1
    if placed.total_slack:
        assert slip(plan, own, placed.total_slack).finish_days == 0
    assert slip(plan, own, placed.total_slack + 1).finish_days == 1


@given(plans(real_life=True), st.data(), st.integers(1, 9))
def test_a_slip_tells_what_a_new_plan_would_say(plan, data, days):
    open_ = [one for one in plan.activities if not one.finished_on]
    if not open_:
        return
    one = data.draw(st.sampled_from(open_))
    what, before = slip(plan, one.id, days), schedule(plan).placed
    edge = plan.days.before if one.duration == 0 else plan.days.after
    held = replace(one, not_before=edge(what.before.starts[plan.place[one.id]] + days))
    others = [held if other is one else other for other in plan.activities]
    after = schedule(Network(others, MONDAY, CALENDAR)).placed
    assert what.after.placed == after
    moved = {own for own in after if after[own][1:3] != before[own][1:3]}
    assert {s.id for s in what.shifts} == moved
    assert {b.id for b in what.broken} == {
        other.id
        for other in plan.activities
        if other.due_on and before[other.id].early_finish <= other.due_on
        and after[other.id].early_finish > other.due_on
    }  # fmt: skip


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_edges_and_days_lead_to_each_other(start, day):
    calendar = national_calendar()
    days = WorkingDays(start, calendar)
    assert days.after(0) == calendar.next_working(start)
    assert days.after(days.start_of(day)) == calendar.next_working(day)
    assert days.before(days.end_of(day)) == calendar.previous_working(day)
    assert days.end_of(day) - days.start_of(day) == calendar.is_working(day)
