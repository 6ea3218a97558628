"""Each late day has exactly one who answered for it, or is named a vacancy."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.accountability import (
    Account,
    Seat,
    Span,
    Stretch,
    Tenure,
    holder,
    lateness,
    reasons_to_consider,
    who_answered,
)

MAY = date(2022, 5, 1)
days = st.integers(0, 60).map(lambda n: MAY + timedelta(days=n))


def on(day: int) -> date:
    return date(2022, 5, day)


def test_ten_late_days_are_parted_between_the_old_head_and_the_new() -> None:
    late = lateness(on(4), None, on(14))
    assert late == Span(on(5), on(14))
    seats = {"KT": [Seat("cũ", date(2021, 1, 1), on(8)), Seat("mới", on(9))]}
    parts = who_answered(late, [Tenure("KT", date(2022, 4, 1))], seats)
    assert [(part.person, part.days) for part in parts] == [("cũ", 4), ("mới", 6)]


def test_an_item_given_to_another_unit_takes_its_days_along() -> None:
    seats = {"A": [Seat("An", MAY)], "B": [Seat("Ba", MAY)]}
    tenures = [Tenure("A", MAY), Tenure("B", on(10))]
    parts = who_answered(Span(on(8), on(12)), tenures, seats)
    assert parts == [
        Stretch("A", "An", Span(on(8), on(9))), Stretch("B", "Ba", Span(on(10), on(12))),
    ]  # fmt: skip


def test_a_vacancy_is_named_and_a_deputy_answers_only_without_a_chief() -> None:
    seats = {"A": [Seat("Trưởng", MAY, on(5)), Seat("Phó", MAY, on(8), rank=1)]}
    parts = who_answered(Span(on(4), on(10)), [Tenure("A", MAY)], seats)
    assert [(part.person, part.days) for part in parts] == [
        ("Trưởng", 2), ("Phó", 3), (None, 2),
    ]  # fmt: skip
    assert holder([Seat("trước", MAY), Seat("sau", on(3))], on(4)) == "sau"


def test_what_came_in_time_has_no_late_day() -> None:
    assert lateness(on(4), on(4), on(20)) is None
    assert lateness(on(4), None, on(4)) is None
    assert lateness(on(4), on(6), on(20)) == Span(on(5), on(6))


seat = st.builds(
    lambda who, a, b, rank: Seat(who, min(a, b), max(a, b), rank),
    st.sampled_from("xyz"), days, days, st.integers(0, 1),
)  # fmt: skip
tenure = st.builds(Tenure, st.sampled_from("AB"), days)


@given(
    st.tuples(days, days).map(sorted),
    st.lists(tenure, max_size=4).map(lambda some: sorted(some, key=lambda t: t.from_on)),
    st.fixed_dictionaries({"A": st.lists(seat, max_size=4), "B": st.lists(seat, max_size=4)}),
)
def test_the_stretches_cover_exactly_the_days(
    ends: list[date], tenures: list[Tenure[str]], seats: dict[str, list[Seat[str]]]
) -> None:
    span = Span(*ends)
    parts = who_answered(span, tenures, seats)
    assert sum(part.days for part in parts) == span.days
    assert parts[0].span.from_on == span.from_on
    assert parts[-1].span.to_on == span.to_on
    for one, after in pairwise(parts):
        assert after.span.from_on == one.span.to_on + timedelta(days=1)
        assert (one.key, one.person) != (after.key, after.person)
    for part in parts:
        for n in range(part.days):
            day = part.span.from_on + timedelta(days=n)
            begun = [t for t in tenures if t.from_on <= day]
            assert part.key == (begun[-1].key if begun else None)
            expected = holder(seats[part.key], day) if part.key else None
            assert part.person == expected, "a gap only where nobody sits"


def test_only_what_repeats_or_drags_on_is_proposed() -> None:
    assert reasons_to_consider(Account(late=3, still_open=3), Account()) == ()
    assert reasons_to_consider(Account(), Account(late=3, still_open=3)) == ()
    both = reasons_to_consider(Account(late=2), Account(late=1))
    assert both == ("chậm trong hai kỳ liền: kỳ trước 1 việc, kỳ này 2 việc",)
    drags = reasons_to_consider(Account(late=1, still_open=1), Account(late=1, still_open=1))
    assert drags[0] == "còn 1 việc quá hạn chưa xong, kéo dài qua hai kỳ"
    back = reasons_to_consider(Account(sent_back=1), Account(sent_back=2))
    assert back == ("kết quả bị trả lại trong hai kỳ liền: kỳ trước 2 lượt, kỳ này 1 lượt",)


def test_days_within_a_period() -> None:
    assert Span(on(3), on(9)).within(Span(on(5), on(31))) == Span(on(5), on(9))
    assert Span(on(3), on(4)).within(Span(on(5), on(31))) is None
