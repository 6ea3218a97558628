"""Lines of a schedule, pasted from a sheet or typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.schedule_lines import Line, Wait, as_line, read_lines

A, B, C = "DN-2022-00171", "DN-2022-00172", "DN-2022-00173"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (f"{A};5", Line(1, A, 5)),
        (f"{A}\t5", Line(1, A, 5)),
        (f" {A} ; 5 ngày ; ", Line(1, A, 5)),
        (f"{B}; 3; {A}", Line(1, B, 3, (Wait(A),))),
        (f"{C}; 0; {A} SS+2, {B} ff", Line(1, C, 0, (Wait(A, "SS", 2), Wait(B, "FF")))),
        (f"{C}\t4\t{A} -1\t20/05/2022", Line(1, C, 4, (Wait(A, "FS", -1),), date(2022, 5, 20))),
        (f"{C}; 4; ; 2022-05-20", Line(1, C, 4, (), date(2022, 5, 20))),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_is_meant(said: str, read: Line) -> None:
    assert read_lines(said) == ([read], [])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (A, "cần ít nhất mã việc và số ngày"),
        (f"; 5; {A}", "thiếu mã việc"),
        (f"{A}; năm", "số ngày “năm”"),
        (f"{A}; -1", "số ngày “-1”"),
        (f"{A}; 1001", "số ngày “1001”"),
        (f"{A}; 5; {B} sau khi xong", "không hiểu “DN-2022-00172 sau khi xong”"),
        (f"{A}; 5; {B} FS+9999", "quá 1000 ngày"),
        (f"{A}; 5; ; 31/02/2022", "không hiểu ngày “31/02/2022”"),
        (f"{A}; 5; {B}; 20/05/2022; thừa", "nhiều hơn bốn cột"),
    ],
)
def test_a_line_that_cannot_be_read_says_what_is_wrong(said: str, words: str) -> None:
    lines, problems = read_lines(f"{B}; 1\n{said}")
    assert [line.code for line in lines] == [B]
    assert [problem.number for problem in problems] == [2]
    assert words in problems[0].words


def test_headings_and_empty_lines_are_passed_over() -> None:
    lines, problems = read_lines(f"Mã\tSố ngày\tSau\n\n{A}\t2\n")
    assert [(line.number, line.code) for line in lines] == [(3, A)]
    assert not problems


codes = st.sampled_from([A, B, C, "X1"])
waits = st.builds(
    Wait, codes, st.sampled_from(["FS", "SS", "FF"]), st.integers(min_value=-1000, max_value=1000)
)
days = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(st.builds(
    Line, st.just(1), codes, st.integers(0, 1000), st.lists(waits, max_size=4).map(tuple), days
))  # fmt: skip
def test_what_is_written_is_read_again(line: Line) -> None:
    assert read_lines(as_line(line)) == ([line], [])
