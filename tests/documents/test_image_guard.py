import struct

import pytest

from dondoc.documents.guard import inspect
from tests.documents.made_files import (
    jpeg,
    png,
    tiff,
    webp,
)
from tests.documents.uploads import refusal


@pytest.mark.parametrize(("name", "made"), [("a.png", png), ("a.jpg", jpeg), ("a.webp", webp)])
def test_a_picture_of_a_hundred_million_pixels_is_refused_unopened(name: str, made) -> None:  # type: ignore[no-untyped-def]
    assert inspect(name, made(8000, 6000))
    assert "10001 × 10000" in refusal(name, made(10001, 10000))
    assert "hỏng" in refusal(name, made(0, 5) if name != "a.webp" else made()[:-2])
    assert "hỏng" in refusal(name, made()[:20])


def test_the_two_plain_forms_of_webp_are_measured() -> None:
    lossy = b"WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 16000, 16000)
    lossless = b"WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 15999 | 15999 << 14) + bytes(8)
    for body in (lossy, lossless):
        assert "16000 × 16000" in refusal("a.webp", b"RIFF" + struct.pack("<I", len(body)) + body)


def test_every_page_of_a_tiff_is_measured_and_a_circle_of_pages_ends() -> None:
    assert inspect("a.tif", tiff((4, 3), (8000, 6000)))
    assert "10001 × 10000" in refusal("a.tif", tiff((4, 3), (10001, 10000)))
    assert "hỏng" in refusal("a.tif", tiff(turns_back=True))
    assert "hỏng" in refusal("a.tif", tiff()[:20])
    assert "hỏng" in refusal("a.tif", tiff(*[(4, 3)] * 301))
