"""Remedies: called for by the house each morning, promised, reported, closed; the 25th; "
"inspections."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.config.demo.month.lives import working
from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, Month, day, hour, workdays
from dondoc.remedies import actions
from dondoc.remedies.actions.remedying import is_settled
from dondoc.remedies.calling import call_remedies_of
from dondoc.remedies.models import Remedy, RemedyReport

APRIL = day(4, 1)
Cause = Remedy.Cause
WHYS = {
    KT: (
        (Cause.LATE_START, "Giao việc cho chuyên viên chậm, chưa chia mốc theo tuần.",
         "Trưởng phòng chia mốc theo tuần, kiểm tra vào chiều thứ Sáu hằng tuần."),
        (Cause.CITIZEN, "Một số hộ dân vắng mặt dài ngày, phải mời nhiều lần.",
         "Làm việc ngoài giờ, nhờ tổ dân phố cùng vận động từng hộ."),
    ),
    VH: (
        (Cause.COORDINATION, "Chờ các tổ dân phố, nhà trường gửi danh sách.",
         "Đến từng khu dân cư lấy danh sách, không chờ văn bản."),
        (Cause.CITIZEN, "Người dân đề nghị xem lại kết quả bình xét.",
         "Họp lại tổ dân phố có cán bộ phường dự, niêm yết công khai."),
    ),
    NC: (
        (Cause.QUALITY, "Hồ sơ trình lần đầu còn thiếu số liệu, phải làm lại.",
         "Có người kiểm tra trước khi trình, đối chiếu số liệu với sổ theo dõi."),
        (Cause.LATE_START, "Tập trung cho việc đột xuất nên triển khai muộn.",
         "Phân công lại việc trong phòng, mỗi việc một người chịu trách nhiệm."),
    ),
    TT: (
        (Cause.STAFF, "Thiếu người nhập liệu, một chuyên viên nghỉ ốm dài ngày.",
         "Bố trí người thay, làm thêm giờ hai buổi mỗi tuần đến khi xong."),
        (Cause.COORDINATION, "Chờ ý kiến phối hợp của đơn vị liên quan quá lâu.",
         "Mời họp trực tiếp để thống nhất, không chờ văn bản trả lời."),
    ),
    VP: (
        (Cause.COORDINATION, "Các đơn vị gửi số liệu muộn so với yêu cầu.",
         "Nhắc trước ba ngày, đơn vị gửi muộn báo cáo Chủ tịch."),
    ),
}  # fmt: skip
NO_FUNDS = (
    Cause.FUNDING, "Chưa bố trí được kinh phí nạo vét năm điểm ngập trong quý II.",
    "Lập dự toán từ nguồn sự nghiệp môi trường, trước mắt huy động lực lượng tại chỗ.",
)  # fmt: skip
DONE = "Đã hoàn thành và báo cáo UBND phường tại Báo cáo số {number}/BC-{symbol}."


def plan_remedies(month: Month) -> None:
    """The house's morning duty, the units' answers, the report of the 25th, inspections."""
    first, last = day(4, 1), day(5, 12)
    for passed in range((last - first).days + 1):
        on = first + timedelta(days=passed)
        month.then(hour(on, 6), _call, month)
    for on in workdays(day(4, 5), day(4, 29)):
        if working(on) == on:
            month.then(hour(on, 16), partial(_answer_all, month))
    for on in workdays(day(5, 4), day(5, 11)):
        month.then(hour(on, 16), partial(_answer_some, month))
    _plan_reports(month)
    _plan_causes(month)
    _plan_inspections(month)


def _call(month: Month, *, at: datetime) -> None:
    call_remedies_of(month.committee, at)


def _answer_all(month: Month, *, at: datetime) -> None:
    """In April each unit answers within days, and the Office closes what is handed in."""
    for remedy in _open(month):
        _move_on(month, remedy, at, patience=3)


def _answer_some(month: Month, *, at: datetime) -> None:
    """In May some are answered; the younger ones wait."""
    for remedy in _open(month):
        if remedy.month == APRIL or remedy.pk % 3:
            _move_on(month, remedy, at, patience=5)


def _open(month: Month) -> list[Remedy]:
    rows = Remedy.objects.filter(committee=month.committee).open()
    return list(rows.select_related("task", "unit", "committee", "person").order_by("pk"))


def _move_on(month: Month, remedy: Remedy, at: datetime, patience: int) -> None:
    """One step a day at most, some days after it was called for."""
    if (at - remedy.called_at).days < patience:
        return
    symbol, number = remedy.unit.symbol, remedy.pk
    head, judge = month.head(symbol), _judge(month, symbol)
    if remedy.state == Remedy.State.CALLED:
        cause, told, solution = _why(remedy)
        actions.promise(
            remedy, by=head, at=at, cause=cause, cause_told=told, solution=solution,
            commit_on=working(at.date() + timedelta(days=6 + number % 5)),
            person=month.officer(symbol),
        )  # fmt: skip
    elif remedy.state == Remedy.State.PROMISED and is_settled(remedy):
        actions.report_result(
            remedy, by=head, at=at, result=DONE.format(number=60 + number, symbol=symbol)
        )
    elif remedy.state == Remedy.State.REPORTED and number % 4 == 1 and not remedy.times_returned:
        actions.return_result(
            remedy, by=judge, at=at, reason="Chưa nêu số liệu kết quả; đề nghị bổ sung cụ thể."
        )
    elif remedy.state == Remedy.State.REPORTED:
        actions.confirm_result(remedy, by=judge, at=at)


def _why(remedy: Remedy) -> tuple[str, str, str]:
    if remedy.what.startswith("Khơi thông hệ thống thoát nước"):
        return NO_FUNDS
    whys = WHYS[remedy.unit.symbol]
    return whys[remedy.pk % len(whys)]


def _judge(month: Month, symbol: str) -> Any:
    return month.chairman if symbol == VP else month.tracker


def _plan_reports(month: Month) -> None:
    """April's reports: most in time, the centre's returned and signed again, one a day late."""
    signed = {NC: hour(day(4, 21), 10), VP: hour(day(4, 22), 9), TT: hour(day(4, 22), 16, 30),
              VH: hour(day(4, 25), 16, 40), KT: hour(day(4, 26), 17, 10)}  # fmt: skip
    for symbol, at in signed.items():
        _on_report(month, symbol, at, _sign, by=month.head(symbol))
    _on_report(month, KT, hour(day(4, 26), 8), actions.urge_report, by=month.tracker)
    _on_report(
        month, TT, hour(day(4, 25), 9), actions.return_report, by=month.tracker,
        reason="Chưa nêu giải pháp bù tiến độ số hóa hộ tịch; đề nghị bổ sung số sổ còn lại theo "
        "tuần.",
    )  # fmt: skip
    _on_report(month, TT, hour(day(4, 25), 15, 20), _sign, by=month.head(TT))
    for symbol in (NC, TT, VH, KT):
        _on_report(month, symbol, hour(day(4, 27), 9), actions.accept_report, by=month.tracker,
                   answer="Đã tiếp nhận; theo dõi theo ngày cam kết.")  # fmt: skip
    _on_report(month, VP, hour(day(4, 27), 11), actions.accept_report, by=month.chairman,
               answer="Văn phòng làm gương về thời hạn.")  # fmt: skip


def _on_report(
    month: Month, symbol: str, at: datetime, deed: Callable[..., Any], **said: Any
) -> None:
    def live() -> None:
        report = RemedyReport.objects.get(unit=month.unit(symbol), month=APRIL)
        deed(report, at=at, **said)

    month.story.then(at, live)


def _sign(report: RemedyReport, *, by: Any, at: datetime) -> None:
    """The head first says what will be done of each thing that still lacks it."""
    bare = Remedy.objects.filter(
        unit=report.unit, state=Remedy.State.CALLED, month__lte=report.month
    )
    for remedy in bare.select_related("task", "unit").order_by("pk"):
        cause, told, solution = _why(remedy)
        actions.promise(
            remedy, by=by, at=at - timedelta(minutes=20), cause=cause, cause_told=told,
            solution=solution, commit_on=working(at.date() + timedelta(days=9)), person=by,
        )  # fmt: skip
    actions.sign_report(report, by=by, at=at)


def _plan_causes(month: Month) -> None:
    """One objective cause granted by the Chairman, one that waits for him."""
    month.then(
        hour(day(4, 28), 9), _ask, month, month.unit(KT), "granted",
        "Mưa lớn trái mùa ba ngày liền, không thi công nạo vét được; đơn vị đã dọn thông cửa thu "
        "nước.",
    )  # fmt: skip
    month.on(
        "granted", hour(day(4, 29), 9), actions.grant_objective, by=month.chairman,
        answer="Công nhận do mưa lớn kéo dài; tập trung làm ngay khi thời tiết cho phép.",
    )  # fmt: skip
    month.then(
        hour(day(5, 11), 10), _ask, month, month.unit(TT), "waiting",
        "Máy quét hỏng, phải chờ linh kiện bảo hành 05 ngày; Trung tâm đã mượn máy của phường bạn.",
    )  # fmt: skip


def _ask(month: Month, unit: Agency, name: str, reason: str, *, at: datetime) -> None:
    waiting = Remedy.objects.filter(unit=unit, committee=month.committee, objective=None).open()
    remedy = waiting.order_by("-pk").first()
    if remedy is None:
        raise LookupError(f"No open remedy of {unit} on {at}: the story has changed.")
    head = month.head(unit.symbol)
    month.made[name] = actions.ask_objective(remedy, by=head, at=at, reason=reason)


def _plan_inspections(month: Month) -> None:
    """One carried out on 5 May, one planned."""
    month.keep(
        "inspection", hour(day(4, 27), 14), actions.plan_inspection, month.committee,
        by=month.tracker, subject="Việc thực hiện chương trình công tác và quy chế làm việc tháng "
        "4",
        units=month.units((KT, TT)), planned_on=day(5, 5),
        inspectors="Chủ tịch UBND phường; Văn phòng; Phòng Nội chính",
    )  # fmt: skip
    _find(month, 10, KT, True, "Sổ theo dõi trật tự xây dựng chưa cập nhật 04 trường hợp; biên bản "
          "kiểm tra tháng 4 thiếu ảnh hiện trường.")  # fmt: skip
    _find(month, 10, KT, False, "Hồ sơ cấp phép xây dựng sắp xếp đầy đủ, đúng hạn.")
    _find(month, 11, TT, True, "08 hồ sơ hộ tịch quá hạn chưa có văn bản xin lỗi công dân.")
    month.on(
        "inspection", hour(day(5, 5), 16, 30), actions.conclude, by=month.chairman,
        conclusion="Các đơn vị cơ bản chấp hành quy chế. Phòng Kinh tế, Hạ tầng và Đô thị, Trung "
        "tâm "
        "Phục vụ hành chính công khắc phục tồn tại, báo cáo trước ngày 25/5/2022.",
    )  # fmt: skip
    month.keep(
        "next-inspection", hour(day(5, 10), 9), actions.plan_inspection, month.committee,
        by=month.tracker, subject="Công tác an toàn thực phẩm và chi trả trợ cấp xã hội",
        units=month.units((VH,)), planned_on=day(5, 19),
        inspectors="Phó Chủ tịch UBND phường phụ trách; Văn phòng",
    )  # fmt: skip


def _find(month: Month, at: int, symbol: str, poor: bool, content: str) -> None:
    month.on(
        "inspection", hour(day(5, 5), at, 15), actions.note_finding, by=month.tracker,
        unit=month.unit(symbol), content=content, poor=poor,
    )  # fmt: skip
