"""However the marks lie, the text that is shown is the text of the paper."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.tasks.source import Passage, Segment, pieces_of, segments_of, spans_of

TEXT = "1. Giao Sở Xây  dựng rà soát,\nbáo cáo trước ngày 15/4/2022; 2. Giao Sở Tài chính."
places = st.tuples(st.integers(-2, 90), st.integers(-2, 90))
spans = st.lists(places, max_size=4).map(tuple)
passages = st.lists(
    st.builds(
        Passage, st.integers(1, 9), st.integers(1, 9), st.just("blue"), st.integers(0, 85),
        st.integers(0, 85), spans, spans,
    ),
    max_size=5,
)  # fmt: skip


def shown(segments: list[Segment]) -> str:
    return "".join(piece.text for segment in segments for piece in segment.pieces)


@given(passages, st.lists(places, max_size=5))
def test_no_letter_is_lost_or_shown_twice(
    marks: list[Passage], faint: list[tuple[int, int]]
) -> None:
    assert shown(segments_of(TEXT, marks, faint)) == TEXT


def test_unit_and_day_are_cut_out_of_their_sentence() -> None:
    lead = spans_of(["Sở Xây dựng"], TEXT, 0, len(TEXT))
    due = TEXT.index("trước"), TEXT.index(";")
    order = Passage(1, 1, "blue", 0, due[1], lead, (due,))
    pieces = pieces_of(TEXT, (0, due[1]), order, [(8, 10)])
    kinds = [(piece.text, piece.kind, piece.faint) for piece in pieces if piece.kind]
    assert kinds == [
        ("Sở", "lead", True), (" Xây  dựng", "lead", False),
        ("trước ngày 15/4/2022", "due", False),
    ]  # fmt: skip
