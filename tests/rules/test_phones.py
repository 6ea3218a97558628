"""Mobile numbers as officials write them; nothing else is taken for one."""

import pytest

from dondoc.rules.phones import mobile_number


@pytest.mark.parametrize(
    "written",
    ["0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84-912-345-678"],
)
def test_a_mobile_number_is_known_however_it_is_written(written: str) -> None:
    assert mobile_number(written) == "+84912345678"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0236 3822 333",
        "091234567",
        "09123456789",
        "+1 912 345 678",
        "0912345678x",
        "٠٩١٢٣٤٥٦٧٨",
    ],
)
def test_what_is_none_is_no_number(written: str) -> None:
    assert mobile_number(written) is None
