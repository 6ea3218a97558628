"""Pages of a document: pictures for those who may see it, words that were read, slips put right."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.config.works import WORKS
from dondoc.documents import actions, shifts
from dondoc.documents.actions import Mended
from dondoc.documents.models import Document, DocumentPage, HandIn
from dondoc.documents.offsets import Shift
from dondoc.documents.queries import pages_of
from dondoc.jobs.worker import work_off
from dondoc.journal.models import Entry
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast
from tests.documents import scans
from tests.documents.made_files import pdf
from tests.documents.test_scans import needs_tesseract
from tests.tasks.dispatches import DISPATCH, SECRET

As = Callable[[Officer], Client]
HEAD = {
    "type": "dispatch", "urgency": "normal", "number": "815/UBND-KSTT", "issued_on": "2022-03-14",
    "issuer": "UBND thành phố Đà Nẵng", "subject": "quản lý trật tự xây dựng",
}  # fmt: skip
TWO_PAGES = "\n\n".join(line for line in DISPATCH.split("\n") if line) + "\n#pagebreak()\nPhụ lục."


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path, cast: Cast) -> None:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    return as_officer(cast.binh)


def hand_in(client: Client, name: str, content: bytes) -> str:
    said = {"file": SimpleUploadedFile(name, content)}
    answer: Any = client.post("/documents/register/", said)
    return str(answer.headers["Location"])


@pytest.fixture
def document(binh: Client) -> Document:
    """A dispatch of two pages with a text layer, taken in from its file."""
    binh.post(hand_in(binh, "cv815.pdf", pdf(TWO_PAGES)), HEAD)
    return Document.objects.get()


def words(answer: Any) -> str:
    return str(answer.content.decode())


def row_of(document: Document, printed: str) -> list[Any]:
    """The kept place of a printed word."""
    rows = [row for page in pages_of(document) for row in page.words]
    return next(list(row) for row in rows if document.text[row[0] : row[1]] == printed)


def doubt(document: Document, printed: str) -> None:
    """As if the reader had not been sure of the word."""
    row = row_of(document, printed)
    for page in pages_of(document):
        page.words = [[*w[:6], 41] if list(w) == row else w for w in page.words]
        page.save()


def test_who_sees_the_document_sees_its_pages_and_strangers_do_not(
    document: Document, binh: Client, cast: Cast, as_officer: As
) -> None:
    there = f"/documents/{document.pk}/pages/2.png"
    answer = binh.get(there)
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert answer["Cache-Control"] == "private, no-cache"
    again = binh.get(there, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert binh.get(f"/documents/{document.pk}/pages/3.png").status_code == 404
    hoa = as_officer(cast.hoa)
    assert hoa.get(there, headers={"If-None-Match": answer["ETag"]}).status_code == 404
    assert hoa.get(f"/documents/{document.pk}/correct_text/").status_code == 404


def test_a_paper_on_its_way_shows_its_pages_to_him_who_handed_it_in(
    binh: Client, cast: Cast, as_officer: As
) -> None:
    there = hand_in(binh, "cv815.pdf", pdf(TWO_PAGES))
    assert f"{there}pages/2.png" in words(binh.get(there))
    assert binh.get(f"{there}pages/2.png")["Content-Type"] == "image/png"
    assert binh.get(f"{there}pages/9.png").status_code == 404
    assert as_officer(cast.lan).get(f"{there}pages/2.png").status_code == 404


def test_plain_text_has_no_pictures(binh: Client) -> None:
    binh.post(hand_in(binh, "cv815.txt", DISPATCH.encode()), HEAD)
    document = Document.objects.get()
    assert not document.pages.exists()
    assert binh.get(f"/documents/{document.pk}/pages/1.png").status_code == 404
    assert "Toàn văn" in words(binh.get(f"/documents/{document.pk}/"))


def test_each_page_stands_beside_its_words_and_doubtful_ones_are_marked(
    document: Document, binh: Client
) -> None:
    doubt(document, "815/UBND-KSTT")
    page = words(binh.get(f"/documents/{document.pk}/"))
    assert f"/documents/{document.pk}/pages/1.png" in page
    assert "Trang 1/2" in page
    mark = '<span class="dd-unsure" title="Máy đọc chưa chắc (41%)">815/UBND-KSTT</span>'
    assert mark in page
    assert "Phụ lục." in words(binh.get(f"/documents/{document.pk}/?page=2"))


def test_items_read_from_blurred_words_stand_out_on_the_check(binh: Client) -> None:
    there = hand_in(binh, "cv815.pdf", pdf(TWO_PAGES))
    assert "không rõ: hãy đối chiếu" not in words(binh.get(there))
    mine = HandIn.objects.get()
    for page in mine.pages:
        page["words"] = [
            [*row[:6], 41 if "815" in mine.text[row[0] : row[1]] else 96] for row in page["words"]
        ]
    mine.save()
    page = words(binh.get(there))
    assert page.count("không rõ: hãy đối chiếu") == 1
    assert '<span class="dd-unsure" title="Máy đọc chưa chắc (41%)">815/UBND-KSTT</span>' in page


def test_a_slip_is_put_right_and_all_that_stands_behind_it_moves(
    document: Document, binh: Client
) -> None:
    was, after = document.text, row_of(document, "KSTT.")
    text = words(binh.get(f"/documents/{document.pk}/correct_text/?page=1"))
    assert "Sửa chữ đọc sai" in text
    first = document.pages.get(number=1)
    mended = was[first.start : first.end].replace("815/UBND-KSTT", "8157/UBND-KSTT")
    binh.post(f"/documents/{document.pk}/correct_text/?page=1", {"text": mended})
    document.refresh_from_db()
    assert document.text == was.replace("815/UBND-KSTT", "8157/UBND-KSTT", 1)
    moved = row_of(document, "KSTT.")
    assert (moved[0], moved[2:]) == (after[0] + 1, after[2:])
    second = document.pages.get(number=2)
    assert document.text[second.start : second.end].strip() == "Phụ lục."
    entry = Entry.objects.about(document).order_by("-seq")[0]
    assert (entry.verb, entry.said) == ("document.correct_text", {"mended": "sửa 1 ký tự"})
    assert "Sửa 1 ký tự" in words(binh.get(f"/documents/{document.pk}/"))


def test_what_points_into_the_text_is_told(
    document: Document, cast: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[Document, Shift]] = []
    monkeypatch.setattr(shifts, "_POINTING", [lambda *said: told.append(said)])
    mended = Mended(document.text, document.text.replace("815", "816"))
    actions.correct_text(document, by=cast.binh, at=at, mended=mended)
    assert told == [(document, mended.shift)]


def test_two_who_correct_at_once_do_not_undo_each_other(
    document: Document, cast: Cast, at: datetime
) -> None:
    seen = document.text
    one = Mended(seen, seen.replace("815", "816"))
    actions.correct_text(document, by=cast.binh, at=at, mended=one)
    with pytest.raises(Refused, match="vừa được người khác sửa"):
        actions.correct_text(document, by=cast.lan, at=at, mended=Mended(seen, seen + " thêm"))
    with pytest.raises(NotPermitted):
        actions.correct_text(document, by=cast.hoa, at=at, mended=one)


def test_a_mark_of_secrecy_does_not_come_in_by_a_correction(
    document: Document, binh: Client
) -> None:
    was = document.text
    there = f"/documents/{document.pk}/correct_text/?page=1"
    answer = binh.post(there, {"text": SECRET})
    assert answer.status_code == 422
    assert "bí mật nhà nước" in words(answer)
    assert "Không được để trống" in words(binh.post(there, {"text": ""}))
    document.refresh_from_db()
    assert document.text == was


def test_the_page_asks_a_bounded_number_of_questions(
    document: Document, binh: Client, django_assert_max_num_queries: Any
) -> None:
    last = document.pages.get(number=2)
    DocumentPage.objects.bulk_create(
        DocumentPage(document=document, number=n, start=last.start, end=last.end)
        for n in range(3, 60)
    )
    with django_assert_max_num_queries(20):
        assert "Trang 1/59" in words(binh.get(f"/documents/{document.pk}/"))


@needs_tesseract
def test_a_scan_becomes_a_document_whose_words_lie_on_its_picture(binh: Client) -> None:
    pages = [scans.scanned(page) for page in scans.pages_of(pdf(TWO_PAGES))]
    there = hand_in(binh, "quét.pdf", scans.as_pdf(pages))
    while work_off(WORKS, Event()):
        pass
    page = words(binh.get(there))
    assert "Đã nhận dạng chữ từ ảnh của 2 trang" in page
    assert 'value="815/UBND-KSTT"' in page
    binh.post(there, HEAD)
    document = Document.objects.get()
    first = document.pages.get(number=1)
    assert first.scanned
    assert first.turn != 0
    _, _, left, top, right, bottom, sure = row_of(document, "815/UBND-KSTT")
    assert 0 < left < right < 1
    assert 0 < top < bottom < 0.4
    assert sure > 50
    assert binh.get(f"/documents/{document.pk}/pages/1.png").content[:4] == b"\x89PNG"


@needs_tesseract
def test_a_photo_is_read_too(binh: Client) -> None:
    (first, _) = scans.pages_of(pdf(TWO_PAGES))
    there = hand_in(binh, "anh-chup.jpg", scans.as_jpeg(scans.scanned(first)))
    while work_off(WORKS, Event()):
        pass
    assert 'value="815/UBND-KSTT"' in words(binh.get(there))
