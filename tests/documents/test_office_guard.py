import random
import zipfile
from io import BytesIO

import pytest

from dondoc.documents.guard import Kind, inspect
from tests.documents.made_files import (
    lying,
    open_text,
    related,
    repacked,
)
from tests.documents.uploads import COMPOUND, EXCEL, WORD, refusal

DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"


def test_a_word_file_of_60_million_spaces_is_refused() -> None:
    bomb = repacked(WORD, {"word/big.xml": b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert "bung ra quá lớn" in refusal("a.docx", bomb)


def test_a_bomb_that_declares_a_small_size_is_refused() -> None:
    bomb = lying(repacked(WORD, {"word/big.xml": b" " * 60_000_000}), "word/big.xml", 1000)
    assert "bung ra quá lớn" in refusal("a.docx", bomb)


def test_two_hundred_million_bytes_are_refused_however_little_they_are_packed() -> None:
    noise = random.Random(1).randbytes(3_000_000)
    large = lying(repacked(WORD, {"word/media/a.png": noise}), "word/media/a.png", 200_000_000)
    assert "bung ra quá lớn" in refusal("a.docx", large)


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
    assert "hỏng" in refusal("a.docx", b"PK\x03\x04<script>" + WORD)
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


def test_relations_nested_a_hundred_thousand_deep_do_no_harm() -> None:
    deep = b"<a>" * 140_000 + b"</a>" * 140_000
    assert inspect("a.docx", repacked(WORD, {"word/_rels/x.xml.rels": deep})) is Kind.DOCX
    broken = repacked(WORD, {"word/_rels/x.xml.rels": b"<a>" * 300_000})
    assert "hỏng" in refusal("a.docx", broken)


def test_an_older_word_file_with_macros_programs_or_a_password_is_refused() -> None:
    def doc(*names: str) -> bytes:
        return COMPOUND + "".join(("WordDocument", *names)).encode("utf-16-le")

    assert inspect("a.doc", doc()) is Kind.DOC
    assert "macro" in refusal("a.doc", doc("_VBA_PROJECT"))
    assert "đối tượng nhúng" in refusal("a.doc", doc("Ole10Native"))
    assert "mật khẩu" in refusal("a.doc", doc("EncryptedPackage"))
    assert "không phải .doc" in refusal("a.doc", COMPOUND)


def test_an_open_document_with_macros_a_password_or_entities_is_refused() -> None:
    assert inspect("a.odt", open_text()) is Kind.ODT
    assert "macro" in refusal("a.odt", open_text(Basic__a=b"x"))
    locked = {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    assert "mật khẩu" in refusal("a.odt", open_text(**locked))
    assert "tự chạy" in refusal("a.odt", open_text(**{"content.xml": b"<!DOCTYPE a>"}))
    assert "hỏng" in refusal("a.odt", open_text(mimetype=b"application/zip"))
    assert "hỏng" in refusal("a.odt", WORD)
