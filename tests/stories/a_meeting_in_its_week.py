"""The meeting of the 31st and the week it stands in, step by step."""

from datetime import datetime
from typing import Any
from urllib.request import urlopen

from icalendar import Calendar

from dondoc.meetings.models import Meeting
from dondoc.planning.models import WeekEntry
from dondoc.tasks.models import Task
from tests.browser import PHONE
from tests.documents.made_files import word
from tests.stories.living_ward import (
    OLD_PROMISE,
    Ward,
    choose,
    tick,
    unfold,
    words_of_docx,
    words_of_pdf,
)

TITLE = "Họp giao ban đô thị tháng 5"
VISIT = "Kiểm tra thực tế các điểm ngập úng khu phố 3"
ORDER = "lập phương án tiêu thoát nước khu phố 3 trước ngày 15/6/2022"
CONCLUSIONS = (
    f"1. Giao Phòng Kinh tế, Hạ tầng và Đô thị {ORDER}.\n"
    "2. Giao Phòng Văn hóa - Xã hội vận động nhân dân tổng vệ sinh môi trường trước ngày "
    "20/6/2022."
)


def dossier() -> Meeting:
    return Meeting.objects.get(title=TITLE)


def place(page: str = "") -> str:
    return f"/meetings/{dossier().pk}/{page}"


def plan(ward: Ward) -> None:
    """On Monday the 23rd Việt opens the dossier; all is due on Friday, not on a Sunday."""
    ward.later(23)
    officer = ward.sit(ward.cast.viet, "/meetings/")
    officer.see("Hội nghị, cuộc họp")
    officer.press("Lập hồ sơ cuộc họp")
    officer.see("Lập hồ sơ cuộc họp")
    officer.write("Tên cuộc họp", TITLE)
    officer.page.fill("[name=content]", "Đánh giá công tác đô thị tháng 5, việc chống ngập.")
    choose(officer, "Lĩnh vực", "Kinh tế, đô thị")
    choose(officer, "Chủ trì", "Tạ Yến", within="main")
    choose(officer, "Thuộc chuỗi họp", "Giao ban đô thị")
    tick(officer, "Châu Phúc")
    tick(officer, "Phòng Văn hóa - Xã hội")
    officer.write("Ngày họp", "2022-05-31")
    officer.write("Bắt đầu", "08:00")
    officer.write("Kết thúc", "10:00")
    choose(officer, "Phòng họp", "Hội trường tầng 2")
    officer.press("Lập hồ sơ", within="main form")
    officer.see(TITLE, told="Đã lập hồ sơ")
    things = officer.page.locator("#things")
    assert things.get_by_text("27/05/2022").count() == 9  # each thing, and the head of them all
    assert not things.get_by_text("29/05/2022").count()


def ask_opinion(ward: Ward) -> None:
    """Its papers are added, its content goes to the Vice Chairman, who approves on her phone."""
    officer = ward.sit(ward.cast.viet, place())
    papers = "main .dd-panel:has(> .dd-panel-head h2:text-is('Tài liệu'))"
    officer.press("Thêm", within=papers)
    officer.see("Thêm tài liệu")
    paper = {"name": "bao-cao.docx", "mimeType": "application/octet-stream", "buffer": word("Ngập")}
    officer.page.locator("input[name=attached]").set_input_files(paper)
    officer.press("Thêm", within="main form")
    officer.see(TITLE, told="Đã thêm tài liệu.")
    officer.press("Trình xin ý kiến")
    officer.see("Trình nội dung xin ý kiến")
    officer.write("Lời trình", "Kính trình Phó Chủ tịch.")
    officer.press("Trình", within="main form")
    officer.see(TITLE, told="Đã trình lãnh đạo phụ trách.")
    ward.later(23, 10)
    leader = ward.sit(ward.cast.yen, "/desk/")
    leader.see("Bàn làm việc")
    leader.press(TITLE)
    leader.see(TITLE)
    leader.write("Ý kiến", "Đồng ý, bổ sung số liệu khu phố 3.", within="#opinion")
    leader.press("Duyệt nội dung", within="#opinion")
    leader.see(TITLE, told="Đã duyệt nội dung.")


def invite(ward: Ward) -> None:
    """Giang drafts the invitation, Hạnh issues it under its number."""
    ward.later(24)
    office = ward.sit(ward.cast.giang, place())
    office.see(TITLE)
    office.press("Soạn giấy mời")
    office.see("Giấy mời")
    ward.later(24, 9)
    head = ward.sit(ward.cast.hanh, place("invitation/"))
    head.see("Giấy mời")
    head.press("Xem bản A4")
    head.see("Giấy mời")
    choose(head, "Người ký", "Trịnh Hạnh")
    head.press("Ban hành và gửi")
    head.agree()
    head.see("Giấy mời", told="Đã ban hành và gửi giấy mời.")
    for text in (words_of_docx(head.fetch("Word")), words_of_pdf(head.fetch("PDF"))):
        assert "GIẤY MỜI" in text
        assert "08 giờ 00" in text
        assert "Hội trường tầng 2" in text


def answer(ward: Ward) -> None:
    """Phúc cannot come and asks that Việt does; Yến, who chairs, agrees."""
    ward.later(24, 14)
    head = ward.sit(ward.cast.phuc, "/inbox/", PHONE)
    head.see("Thông báo")
    head.go(place("invited/"))
    head.see(TITLE)
    unfold(head, "Cử người dự thay")
    choose(head, "Người dự thay", "Kiều Việt")
    head.press("Đề nghị cử người dự thay")
    head.see(TITLE, told="Đã gửi trả lời.")
    ward.later(24, 15)
    leader = ward.sit(ward.cast.yen, place())
    leader.press("Đồng ý", within="#people")
    leader.see(TITLE)
    assert leader.page.get_by_text("Chủ trì đồng ý").count()


def propose_week(ward: Ward) -> None:
    """Việt puts the meeting forward, and a visit that would clash with it until he moves it."""
    ward.later(26)
    officer = ward.sit(ward.cast.viet, place())
    officer.press("Đề xuất vào lịch tuần")
    officer.see("Lịch công tác tuần", told="Đã đưa cuộc họp vào lịch tuần.")
    officer.press("Đề xuất lịch")
    officer.see("Đề xuất lịch")
    officer.write("Ngày", "2022-05-31")
    officer.page.fill("[name=starts_at]", "09:00")
    officer.page.get_by_label("Tạ Yến").first.check()
    officer.page.locator("#clashes", has_text="Tạ Yến đã có lịch").wait_for()
    officer.examine()
    officer.write("Ngày", "2022-06-02")
    officer.page.locator("#clashes", has_text="Chưa thấy trùng lịch").wait_for()
    officer.write("Nội dung", VISIT)
    choose(officer, "Xe", "43A-012.34")
    officer.press("Đề xuất lịch", within="main form")
    officer.see("Lịch công tác tuần", told="Đã")


def arrange_week(ward: Ward) -> None:
    """On Friday the 27th Giang arranges both, sees what the meeting lacks, and submits."""
    ward.later(27)
    office = ward.sit(ward.cast.giang, "/desk/")
    office.see("Bàn làm việc")
    office.go("/weeks/?on=2022-05-30")
    office.see("Lịch công tác tuần")
    for _ in range(2):
        office.press("Xếp lịch")
        office.see("Lịch công tác tuần", told="Đã xếp vào lịch.")
    office.press("Trình duyệt")
    office.see("Lịch công tác tuần", told="Đã trình duyệt lịch tuần.")
    office.go(place())
    waiting = office.page.locator("#things").get_by_role("button", name="Đã xong")
    while (left := waiting.count()) > 1:
        waiting.first.click()
        office.page.wait_for_function(
            "n => [...document.querySelectorAll('#things button')]"
            ".filter(b => b.innerText.includes('Đã xong')).length < n",
            arg=left,
        )
    office.see(TITLE)


def publish_week(ward: Ward) -> None:
    """Before five Sơn publishes it from his phone; what goes out in print says the same."""
    ward.later(27, 15)
    chairman = ward.sit(ward.cast.son, "/desk/")
    chairman.see("Bàn làm việc")
    chairman.go("/weeks/?on=2022-05-30")
    chairman.see("Lịch công tác tuần")
    chairman.press("Duyệt, ban hành")
    chairman.see("Duyệt, ban hành lịch")
    chairman.press("Ban hành lịch tuần")
    chairman.see("Lịch công tác tuần", told="Đã ban hành")
    ward.later(27, 16)
    office = ward.sit(ward.cast.giang, "/weeks/?on=2022-05-30")
    office.see("Lịch công tác tuần")
    assert not office.page.get_by_text("Ban hành muộn").count()
    for text in (words_of_docx(office.fetch("Word")), words_of_pdf(office.fetch("PDF"))):
        assert "LỊCH CÔNG TÁC" in text
        assert TITLE in text
        assert VISIT in text


def subscribe(ward: Ward) -> str:
    """Yến's phone is given the address of her calendar."""
    leader = ward.sit(ward.cast.yen, "/calendars/")
    leader.see("Lịch trên điện thoại")
    leader.press("Cấp địa chỉ")
    leader.see("Lịch trên điện thoại")
    return str(leader.page.locator("input[readonly]").first.input_value())


def events_at(address: str) -> dict[str, Any]:
    """What a calendar program reads there, by its summary."""
    with urlopen(address, timeout=20) as answer:
        calendar = Calendar.from_ical(answer.read())
    return {str(one["summary"]): one for one in calendar.walk("VEVENT")}


def postpone(ward: Ward, address: str) -> None:
    """On the 30th the visit is put off: marked, told at once, struck out on her phone."""
    before = events_at(address)
    assert {TITLE, VISIT} <= set(before)
    start: datetime = before[TITLE]["dtstart"].dt
    assert f"{start:%d/%m/%Y %H:%M %z}" == "31/05/2022 08:00 +0700"
    ward.later(30)
    entry = WeekEntry.objects.get(content=VISIT)
    office = ward.sit(ward.cast.giang, f"/weeks/entries/{entry.pk}/")
    office.see(VISIT)
    office.press("Hoãn")
    office.see("Hoãn")
    office.write("Lý do", "Mưa lớn, chờ nước rút.")
    office.press("Hoãn", within="main form")
    office.see("Lịch công tác tuần", told="Đã hoãn; người liên quan được báo ngay.")
    assert office.page.locator(f"#e{entry.pk}").get_by_text("Hoãn").count()
    ward.later(30, 8.5)
    leader = ward.sit(ward.cast.yen, "/inbox/")
    leader.see("Thông báo")
    assert leader.page.get_by_text(VISIT).count()
    leader.go("/weeks/?on=2022-05-30")
    leader.see("Lịch công tác tuần")
    now = next(one for name, one in events_at(address).items() if VISIT in name)
    assert now["uid"] == before[VISIT]["uid"]
    assert now["sequence"] > before[VISIT].get("sequence", 0)
    assert now["status"] == "CANCELLED"


def make_ready(ward: Ward) -> None:
    """One thing was missed on Friday: it stands on the Office's desk until it is done."""
    office = ward.sit(ward.cast.giang, "/desk/")
    office.see("Bàn làm việc")
    office.press(TITLE, within="#unready")
    office.see(TITLE)
    office.press("Đã xong", within="#things")
    office.see(TITLE)
    assert office.page.get_by_text("Sẵn sàng").count()


def hold(ward: Ward) -> None:
    """On the day: what the last meeting left, who is there, what is concluded."""
    ward.later(31, 8.25)
    deputy = ward.sit(ward.cast.viet, "/weeks/today/")
    deputy.see("Hôm nay")
    assert deputy.page.get_by_text(TITLE).count()
    office = ward.sit(ward.cast.giang, place())
    office.press("Ghi biên bản, kết luận")
    office.see("Biên bản, kết luận")
    first = office.page.locator("main .dd-panel").first
    assert OLD_PROMISE in first.inner_text()
    tick(office, "dự thay: Kiều Việt", within="#roll")
    office.press("Lưu điểm danh")
    office.see("Biên bản, kết luận", told="Đã điểm danh: 1 có mặt.")
    office.write("Diễn biến", "Các đơn vị báo cáo; khu phố 3 còn hai điểm ngập.")
    office.write("Kết luận của người chủ trì", CONCLUSIONS)
    office.press("Lưu", within="main .dd-foot-stick")
    office.see("Biên bản, kết luận", told="Đã lưu biên bản, kết luận.")
    office.press("Kết thúc họp")
    office.agree()
    office.see("", told="Đã")


def conclude(ward: Ward) -> None:
    """The notice goes out, and its sentences become tasks."""
    ward.later(31, 10.5)
    office = ward.sit(ward.cast.giang, place("record/"))
    office.press("Soạn thông báo kết luận")
    office.see("Thông báo")
    ward.later(31, 11)
    head = ward.sit(ward.cast.hanh, place("notice/"))
    head.see("Thông báo")
    head.press("Ban hành và gửi")
    head.agree()
    head.see("Thông báo", told="Đã ban hành và gửi thông báo kết luận.")
    notice = words_of_pdf(head.fetch("PDF"))
    assert ORDER in notice
    assert "Kiều Việt" in notice
    assert "Châu Phúc" not in notice
    office = ward.sit(ward.cast.giang, place())
    office.see(TITLE)
    office.press("Tách nhiệm vụ")
    office.page.locator("[data-card]").first.wait_for()
    office.see("Giao việc từ")
    office.press("Giao tất cả 2 đề xuất")
    office.agree()
    office.see("Giao việc từ", told="nhiệm vụ")
    given = Task.objects.filter(content__contains="tiêu thoát nước khu phố 3").get()
    assert given.lead == ward.cast.ward_economy
    assert f"{given.due_on:%d/%m/%Y}" == "15/06/2022"
    assert not Task.objects.filter(content__contains="Thừa lệnh").exists()
    office.go(place())
    office.see(TITLE)
    assert office.page.get_by_text("tiêu thoát nước khu phố 3").count()
