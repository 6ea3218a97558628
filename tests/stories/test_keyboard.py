"""Nobody needs a mouse: list, task and intake are worked by keys, with the focus in sight."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dondoc.database import clock
from dondoc.documents.actions import register
from dondoc.tasks.actions import assign
from dondoc.tasks.actions.assigning import Due
from tests.browser import DESK, Screen
from tests.cast import PASSWORD, Cast
from tests.tasks.dispatches import URGING

STEPS = 120
"""More stops of the Tab key than any page of the house has before its main deed."""
SHOWN = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const on = (y) => {
    const top = document.elementFromPoint(x, y);
    return top && (here.contains(top) || top.contains(here));
  };
  const { outlineStyle, boxShadow } = getComputedStyle(here);
  const marked = outlineStyle !== "none" || boxShadow !== "none";
  return marked && [box.top + 2, box.top + box.height / 2, box.bottom - 2].some(on);
}"""
"""The element in hand is marked, and no bar lies over it."""
SAYS = "() => (document.activeElement.innerText || document.activeElement.ariaLabel || '').trim()"


@pytest.fixture
def screen(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any
) -> Iterator[Screen]:
    settings.FILES = tmp_path
    sitting = Screen(browser, live_server.url, DESK)
    yield sitting
    sitting.leave()


def tab_to(screen: Screen, words: str) -> None:
    """Goes from stop to stop until one says the words; every stop on the way can be seen."""
    for _ in range(STEPS):
        screen.page.keyboard.press("Tab")
        screen.page.wait_for_function(SHOWN, timeout=3000)
        if words in screen.page.evaluate(SAYS):
            return
    raise AssertionError(f"Tab never came to: {words}")


@pytest.mark.browser
@pytest.mark.slow
def test_a_task_is_found_and_accepted_without_a_mouse(screen: Screen) -> None:
    cast, at = Cast(), clock.now()
    due = Due(date.fromordinal(clock.day_of(at).toordinal() + 9))
    for number in range(12):
        said = {"content": f"Rà soát việc {number}", "due": due}
        assign(cast.city, by=cast.binh, at=at, lead=cast.construction, **said)
    screen.sign_in(cast.hoa.user.username, PASSWORD, "Bàn làm việc")
    screen.go("/tasks/")
    tab_to(screen, "Rà soát việc 9")
    screen.page.keyboard.press("Enter")
    screen.see("Rà soát việc 9")
    tab_to(screen, "Tiếp nhận")
    screen.page.keyboard.press("Enter")
    screen.see("Rà soát việc 9", told="Đã tiếp nhận nhiệm vụ.")


@pytest.mark.browser
@pytest.mark.slow
def test_proposals_are_given_without_a_mouse(screen: Screen) -> None:
    cast, at = Cast(), clock.now()
    assert cast.district.is_scored
    assert cast.promotion.is_scored
    document = register(
        cast.city, by=cast.binh, at=at, text=URGING, letterhead={"number": "1/UBND"}
    )
    screen.sign_in(cast.binh.user.username, PASSWORD, "Văn bản")
    screen.go(f"/documents/{document.pk}/intake/")
    tab_to(screen, "Đọc văn bản")
    screen.page.keyboard.press("Enter")
    screen.page.locator("[data-card]").first.wait_for()
    tab_to(screen, "Không thời hạn")
    screen.page.keyboard.press("Enter")
    screen.page.locator("[data-card]", has_text="Đủ thông tin").wait_for()
    screen.page.keyboard.press("k")  # from the card that was come back to, up to the first
    screen.page.keyboard.press("k")
    screen.page.keyboard.press("Enter")
    screen.see("Giao việc từ", told="Đã giao")
