"""The main job from a dispatch to a dispatch, by those who do it, on a desk and on a phone.

Thảo the clerk hands the paper in; Bình gives the tasks; Minh of UBND quận Liên Chiểu carries them
out; Lan decides and reports; Vice Chairman Nam reads and signs.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from time import monotonic
from typing import Any

import docx
import pypdfium2
import pytest

from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.database import clock
from dondoc.notifications.telling import tell
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast
from tests.documents.made_files import word
from tests.tasks.dispatches import URGING, found_dispatch

BOARD = "Ban Xúc tiến và Hỗ trợ đầu tư"
MORNING = datetime(2022, 5, 17, 1, 0, tzinfo=UTC)  # 08:00, the day after the dispatch was signed


@dataclass
class Town:
    """The city at work: its people, its clock, and the screens they sit at."""

    cast: Cast
    sit: Callable[[Officer, str], Screen]
    later: Callable[..., None]


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def town(
    request: Any, committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Town]:  # fmt: skip
    settings.FILES = tmp_path
    began, passed, screens = monotonic(), [timedelta()], []
    monkeypatch.setattr(
        clock, "now", lambda: MORNING + passed[0] + timedelta(seconds=monotonic() - began)
    )

    def sit(officer: Officer, heading: str) -> Screen:
        screens.append(Screen(browser, live_server.url, request.param))
        screens[-1].sign_in(officer.user.username, PASSWORD, heading)
        return screens[-1]

    def later(**time: int) -> None:
        """Time passes; who was at a screen has gone; the bell has been rung."""
        passed[0] += timedelta(**time)
        tell(clock.now())
        while screens:
            screens.pop().leave()

    cast = Cast()
    settle(cast)
    yield Town(cast, sit, later)
    while screens:
        screens.pop().leave()


def settle(cast: Cast) -> None:
    """Everyone is in his seat; in so small a city one task is enough to be judged by."""
    for seat in (cast.nam, cast.lan, cast.binh, cast.thao, cast.minh, cast.hoa, cast.xuan):
        assert seat.agency.committee
    assert cast.promotion.is_scored
    CommitteeRules.objects.create(committee=cast.city, minimum_sample=1)


@pytest.mark.browser
@pytest.mark.slow
def test_a_dispatch_becomes_work_and_the_work_becomes_a_dispatch(town: Town) -> None:
    text = found_dispatch() or URGING
    hand_in(town, text)
    give(town)
    start_work(town)
    send_back(town)
    finish(town)
    more_time(town)
    read_figures(town)
    report(town)
    sign(town)


def hand_in(town: Town, text: str) -> None:
    """Thảo pastes the paper; it stands in the register with what the house read in it."""
    clerk = town.sit(town.cast.thao, "Văn bản")
    clerk.press("Tiếp nhận văn bản")
    clerk.see("Tiếp nhận văn bản")
    clerk.write("Dán toàn văn", text)
    clerk.press("Đọc văn bản")
    clerk.see("Kiểm tra trước khi vào sổ")
    clerk.press("Vào sổ")
    clerk.page.locator("[data-card]").first.wait_for()
    clerk.see("Giao việc từ", told="Bạn chuẩn bị đề xuất")
    assert clerk.page.locator("[data-card]").count() == 4


def give(town: Town) -> None:
    """Bình says of each order when it is due, then gives them all."""
    town.later(minutes=20)
    office = town.sit(town.cast.binh, "Văn bản")
    office.press("UBND-KSTT")
    office.see("UBND-KSTT")
    office.press("Giao tiếp (4 đề xuất chờ)")
    office.see("Giao việc từ")
    say_when_due(office)
    office.see("Giao việc từ")
    office.press("Giao tất cả 4 đề xuất")
    office.agree()
    office.see("Giao việc từ", told="nhiệm vụ")
    office.press("Kết thúc giao việc")
    office.see("UBND-KSTT", told="Đã kết thúc giao việc")
    office.go("/tasks/")
    office.see("Nhiệm vụ")


def say_when_due(office: Screen) -> None:
    """The first and third orders get a day, the others none; each is asked for in its card."""
    due = {1: "2022-05-31", 3: "2022-06-15"}
    lacking = office.page.locator("[data-card]:has(.dd-ask)")
    while lacking.count():
        number = int(lacking.first.locator(".dd-proposal-number").inner_text())
        place = f"#{lacking.first.get_attribute('id')}"
        if number in due:
            office.write("Chọn thời hạn", due[number], within=place)
            office.press("Đặt hạn", within=place)
        else:
            office.press("Không thời hạn", within=place)
        office.page.locator(f"{place} .dd-ask").wait_for(state="detached")


def start_work(town: Town) -> None:
    """Minh signs for his task and, from the inbox, says in one sentence how it stands."""
    town.later(days=1)
    unit = town.sit(town.cast.minh, "Bàn làm việc")
    unit.press("Yêu cầu UBND quận Liên Chiểu")
    unit.see("Yêu cầu UBND quận Liên Chiểu")
    unit.press("Tiếp nhận")
    unit.see("Yêu cầu UBND quận Liên Chiểu", told="Đã tiếp nhận nhiệm vụ.")
    update_from_inbox(unit)
    unit.go("/update/")
    unit.see("Cập nhật nhanh")


def update_from_inbox(unit: Screen) -> None:
    """At most two taps and one sentence, then it is sent."""
    unit.go("/inbox/")
    unit.see("Thông báo")
    unit.taps = 0
    unit.press("Cập nhật")
    unit.see("Cập nhật tình hình")
    assert unit.page.evaluate("document.activeElement.name") == "narrative"
    unit.page.keyboard.type("Đã họp rà soát 41 nhiệm vụ, lập danh sách việc chậm.")
    assert unit.taps <= 2
    unit.press("Gửi cập nhật")
    unit.see("", told="Đã lưu cập nhật tình hình.")
    assert unit.taps <= 3


def submit(unit: Screen, words: str) -> None:
    unit.press("Trình kết quả")
    unit.see("Trình kết quả")
    unit.write("Kết quả", words)
    name = "ket-qua.docx"
    unit.page.locator("input[name=attached]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": word(words)}
    )
    unit.press("Trình kết quả", within="main form")
    unit.see("Yêu cầu UBND quận Liên Chiểu", told="Đã trình kết quả")
    assert unit.page.get_by_text(name).count()


def send_back(town: Town) -> None:
    """The first result is not enough, and Bình says why."""
    unit = town.sit(town.cast.minh, "Bàn làm việc")
    unit.go("/tasks/")
    unit.press("Yêu cầu UBND quận Liên Chiểu")
    unit.see("Yêu cầu UBND quận Liên Chiểu")
    submit(unit, "Đã rà soát xong, có danh sách kèm theo.")
    town.later(days=1)
    office = town.sit(town.cast.binh, "Văn bản")
    office.go("/approvals/")
    office.see("Chờ quyết định")
    office.press("Trả lại kết quả")
    office.see("Trả lại kết quả")
    office.write("Kết quả chưa đạt", "Chưa nêu giải pháp nâng tỉ lệ hoàn thành.")
    office.press("Trả lại kết quả", within="main form")
    office.see("Chờ quyết định", told="Đã trả lại kết quả")


def finish(town: Town) -> None:
    """Minh does it over; Bình finds it good."""
    town.later(days=1)
    unit = town.sit(town.cast.minh, "Bàn làm việc")
    unit.press("Yêu cầu UBND quận Liên Chiểu")
    unit.see("Yêu cầu UBND quận Liên Chiểu")
    submit(unit, "Báo cáo số 88/BC-UBND về giải pháp nâng tỉ lệ hoàn thành.")
    town.later(days=1)
    office = town.sit(town.cast.binh, "Văn bản")
    office.go("/approvals/")
    office.see("Chờ quyết định")
    office.press("Xác nhận")
    office.agree()
    office.see("Chờ quyết định", told="Đã xác nhận hoàn thành.")


def more_time(town: Town) -> None:
    """Minh asks for more time on the task of all units; Lan grants it and puts a star on it."""
    town.later(days=2)
    unit = town.sit(town.cast.minh, "Bàn làm việc")
    unit.go("/tasks/")
    unit.press("Đề nghị các cơ quan, đơn vị")
    unit.see("Đề nghị các cơ quan, đơn vị")
    unit.press("Đề nghị gia hạn")
    unit.see("Đề nghị gia hạn")
    unit.write("Thời hạn đề nghị", "2022-06-30")
    unit.write("Lý do", "Chờ số liệu của các phường; đã xong ba trên năm phường.")
    unit.press("Gửi đề nghị")
    unit.see("Đề nghị các cơ quan, đơn vị", told="Đã gửi đề nghị gia hạn.")
    town.later(hours=2)
    head = town.sit(town.cast.lan, "UBND thành phố Đà Nẵng")
    head.go("/approvals/")
    head.see("Chờ quyết định")
    head.press("Đồng ý đến 30/06/2022")
    head.agree()
    head.see("Chờ quyết định", told="Đã đồng ý gia hạn.")
    head.go("/tasks/?scope=all")
    head.press("Yêu cầu Ban Xúc tiến")
    head.see("Yêu cầu Ban Xúc tiến")
    head.press("Gắn sao")
    head.see("Gắn sao")
    head.write("Lý do gắn sao", "Nhiệm vụ trọng tâm của quý II.")
    head.press("Gắn sao", within="main form")
    head.see("Yêu cầu Ban Xúc tiến", told="Đã gắn sao.")


def read_figures(town: Town) -> None:
    """Nam reads how the work stands, and which tasks are behind a number."""
    town.later(days=1)
    leader = town.sit(town.cast.nam, "UBND thành phố Đà Nẵng")
    leader.press("Cả bảng")
    leader.see("Bảng số liệu các đơn vị")
    leader.press("UBND quận Liên Chiểu")
    leader.see("UBND quận Liên Chiểu")
    leader.go("/scorecards/behind/?count=completed")
    leader.see("Hoàn thành")
    assert leader.page.get_by_text("Yêu cầu UBND quận Liên Chiểu").count()


def report(town: Town) -> None:
    """Lan draws up the report on the figures, issues it, and decides what a dispatch shall say."""
    town.later(days=1)
    head = town.sit(town.cast.lan, "UBND thành phố Đà Nẵng")
    head.go("/reports/")
    head.see("Báo cáo, công văn")
    head.press("Lập báo cáo")
    head.see("Lập báo cáo tổng hợp")
    head.press("Tính số liệu và soạn dự thảo")
    head.see("", told="Đã tính số liệu và soạn dự thảo báo cáo.")
    head.press("Xem bản A4")
    head.see("")
    head.page.go_back()
    head.press("Ban hành báo cáo")
    head.agree()
    head.see("", told="Đã ban hành")
    head.press("Soạn công văn")
    head.see("Dự thảo công văn", told="Đã soạn dự thảo công văn")
    decide(head)


def decide(head: Screen) -> None:
    """What the figures propose of the board is accepted, of everyone else dropped."""
    waiting = head.page.locator("section[id^=finding]", has_text="Chờ quyết định")
    while waiting.count():
        place = f"#{waiting.first.get_attribute('id')}"
        accepted = BOARD in waiting.first.inner_text()
        head.press("Chấp nhận" if accepted else "Bỏ", within=place)
        head.page.locator(place, has_text="Chờ quyết định").wait_for(state="detached")
    head.see("Dự thảo công văn", told="Đã ghi quyết định")


def sign(town: Town) -> None:
    """Nam signs; what is downloaded says of the board what was decided, and of nobody else."""
    town.later(hours=3)
    leader = town.sit(town.cast.nam, "UBND thành phố Đà Nẵng")
    leader.go("/reports/")
    leader.press("Dự thảo công văn")
    leader.see("Dự thảo công văn")
    leader.press("Ban hành công văn")
    leader.agree()
    leader.see("", told="Đã ban hành")
    for text in (words_of_docx(leader.fetch("Word")), words_of_pdf(leader.fetch("PDF"))):
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert f"Phê bình {BOARD}" in text
        assert "Phê bình Sở" not in text
        assert "Lê Nam" in text


def words_of_docx(content: bytes) -> str:
    paper = docx.Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*cells, *(line.text for line in paper.paragraphs)]).split())


def words_of_pdf(content: bytes) -> str:
    paper = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())
