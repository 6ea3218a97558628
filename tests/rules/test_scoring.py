"""Counts that must add up, rates as the official reports print them, places that are fair."""

import pytest

from dondoc.rules.scoring import (
    COUNT_LABELS,
    COUNTS,
    FORMULAS_2022,
    DoesNotAdd,
    Tally,
    change,
    rank,
    total,
)
from dondoc.rules.wording import percent_of


def tally(assigned: int, completed: int, **facts: int) -> Tally:
    """So many tasks, so many completed on time, the rest open in term unless said otherwise."""
    kept = {
        "completed_on_time": completed - facts.get("completed_late", 0)
        - facts.get("completed_no_deadline", 0),
        "open_total": assigned - completed,
        "open_in_term": assigned - completed - facts.get("open_overdue", 0),
        "updated": completed,
    }  # fmt: skip
    return Tally(assigned=assigned, completed=completed, **(kept | facts))


LIEN_CHIEU = tally(171, 50, updated=51, open_overdue=30)


def printed(key: str, of: Tally) -> str:
    return percent_of(FORMULAS_2022.of(of)[key].hundredths)


def test_lien_chieu_is_printed_as_the_dispatch_printed_it() -> None:
    assert printed("completion_rate", LIEN_CHIEU) == "29,24%"
    assert printed("update_rate", LIEN_CHIEU) == "29,82%"


DA_NANG = tally(
    8282, 6932, completed_late=1111, completed_no_deadline=460, open_overdue=208, updated=6932
)


@pytest.mark.parametrize(
    ("key", "rate"),
    [
        ("completion_rate", "83,70%"),
        ("on_time_rate", "64,73%"),
        ("late_rate", "13,41%"),
        ("overdue_rate", "2,51%"),
        ("overdue_of_due_rate", "3,11%"),
        ("due_completion_rate", "97,09%"),
        ("star_completion_rate", "–"),
    ],
)
def test_the_city_of_2022_is_printed_as_its_report_printed_it(key: str, rate: str) -> None:
    assert printed(key, DA_NANG) == rate


def test_the_government_office_counts_only_what_fell_due() -> None:
    assert printed("due_completion_rate", tally(3000, 2501, open_overdue=222)) == "91,85%"


def test_stars_are_counted_among_stars() -> None:
    starred = tally(100, 50, starred=8, starred_completed=6, starred_on_time=5)
    assert printed("star_completion_rate", starred) == "75,00%"
    assert printed("star_on_time_rate", starred) == "62,50%"


@pytest.mark.parametrize(
    "wrong",
    [
        {"assigned": 3},
        {"assigned": 1, "completed": 1, "updated": 1},
        {"assigned": 1, "open_total": 1, "open_in_term": 1, "open_due_soon": 2},
        {"assigned": 1, "open_total": 1, "open_in_term": 1, "updated": 2},
        {"assigned": 1, "open_total": 1, "open_in_term": 1, "starred": 2},
        {"assigned": 1, "completed": 1, "completed_on_time": 1},
        {"assigned": -1, "open_total": -1, "open_in_term": -1},
    ],
)
def test_counts_that_do_not_add_up_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(DoesNotAdd):
        Tally(**wrong)


def test_tallies_add_count_by_count() -> None:
    both = total([LIEN_CHIEU, DA_NANG])
    assert (both.assigned, both.completed, both.open_overdue) == (8453, 6982, 238)
    assert total([]) == Tally()


def test_every_count_has_its_words() -> None:
    assert tuple(COUNT_LABELS) == COUNTS


def test_equal_rates_share_a_place_and_the_next_is_skipped() -> None:
    units = {"a": tally(10, 9), "b": tally(20, 10), "c": tally(10, 5), "d": tally(10, 1)}
    assert [(s.key, s.place) for s in rank(units, 5)] == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]


def test_nobody_stands_below_another_with_the_same_printed_rate() -> None:
    units = {"a": tally(30000, 10000), "b": tally(30001, 10000)}
    assert [s.place for s in rank(units, 5)] == [1, 1]


def test_units_compete_with_units_of_their_size() -> None:
    units = {"small": tally(99, 99), "middle": tally(100, 1), "edge": tally(300, 3),
             "large": tally(301, 1)}  # fmt: skip
    places = {s.key: (s.group.label, s.place) for s in rank(units, 5)}
    assert places == {
        "large": ("Trên 300 nhiệm vụ", 1),
        "middle": ("Từ 100 đến 300 nhiệm vụ", 1),
        "edge": ("Từ 100 đến 300 nhiệm vụ", 1),
        "small": ("Dưới 100 nhiệm vụ", 1),
    }


def test_a_unit_with_too_few_tasks_is_listed_without_a_place_and_told_why() -> None:
    standings = rank({"tiny": tally(4, 4), "fair": tally(5, 1), "idle": Tally()}, 5)
    assert [(s.key, s.place) for s in standings] == [("fair", 1), ("tiny", None), ("idle", None)]
    assert "dưới 5 nhiệm vụ" in standings[1].reason


def test_a_unit_without_tasks_is_never_ranked() -> None:
    assert [s.place for s in rank({"idle": Tally()}, 0)] == [None]


def test_change_is_said_in_points_and_only_between_two_rates() -> None:
    rate = FORMULAS_2022.rate("completion_rate")
    assert change(rate.of(tally(4, 3)), rate.of(tally(4, 2))) == 2500
    assert change(rate.of(tally(4, 3)), rate.of(Tally())) is None
