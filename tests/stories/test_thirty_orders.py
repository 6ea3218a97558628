"""Thirty orders are given by keys alone: what is unsure is asked first, the rest is Enter."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from dondoc.agencies.models import Alias
from dondoc.database import clock
from dondoc.documents.actions import register
from dondoc.documents.models import Document
from dondoc.tasks.models import Task
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

UNITS = ("Sở Xây dựng", "Sở Tài chính", "UBND quận Liên Chiểu", "Ban Xúc tiến và Hỗ trợ đầu tư")
BAY = "Ban Quản lý vịnh Mân Quang"
NO_DAY, BAY_ORDERS, BOTH, TWO_DAYS, OLD_NAME = (7, 13), (4, 21), 17, 26, 12
HERE = """() => {
  const card = document.activeElement.closest("[data-card]");
  if (!card || document.querySelector(".htmx-request")) return null;
  const has = (what) => Boolean(card.querySelector(`.dd-ask ${what}`));
  return { number: Number(card.querySelector(".dd-proposal-number").innerText),
           unit: has("[data-filter]"), day: has("[data-due]"), tone: card.dataset.tone };
}"""

MOVED_ON = f"""(was) => {{
  const now = ({HERE})();
  return document.activeElement.id === "strip" || (now && JSON.stringify(now) !== was);
}}"""


def day_of_order(number: int, today: date) -> date:
    return today + timedelta(days=20 + number)


def paper(today: date) -> str:
    """Thirty orders of ours: a name nobody knows, an old one, days that lack or are two."""
    orders = []
    for n in range(1, 31):
        lead = BAY if n in (*BAY_ORDERS, BOTH) else UNITS[n % len(UNITS)]
        lead = "Sở Kiến trúc" if n == OLD_NAME else lead
        due = f", hoàn thành trước ngày {day_of_order(n, today):%d/%m/%Y}"
        if n in NO_DAY or n == BOTH:
            due = ""
        if n == TWO_DAYS:
            due += f" và báo cáo cuối cùng trước ngày {day_of_order(60, today):%d/%m/%Y}"
        orders.append(
            f"{n}. Giao {lead} chủ trì rà soát, xử lý hồ sơ tồn đọng khu vực số {n}{due}."
        )
    head = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\n\nSố: 30/UBND-KSTT\n\n"
    place = f"Đà Nẵng, ngày {today.day} tháng {today.month} năm {today.year}\n\n"
    opening = "Kính gửi: Các sở, ban, ngành.\n\nChủ tịch UBND thành phố có ý kiến như sau:\n\n"
    return head + place + opening + "\n\n".join(orders) + "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"


@pytest.fixture
def document(committed: None, settings: Any, tmp_path: Any) -> Document:
    settings.FILES = tmp_path
    cast, at = Cast(), clock.now()
    for body in (cast.construction, cast.finance, cast.district, cast.promotion):
        assert body.is_scored
    today = clock.day_of(at)
    head = {"number": "30/UBND-KSTT", "issued_on": today}
    return register(cast.city, by=cast.binh, at=at, text=paper(today), letterhead=head)


@pytest.fixture
def sit(browser: Any, live_server: Any, document: Document) -> Iterator[Any]:
    screens: list[Screen] = []

    def open_at(size: tuple[int, int]) -> Screen:
        screens.append(Screen(browser, live_server.url, size))
        screens[-1].sign_in(Cast().binh.user.username, PASSWORD, "Văn bản")
        screens[-1].go(f"/documents/{document.pk}/intake/?read=1")
        screens[-1].page.locator("[data-card]").first.wait_for()
        return screens[-1]

    yield open_at
    for screen in screens:
        screen.leave()


class Keys:
    """A person who reads the card in hand and answers what it asks."""

    def __init__(self, screen: Screen) -> None:
        self.page, self.struck = screen.page, Counter[int]()

    def here(self) -> dict[str, Any]:
        return dict(self.page.wait_for_function(HERE, timeout=10_000).json_value())

    def strike(self, number: int, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.struck[number] += len(keys)

    def settle(self, was: dict[str, Any]) -> None:
        """Waits until the answer has come: another card, or another question."""
        self.page.wait_for_function(MOVED_ON, arg=json.dumps(was, separators=(",", ":")))

    def answer(self) -> None:
        """One order, from what is asked to Enter."""
        card = self.here()
        number = card["number"]
        while self.page.evaluate("document.activeElement.id") != "strip":
            card = self.here()
            if card["number"] != number:
                return
            if card["unit"] and number == OLD_NAME:
                self.strike(number, "1")
            elif card["unit"]:
                self.strike(number, "u", "l", "i", "e", "n", "Enter")
            elif card["day"]:
                self.strike(number, "d", "k", "Enter")
            else:
                self.strike(number, "Enter")
            self.settle(card)


@pytest.mark.browser
@pytest.mark.slow
def test_thirty_orders_are_given_by_keys_alone(sit: Any, document: Document) -> None:
    screen = sit(DESK)
    keys = Keys(screen)
    assert keys.here()["number"] == BAY_ORDERS[0], "mở ở mục cần xem đầu tiên"
    screen.examine()
    keys.page.locator(f"#p{document.proposals.get(position=4).pk}").focus()
    while keys.page.evaluate("document.activeElement.id") != "strip":
        keys.answer()
    assert keys.page.get_by_text("Đã giao hết 30/30 đề xuất").count()
    doubtful = {*BAY_ORDERS, *NO_DAY, BOTH, TWO_DAYS, OLD_NAME}
    struck = [keys.struck[n] for n in doubtful]
    assert sum(struck) <= 6 * len(struck), keys.struck
    assert all(keys.struck[n] <= 2 for n in range(1, 31) if n not in doubtful), keys.struck
    all_are_right(document)


def all_are_right(document: Document) -> None:
    """Every order is one task of the unit that is named, due on the day that is printed."""
    today = clock.day_of(clock.now())
    given = {int(task.clause): task for task in Task.objects.select_related("lead")}
    assert sorted(given) == list(range(1, 31))
    for n, task in given.items():
        bay = n in (*BAY_ORDERS, BOTH)
        assert task.lead.name == ("UBND quận Liên Chiểu" if bay else UNITS[n % len(UNITS)]), n
        none = n in NO_DAY or n == BOTH
        assert task.due_on == (None if none else day_of_order(n, today)), n
    assert set(Alias.objects.values_list("name", flat=True)) == {BAY, "Sở Kiến trúc"}


@pytest.mark.browser
@pytest.mark.slow
def test_the_sure_ones_go_in_one_press_and_nothing_fires_while_typing(
    sit: Any, document: Document
) -> None:
    screen = sit(DESK)
    page = screen.page
    page.keyboard.press("u")
    page.keyboard.type("xagm")
    page.keyboard.press("Escape")
    assert document.proposals.filter(state="dropped").count() == 0
    page.keyboard.press("x")
    page.locator("#said", has_text="Đã bỏ đề xuất").wait_for()
    page.keyboard.press("z")
    page.locator("[data-card]", has_text="Đã bỏ").wait_for(state="detached")
    page.keyboard.press("g")
    page.locator("#confirm-dialog[open]").wait_for()
    page.keyboard.press("Enter")
    screen.see("Giao việc từ", told="Đã giao 23 nhiệm vụ")
    assert Task.objects.count() == 23


@pytest.mark.browser
@pytest.mark.slow
def test_the_page_is_worked_with_a_thumb(sit: Any, document: Document) -> None:
    screen = sit(PHONE)
    screen.examine()
    card = f"#p{document.proposals.get(position=7).pk}"
    screen.press("Không thời hạn", within=card)
    screen.page.locator(card, has_text="Đủ thông tin").wait_for()
    screen.press("Giao", within=card)
    screen.page.locator(f"{card}[data-tone=green]").wait_for()
    screen.examine()
    assert Task.objects.get().clause == "7"
