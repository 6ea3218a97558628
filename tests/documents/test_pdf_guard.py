import time
import zlib

import pytest

from dondoc.documents.guard import Kind, inspect
from tests.documents.made_files import (
    plain_pdf,
)
from tests.documents.uploads import PDF, refusal


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ("<< /S /JavaScript /JS (app.alert(1)) >>", "mã tự chạy"),
        ("<< /S /J#61vaScript >>", "mã tự chạy"),
        ("<< /JS 4 0 R >>", "mã tự chạy"),
        ("<< /S /Launch /F (cmd.exe) >>", "mã tự chạy"),
        ("<< /Names << /EmbeddedFiles 4 0 R >> >>", "tệp khác đính kèm"),
        ("<< /Subtype /FileAttachment >>", "tệp khác đính kèm"),
    ],
)
def test_a_pdf_that_runs_or_carries_something_is_refused(made: str, words: str) -> None:
    assert inspect("a.pdf", plain_pdf("<< >>")) is Kind.PDF
    assert words in refusal("a.pdf", plain_pdf(made))


def objects(packed: bytes, told: str = "/Filter /FlateDecode") -> bytes:
    """A PDF with one stream of packed objects."""
    heading = f"<< /Type /ObjStm /N 1 /First 4 {told} >>"
    return plain_pdf(f"{heading}\nstream\n{packed.decode('latin-1')}\nendstream")


SCRIPT = b"4 0 << /S /Java#53cript /JS (x) >>"


def test_a_script_in_a_compressed_object_is_found() -> None:
    assert inspect("a.pdf", objects(zlib.compress(b"4 0 << /Type /Page >>"))) is Kind.PDF
    assert "mã tự chạy" in refusal("a.pdf", objects(zlib.compress(SCRIPT)))
    far = objects(zlib.compress(SCRIPT), "/Filter /FlateDecode /Pad (" + "x" * 5000 + ")")
    assert "mã tự chạy" in refusal("a.pdf", far)


def test_a_script_behind_a_false_end_of_stream_is_found() -> None:
    open_packing = zlib.compress(b"4 0 (endstream) " + SCRIPT, level=0)
    assert b"endstream" in open_packing
    assert "mã tự chạy" in refusal("a.pdf", objects(open_packing))


@pytest.mark.parametrize("told", ["/Filter [/AHx /Fl]", "/Filter /LZWDecode", "/Fl /Predictor 12"])
def test_objects_packed_in_an_odd_way_are_refused(told: str) -> None:
    assert "cấu trúc bất thường" in refusal("a.pdf", objects(zlib.compress(b"4 0 <<>>"), told))
    assert "cấu trúc bất thường" in refusal("a.pdf", objects(b"no zlib at all"))


def test_a_pdf_bomb_of_objects_is_refused() -> None:
    assert "bung ra quá lớn" in refusal("a.pdf", objects(zlib.compress(b" " * 70_000_000)))


def test_a_million_open_streams_are_judged_in_a_second() -> None:
    begun = time.perf_counter()
    inspect("a.pdf", b"%PDF-1.7\n" + b"stream\n" * 1_000_000 + b"%%EOF")
    assert time.perf_counter() - begun < 2


def test_a_locked_pdf_and_a_cut_one_are_refused() -> None:
    locked = plain_pdf("<< /Filter /Standard /V 2 >>", trailer="/Encrypt 3 0 R")
    assert "mật khẩu" in refusal("a.pdf", locked)
    assert "thiếu phần cuối" in refusal("a.pdf", PDF[: len(PDF) // 2])
