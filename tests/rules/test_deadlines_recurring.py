"""What comes again, as offices print it; issued Thursday 20/11/2025."""

# ruff: noqa: E501 — a row is read on one line

from datetime import date

import pytest

from dondoc.rules.deadlines import read_deadlines

ISSUED = date(2025, 11, 20)

# sentence, then each deadline: kind, first day, hour
RECURRING = [
    # each day and week
    ("báo cáo hằng ngày (trước 16 giờ).", [("daily", None, "16:00")]),
    ("báo cáo nhanh trước 16h30 hằng ngày.", [("daily", None, "16:30")]),
    ("Hằng ngày, trước 15 giờ, cập nhật số liệu.", [("daily", None, "15:00")]),
    ("báo cáo trước 7h và 16h hằng ngày.", [("daily", None, "07:00"), ("daily", None, "16:00")]),
    ("cập nhật 2 giờ/lần.", [("daily", None, None)]),
    ("gửi báo cáo trước 16 giờ thứ Năm hằng tuần.", [("weekly", "2025-11-27", "16:00")]),
    ("báo cáo vào thứ Sáu hằng tuần.", [("weekly", "2025-11-21", None)]),
    ("Hằng tuần (chậm nhất 15 giờ thứ Sáu) gửi báo cáo.", [("weekly", "2025-11-21", "15:00")]),
    ("vào chiều thứ Sáu của tuần, mỗi tuần họp.", [("weekly", None, None)]),
    ("báo cáo thứ Sáu hằng tuần (trước 15 giờ).", [("weekly", "2025-11-21", "15:00")]),
    ("báo cáo trước chủ nhật hàng tuần.", [("weekly", "2025-11-23", None)]),
    ("định kỳ mỗi tuần một lần.", [("weekly", None, None)]),
    ("họp giao ban 02 tuần một lần.", [("weekly", None, None)]),
    ("định kỳ 15 ngày/lần báo cáo tiến độ.", [("weekly", None, None)]),
    ("giao ban 2 lần/tuần.", [("weekly", None, None)]),
    # each month
    ("ngày 15 và ngày 30 hằng tháng.", [("monthly", "2025-12-15", None), ("monthly", "2025-11-30", None)]),
    (
        "báo cáo trước ngày 10, 20 và 30 hằng tháng.",
        [("monthly", "2025-12-10", None), ("monthly", "2025-12-20", None), ("monthly", "2025-11-30", None)],
    ),
    ("trước ngày mùng 5 hằng tháng.", [("monthly", "2025-12-05", None)]),
    ("trước 17 giờ ngày 25 hằng tháng.", [("monthly", "2025-11-25", "17:00")]),
    ("trước ngày 05 của tháng sau.", [("monthly", "2025-12-05", None)]),
    ("trước ngày 05 tháng liền kề.", [("monthly", "2025-12-05", None)]),
    ("chậm nhất ngày 25 của tháng.", [("monthly", "2025-11-25", None)]),
    ("Hằng tháng (ngày 20) tổng hợp kết quả.", [("monthly", "2025-12-20", None)]),
    ("Hằng tháng, trước ngày 20, các xã gửi số liệu.", [("monthly", "2025-12-20", None)]),
    ("từ ngày 01 đến ngày 05 hằng tháng.", [("monthly", "2025-12-05", None)]),
    ("trước ngày làm việc cuối cùng của tháng.", [("monthly", "2025-11-30", None)]),
    ("Hằng tháng trước ngày cuối cùng của tháng báo cáo.", [("monthly", "2025-11-30", None)]),
    ("họp vào thứ Hai đầu tháng.", [("monthly", "2025-12-01", None)]),
    ("tiếp dân vào ngày thứ Năm tuần thứ hai của tháng.", [("monthly", "2025-12-11", None)]),
    ("vào ngày 10, ngày 20 và ngày cuối tháng.", [("monthly", "2025-12-10", None), ("monthly", "2025-12-20", None), ("monthly", "2025-11-30", None)]),
    ("họp vào thứ Sáu tuần cuối tháng.", [("monthly", "2025-11-28", None)]),
    ("mỗi tháng một lần tổ chức đối thoại.", [("monthly", None, None)]),
    ("tổ chức tiếp dân 1 lần/tháng.", [("monthly", None, None)]),
    ("báo cáo kết quả hằng tháng.", [("monthly", None, None)]),
    ("chất vấn từng tháng, báo cáo hàng tháng.", [("monthly", None, None)]),
    # each quarter and half-year
    ("trước ngày 20 của tháng cuối quý.", [("quarterly", "2025-12-20", None)]),
    ("trước ngày 20 của tháng cuối mỗi quý.", [("quarterly", "2025-12-20", None)]),
    ("trước ngày 05 tháng đầu quý sau.", [("quarterly", "2026-01-05", None)]),
    ("trước ngày 15 các tháng 3, 6, 9, 12.", [("quarterly", "2025-12-15", None)]),
    ("trước ngày 15 các tháng 3, 6, 9 và 12 hằng năm.", [("quarterly", "2025-12-15", None)]),
    ("hằng quý trước ngày 15 tháng cuối quý.", [("quarterly", "2025-12-15", None)]),
    ("Hằng quý, tổ chức đánh giá.", [("quarterly", None, None)]),
    ("định kỳ 03 tháng một lần.", [("quarterly", None, None)]),
    ("định kỳ 6 tháng (trước ngày 15/6).", [("half_yearly", "2026-06-15", None)]),
    (
        "định kỳ 6 tháng (trước ngày 15/6 và ngày 15/12) báo cáo.",
        [("half_yearly", "2026-06-15", None), ("half_yearly", "2025-12-15", None)],
    ),
    ("sơ kết 02 lần/năm.", [("half_yearly", None, None)]),
    ("định kỳ sáu tháng báo cáo.", [("half_yearly", None, None)]),
    # each year
    ("hằng năm trước ngày 15 tháng 12.", [("yearly", "2025-12-15", None)]),
    ("trước 15/12 hằng năm.", [("yearly", "2025-12-15", None)]),
    (
        "trước ngày 20/6 và ngày 20/12 hằng năm.",
        [("yearly", "2026-06-20", None), ("yearly", "2025-12-20", None)],
    ),
    (
        "trước ngày 20 tháng 6 và tháng 12 hằng năm.",
        [("yearly", "2026-06-20", None), ("yearly", "2025-12-20", None)],
    ),
    ("trước ngày 15/12 của năm báo cáo.", [("yearly", "2025-12-15", None)]),
    ("chậm nhất ngày 30/11 mỗi năm.", [("yearly", "2025-11-30", None)]),
    ("trong tháng 12 hằng năm.", [("yearly", None, None)]),
    ("trong quý I hằng năm.", [("yearly", None, None)]),
    ("Mỗi năm một lần tổ chức diễn tập.", [("yearly", None, None)]),
    ("Hằng năm, tổ chức tổng kết.", [("yearly", None, None)]),
    ("tổ chức hội thi hằng năm.", [("yearly", None, None)]),
    ("báo cáo năm trước ngày 10 tháng 12.", [("yearly", "2025-12-10", None)]),
    (
        "trước ngày 15/6 đối với báo cáo 06 tháng và trước ngày 15/12 đối với báo cáo năm.",
        [("half_yearly", "2026-06-15", None), ("yearly", "2025-12-15", None)],
    ),
    (
        "6 tháng (trước ngày 20/6), 01 năm (trước ngày 20/12).",
        [("half_yearly", "2026-06-20", None), ("yearly", "2025-12-20", None)],
    ),
    (
        "6 tháng (trước ngày 10 tháng 6 hàng năm) và hàng năm (trước ngày 10 tháng 01 năm sau).",
        [("half_yearly", "2026-06-10", None), ("yearly", "2026-01-10", None)],
    ),
    ("báo cáo tháng trước ngày 15; báo cáo tuần trước 15 giờ thứ Sáu.", [("monthly", "2025-12-15", None), ("weekly", "2025-11-21", "15:00")]),
    # several at once
    (
        "định kỳ hằng tháng, quý, 6 tháng, năm báo cáo.",
        [("monthly", None, None), ("quarterly", None, None), ("half_yearly", None, None), ("yearly", None, None)],
    ),
    ("Định kỳ 6 tháng và 01 năm báo cáo.", [("half_yearly", None, None), ("yearly", None, None)]),
    ("6 tháng, hằng năm báo cáo Ủy ban.", [("half_yearly", None, None), ("yearly", None, None)]),
    (
        "định kỳ hằng quý, 6 tháng và hằng năm báo cáo.",
        [("quarterly", None, None), ("half_yearly", None, None), ("yearly", None, None)],
    ),
    (
        "thực hiện báo cáo tháng, quý, năm.",
        [("monthly", None, None), ("quarterly", None, None), ("yearly", None, None)],
    ),
    (
        "báo cáo định kỳ hằng tháng, hằng quý.",
        [("monthly", None, None), ("quarterly", None, None)],
    ),
    ("Hằng quý/năm đánh giá kết quả.", [("quarterly", None, None), ("yearly", None, None)]),
    (
        "trước ngày 15 hằng tháng và trước ngày 15/12 hằng năm.",
        [("monthly", "2025-12-15", None), ("yearly", "2025-12-15", None)],
    ),
]  # fmt: skip

NOT_RECURRING = [
    "giao dự toán kinh phí hằng năm cho các đơn vị",
    "lồng ghép vào kế hoạch công tác hằng năm.",
    "theo chương trình công tác hàng tháng của phường",
    "chi thường xuyên hằng năm",
    "đưa vào tiêu chí thi đua hằng năm.",
    "Ngân hàng Nhà nước, khách hàng, cửa hàng tháng 12",
    "tăng gấp 02 lần năm 2024",
    "thu nhập bình quân đầu người hằng năm tăng 8%.",
    "công tác tháng 11, tháng 12",
    "báo cáo tháng 11/2025",
]


@pytest.mark.parametrize(("said", "expected"), RECURRING, ids=[row[0][:60] for row in RECURRING])
def test_what_comes_again_is_read_with_its_first_day(said, expected):
    found = read_deadlines(said, ISSUED)
    days = [(d.kind, d.due_on.isoformat() if d.due_on else None, d.time) for d in found]
    assert days == expected
    assert all(d.rule for d in found)


@pytest.mark.parametrize("said", NOT_RECURRING)
def test_a_plan_or_money_of_each_year_is_no_deadline(said):
    assert read_deadlines(said, ISSUED) == ()


def test_without_a_day_of_issue_the_rule_is_kept():
    (monthly,) = read_deadlines("trước ngày 25 hằng tháng", None)
    assert (monthly.kind, monthly.due_on, monthly.rule) == ("monthly", None, "monthly:25")
