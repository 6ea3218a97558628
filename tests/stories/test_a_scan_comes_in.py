"""A scan of several pages, from the scanner's folder to the register, before a real screen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from dondoc.config.works import WORKS
from dondoc.documents.models import Document, HandIn
from dondoc.jobs.worker import hands
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast
from tests.documents import scans
from tests.documents.made_files import pdf
from tests.documents.test_no_trace import PRINTED
from tests.documents.test_scans import needs_tesseract
from tests.tasks.dispatches import DISPATCH

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_tesseract]
PAPER = "#set text(size: 14pt)\n" + "\n\n".join(line for line in DISPATCH.split("\n") if line)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def screen(
    request: Any, committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Path
) -> Iterator[Screen]:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    cast = Cast()
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass
    sitting = Screen(browser, live_server.url, request.param)
    sitting.sign_in(cast.binh.user.username, PASSWORD, "Văn bản")
    yield sitting
    sitting.leave()


def hand_in(screen: Screen, name: str, content: bytes) -> None:
    screen.go("/documents/register/")
    file = {"name": name, "mimeType": "application/pdf", "buffer": content}
    screen.page.locator("input[type=file]").set_input_files(file)
    screen.press("Đọc văn bản")
    screen.see("Đang đọc văn bản")


def scan(source: str) -> bytes:
    return scans.as_pdf([scans.scanned(page) for page in scans.pages_of(pdf(source))])


def pictures_are_drawn(screen: Screen) -> None:
    """Every picture of a page in sight has come."""
    screen.page.wait_for_function(
        "() => [...document.querySelectorAll('.dd-page-picture img')].slice(0, 1)"
        ".every(picture => picture.complete && picture.naturalWidth > 100)"
    )


def test_it_is_read_while_one_does_something_else_then_checked_and_taken_in(
    screen: Screen,
) -> None:
    hand_in(screen, "Quét 815.pdf", scan(f"{PAPER}\n#pagebreak()\nPhụ lục kèm theo."))
    assert "Đang chờ đến lượt đọc" in screen.page.inner_text("main")
    screen.go("/documents/")
    screen.see("Văn bản")
    screen.press("Quét 815.pdf")
    screen.see("Đang đọc văn bản")
    with hands(WORKS, Event()):
        screen.page.locator("h1", has_text="Kiểm tra trước khi vào sổ").wait_for(timeout=60_000)
    pictures_are_drawn(screen)
    screen.see("Kiểm tra trước khi vào sổ")
    assert screen.page.input_value("input[name=number]") == "815/UBND-KSTT"
    screen.press("Vào sổ")
    screen.page.locator("[data-card]").first.wait_for()
    document = Document.objects.get()
    screen.go(f"/documents/{document.pk}/")
    pictures_are_drawn(screen)
    screen.see("Công văn 815/UBND-KSTT")
    screen.press("Trang sau")
    assert "Phụ lục kèm theo" in screen.page.inner_text(".dd-page-text")
    screen.press("Sửa chữ đọc sai")
    screen.see("Sửa chữ đọc sai")
    screen.write("Chữ của trang", "Phụ lục ban hành kèm theo.")
    screen.press("Lưu chữ đã sửa")
    screen.see("Công văn 815/UBND-KSTT", told="Đã sửa chữ của văn bản.")
    assert "Phụ lục ban hành kèm theo." in screen.page.inner_text(".dd-page-text")


def test_a_secret_among_the_scans_leads_to_its_number_and_a_task_by_number(
    screen: Screen,
) -> None:
    hand_in(screen, "Quét 816.pdf", scan(PRINTED))
    with hands(WORKS, Event()):
        screen.page.locator("h1", has_text="Chỉ theo dõi số").wait_for(timeout=60_000)
    screen.see("Chỉ theo dõi số", told="đã được xóa khỏi hệ thống")
    assert HandIn.objects.get().state == "secret"
    screen.write("Số, ký hiệu", "815/UBND-KSTT")  # as a person does where it was read wrongly
    screen.press("Vào sổ")
    screen.see("Công văn 815/UBND-KSTT")
    screen.press("Giao nhiệm vụ theo số")
    screen.see("Giao việc từ")


def test_what_cannot_be_read_is_entered_by_hand_beside_its_picture(screen: Screen) -> None:
    hand_in(screen, "Quét 817.pdf", scan(PAPER))
    HandIn.objects.update(
        state="failed",
        failure="Máy chủ chưa cài phần mềm nhận dạng chữ. Hãy báo quản trị hệ thống.",
    )
    screen.page.locator("h1", has_text="Vào sổ bằng tay").wait_for()
    pictures_are_drawn(screen)
    screen.see("Vào sổ bằng tay", told="hãy nhập tay các mục")
    screen.write("Số, ký hiệu", "817/UBND-KSTT")
    screen.press("Vào sổ")
    screen.see("Công văn 817/UBND-KSTT")
