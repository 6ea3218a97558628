"""Long documents and scans: handed in, read behind one's back, looked over, taken in or away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.config.works import WORKS
from dondoc.documents import actions
from dondoc.documents.models import Document, DocumentPage, HandIn, StoredFile
from dondoc.documents.queries import READ_HAND_IN
from dondoc.documents.sweeping import sweep_hand_ins
from dondoc.jobs import queue
from dondoc.jobs.models import Job
from dondoc.jobs.worker import work_off
from dondoc.journal.models import Entry
from dondoc.tasks.secrecy import words_by_number
from dondoc.workflow import NotNow, NotPermitted
from tests.cast import Cast
from tests.documents.made_files import excel, pdf, png, word
from tests.tasks.dispatches import DISPATCH, SECRET

As = Callable[[Officer], Client]
HEAD = {
    "type": "dispatch", "urgency": "normal", "number": "815/UBND-KSTT", "issued_on": "2022-03-14",
    "issuer": "UBND thành phố Đà Nẵng", "subject": "quản lý trật tự xây dựng",
}  # fmt: skip
PAGES = 31


def long_pdf(text: str) -> bytes:
    """A text layer of so many pages that nobody waits for it."""
    paragraphs = [line.replace("#", "\\#") for line in text.split("\n") if line.strip()]
    rest = "#pagebreak() Phụ lục kèm theo công văn, bảng số liệu chi tiết.\n" * (PAGES - 1)
    return pdf("\n\n".join(paragraphs) + "\n" + rest)


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path, cast: Cast) -> Path:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass
    return tmp_path


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    return as_officer(cast.binh)


def hand_in(client: Client, name: str, content: bytes) -> str:
    """The address of the page it leads to."""
    said = {"file": SimpleUploadedFile(name, content)}
    answer: Any = client.post("/documents/register/", said)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def work() -> None:
    """The hands do what waits."""
    while work_off(WORKS, Event()):
        pass


def words(answer: Any) -> str:
    return str(answer.content.decode())


def lying_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_long_document_is_read_meanwhile_and_then_checked_and_taken_in(binh: Client) -> None:
    there = hand_in(binh, "cv815.pdf", long_pdf(DISPATCH))
    assert "Đang chờ đến lượt đọc" in words(binh.get(there))
    assert "cv815.pdf" in words(binh.get("/documents/register/")), "it can be come back to"
    work()
    assert binh.get(there, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    page = words(binh.get(there))
    for said in ("815/UBND-KSTT", "2022-03-14", "4 nội dung giao việc", f"{PAGES} trang"):
        assert said in page
    assert "chờ bạn kiểm tra" in words(binh.get("/documents/"))
    answer = binh.post(there, HEAD)
    document = Document.objects.get()
    assert answer.headers["Location"] == f"/documents/{document.pk}/intake/?read=1"  # type: ignore[attr-defined]
    assert document.original == StoredFile.objects.get()
    assert document.pages.count() == PAGES
    first = document.pages.get(number=1)
    assert "815/UBND-KSTT" in document.text[first.start : first.end]
    assert HandIn.objects.get().document == document
    assert not Job.objects.exists()
    assert binh.get(there).headers["Location"] == f"/documents/{document.pk}/"  # type: ignore[attr-defined]


def test_how_far_the_reading_is_stands_on_the_page(binh: Client) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    Job.objects.update(done=2, total=12)
    page = words(binh.get(there))
    assert "Đang đọc trang 3/12" in page
    assert 'aria-valuenow="16"' in page
    assert "Đang đọc trang 3/12" in words(binh.get("/documents/register/"))


def test_what_cannot_be_read_is_said_with_its_cure_and_taken_in_by_hand(
    binh: Client, folders: Path, django_capture_on_commit_callbacks: Any
) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    for path in (folders / "spool").glob("*"):
        if path.suffix != ".name":
            path.write_bytes(b"%PDF-1.7 hong")
    work()
    page = words(binh.get(there))
    assert "Vẫn vào sổ được kèm tệp: hãy nhập tay" in page
    assert "Đọc lại" in page
    assert "Không đọc được, nhập tay" in words(binh.get("/documents/"))
    with django_capture_on_commit_callbacks(execute=True):
        binh.post(there, HEAD)
    document = Document.objects.get()
    assert (document.text, document.original and document.original.name) == ("", "cv.pdf")
    assert not lying_in(folders / "spool")


def test_a_reading_that_cannot_be_written_leaves_the_file_for_the_next(
    binh: Client, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    with monkeypatch.context() as broken:
        broken.setattr(Entry, "write", None)
        work()
    assert HandIn.objects.get().state == "reading"
    assert len(lying_in(folders / "spool")) == 2
    Job.objects.update(not_before=HandIn.objects.get().handed_in_at)
    work()
    assert "815/UBND-KSTT" in words(binh.get(there))


def test_what_has_no_pages_to_show_is_not_shown_as_a_picture_when_it_cannot_be_read(
    binh: Client,
) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    HandIn.objects.update(state="failed", failure="Chưa cài LibreOffice.")
    assert "Hình các trang" in words(binh.get(there))
    HandIn.objects.update(kind="doc")
    assert "Hình các trang" not in words(binh.get(there))


def test_it_is_read_again_when_what_was_in_the_way_is_gone(binh: Client) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    HandIn.objects.update(state="failed", failure="Chưa cài tesseract.")
    queue.forget(READ_HAND_IN, HandIn.objects.get().pk)
    binh.post(f"{there}read_again/")
    assert HandIn.objects.get().state == "reading"
    work()
    assert "815/UBND-KSTT" in words(binh.get(there))


def test_what_is_dropped_leaves_nothing_and_is_not_read(binh: Client, folders: Path) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    binh.post(f"{there}drop/")
    assert not Job.objects.exists()
    assert not lying_in(folders)
    assert binh.get(there, follow=True).redirect_chain == [("/documents/register/", 302)]
    there = hand_in(binh, "cv.txt", DISPATCH.encode())
    binh.post(f"{there}drop/")
    assert not lying_in(folders)
    assert not StoredFile.objects.exists()


def test_what_is_dropped_keeps_the_same_file_of_another_document(
    binh: Client, folders: Path
) -> None:
    there = hand_in(binh, "một.txt", DISPATCH.encode())
    binh.post(there, HEAD)
    binh.post(hand_in(binh, "hai.txt", DISPATCH.encode()) + "drop/")
    assert len(lying_in(folders)) == 1
    assert StoredFile.objects.get().name == "một.txt"


def test_what_was_dropped_while_it_was_read_is_not_written(binh: Client) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    pk = HandIn.objects.get().pk
    write = WORKS[0].do(pk, lambda done, total: None)
    binh.post(f"{there}drop/")
    write(HandIn.objects.get().handed_in_at)
    assert (HandIn.objects.get().state, HandIn.objects.get().text) == ("dropped", "")


def test_a_week_later_the_forgotten_are_swept(binh: Client, folders: Path, at: datetime) -> None:
    hand_in(binh, "đọc dở.pdf", long_pdf(DISPATCH))
    hand_in(binh, "đọc xong.txt", DISPATCH.encode())
    assert sweep_hand_ins(at + timedelta(days=6)) == 0
    assert sweep_hand_ins(at + timedelta(days=8)) == 2
    assert set(HandIn.objects.values_list("state", flat=True)) == {"dropped"}
    assert not lying_in(folders)


def test_a_file_whose_deed_never_came_about_is_swept_too(folders: Path, at: datetime) -> None:
    import os

    from dondoc.documents import spool

    lost, fresh = spool.put("mất.pdf", b"mot"), spool.put("vừa xong.pdf", b"hai")
    for path in lying_in(folders / "spool"):
        if path.name.startswith(lost):
            os.utime(path, (1, 1))
    assert sweep_hand_ins(at) == 1
    assert spool.name_of(fresh) == "vừa xong.pdf"
    assert spool.name_of(lost) == ""


def test_a_state_secret_found_by_the_reader_is_nowhere_but_in_its_number(
    binh: Client, folders: Path
) -> None:
    there = hand_in(binh, "KH tuyệt mật.pdf", long_pdf(SECRET))
    work()
    assert not lying_in(folders)
    form = words(binh.get(there, follow=True))
    assert "đã được xóa khỏi hệ thống" in form
    assert "815/UBND-KSTT" in form
    assert "trật tự xây dựng" not in form
    number = {k: HEAD[k] for k in ("type", "urgency", "number", "issued_on", "issuer")}
    pk = HandIn.objects.get().pk
    binh.post("/documents/register/number/", {**number, "hand_in": pk})
    document = Document.objects.get()
    assert (document.number_only, document.text, document.original) == (True, "", None)
    assert HandIn.objects.get().state == "registered"
    assert not DocumentPage.objects.exists()
    told = "".join(f"{e.said}{e.now}{e.was}" for e in Entry.objects.all())
    assert "tuyệt mật" not in told
    assert "trật tự xây dựng" not in told


def test_who_sees_that_it_is_a_secret_says_so_and_nothing_stays(
    binh: Client, folders: Path
) -> None:
    there = hand_in(binh, "cv815.txt", DISPATCH.encode())
    assert lying_in(folders)
    answer = binh.post(f"{there}turn_away/", follow=True)
    assert "815/UBND-KSTT" in words(answer)
    assert not lying_in(folders)
    mine = HandIn.objects.get()
    assert (mine.state, mine.text, mine.pages, mine.original) == ("secret", "", [], None)
    assert not StoredFile.objects.exists()
    assert binh.post(there, HEAD, follow=True).status_code == 200
    assert not Document.objects.exists(), "it can no longer be taken in with its words"


def test_a_secret_pasted_for_a_file_that_could_not_be_read_takes_the_file_along(
    binh: Client, folders: Path
) -> None:
    there = hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    HandIn.objects.update(state="failed", failure="Chưa cài tesseract.")
    binh.post(there, {**HEAD, "text": SECRET})
    assert HandIn.objects.get().state == "secret"
    assert not lying_in(folders)
    assert not Document.objects.exists()


def test_a_task_is_given_by_the_number_of_a_secret_alone(binh: Client, cast: Cast) -> None:
    number = {k: HEAD[k] for k in ("type", "urgency", "number", "issued_on", "issuer")}
    binh.post("/documents/register/number/", number)
    document = Document.objects.get()
    assert f"/documents/{document.pk}/intake/" in words(binh.get(f"/documents/{document.pk}/"))
    said = {"leads": [cast.construction.pk], "due_on": "2022-04-15"}
    add = f"/documents/{document.pk}/intake/add/"
    told = words(binh.post(add, {**said, "content": "Lập phương án tác chiến"}))
    assert "không ghi nội dung vào hệ thống" in told
    binh.post(add, {**said, "content": words_by_number(document)})
    proposal = document.proposals.get()  # type: ignore[attr-defined]
    binh.post(f"/documents/{document.pk}/intake/{proposal.pk}/confirm/")
    assert "Thực hiện văn bản mật số 815/UBND-KSTT" in words(binh.get(f"/documents/{document.pk}/"))


def test_the_lists_ask_a_bounded_number_of_questions(
    binh: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        hand_in(binh, f"{number}.txt", DISPATCH.encode())
    with django_assert_max_num_queries(18):
        assert "11.txt" in words(binh.get("/documents/"))


def test_a_file_without_words_is_taken_in_with_words_that_are_pasted(binh: Client) -> None:
    there = hand_in(binh, "trống.docx", word())
    assert 'name="text"' in words(binh.get(there))
    binh.post(there, {**HEAD, "text": DISPATCH})
    document = Document.objects.get()
    assert document.text == DISPATCH.strip("\n")
    assert document.original == StoredFile.objects.get()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("hỏng.pdf", b"%PDF-1.7\nhong het\n%%EOF", "tệp bị hỏng"),
        ("rỗng.pdf", b"", "rỗng"),
        ("đổi tên.pdf", png(), "không đúng với đuôi"),
        ("đổi tên.png", b"%PDF-1.7\n%%EOF", "không đúng với đuôi"),
        ("quá lớn.png", png(20_000, 20_000), "Ảnh quá lớn"),
        ("cụt.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 400, "bị hỏng"),
        ("bảng.xlsx", excel(("a", "b")), "Bảng tính không phải văn bản"),
    ],
)
def test_what_is_no_paper_is_refused_in_words_and_leaves_nothing(
    binh: Client, folders: Path, name: str, content: bytes, told: str
) -> None:
    answer = binh.post("/documents/register/", {"file": SimpleUploadedFile(name, content)})
    assert told in words(answer)
    assert not HandIn.objects.exists()
    assert not lying_in(folders)


def test_a_picture_that_cannot_be_opened_is_told_and_may_be_taken_in_by_hand(
    binh: Client,
) -> None:
    there = hand_in(binh, "ảnh.png", png(2000, 2000))
    work()
    page = words(binh.get(there))
    assert "Vẫn vào sổ được kèm tệp" in page or "Kiểm tra trước khi vào sổ" in page
    binh.post(there, HEAD)
    assert Document.objects.get().original == StoredFile.objects.get()


def test_the_house_ends_a_reading_and_only_its_person_gives_it_up(
    binh: Client, cast: Cast, at: datetime
) -> None:
    hand_in(binh, "cv.pdf", long_pdf(DISPATCH))
    mine = HandIn.objects.get()
    nothing = actions.Found("", [], [])
    with pytest.raises(NotPermitted):
        actions.finish_reading(mine, by=cast.binh, at=at, found=nothing)
    with pytest.raises(NotPermitted):
        actions.fail_reading(mine, by=cast.binh, at=at, why="không muốn")
    for deed, said in (
        (actions.drop_hand_in, {}),
        (actions.turn_away, {"number": actions.NumberAlone({})}),
    ):
        with pytest.raises(NotPermitted):
            deed(mine, by=cast.lan, at=at, **said)
    actions.drop_hand_in(mine, by=cast.binh, at=at)
    with pytest.raises(NotNow):
        actions.read_again(mine, by=cast.binh, at=at)
