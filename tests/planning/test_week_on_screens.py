"""The week in real browsers: typed at a desk, decided and read on a phone, without a barrier."""

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

import pytest

from dondoc.database import clock
from dondoc.planning import actions
from dondoc.planning.models import Week, WeekEntry
from dondoc.rules.weeks import monday_of
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast
from tests.planning.hall import Hall

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def hall(committed: None, settings: Any, tmp_path: Any) -> Hall:
    settings.FILES = tmp_path
    hall = Hall(Cast(), clock.now())
    assert all((hall.lam, hall.vy, hall.khanh, hall.nhung, hall.toan))
    return hall


@pytest.fixture
def desk(hall: Hall, browser: Any, live_server: Any) -> Iterator[Screen]:
    sitting = Screen(browser, live_server.url, DESK)
    yield sitting
    sitting.leave()


@pytest.fixture
def phone(hall: Hall, browser: Any, live_server: Any) -> Iterator[Screen]:
    walking = Screen(browser, live_server.url, PHONE)
    yield walking
    walking.leave()


def test_typed_decided_and_read(hall: Hall, desk: Screen, phone: Screen) -> None:
    today = clock.day_of(hall.at)
    tomorrow = today + timedelta(days=1)
    for day in (today, tomorrow):
        hall.arranged(on=day, starts_at=time(8), ends_at=time(10), room=hall.room)
    desk.sign_in(hall.nhung.user.username, PASSWORD, "")
    desk.go(f"/weeks/new/?on={tomorrow}")
    desk.see("Thêm vào lịch")
    desk.page.fill("[name=starts_at]", "09:00")
    desk.page.get_by_label("Hoàng Lâm").first.check()
    desk.page.locator("#clashes", has_text="Chủ tịch Hoàng Lâm đã có lịch").wait_for()
    desk.examine()
    desk.write("Nội dung", "Nghe báo cáo tiến độ")
    desk.press("Thêm vào lịch")
    desk.see("Lịch công tác tuần", told="Đã thêm vào lịch.")
    made = WeekEntry.objects.get(content="Nghe báo cáo tiến độ")
    assert made.starts_at == time(9)

    week = Week.objects.get(monday=monday_of(tomorrow))
    phone.sign_in(hall.lam.user.username, PASSWORD, "")
    phone.go(f"/weeks/?on={tomorrow}")
    phone.see("Lịch công tác tuần")
    phone.press("Duyệt, ban hành")
    phone.see("Duyệt, ban hành lịch")
    phone.page.locator(".dd-alert", has_text="Hoàng Lâm trùng lịch").wait_for()
    phone.press("Ban hành lịch tuần")
    phone.see("Lịch công tác tuần", told="Đã ban hành")
    if monday_of(today) != week.monday:
        actions.publish_week(Week.objects.get(monday=monday_of(today)), by=hall.lam, at=hall.at)

    phone.go("/")
    phone.page.wait_for_load_state("load")
    phone.taps = 0
    phone.press("Thêm", within=".dd-tabs")
    phone.press("Lịch hôm nay", within="body")
    phone.see("Hôm nay")
    assert phone.taps == 2
    phone.page.locator(".dd-agenda", has_text="Hội trường tầng 2").first.wait_for()
    for address in ("/calendars/", "/weeks/discipline/", f"/weeks/entries/{made.pk}/"):
        phone.go(address)
        phone.examine()
    for address in ("/weeks/outside/", f"/weeks/entries/{made.pk}/edit/"):
        desk.go(address)
        desk.examine()
