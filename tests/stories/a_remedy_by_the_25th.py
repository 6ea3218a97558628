"""What was late by the 20th: called for, promised, reported by the 25th, put right, summed up."""

from dondoc.remedies import actions
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.reports.models import Summary
from dondoc.tasks.models import Task
from tests.browser import PHONE
from tests.documents.made_files import word
from tests.stories.living_ward import LATE_FEAST, LATE_WORK, RESULT, Ward, choose, words_of_pdf

WHY = "Đơn vị tư vấn bàn giao hồ sơ chậm mười ngày."
HOW = "Trưởng phòng trực tiếp làm việc với tư vấn, họp rà soát hằng ngày."
ORDER = "Phòng Kinh tế báo cáo tiến độ chỉnh trang vỉa hè hằng tuần."


def remedy_of(task: str) -> Remedy:
    return Remedy.objects.get(task__content=task)


def report_of(unit: object) -> RemedyReport:
    return RemedyReport.objects.get(unit=unit)


def promise(ward: Ward) -> None:
    """The house has called; Phúc says on his phone why, what, by when and who."""
    ward.later(23)
    head = ward.sit(ward.cast.phuc, "/desk/", PHONE)
    head.see("Bàn làm việc")
    head.press("Khắc phục: ")
    head.see("")
    head.press(LATE_WORK)
    head.see(LATE_WORK)
    head.press("Đề ra biện pháp")
    head.see("Đề ra biện pháp")
    head.page.select_option("[name=cause]", index=1)
    head.write("Nói rõ nguyên nhân", WHY)
    head.write("Giải pháp", HOW)
    head.write("Cam kết xong ngày", "2022-05-30")
    choose(head, "Người chịu trách nhiệm", "Kiều Việt")
    head.press("Gửi biện pháp")
    head.see(LATE_WORK, told="Đã gửi biện pháp khắc phục.")


def sign(ward: Ward) -> None:
    """Phúc signs the report, beside the registration of the next month; Thu is in a hurry."""
    ward.later(24)
    head = ward.sit(ward.cast.phuc, "/desk/")
    head.see("Bàn làm việc")
    head.go("/remedies/reports/")
    head.see("Báo cáo khắc phục hằng tháng")
    head.press("Tháng 5/2022")
    head.see("")
    assert head.page.get_by_text(HOW).count()
    head.press("Xem bản A4")
    head.see("")
    head.page.go_back()
    head.press("Ký gửi báo cáo")
    head.agree()
    head.see("", told="Đã ký gửi báo cáo khắc phục.")
    assert HOW in words_of_pdf(head.fetch("PDF"))
    by, at = ward.cast.thu, ward.clock.now()
    actions.promise(
        remedy_of(LATE_FEAST), by=by, at=at, cause="staff",
        cause_told="Thiếu người tổ chức sự kiện.", solution="Sẽ cố gắng làm sớm hơn trước.",
        commit_on=ward.cast.at.date().replace(month=6), person=by,
    )  # fmt: skip
    actions.sign_report(report_of(ward.cast.ward_division), by=by, at=at)


def receive(ward: Ward) -> None:
    """On the 25th Giang takes one report, returns another, and urges who sent none."""
    ward.later(25)
    office = ward.sit(ward.cast.giang, "/remedies/reports/")
    office.see("Báo cáo khắc phục hằng tháng")
    for unit in (ward.cast.ward_economy, ward.cast.ward_division):
        office.press(unit.name)
        office.see("")
        if unit == ward.cast.ward_economy:
            office.press("Tiếp nhận báo cáo")
            office.see("Tiếp nhận báo cáo")
            office.press("Tiếp nhận", within="main form")
            office.see("", told="Đã tiếp nhận báo cáo.")
        else:
            office.press("Trả lại báo cáo")
            office.see("Trả lại báo cáo")
            office.write("Báo cáo còn thiếu điểm nào", "Giải pháp chưa nói ai làm, làm gì.")
            office.press("Trả lại báo cáo", within="main form")
            office.see("", told="Đã trả lại báo cáo")
        office.go("/remedies/reports/")
        office.see("Báo cáo khắc phục hằng tháng")
    office.press("Đôn đốc 2 đơn vị chưa gửi")
    office.agree()
    office.see("Báo cáo khắc phục", told="Đã đôn đốc 2 đơn vị.")


def put_right(ward: Ward) -> None:
    """Việt hands in the work he promised, and reports what came of the remedy."""
    ward.later(30)
    task = Task.objects.get(content=LATE_WORK)
    officer = ward.sit(ward.cast.viet, f"/tasks/{task.code}/")
    officer.see(LATE_WORK)
    officer.press("Tiếp nhận")
    officer.see(LATE_WORK, told="Đã tiếp nhận nhiệm vụ.")
    officer.press("Trình kết quả")
    officer.see("Trình kết quả")
    officer.write("Kết quả", RESULT)
    officer.page.locator("[name=late_reason]").fill(WHY)
    officer.page.locator("input[name=attached]").set_input_files(
        {"name": "to-trinh.docx", "mimeType": "application/octet-stream", "buffer": word(RESULT)}
    )
    officer.press("Trình kết quả", within="main form")
    officer.see(LATE_WORK, told="Đã trình kết quả")
    officer.go(f"/remedies/{remedy_of(LATE_WORK).pk}/")
    officer.see(LATE_WORK)
    officer.press("Báo cáo kết quả khắc phục")
    officer.see("Báo cáo kết quả khắc phục")
    assert officer.page.locator("[name=result]").input_value() == RESULT
    officer.press("Báo cáo kết quả", within="main form")
    officer.see(LATE_WORK, told="Đã báo cáo kết quả khắc phục")


def close(ward: Ward) -> None:
    """Giang confirms the result, and the remedy is closed."""
    ward.later(30, 14)
    office = ward.sit(ward.cast.giang, "/remedies/")
    office.see("Khắc phục")
    office.press(LATE_WORK)
    office.see(LATE_WORK)
    office.press("Xác nhận đã khắc phục")
    office.see("Xác nhận đã khắc phục")
    office.press("Xác nhận đã khắc phục", within="main form")
    office.see(LATE_WORK, told="Đã xác nhận, việc khắc phục được đóng.")


def sum_up(ward: Ward) -> None:
    """On the 31st the Office draws up the month; Hạnh sends it to the Chairman."""
    ward.later(31, 16)
    office = ward.sit(ward.cast.giang, "/summaries/draw-up/")
    office.see("Lập báo cáo tháng gửi Chủ tịch")
    office.press("Tổng hợp và soạn dự thảo")
    office.see("", told="Đã tổng hợp số liệu tháng")
    ward.later(31, 16.5)
    page = f"/summaries/{Summary.objects.get().pk}/"
    head = ward.sit(ward.cast.hanh, page)
    head.press("Xem bản A4")
    head.see("")
    head.page.go_back()
    head.press("Ban hành, gửi Chủ tịch")
    head.agree()
    head.see("", told="Đã ban hành")
    text = words_of_pdf(head.fetch("PDF"))
    assert "Trung tâm Phục vụ hành chính công" in text
    head.press("Đơn vị chưa báo cáo khắc phục")
    head.see("")


def direct(ward: Ward) -> None:
    """Sơn writes what he wants on his phone: it is a task at once."""
    ward.later(31, 17)
    chairman = ward.sit(ward.cast.son, "/inbox/")
    chairman.see("Thông báo")
    chairman.go(f"/summaries/{Summary.objects.get().pk}/")
    chairman.see("")
    chairman.write("Ý kiến chỉ đạo", ORDER, within="#direct")
    choose(chairman, "Đơn vị chủ trì", "Phòng Kinh tế", within="#direct")
    chairman.write("Thời hạn", "2022-06-30", within="#direct")
    chairman.press("Giao thực hiện")
    chairman.see("", told="Đã giao")
    given = Task.objects.get(content__contains="tiến độ chỉnh trang")
    assert given.lead == ward.cast.ward_economy
