"""Which of the terms printed in one order bind it."""

from datetime import date

import pytest

from dondoc.rules.deadlines import binding, read_deadlines

ISSUED = date(2025, 11, 20)


def bound(text):
    return [(d.kind, str(d.due_on)) for d in binding(read_deadlines(text, ISSUED))]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Định kỳ hằng năm tổng hợp, báo cáo kết quả về Sở Nội vụ trước ngày 15 tháng 12.",
         [("yearly", "2025-12-15")]),
        ("Định kỳ hằng năm báo cáo, trong đó năm 2025 gửi trước ngày 15/12/2025.",
         [("yearly", "None"), ("date", "2025-12-15")]),
        ("Hằng năm, các xã rà soát; báo cáo trước ngày 15/11 hằng năm.",
         [("yearly", "2026-11-15")]),
        ("Báo cáo định kỳ hằng tháng: báo cáo số liệu định kỳ hằng tháng.", [("monthly", "None")]),
        ("Cấp phát trước ngày 03/12/2025, báo cáo trước ngày 03/12/2025.",
         [("date", "2025-12-03"), ("date", "2025-12-03")]),
        ("Cho vay từ ngày 01/12 đến ngày 31/12/2025, giảm lãi từ ngày 01/12 đến ngày 31/12/2025.",
         [("range", "2025-12-31")]),
        ("Báo cáo hằng ngày. Thời gian báo cáo trước 9 giờ hằng ngày.", [("daily", "None")]),
        ("Kịp thời báo cáo trước ngày 03/12/2025.", [("date", "2025-12-03")]),
        ("Thường xuyên, kịp thời rà soát.", [("continuous", "None")]),
        ("Thời gian thực hiện: Từ tháng 11/2025 đến khi kết thúc kiểm kê.", [("range", "None")]),
        ("Vệ sinh môi trường ngay sau mưa lũ.", [("event", "None")]),
        ("Đánh giá kết quả thực hiện Kế hoạch hằng năm.", [("yearly", "None")]),
        ("Xây dựng Kế hoạch sao lưu, phục hồi dữ liệu hằng năm;", []),
        ("Phân bổ kế hoạch đầu tư công trung hạn, hằng năm từ ngân sách.", []),
    ],
)  # fmt: skip
def test_what_binds_is_what_an_officer_would_note(text, terms):
    assert bound(text) == terms
