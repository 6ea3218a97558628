"""Identifiers of QĐ 20/2020, new and old."""

import pytest

from dondoc.rules.identifiers import is_identifier, is_old_identifier


@pytest.mark.parametrize("text", ["H17", "H17.1", "A05.12.3", "H17.35.10.2"])
def test_the_new_form_reads_from_the_left(text: str) -> None:
    assert is_identifier(text)


@pytest.mark.parametrize("text", ["", "h17", "Z17", "H1", "H17.", "H17..1", "000.00.00.H17",
                                  "H17." + ".".join(["12345678"] * 4)])  # fmt: skip
def test_what_is_not_of_the_form_is_refused(text: str) -> None:
    assert not is_identifier(text)


def test_the_old_form_reads_from_the_right() -> None:
    assert is_old_identifier("000.00.00.H41")
    assert not is_old_identifier("H41.000.00.00")
