"""The words of one line of a page make one rectangle, in one column and in two."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.line_boxes import Box, Word, line_boxes


def row(y: float, start: int, xs: tuple[float, ...]) -> list[Word]:
    """Words of five letters, each a tenth of the page wide."""
    return [
        Word(start + 6 * n, start + 6 * n + 5, x, y, x + 0.1, y + 0.02) for n, x in enumerate(xs)
    ]


def test_the_words_of_a_line_share_a_rectangle() -> None:
    page = [*row(0.10, 0, (0.1, 0.22, 0.34)), *row(0.13, 18, (0.1, 0.22))]
    boxes = line_boxes(page, 0, 40)
    assert [(round(b.x0, 2), round(b.x1, 2)) for b in boxes] == [(0.1, 0.44), (0.1, 0.32)]
    assert boxes[0].y0 < 0.10
    assert boxes[1].y1 > 0.15


def test_a_passage_takes_only_its_own_words() -> None:
    page = row(0.1, 0, (0.1, 0.22, 0.34))
    (box,) = line_boxes(page, 6, 11)
    assert (round(box.x0, 2), round(box.x1, 2)) == (0.22, 0.32)
    assert line_boxes(page, 5, 6) == []


def test_two_columns_are_two_rectangles() -> None:
    page = row(0.1, 0, (0.05, 0.17, 0.6))
    assert len(line_boxes(page, 0, 30)) == 2


def test_a_slanting_line_stays_whole() -> None:
    page = [Word(n * 6, n * 6 + 5, 0.1 + n / 8, 0.1 + n / 300, 0.2 + n / 8, 0.12 + n / 300)
            for n in range(5)]  # fmt: skip
    assert len(line_boxes(page, 0, 40)) == 1


numbers = st.floats(-0.5, 1.5)


@given(st.lists(st.builds(Word, st.integers(0, 50), st.integers(0, 50), *[numbers] * 4)))
def test_no_rectangle_leaves_the_picture(words: list[Word]) -> None:
    for box in line_boxes(words, 0, 50):
        assert isinstance(box, Box)
        assert all(0 <= side <= 1 for side in (box.x0, box.y0, box.x1, box.y1))
