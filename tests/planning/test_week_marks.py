"""Nothing published changes without a mark, whatever is done to it in whatever order."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.planning import actions
from dondoc.planning.models import WeekEntry
from dondoc.planning.week_facts import facts_now, told_of
from dondoc.workflow import Refused
from tests.planning.hall import MONDAY, Hall

DAYS = st.integers(0, 6).map(lambda n: MONDAY + timedelta(days=n))
HOURS = st.sampled_from([None, time(8), time(10), time(14)])
LATER = st.sampled_from([date(2022, 3, 29), date(2022, 4, 6)])


@st.composite
def deeds(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    verb = draw(
        st.sampled_from(["move", "reword", "place", "repeat", "postpone", "cancel", "add", "late"])
    )
    said = {
        "move": {"on": draw(DAYS), "starts_at": draw(HOURS), "ends_at": None},
        "reword": {"content": draw(st.sampled_from(["Họp", "Giao ban", "Kiểm tra"]))},
        "place": {"place": draw(st.sampled_from(["", "Nhà văn hóa", "Hiện trường"]))},
        "repeat": {"repeats": draw(st.booleans())},
        "postpone": {"on": draw(LATER)} if draw(st.booleans()) else None,
    }
    return verb, said.get(verb) or {}


def do(hall: Hall, entry: WeekEntry, verb: str, said: dict[str, Any], at: datetime) -> None:
    if verb == "postpone":
        actions.postpone_entry(entry, by=hall.lam, at=at, reason="x", facts=said or None)
    elif verb == "cancel":
        actions.cancel_entry(entry, by=hall.lam, at=at, reason="x")
    elif verb == "add":
        hall.arranged(content="Thêm", chairs=[])
    elif verb == "late":
        actions.accept_entry(hall.proposed(content="Muộn"), by=hall.nhung, at=at)
    else:
        facts = {**facts_now(entry), **said}
        actions.arrange_entry(entry, by=hall.nhung, at=at, facts=facts, reason="x")


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(some=st.lists(st.tuples(st.integers(0, 2), deeds()), max_size=6))
def test_nothing_published_changes_without_a_mark(
    hall: Hall, some: list[tuple[int, tuple[str, dict[str, Any]]]]
) -> None:
    WeekEntry.objects.update(moved_to=None)
    WeekEntry.objects.all().delete()
    hall.ward_weeks().delete()
    entries = [hall.arranged(content=f"Việc {n}", chairs=[]) for n in range(3)]
    week = hall.published(*entries)
    printed = {e.pk: told_of(e) for e in entries}
    for which, (verb, said) in some:
        entry = WeekEntry.objects.get(pk=entries[which].pk)
        before = (told_of(entry), entry.state, entry.sequence)
        try:
            do(hall, entry, verb, said, hall.at)
        except Refused:
            continue
        fresh = WeekEntry.objects.get(pk=entry.pk)
        changed = (told_of(fresh), fresh.state) != before[:2]
        assert fresh.sequence == before[2] + changed
    for entry in WeekEntry.objects.filter(week=week).published():
        if entry.pk in printed:
            assert entry.told == printed[entry.pk]  # what was published is kept as it was
            same = told_of(entry) == printed[entry.pk] and not entry.is_off
            assert bool(entry.change) != same
        else:
            assert entry.added_at
            assert entry.change
