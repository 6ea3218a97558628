"""The ladder as an officer, a head, the Office and a leader see it, at a desk and on a phone."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from dondoc.agencies.calendars import calendar_of
from dondoc.database import clock
from dondoc.notifications.reminding import remind
from dondoc.rules.calendar import WorkingCalendar
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging.models import Ladder
from tests.browser import DESK, PHONE
from tests.cast import PASSWORD, Cast
from tests.reports.stage import live_a_quarter
from tests.reports.test_red_periods import told

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def morning_of(day: date) -> datetime:
    return datetime.combine(day, time(7), clock.VIET_NAM)


def given(cast: Cast, calendar: WorkingCalendar, day: date, away: int) -> Task:
    """A task of 40 days ago, so many working days from its deadline."""
    return actions.assign(
        cast.city, by=cast.binh, at=morning_of(day) - timedelta(days=25), lead=cast.construction,
        content=f"Rà soát hồ sơ, hạn cách {away} ngày", tracker=cast.binh,
        due=Due(calendar.add_working_days(day, away)), executor=cast.tam,
    )  # fmt: skip


def test_from_the_first_reminder_to_the_summons(sit_down: Any) -> None:
    cast = Cast()
    live_a_quarter(cast)
    assert all((cast.nam, cast.lan, cast.hoa, cast.khoa, cast.tam, cast.binh))
    for n in range(3):
        told(cast, n)
    calendar = calendar_of(cast.city)
    day = calendar.next_working(clock.day_of(clock.now()))
    near, today, late = (given(cast, calendar, day, away) for away in (3, 0, -1))
    remind(morning_of(day))

    officer = sit_down(PHONE)
    officer.sign_in(cast.tam.user.username, PASSWORD, "")
    officer.go("/inbox/?kind=due_soon")
    officer.see("Thông báo")
    officer.page.get_by_role("link", name=f"{near.code}").first.click()
    officer.page.locator("h1", has_text="hạn cách 3 ngày").first.wait_for()
    officer.go("/urging/ladder/")
    officer.see("Thang đôn đốc")

    head = sit_down(DESK)
    head.sign_in(cast.khoa.user.username, PASSWORD, "")
    head.go("/inbox/")
    head.see("Thông báo")
    head.page.locator("tr", has_text=today.code).get_by_text("Khẩn").wait_for()
    head.page.locator("tr", has_text=late.code).get_by_text("Quá hạn").first.wait_for()

    office = sit_down(DESK)
    office.sign_in(cast.lan.user.username, PASSWORD, "")
    office.go("/urging/ladder/")
    office.see("Thang đôn đốc")
    office.press("Đặt thang đôn đốc")
    office.see("Đặt thang đôn đốc")
    office.page.locator("[name=before_due-remind-n]").fill("0")
    office.press("Lưu thang đôn đốc")
    office.page.locator(".dd-alert", has_text="từ 1 đến 60").wait_for()
    office.wrong.clear()  # the browser notes that it was refused, as it should
    office.examine()
    office.page.locator("[name=before_due-remind-n]").fill("4")
    office.press("Lưu thang đôn đốc")
    office.see("Thang đôn đốc", told="Đã lưu thang đôn đốc")
    assert Ladder.of(cast.city)[1].n == 4

    leader = sit_down(PHONE)
    leader.sign_in(cast.nam.user.username, PASSWORD, "")
    leader.go("/leader/")
    leader.see("UBND thành phố Đà Nẵng")
    leader.press("Mời làm việc 2 đơn vị")
    leader.see("Danh sách mời làm việc")
    leader.page.locator("a[href*='/behind/']").first.click()
    leader.page.wait_for_load_state("load")
    leader.examine()
    wide = sit_down(DESK)
    wide.sign_in(cast.lan.user.username, PASSWORD, "")
    wide.go("/reports/summons/")
    wide.see("Danh sách mời làm việc")
    phone = sit_down(PHONE)
    phone.sign_in(cast.lan.user.username, PASSWORD, "")
    phone.go("/urging/ladder/edit/")
    phone.see("Đặt thang đôn đốc")
