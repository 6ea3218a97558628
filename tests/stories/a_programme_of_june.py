"""The programme of June from its registration to the first change after its lock."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from dondoc.planning.actions import programmes
from dondoc.planning.models import Programme
from tests.browser import PHONE
from tests.stories.living_ward import (
    LEFTOVER,
    Ward,
    choose,
    tick,
    unfold,
    words_of_docx,
    words_of_pdf,
)

DRAINS = "Nạo vét, khơi thông hệ thống thoát nước trước mùa mưa"
LIGHTS = "Khảo sát, sửa chữa hệ thống chiếu sáng kiệt, hẻm"
LAMPS = "Sửa chữa đèn chiếu sáng các kiệt, hẻm"
STALLS = "Sắp xếp lại các điểm kinh doanh vỉa hè"
BOOKS = "Kiểm kê tủ sách cộng đồng"
PASTED = "\n".join((
    f"1\t{LIGHTS}\tBáo cáo khảo sát\tKiều Việt\tPhòng Văn hóa - Xã hội\t20/6/2022\tx",
    f"2\t{LAMPS}\tBiên bản nghiệm thu\t\t\t24/6/2022\t",
    f"3\t{STALLS}\tPhương án\tKiều Việt\t\t28/6/2022\t",
))  # fmt: skip


def june() -> Programme:
    return Programme.objects.get(from_on="2022-06-01")


def register(ward: Ward) -> None:
    """On the 20th registration stands open by itself; Việt types one line and pastes three."""
    ward.later(20)
    officer = ward.sit(ward.cast.viet)
    officer.see("Bàn làm việc")
    officer.press("Đăng ký", within="main .dd-alert, main .dd-rows")
    officer.see("Đăng ký chương trình tháng 6/2022")
    assert officer.page.get_by_text(LEFTOVER).count()
    officer.write("Nội dung 1", DRAINS)
    officer.write("Sản phẩm 1", "Kế hoạch, biên bản nghiệm thu")
    choose(officer, "Người thực hiện 1", "Kiều Việt")
    officer.write("Thời hạn 1", "2022-06-15")
    tick(officer, "Trọng tâm 1")
    officer.press("Đăng ký các dòng này")
    officer.see("Đăng ký chương trình", told="Đã đăng ký 1 nội dung.")
    unfold(officer, "Dán nhiều dòng")
    officer.write("Các dòng dán từ bảng tính", PASTED.replace("24/6/2022", "24/7/2022"))
    officer.press("Đăng ký các dòng đã dán")
    officer.page.get_by_text("không phải ngày trong kỳ").first.wait_for()
    officer.examine()
    officer.write("Các dòng dán từ bảng tính", PASTED)
    officer.press("Đăng ký các dòng đã dán")
    officer.see("Đăng ký chương trình", told="Đã đăng ký 3 nội dung.")


def send(ward: Ward) -> None:
    """Phúc answers for it: he reads it on his phone and sends it."""
    ward.later(23)
    head = ward.sit(ward.cast.phuc, size=PHONE)
    head.see("Bàn làm việc")
    head.press("Đăng ký", within="main .dd-alert, main .dd-rows")
    head.see("Đăng ký chương trình tháng 6/2022")
    head.press("Gửi đăng ký", within="#send")
    head.see("Đăng ký chương trình", told="Đã gửi đăng ký của đơn vị.")


def urge(ward: Ward) -> None:
    """Giang sees who has said nothing, and urges them with one press."""
    ward.later(24)
    office = ward.sit(ward.cast.giang, "/desk/")
    office.see("Bàn làm việc")
    office.press("Sắp xếp")
    office.see("Sắp xếp chương trình tháng 6/2022")
    office.press("Đôn đốc ")
    office.see("Sắp xếp chương trình", told="Đã đôn đốc 3 đơn vị")
    programmes.register(
        june(), by=ward.cast.thu, at=ward.clock.now(), unit=ward.cast.ward_division,
        content=BOOKS, due_on=june().to_on,
    )  # fmt: skip
    programmes.complete_registration(
        june(), by=ward.cast.thu, at=ward.clock.now(), unit=ward.cast.ward_division
    )


def arrange(ward: Ward) -> None:
    """On the 26th Giang makes one of two, leaves one out, and submits the whole."""
    ward.later(26)
    office = ward.sit(ward.cast.giang, f"/programmes/{june().pk}/arrange/")
    office.see("Sắp xếp chương trình tháng 6/2022")
    tick(office, f"Chọn: {LIGHTS}")
    tick(office, f"Chọn: {LAMPS}")
    office.press("Gộp")
    office.see("Sắp xếp chương trình", told="Đã gộp")
    line = office.page.locator(".dd-arrange li", has_text=STALLS)
    office.press("Không đưa vào", within=f"#{line.get_attribute('id')}")
    office.see("Không đưa vào chương trình")
    office.write("Lý do không đưa vào", "Chờ phương án chung của quận.")
    office.press("Không đưa vào", within="main form")
    office.see("Sắp xếp chương trình", told="Đã để ngoài chương trình.")
    office.press("Trình Chủ tịch")
    office.agree()
    office.see("Chương trình công tác tháng 6/2022", told="Đã trình Chủ tịch")


def approve(ward: Ward) -> None:
    """On Saturday the 28th Sơn reads it on his phone and approves."""
    ward.later(28, 9)
    chairman = ward.sit(ward.cast.son, "/desk/")
    chairman.see("Bàn làm việc")
    chairman.press("Xem và duyệt")
    chairman.see("Duyệt chương trình tháng 6/2022")
    chairman.press("Duyệt 6 nội dung")
    chairman.agree()
    chairman.see("Chương trình công tác tháng 6/2022", told="Đã duyệt. Chương trình được khóa")


def publish(ward: Ward) -> None:
    """Hạnh publishes it under its number; every file says the same."""
    ward.later(28, 10)
    office = ward.sit(ward.cast.hanh, "/desk/")
    office.see("Bàn làm việc")
    office.press("Ban hành")
    office.see("Chương trình công tác tháng 6/2022")
    office.press("Ban hành")
    office.agree()
    office.see("Chương trình công tác tháng 6/2022", told="Đã ban hành chương trình.")
    found = CalamineWorkbook.from_filelike(BytesIO(office.fetch("Excel")))
    rows = found.get_sheet_by_index(0).to_python()
    texts = (
        words_of_docx(office.fetch("Word")), words_of_pdf(office.fetch("PDF")),
        " ".join(str(cell) for row in rows for cell in row),
    )  # fmt: skip
    for text in texts:
        for content in (DRAINS, LIGHTS, LEFTOVER, BOOKS):
            assert content in text
        assert STALLS not in text
    for text in texts[:2]:
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
        assert june().letterhead["number"] in text
    office.press("Bản A4")
    office.see("")


def ask_for_a_move(ward: Ward) -> None:
    """Phúc cannot keep a day, and asks for another."""
    ward.later(30)
    head = ward.sit(ward.cast.phuc, f"/programmes/{june().pk}/")
    head.see("Chương trình công tác tháng 6/2022")
    head.press(DRAINS)
    head.see(DRAINS)
    head.press("Đề nghị đổi thời hạn, chuyển kỳ")
    head.see("Đề nghị chuyển kỳ, đổi thời hạn")
    head.write("Thời hạn mới", "2022-06-29")
    head.write("Lý do", "Đơn vị thi công chỉ bố trí được máy từ ngày 20.")
    head.press("Gửi đề nghị")
    head.see(DRAINS, told="Đã gửi đề nghị tới Chủ tịch.")


def decide_the_move(ward: Ward) -> None:
    """Sơn agrees; the two versions stand side by side."""
    ward.later(30, 10)
    chairman = ward.sit(ward.cast.son, "/desk/")
    chairman.see("Bàn làm việc")
    chairman.press("Quyết định")
    chairman.see("Điều chỉnh chương trình tháng 6/2022")
    chairman.press("Đồng ý")
    chairman.see("Điều chỉnh chương trình", told="Đã đồng ý điều chỉnh.")
    chairman.press("so với lần trước")
    chairman.see("So sánh phiên bản chương trình")
    for day in ("15/06/2022", "29/06/2022"):
        chairman.page.locator("mark", has_text=day).wait_for()
