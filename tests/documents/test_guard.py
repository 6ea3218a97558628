from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.documents.guard import MAX_BYTES, FileRefused, Kind, inspect
from tests.documents.made_files import (
    jpeg,
    open_text,
    png,
    tiff,
    webp,
)
from tests.documents.uploads import COMPOUND, DIRECTIVE, EXCEL, PDF, WORD, refusal


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("ý kiến.txt", DIRECTIVE.encode(), Kind.TXT),
        ("Công văn.DOCX", WORD, Kind.DOCX),
        ("cv.pdf", PDF, Kind.PDF),
        ("bang.xlsx", EXCEL, Kind.XLSX),
        ("anh.png", png(), Kind.PNG),
        ("anh.jpg", jpeg(), Kind.JPEG),
        ("anh.jpeg", jpeg(), Kind.JPEG),
        ("anh.webp", webp(), Kind.WEBP),
        ("quet.tif", tiff(), Kind.TIFF),
        ("cu.doc", COMPOUND + "WordDocument".encode("utf-16-le"), Kind.DOC),
        ("mo.odt", open_text(), Kind.ODT),
    ],
)
def test_a_clerk_s_ordinary_files_are_kept_from_memory_and_from_disk(
    name: str, content: bytes, kind: Kind, tmp_path: Path
) -> None:
    assert inspect(name, content) is kind
    kept = tmp_path / "tep"
    kept.write_bytes(content)
    assert inspect(name, kept) is kind


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "png", "jpg", "webp", "tif", "doc", "odt"])
def test_a_web_page_under_another_name_is_refused(kind: str) -> None:
    page = b"<html><script>alert(1)</script></html>"
    assert "không đúng với đuôi" in refusal(f"bao-cao.{kind}", page)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cu.rtf", "hãy lưu lại thành .docx"),
        ("cu.doc", "không đúng với đuôi .doc"),
        ("cu.xls", "hãy lưu lại thành .xlsx"),
        ("a.docm", "macro"),
        ("a.pdf.exe", "không được nhận"),
        ("a.svg", "không được nhận"),
        ("khong-duoi", "không được nhận"),
        ("cv\u202efdp.exe", "không được nhận"),
    ],
)
def test_a_kind_not_on_the_list_is_refused_with_its_cure(name: str, words: str) -> None:
    assert words in refusal(name, WORD)


def test_an_empty_file_and_a_too_large_one_are_refused(tmp_path: Path) -> None:
    assert "rỗng" in refusal("a.txt", b"")
    assert inspect("a.jpg", jpeg() + bytes(MAX_BYTES - len(jpeg()))) is Kind.JPEG
    assert "25 MB" in refusal("a.jpg", jpeg() + bytes(MAX_BYTES))
    assert "10 MB" in refusal("a.txt", b"a" * (10 * 1024**2 + 1))
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(FileRefused, match="25 MB"):
        inspect("a.pdf", huge)


GOOD = [
    ("a.docx", WORD), ("a.xlsx", EXCEL), ("a.pdf", PDF), ("a.txt", DIRECTIVE.encode("utf-16")),
    ("a.png", png()), ("a.jpg", jpeg()), ("a.webp", webp()), ("a.tif", tiff()),
    ("a.odt", open_text()),
]  # fmt: skip
BEGINNINGS = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", COMPOUND]


def kind_or_words(name: str, content: bytes) -> None:
    try:
        outcome: Kind | str = inspect(name, content)
    except FileRefused as refused:
        outcome = str(refused)
    assert isinstance(outcome, Kind) or len(outcome) > 20


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([name for name, _ in GOOD]), st.sampled_from(BEGINNINGS), st.binary())
def test_random_bytes_are_a_kind_or_refused(name: str, beginning: bytes, rest: bytes) -> None:
    kind_or_words(name, beginning + rest)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(GOOD),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6),
    st.integers(0, 40),
)
def test_good_files_gone_bad_are_a_kind_or_refused(
    good: tuple[str, bytes], scratches: list[tuple[float, bytes]], cut: int
) -> None:
    name, content = good
    spoiled = bytearray(content)
    for place, scratch in scratches:
        at = int(place * len(spoiled))
        spoiled[at : at + len(scratch)] = scratch
    kind_or_words(name, bytes(spoiled[: len(spoiled) - cut]))
