import struct
import time
import unicodedata
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.documents.guard import MAX_BYTES, FileRefused, Kind, inspect, safe_name
from tests.documents.made_files import (
    excel,
    jpeg,
    lying,
    pdf,
    plain_pdf,
    png,
    related,
    repacked,
    webp,
    word,
)

DIRECTIVE = "Giao Sở Xây dựng chủ trì, hoàn thành trước ngày 30/6/2022."
WORD = word(DIRECTIVE)
EXCEL = excel(("Số", "Nội dung", "Hạn"), (1, DIRECTIVE, "30/6/2022"))
PDF = pdf(DIRECTIVE)
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        inspect(name, content)
    return str(refused.value)


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
    ],
)
def test_a_clerk_s_ordinary_files_are_kept_from_memory_and_from_disk(
    name: str, content: bytes, kind: Kind, tmp_path: Path
) -> None:
    assert inspect(name, content) is kind
    kept = tmp_path / "tep"
    kept.write_bytes(content)
    assert inspect(name, kept) is kind


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "png", "jpg", "webp"])
def test_a_web_page_under_another_name_is_refused(kind: str) -> None:
    page = b"<html><script>alert(1)</script></html>"
    assert "không đúng với đuôi" in refusal(f"bao-cao.{kind}", page)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cu.doc", "hãy lưu lại thành .docx"),
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


# --- plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_from_any_vietnamese_editor_is_kept(encoding: str) -> None:
    assert inspect("a.txt", (DIRECTIVE * 3).encode(encoding)) is Kind.TXT


def test_windows_1258_is_kept_and_the_fonts_of_old_are_refused() -> None:
    tones_apart = "Uy\u0309 ban nhân dân quâ\u0323n"  # as Windows 98 stored it
    assert inspect("a.txt", tones_apart.encode("cp1258")) is Kind.TXT
    assert "UTF-8" in refusal(
        "a.txt", b"\xf1y ban nh\xa9n d\xa9n qu\xcbn, s\xe8 12, ng\xb5y \xae\xb9i"
    )


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00\x03" * 9, b"abc\x00def", b"\x89PNG\r\n\x1a\n", PDF]
)
def test_a_binary_called_txt_is_refused(content: bytes) -> None:
    refusal("a.txt", content)


@pytest.mark.parametrize("page", ["<!DOCTYPE html><p>", " <script>1</script>", "<svg onload=x>"])
def test_a_web_page_called_txt_is_refused(page: str) -> None:
    assert "trang web" in refusal("a.txt", page.encode())


# --- archives


def test_a_word_file_of_60_million_spaces_is_refused() -> None:
    bomb = repacked(WORD, {"word/big.xml": b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert "bung ra quá lớn" in refusal("a.docx", bomb)


def test_a_bomb_that_declares_a_small_size_is_refused() -> None:
    bomb = lying(repacked(WORD, {"word/big.xml": b" " * 60_000_000}), "word/big.xml", 1000)
    assert "bung ra quá lớn" in refusal("a.docx", bomb)


def test_a_part_shorter_than_it_says_is_refused() -> None:
    assert "hỏng" in refusal("a.docx", lying(WORD, "word/document.xml", 90_000))


def test_parts_that_share_their_bytes_are_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(WORD)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/a.xml", b"<a/>" * 50)
        twin = zipfile.ZipInfo("word/a.xml")
        first = new.getinfo("word/a.xml")
        for slot in ("header_offset", "CRC", "compress_size", "file_size"):
            setattr(twin, slot, getattr(first, slot))
        twin.filename = twin.orig_filename = "word/b.xml"
        new.filelist.append(twin)
    assert "bung ra quá lớn" in refusal("a.docx", stream.getvalue())


def test_an_archive_of_five_thousand_parts_is_refused() -> None:
    many = {f"word/p{number}.xml": b"" for number in range(5000)}
    assert "bung ra quá lớn" in refusal("a.docx", repacked(WORD, many))


@pytest.mark.parametrize(
    "name", ["../../etc/cron.d/x", "/etc/passwd", "C:/x.xml", "word\\x.xml", "word/../../x"]
)
def test_a_part_that_climbs_out_is_refused(name: str) -> None:
    climbing = repacked(WORD, {name.replace("\\", "|"): b"x"}).replace(
        name.replace("\\", "|").encode(), name.encode()
    )
    assert "đường dẫn bất thường" in refusal("a.docx", climbing)


def test_a_link_inside_the_archive_is_refused() -> None:
    link = zipfile.ZipInfo("word/link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert "đường dẫn bất thường" in refusal(
        "a.docx", repacked(WORD, also=lambda archive: archive.writestr(link, "/etc/passwd"))
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    assert "hỏng" in refusal("a.docx", repacked(WORD, {"word/document.xml": b"<a/>"}))
    assert "hỏng" in refusal("a.docx", repacked(WORD, {"Word/Document.xml": b"<a/>"}))


def test_a_locked_archive_is_refused_by_its_flag() -> None:
    at = WORD.index(b"PK\x01\x02")
    locked = WORD[: at + 8] + b"\x01" + WORD[at + 9 :]
    assert "mật khẩu" in refusal("a.docx", locked)


def test_bytes_before_or_after_the_archive_are_refused() -> None:
    assert "không đúng với đuôi" in refusal("a.docx", b"<script>" + WORD)
    assert "hỏng" in refusal("a.docx", WORD + b"<script>")
    assert "hỏng" in refusal("a.docx", WORD[: len(WORD) // 2])


def test_an_excel_file_called_docx_and_a_bare_archive_are_refused() -> None:
    assert "không phải .docx" in refusal("a.docx", EXCEL)
    assert "không phải .xlsx" in refusal("a.xlsx", WORD)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "hỏng" in refusal("a.docx", stream.getvalue())


def test_an_office_file_with_password_is_told_from_an_old_one() -> None:
    locked = COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert "tệp có mật khẩu" in refusal("a.docx", locked)
    assert "lưu lại thành .docx" in refusal("a.docx", COMPOUND + bytes(900))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/vbaProject.bin", "macro"),
        ("xl/macrosheets/sheet1.xml", "macro"),
        ("word/embeddings/oleObject1.bin", "đối tượng nhúng"),
        ("word/embeddings/Package.exe", "đối tượng nhúng"),
        ("word/activeX/activeX1.xml", "đối tượng nhúng"),
    ],
)
def test_macros_and_embedded_objects_are_refused(name: str, words: str) -> None:
    assert words in refusal("a.docx", repacked(WORD, {name: b"x"}))


def test_a_chart_s_own_workbook_is_no_reason_to_refuse() -> None:
    chart = repacked(WORD, {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": EXCEL})
    assert inspect("a.docx", chart) is Kind.DOCX


def test_a_macro_document_renamed_docx_is_refused_by_its_type() -> None:
    def macro(types: bytes) -> bytes:
        return types.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.m&#97;croEnabled.main+xml",
        )

    assert "macro" in refusal("a.docx", repacked(WORD, change={"[Content_Types].xml": macro}))


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("http://evil.example/t.dotm", False),
        ("file://server/share/t.dotm", False),
        ("\\\\server\\share\\t.dotm", False),
        ("file:///C:\\Users\\An\\Templates\\Normal.dotm", True),
    ],
)
def test_a_template_on_the_network_is_refused_and_one_on_the_writer_s_disk_is_not(
    target: str, kept: bool
) -> None:
    file = repacked(WORD, change={DOCUMENT_RELATIONS: related("attachedTemplate", target)})
    if kept:
        assert inspect("a.docx", file) is Kind.DOCX
    else:
        assert "mẫu ở nơi khác" in refusal("a.docx", file)


def test_a_link_to_a_web_page_is_kept_and_a_linked_object_is_not() -> None:
    page = repacked(WORD, change={DOCUMENT_RELATIONS: related("hyperlink", "https://a.vn")})
    assert inspect("a.docx", page) is Kind.DOCX
    linked = repacked(WORD, change={DOCUMENT_RELATIONS: related("oleObject", "file:///C:/a.xls")})
    assert "đối tượng nhúng" in refusal("a.docx", linked)


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" + b" " * 65_530 + b'<!ENTITY b SYSTEM "file:///etc/passwd"></a>',
        b"<w:instrText> DDEAUTO cmd</w:instrText>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?><a/>',
    ],
)
def test_entities_and_dde_are_refused_in_any_part(part: bytes) -> None:
    refusal("a.docx", repacked(WORD, {"word/x.xml": part}))


# --- PDF


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


# --- pictures


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


# --- names


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Công văn 12.docx", "Công văn 12.docx"),
        (unicodedata.normalize("NFD", "Ủy ban.pdf"), "Ủy ban.pdf"),
        ("C:\\Users\\An\\báo cáo.pdf", "báo cáo.pdf"),
        ("../../etc/passwd", "passwd"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ('a<b>"c?.txt', "a_b__c_.txt"),
        ("  .. ", "tep"),
        ("CON.txt", "tep_CON.txt"),
    ],
)
def test_a_name_is_made_harmless(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


def test_a_very_long_name_keeps_its_extension() -> None:
    kept = safe_name("ế" * 400 + ".docx")
    assert len(kept) == 150
    assert kept.endswith(".docx")


@given(st.text(max_size=300))
def test_no_name_keeps_a_path_an_unseen_letter_or_grows_on_a_second_wash(name: str) -> None:
    kept = safe_name(name)
    assert 0 < len(kept) <= 150
    assert not set(kept) & set('/\\<>:"|?*')
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs"} for letter in kept)
    assert safe_name(kept) == kept


# --- whatever comes, a kind or a refusal in words

GOOD = [
    ("a.docx", WORD), ("a.xlsx", EXCEL), ("a.pdf", PDF), ("a.txt", DIRECTIVE.encode("utf-16")),
    ("a.png", png()), ("a.jpg", jpeg()), ("a.webp", webp()),
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
