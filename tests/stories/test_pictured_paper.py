"""A PDF beside its proposals: its pages with the orders marked on them, or its words."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import DESK, Screen
from tests.cast import PASSWORD, Cast
from tests.documents.made_files import pdf
from tests.tasks.dispatches import DISPATCH

PAPER = "\n\n".join(line for line in DISPATCH.split("\n") if line)
LIT = "document.querySelectorAll('.dd-mark.is-lit').length"
HELD = "() => document.activeElement.dataset.lights"


@pytest.fixture
def screen(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any
) -> Iterator[Screen]:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    cast = Cast()
    for body in (cast.office, cast.construction, cast.finance, cast.district):
        assert body.committee_id
    sitting = Screen(browser, live_server.url, DESK)
    sitting.sign_in(cast.binh.user.username, PASSWORD, "Văn bản")
    yield sitting
    sitting.leave()


@pytest.mark.browser
@pytest.mark.slow
def test_marks_lie_on_the_page_and_lead_to_their_proposals(screen: Screen) -> None:
    page = screen.page
    screen.go("/documents/register/")
    paper = {"name": "cv815.pdf", "mimeType": "application/pdf", "buffer": pdf(PAPER)}
    page.locator("input[type=file]").set_input_files(paper)
    screen.press("Đọc văn bản")
    screen.see("Kiểm tra trước khi vào sổ")
    screen.press("Vào sổ")
    page.locator("[data-card]").first.wait_for()
    page.locator(".dd-marked-page img").first.wait_for()
    screen.examine()
    assert page.evaluate(LIT) == 1, "câu nguồn của mục đang chọn được làm nổi"
    second = page.locator(".dd-mark").nth(1)
    second.locator(".dd-mark-line").first.click()
    assert page.evaluate(HELD) == second.get_attribute("data-mark")
    screen.press("Chữ")
    page.locator("[data-view=words] mark.is-lit").wait_for()
    screen.examine()
    page.reload()
    page.locator("[data-view=words] mark").first.wait_for()
    assert not page.locator(".dd-marked-page").first.is_visible(), "lựa chọn được nhớ"
