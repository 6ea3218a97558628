"""a, b and c of Decree 335, from what was done, failed and late."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.grading import FORMULA_WORDS, Grade, Product, grade

counts = st.integers(0, 6)
products = st.builds(
    Product, st.booleans(), counts, counts, counts, counts,
    st.fractions(Fraction(1, 10), 5, max_denominator=10),
)  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([], Grade(None, None, None)),
        ([Product(True)], Grade(Fraction(100), Fraction(100), Fraction(100))),
        ([Product(False, delays=1)], Grade(Fraction(0), Fraction(0), Fraction(0))),
        ([Product(True, delays=1)], Grade(Fraction(100), Fraction(100), Fraction(75))),
        ([Product(True, failures=2)], Grade(Fraction(100), Fraction(50), Fraction(100))),
        ([Product(True, delays=9)], Grade(Fraction(100), Fraction(100), Fraction(0))),
        (
            [Product(True, delays=1, excused_delays=1)],
            Grade(Fraction(100), Fraction(100), Fraction(100)),
        ),
        (
            [Product(True, coefficient=Fraction(3)), Product(False)],
            Grade(Fraction(75), Fraction(75), Fraction(75)),
        ),
    ],
)
def test_the_three_quantities(given_: list[Product], expected: Grade) -> None:
    assert grade(given_) == expected


def test_an_ordinary_official_gets_the_mean_of_three() -> None:
    assert grade([Product(True, failures=1, delays=1)]).mean == Fraction(250, 3)
    assert grade([]).mean is None
    assert any("335/2025" in words for words in FORMULA_WORDS)


@given(st.lists(products, min_size=1, max_size=8))
def test_quality_and_progress_never_exceed_quantity(some: list[Product]) -> None:
    found = grade(some)
    assert found.a is not None
    assert found.b is not None
    assert found.c is not None
    assert 0 <= found.b <= found.a <= 100
    assert 0 <= found.c <= found.a


@given(st.lists(products, min_size=1, max_size=6), st.integers(2, 5))
def test_doubling_every_coefficient_changes_nothing(some: list[Product], by: int) -> None:
    doubled = [
        Product(
            p.done, p.failures, p.delays, p.excused_failures, p.excused_delays, by * p.coefficient
        )
        for p in some
    ]
    assert grade(doubled) == grade(some)
