"""Through the browser's door: a document is handed in, looked over, taken in, found again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.documents.models import Document, HandIn, StoredFile
from tests.cast import Cast
from tests.documents.made_files import word
from tests.tasks.dispatches import DISPATCH, SECRET

As = Callable[[Officer], Client]
HEAD = {
    "type": "dispatch", "urgency": "normal", "number": "815/UBND-KSTT", "issued_on": "2022-03-14",
    "issuer": "UBND thành phố Đà Nẵng", "subject": "quản lý trật tự xây dựng",
    "signer_name": "Lê Nam", "addressees": "Các sở, ban, ngành\nUBND các quận, huyện",
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path, cast: Cast) -> Path:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass
    return settings.FILES  # type: ignore[no-any-return]


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    return as_officer(cast.binh)


def hand_in(client: Client, **said: Any) -> Any:
    """A paste is shown to be checked at once, a file on a page of its own."""
    return client.post("/documents/register/", said, follow=True)


def own_page() -> str:
    return f"/documents/handed_in/{HandIn.objects.get().pk}/"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_pasted_dispatch_is_read_and_nothing_is_kept_before_it_is_checked(binh: Client) -> None:
    page = words(hand_in(binh, text=DISPATCH))
    for said in ("815/UBND-KSTT", "2022-03-14", "Lê Nam", "4 nội dung giao việc"):
        assert said in page
    assert not Document.objects.exists()


def test_what_was_checked_goes_into_the_register(binh: Client, cast: Cast) -> None:
    answer = binh.post(
        "/documents/register/check/", {**HEAD, "text": DISPATCH.replace("\n", "\r\n")}
    )
    document = Document.objects.get()
    assert answer.headers["Location"] == f"/documents/{document.pk}/intake/?read=1"
    assert (document.committee, document.issuer_agency) == (cast.city, cast.city)
    assert document.addressees == ["Các sở, ban, ngành", "UBND các quận, huyện"]
    assert document.text == DISPATCH.strip("\n")


def test_a_file_is_kept_byte_for_byte_and_its_own_words_go_into_the_register(
    binh: Client, folder: Path
) -> None:
    content = DISPATCH.encode()
    page = words(hand_in(binh, file=upload("cv815.txt", content)))
    stored = StoredFile.objects.get()
    assert "Tệp cv815.txt đã giữ nguyên" in page
    assert (folder / stored.sha256[:2] / stored.sha256).read_bytes() == content
    binh.post(own_page(), {**HEAD, "text": "lời khác"})
    document = Document.objects.get()
    assert document.text.startswith("ỦY BAN NHÂN DÂN")
    detail = words(binh.get(f"/documents/{document.pk}/"))
    assert stored.sha256 in detail
    assert f"/files/{stored.pk}/" in detail
    assert HandIn.objects.get().text == "", "the document has it now"


def test_a_file_somebody_else_handed_in_is_not_there(
    binh: Client, cast: Cast, as_officer: As
) -> None:
    hand_in(as_officer(cast.lan), file=upload("cv.txt", DISPATCH.encode()))
    for verb in ("", "turn_away/", "read_again/", "drop/"):
        assert binh.post(own_page() + verb, HEAD).status_code == 404
    for page in (own_page(), own_page() + "pages/1.png"):
        assert binh.get(page).status_code == 404
    HandIn.objects.update(state="secret")
    others = f"/documents/register/number/?hand_in={HandIn.objects.get().pk}"
    assert binh.get(others).status_code == 404
    assert "cv.txt" not in words(binh.get("/documents/"))
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Hãy chọn một tệp, hoặc dán nội dung"),
        ({"text": "   \n\t "}, "Hãy chọn một tệp, hoặc dán nội dung"),
        ({"text": "a" * 1_200_000}, "quá mức 1 triệu"),
        ({"text": "\x01\x02PNG\x7f rác"}, "không phải văn bản"),
        ({"text": "<html><script>alert(1)</script>"}, "không phải văn bản"),
    ],
)
def test_bad_pastes_are_refused_in_words(binh: Client, said: dict[str, str], told: str) -> None:
    assert told in words(hand_in(binh, **said))
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cv.txt", b"", "rỗng"),
        ("cv.docx", b"PK\x03\x04 hong", "Hãy"),
        ("cv.exe", b"MZ", "không được nhận"),
        ("cv.docm", b"PK\x03\x04", "macro"),
        ("anh.png", b"khong phai anh", "không đúng với đuôi"),
    ],
)
def test_bad_files_are_refused_in_words_and_never_kept(
    binh: Client, name: str, content: bytes, told: str
) -> None:
    assert told in words(hand_in(binh, file=upload(name, content)))
    assert not StoredFile.objects.exists()


def test_a_paste_beyond_all_measure_is_told_so(binh: Client) -> None:
    answer = hand_in(binh, text="a" * 6_000_000)
    assert answer.status_code == 400
    assert "quá lớn" in words(answer)


def test_text_without_orders_is_told_and_may_still_be_taken_in(binh: Client) -> None:
    page = words(hand_in(binh, text="Kính mời dự họp vào chiều thứ Sáu."))
    assert "Không tìm thấy nội dung giao việc; hãy thêm bằng tay" in page
    assert "Không đọc thấy trong văn bản" in page


def test_a_word_file_is_read_like_a_paste(binh: Client) -> None:
    content = word(*DISPATCH.split("\n"))
    page = words(hand_in(binh, file=upload("cv815.docx", content)))
    assert "815/UBND-KSTT" in page
    assert "4 nội dung giao việc" in page


@pytest.mark.parametrize("as_file", [False, True])
def test_a_state_secret_is_not_kept_only_its_number(binh: Client, as_file: bool) -> None:
    said = {"file": upload("mat.txt", SECRET.encode())} if as_file else {"text": SECRET}
    answer = hand_in(binh, **said)
    assert answer.status_code == 422
    assert "Không đưa nội dung bí mật nhà nước" in words(answer)
    assert "trật tự xây dựng" not in words(answer)
    assert not StoredFile.objects.exists()
    number = {k: HEAD[k] for k in ("type", "urgency", "number", "issued_on", "issuer")}
    binh.post("/documents/register/number/", number)
    document = Document.objects.get()
    assert (document.number_only, document.text, document.subject) == (True, "", "")


def test_what_is_pasted_is_not_left_on_the_machine_before_it_is_known_to_be_no_secret(
    binh: Client,
) -> None:
    for page in ("/documents/register/", "/documents/register/check/"):
        assert 'data-keep="' not in words(binh.get(page))


def test_a_secret_mark_put_in_while_checking_is_turned_away(binh: Client) -> None:
    answer = binh.post("/documents/register/check/", {**HEAD, "text": SECRET})
    assert answer.status_code == 422
    assert not Document.objects.exists()


def test_the_same_paper_twice_is_asked_about_first(binh: Client) -> None:
    binh.post("/documents/register/check/", {**HEAD, "text": DISPATCH})
    twin = Document.objects.get()
    assert f"/documents/{twin.pk}/" in words(hand_in(binh, text=DISPATCH))
    again = {**HEAD, "text": DISPATCH}
    refused = words(binh.post("/documents/register/check/", again))
    assert "Sổ đã có văn bản cùng số" in refused
    assert "rà soát quy hoạch khu vực Hòa Khánh" in refused, "không mất nội dung đã nhập"
    assert Document.objects.count() == 1
    binh.post("/documents/register/check/", {**again, "anyway": "on"})
    assert Document.objects.count() == 2


def test_the_same_form_sent_twice_counts_once(binh: Client) -> None:
    once = {**HEAD, "text": DISPATCH, "idempotency_key": "mot-lan-thoi-12345"}
    binh.post("/documents/register/check/", once)
    binh.post("/documents/register/check/", {**once, "anyway": "on"})
    assert Document.objects.count() == 1


def test_the_clerk_registers_by_hand(cast: Cast, as_officer: As) -> None:
    clerk = as_officer(cast.seat(cast.office, "clerk", "Văn thư", "Lý Sen"))
    assert clerk.get("/documents/register/check/").status_code == 200
    answer = clerk.post("/documents/register/check/", HEAD)
    assert answer.headers["Location"] == f"/documents/{Document.objects.get().pk}/"


def test_a_wrong_item_is_corrected(binh: Client) -> None:
    binh.post("/documents/register/check/", HEAD)
    pk = Document.objects.get().pk
    binh.post(f"/documents/{pk}/correct/", {**HEAD, "number": "816/UBND-KSTT"})
    page = words(binh.get(f"/documents/{pk}/"))
    assert "815/UBND-KSTT → 816/UBND-KSTT" in page


def test_the_register_is_searched_and_filtered(binh: Client) -> None:
    binh.post("/documents/register/check/", HEAD)
    for query, there in (
        ("q=trat tu", True), ("q=TRẬT TỰ", True), ("q=khác hẳn", False), ("type=plan", False),
        ("year=2022&state=registered", True), ("year=2021", False), ("year=abc&type=zzz", True),
    ):  # fmt: skip
        assert ("815/UBND-KSTT" in words(binh.get(f"/documents/?{query}"))) is there, query


def test_strangers_find_nothing(cast: Cast, binh: Client, as_officer: As) -> None:
    binh.post("/documents/register/check/", HEAD)
    pk = Document.objects.get().pk
    hoa = as_officer(cast.hoa)
    assert "815/UBND-KSTT" not in words(hoa.get("/documents/"))
    for page in ("", "correct/", "intake/"):
        assert hoa.get(f"/documents/{pk}/{page}").status_code == 404
    auditor = as_officer(cast.dung)
    assert auditor.get(f"/documents/{pk}/").status_code == 200
    assert auditor.get(f"/documents/{pk}/correct/").status_code == 404
    assert auditor.get("/documents/register/").status_code == 404


def test_the_register_asks_a_bounded_number_of_questions(
    cast: Cast, binh: Client, at: datetime, django_assert_max_num_queries: Any
) -> None:
    from dondoc.documents import actions

    for number in range(30):
        head = {"number": f"{number}/UBND", "issuer": "UBND"}
        actions.register(cast.city, by=cast.binh, at=at, letterhead=head)
    with django_assert_max_num_queries(17):
        page = words(binh.get("/documents/"))
    assert "1–25 trong 30 văn bản" in page
