"""Each number means what the regulation says, as of any moment, and opens exactly its list."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Q

from dondoc.agencies.models import Agency, AgencyForm, Field, Kind
from dondoc.rules.periods import Period
from dondoc.rules.scoring import COUNTS, Tally
from dondoc.scorecards import queries
from dondoc.tasks import actions
from tests.cast import Cast
from tests.scorecards.lives import QUARTER, RESULT, day, finish, give


def of_construction(cast: Cast, as_of: Any, **facts: Any) -> Tally:
    tallies = queries.count(cast.city, facts.pop("period", QUARTER), as_of, **facts)
    return tallies.get(cast.construction.pk, Tally())


def told(tally: Tally) -> dict[str, int]:
    return {name: n for name, n in asdict(tally).items() if n}


def test_a_task_in_term_becomes_due_soon_then_overdue_by_itself(cast: Cast) -> None:
    give(cast, due=date(2022, 3, 25))
    in_term = told(of_construction(cast, day(1)))
    assert in_term == dict.fromkeys(("assigned", "open_total", "open_in_term", "not_updated"), 1)
    assert of_construction(cast, day(17)).open_due_soon == 1
    last_moment = day(24) + timedelta(hours=14, minutes=59, seconds=59)
    assert of_construction(cast, last_moment).open_in_term == 1
    assert of_construction(cast, last_moment + timedelta(seconds=1)).open_overdue == 1


def test_a_slow_approver_never_makes_a_unit_late(cast: Cast) -> None:
    task = give(cast)
    actions.submit(task, by=cast.khoa, at=day(9), narrative=RESULT)
    assert of_construction(cast, day(20)).open_in_term == 1
    actions.confirm(task, by=cast.binh, at=day(21))
    assert of_construction(cast, day(22)).completed_on_time == 1
    assert of_construction(cast, day(20)).completed == 0


def test_done_late_and_done_without_a_deadline_are_kept_apart(cast: Cast) -> None:
    finish(cast, give(cast), day(10))
    finish(cast, give(cast, due=None), day(10))
    give(cast, due=None)
    tally = of_construction(cast, day(11))
    assert (tally.completed_late, tally.completed_no_deadline, tally.open_no_deadline) == (1, 1, 1)


def test_a_result_sent_back_counts_as_not_completed_and_its_clock_runs_on(cast: Cast) -> None:
    task = give(cast)
    actions.submit(task, by=cast.khoa, at=day(5), narrative=RESULT)
    actions.send_back(task, by=cast.binh, at=day(12), reason="Thiếu phụ lục")
    tally = of_construction(cast, day(12))
    assert (tally.completed, tally.open_overdue, tally.updated) == (0, 1, 1)


def test_a_recalled_task_leaves_the_denominator_from_that_moment(cast: Cast) -> None:
    task = give(cast)
    actions.recall(task, by=cast.binh, at=day(3), reason="Trùng nhiệm vụ")
    assert of_construction(cast, day(2)).assigned == 1
    assert of_construction(cast, day(3)).assigned == 0


def test_stars_and_updates_are_counted(cast: Cast) -> None:
    starred = give(cast)
    actions.star(starred, by=cast.binh, at=day(1), reason="Trọng tâm năm")
    actions.post_update(give(cast), by=cast.hoa, at=day(1), narrative="Đang lấy ý kiến.")
    assert told(of_construction(cast, day(10))) == {
        "assigned": 2, "open_total": 2, "open_overdue": 2, "updated": 1, "not_updated": 1,
        "starred": 1, "starred_overdue": 1,
    }  # fmt: skip
    finish(cast, starred, day(11))
    done = of_construction(cast, day(12))
    assert (done.starred_completed, done.starred_on_time, done.starred_overdue) == (1, 0, 0)


def test_an_extension_moves_the_deadline_but_the_original_can_still_be_asked(cast: Cast) -> None:
    task = give(cast)
    asked = actions.ask_extension(
        task, by=cast.khoa, at=day(5), reason="Chờ Bộ", due_on=date(2022, 3, 20)
    )
    actions.grant_extension(task, by=cast.lan, at=day(6), extension=asked, due_on=date(2022, 3, 20))
    assert of_construction(cast, day(12)).open_in_term == 1
    assert of_construction(cast, day(12), deadline=queries.ORIGINAL).open_overdue == 1


def test_a_task_given_to_another_unit_moves_with_its_moment(cast: Cast) -> None:
    task = give(cast)
    actions.return_to_assigner(task, by=cast.khoa, at=day(1), reason="Không thuộc thẩm quyền")
    actions.reassign(task, by=cast.binh, at=day(2), lead=cast.finance)
    before, after = (queries.count(cast.city, QUARTER, day(n)) for n in (1, 2))
    assert (list(before), list(after)) == ([cast.construction.pk], [cast.finance.pk])


def test_a_period_holds_the_tasks_given_on_its_days_in_viet_nam(cast: Cast) -> None:
    late_evening = day(0).replace(hour=16, minute=59)
    give(cast, at=late_evening)
    give(cast, at=late_evening + timedelta(minutes=1))
    first = Period(date(2022, 3, 1), date(2022, 3, 1))
    assert of_construction(cast, day(5), period=first).assigned == 1


def test_carry_over_adds_what_was_open_at_some_moment_of_the_period(cast: Cast) -> None:
    finish(cast, give(cast), day(2))
    finish(cast, give(cast), day(8))
    give(cast)
    later = Period(date(2022, 3, 8), date(2022, 3, 31))
    carried = Period(later.from_on, later.to_on, carry_over=True)
    assert of_construction(cast, day(15), period=later).assigned == 0
    tally = of_construction(cast, day(15), period=carried)
    assert (tally.assigned, tally.completed, tally.open_overdue) == (2, 1, 1)


def test_every_number_is_the_length_of_its_list(cast: Cast) -> None:
    finish(cast, give(cast), day(10))
    give(cast, due=None)
    actions.post_update(give(cast), by=cast.hoa, at=day(1), narrative="Đang lấy ý kiến.")
    give(cast, lead=cast.finance, due=date(2022, 3, 18))
    as_of = day(14)
    codes = queries.codes_behind(cast.city, QUARTER, as_of)
    for unit, tally in queries.count(cast.city, QUARTER, as_of).items():
        for name in COUNTS:
            behind = queries.behind(cast.city, QUARTER, as_of, unit, name)
            listed = codes[unit].get(name, [])
            assert sorted(behind.values_list("task__code", flat=True)) == listed
            assert len(listed) == getattr(tally, name), name
    assert queries.behind(cast.city, QUARTER, as_of, None, "assigned").count() == 4


def test_figures_are_split_by_leader_field_and_document(cast: Cast) -> None:
    field = Field.objects.create(committee=cast.city, name="Xây dựng, đô thị")
    give(cast, leader=cast.nam, field=field)
    give(cast)
    split = {by: queries.count(cast.city, QUARTER, day(1), by=by) for by in queries.KEYS}
    assert {key: t.assigned for key, t in split["leader"].items()} == {cast.nam.pk: 1, None: 1}
    assert {key: t.assigned for key, t in split["field"].items()} == {field.pk: 1, None: 1}
    assert {key: t.assigned for key, t in split["document"].items()} == {None: 2}
    only = Q(leader=cast.nam)
    assert of_construction(cast, day(1), only=only).assigned == 1


def test_units_without_tasks_are_shown_and_partners_are_not_scored(cast: Cast) -> None:
    police = cast.body(cast.city, "Công an thành phố", Kind.PARTNER, is_scored=False)
    give(cast, lead=police)
    give(cast)
    assert cast.finance
    rows = queries.figures(cast.city, QUARTER, day(1))
    assert [(row.unit.name, row.tally.assigned) for row in rows] == [
        ("Sở Tài chính", 0), ("Sở Xây dựng", 1), ("Văn phòng UBND thành phố", 0),
    ]  # fmt: skip
    assert queries.whole(cast.city, QUARTER, day(1)).assigned == 1


def test_a_ward_to_which_the_city_gave_a_task_itself_stands_in_the_table(cast: Cast) -> None:
    assert cast.ward
    assert "UBND phường Hòa Minh" not in names(cast)
    give(cast, lead=cast.ward)
    assert "UBND phường Hòa Minh" in names(cast)


def names(cast: Cast, n: int = 1, period: Period = QUARTER) -> list[str]:
    return [row.unit.name for row in queries.figures(cast.city, period, day(n))]


def test_a_unit_keeps_in_the_past_the_name_and_place_it_had(cast: Cast) -> None:
    give(cast)
    rename(cast.construction, "Sở Xây dựng và Giao thông", date(2022, 3, 15), cast.city)
    assert ("Sở Xây dựng" in names(cast, 13), "Sở Xây dựng" in names(cast, 14)) == (True, False)
    assert "Sở Xây dựng và Giao thông" in names(cast, 14)


def rename(agency: Agency, name: str, on: date, parent: Agency) -> None:
    agency.forms.filter(until_on=None).update(until_on=on - timedelta(days=1))
    AgencyForm.objects.create(
        agency=agency, name=name, kind=agency.kind, parent=parent, path=agency.path, from_on=on
    )
    Agency.objects.filter(pk=agency.pk).update(name=name, parent=parent)


def test_a_unit_that_ended_before_the_period_is_not_in_it(cast: Cast) -> None:
    ended = cast.finance
    ended.forms.update(until_on=date(2022, 2, 28))
    assert "Sở Tài chính" in names(cast)
    assert "Sở Tài chính" not in names(cast, period=Period(date(2022, 3, 1), date(2022, 3, 31)))


@pytest.mark.parametrize("tasks", [1, 12])
def test_all_units_are_counted_in_few_statements(
    cast: Cast, tasks: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(tasks):
        give(cast, lead=(cast.construction, cast.finance)[n % 2])
    with django_assert_max_num_queries(7):
        queries.figures(cast.city, QUARTER, day(1))
