"""Terms counted from a day that is not printed, events, urgency; issued Thursday 20/11/2025."""

# ruff: noqa: E501 — a row is read on one line

from datetime import date

import pytest

from dondoc.rules.deadlines import read_deadlines

ISSUED = date(2025, 11, 20)

# sentence, kind, anchor, days, months, in working days, due day
TERMS = [
    ("trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này", "relative", "receipt", 10, None, False, None),
    ("trong vòng 05 ngày kể từ ngày nhận được văn bản này", "relative", "receipt", 5, None, False, None),
    ("chậm nhất 03 ngày kể từ ngày nhận được Công văn, các sở gửi", "relative", "receipt", 3, None, False, None),
    ("sau 05 ngày kể từ ngày nhận văn bản này", "relative", "receipt", 5, None, False, None),
    ("trong thời gian 02 ngày làm việc, kể từ ngày nhận được dự thảo", "relative", "event", 2, None, True, None),
    ("trong 07 ngày kể từ ngày nhận được đề nghị của xã", "relative", "event", 7, None, False, None),
    ("chậm nhất 05 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ", "relative", "event", 5, None, True, None),
    ("trong 15 ngày kể từ ngày ban hành Kế hoạch này", "relative", "issue", 15, None, False, "2025-12-05"),
    ("trong thời hạn 10 ngày kể từ ngày Luật được ban hành", "event", "event", 10, None, False, None),
    ("trong thời hạn 10 (mười) ngày kể từ ngày ký", "relative", "issue", 10, None, False, "2025-11-30"),
    ("trong thời hạn 30 ngày kể từ ngày 01/12/2025", "relative", "calendar", 30, None, False, "2025-12-31"),
    ("trong thời hạn 03 ngày làm việc công khai", "relative", "issue", 3, None, True, None),
    ("trong vòng 24 giờ kể từ khi nhận được văn bản này", "relative", "receipt", 1, None, False, None),
    ("trong vòng 48 giờ kể từ khi xảy ra sự cố", "event", "event", 2, None, False, None),
    ("trong vòng 01 tháng kể từ ngày nhận Kế hoạch này", "relative", "receipt", None, 1, False, None),
    ("trong vòng ba tuần kể từ ngày nhận Công văn này", "relative", "receipt", 21, None, False, None),
    ("chậm nhất sau 30 ngày kể từ ngày Nghị quyết có hiệu lực", "event", "event", 30, None, False, None),
    ("trong vòng 05 ngày làm việc sau ngày kết thúc họp", "event", "event", 5, None, True, None),
    ("trong 10 ngày làm việc kể từ ngày hội nghị kết thúc", "event", "event", 10, None, True, None),
    ("không quá 15 ngày", "relative", "event", 15, None, False, None),
    ("thời gian giải quyết tối đa 03 ngày làm việc", "relative", "event", 3, None, True, None),
    ("chậm nhất 03 ngày làm việc phải trả lời", "relative", "event", 3, None, True, None),
    ("chậm nhất 05 ngày trước ngày khai mạc kỳ họp", "event", "event", -5, None, False, None),
    ("ít nhất 03 ngày làm việc trước khi họp", "event", "event", -3, None, True, None),
    ("trước 02 ngày tổ chức hội nghị", "event", "event", -2, None, False, None),
    ("trước ngày họp 02 ngày", "event", "event", -2, None, False, None),
    ("không muộn hơn 15 ngày trước ngày bầu cử", "event", "event", -15, None, False, None),
    ("trước khi thực hiện ít nhất 30 ngày", "event", "event", -30, None, False, None),
    ("gửi tài liệu trước ít nhất 07 ngày", "event", "event", -7, None, False, None),
]  # fmt: skip

# sentence, kinds
WAITING = [
    ("hoàn thành trước Tết Nguyên đán Bính Ngọ.", ["event"]),
    ("gửi hồ sơ trước kỳ họp thứ 10.", ["event"]),
    ("hoàn thành trước mùa mưa bão.", ["event"]),
    ("trình Quốc hội cho ý kiến, thông qua tại Kỳ họp thứ 10.", ["event"]),
    ("trình HĐND tỉnh xem xét tại kỳ họp thường lệ giữa năm 2026.", ["event"]),
    ("báo cáo trước kỳ họp thường lệ giữa năm 2026.", ["event"]),
    ("sửa chữa xong trước thềm năm học mới.", ["event"]),
    ("xong trước ngày khai giảng.", ["event"]),
    ("Từ nay đến Tết, các xã trực cấp cứu.", ["event"]),
    ("khôi phục sản xuất ngay sau khi lũ rút.", ["event"]),
    ("khử khuẩn nguồn nước sau khi nước rút.", ["event"]),
    ("xây dựng văn bản được giao khi Chính phủ và các Bộ, ngành ban hành văn bản hướng dẫn.", ["event"]),
    ("Sau khi được Quốc hội thông qua, các Bộ tổ chức thực hiện.", ["event"]),
    ("Sau khi phương án phân vùng mới được cấp có thẩm quyền thông qua, Bộ Tài chính báo cáo.", ["event"]),
    ("công bố kế hoạch sau khi được Chủ tịch Ủy ban nhân dân tỉnh phê duyệt.", ["event"]),
    ("ban hành kế hoạch phục hồi sau khi kết thúc giai đoạn ứng phó.", ["event"]),
    ("Sau khi hoàn thành kiểm kê, các xã báo cáo.", ["event"]),
    ("tham mưu ban hành quy chế sau khi có hướng dẫn của Bộ Nội vụ.", ["event"]),
    ("triển khai khi có hướng dẫn của Trung ương.", ["event"]),
    ("Sau khi thực hiện mở tài khoản, các xã ký hợp đồng.", []),
    ("cộng điểm thi đua theo quy chế (sau khi được ban hành).", []),
    ("Từ ngày 01/12/2025, chỉ làm thủ tục tại quầy.", ["continuous"]),
    ("Từ ngày 01/7/2025, các xã đi vào hoạt động.", []),
    ("công bố hàng tháng danh mục giấy tờ.", ["monthly"]),
    ("bảo đảm an ninh trước, trong và sau thời gian diễn ra Đại hội.", ["event"]),
    ("bố trí trực trước, trong và sau kỳ nghỉ Tết.", ["event"]),
    ("bảo đảm an toàn trước, trong và sau bão.", ["event"]),
    ("vận động người dân trước, trong và sau thời gian phát động.", []),
    ("bảo đảm thông tuyến trong thời gian sớm nhất.", ["urgent"]),
    ("đưa hàng đến tay người dân sớm nhất có thể.", ["urgent"]),
    ("Liên tục cập nhật tình hình ngập lụt.", ["continuous"]),
    ("cập nhật liên tục tình hình ngập lụt.", ["continuous"]),
    ("Ngay sau khi nhận được Công điện này, các xã tổ chức trực.", ["urgent"]),
    ("duy trì trực ban 24/24 giờ.", ["continuous"]),
    ("thường xuyên, liên tục cập nhật.", ["continuous"]),
    ("duy trì liên tục 24/7.", ["continuous"]),
    ("khẩn trương rà soát.", ["urgent"]),
    ("triển khai ngay các biện pháp.", ["urgent"]),
    ("kịp thời xử lý.", ["urgent"]),
]  # fmt: skip

# dates that set nothing
TOLD = [
    "luật đã được Quốc hội thông qua tại kỳ họp thứ 9",
    "báo cáo kết quả thực hiện nghị quyết được thông qua tại Kỳ họp thứ 9",
    "Sở Nội vụ đã trình HĐND tại kỳ họp thứ 3",
    "thực hiện Công văn số 123/UBND-VX ngày 05/12/2025 của Ủy ban nhân dân tỉnh",
    "Kế hoạch số 12/KH-UBND ngày 20 tháng 12 năm 2025",
    "theo Nghị quyết số 7/NQ-HĐND ban hành ngày 10/12/2025",
    "kết luận tại cuộc họp ngày 15/12/2025",
    "Thông báo kết luận ngày 25/11/2025",
    "Luật có hiệu lực từ ngày 01/01/2026",
    "Quyết định có hiệu lực đến hết ngày 31/12/2026",
    "công dân sinh trước ngày 01/01/2026",
    "sinh ngày 05/12/2025",
    "số liệu tính đến ngày 30/11/2025",
    "lũy kế đến hết ngày 30/11/2025",
    "từ ngày 01/7/2025 (thời điểm sáp nhập) đến nay",
    "kỳ báo cáo từ ngày 15/11 đến ngày 14/12",
    "số liệu từ ngày 15/11/2025 đến ngày 14/12/2025",
    "các xã chưa gửi báo cáo trước ngày 15/11/2025 theo yêu cầu tại Công văn số 9",
    "Sở A không gửi trước ngày 18/11/2025",
    "Trong năm 2025, tỉnh đã hoàn thành 15 chỉ tiêu",
    "trong năm 2025 đã được khen thưởng",
    "các nhiệm vụ trong năm 2025 của Chương trình",
    "tỷ lệ lao động qua đào tạo đạt 80% vào năm 2030",
    "bố trí nguồn kinh phí năm 2025 và các năm tiếp theo",
    "các dự án có kế hoạch hoàn thành năm 2026",
    "trước ngày 15/13/2025",
    "trước ngày 45/12/2025",
    "trong tháng 13/2025",
    "trước ngày 00/00/0000",
    "quy hoạch đến năm 2030, tầm nhìn đến năm 2050",
    "giai đoạn 2026 - 2030",
    "trong 05 năm qua",
    "trong 24 giờ tới bão mạnh thêm",
    "chịu trách nhiệm trước Chủ tịch và trước pháp luật",
    "báo cáo trước hội nghị kết quả",
    "trước hết, rà soát các dự án",
    "chưa kịp thời, chưa khẩn trương",
    "nguồn chi thường xuyên",
    "ngay từ đầu, ngay tại cơ sở, ngay cả khi",
    "định kỳ báo cáo lãnh đạo",
    "sẵn sàng cứu hộ, cứu nạn khi có yêu cầu",
    "chuẩn bị phương án thu dung điều trị khi có dịch bùng phát",
    "đánh giá lợi thế của địa phương sau khi hợp nhất, sáp nhập",
    "xử lý các kiến nghị đã gửi sau khi Luật được thông qua",
    "Bộ Tài chính phê duyệt sau khi đã có ý kiến của các bộ",
    "chuẩn bị nhân lực vận hành 02 bệnh viện sau khi hoàn thành dự án",
    "bảo đảm cấp điện liên tục",
    "nhận được Công văn này, các đơn vị nghiêm túc triển khai",
    "nghỉ Tết Nguyên đán từ ngày 14/02/2026 đến hết ngày 22/02/2026",
    "theo dự báo, từ ngày 26/11 đến ngày 28/11/2025 có mưa lớn",
    "phân công trực 24/24 giờ",
    "hoàn thành 2/3 khối lượng, không quá 1/3 tổng số, từ 1/3 đến 1/2 số xã",
    "ổn định đời sống sinh hoạt hằng ngày.",
    "phân công cụ thể từng tháng, từng quý.",
    "tỷ lệ 5/12 đơn vị, điểm 25/30",
]


@pytest.mark.parametrize(
    ("said", "kind", "anchor", "days", "months", "working", "due_on"),
    TERMS, ids=[row[0][:60] for row in TERMS],
)  # fmt: skip
def test_a_term_keeps_what_it_is_counted_from(said, kind, anchor, days, months, working, due_on):
    (one,) = read_deadlines(said, ISSUED)
    assert (one.kind, one.anchor, one.days, one.months, one.working) == (
        kind, anchor, days, months, working,
    )  # fmt: skip
    assert (one.due_on and one.due_on.isoformat()) == due_on
    assert one.detail
    assert not one.strict


@pytest.mark.parametrize(("said", "kinds"), WAITING, ids=[row[0][:60] for row in WAITING])
def test_events_permanence_and_urgency_carry_no_day(said, kinds):
    found = read_deadlines(said, ISSUED)
    assert [d.kind for d in found] == kinds
    assert not any(d.due_on for d in found)


@pytest.mark.parametrize("said", TOLD)
def test_a_date_that_only_tells_sets_nothing(said):
    assert read_deadlines(said, ISSUED) == ()


def test_a_field_may_hold_a_term():
    (one,) = read_deadlines("Thời gian thực hiện: 15 ngày kể từ ngày nhận hồ sơ.", ISSUED)
    assert (one.kind, one.days, one.anchor) == ("relative", 15, "event")


def test_what_is_certain_is_more_certain_than_what_is_vague():
    said = "trước ngày 05/12/2025; trong tháng 12; vào đầu quý I/2026; khẩn trương"
    sure = [d.confidence for d in read_deadlines(said, ISSUED)]
    assert sure[0] == 1.0
    assert sure[0] > sure[1] > sure[2]
    assert min(sure) >= 0.6
