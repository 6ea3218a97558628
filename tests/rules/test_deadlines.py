"""An officer reads a deadline in a directive; the house reads the same day, or none."""

# ruff: noqa: E501 — a row is read on one line

import unicodedata
from datetime import date

import pytest

from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.deadlines import binding, due_moment_of_relative, read_deadlines, roll_over
from dondoc.rules.deadlines.phrases import PHRASES

ISSUED = date(2025, 11, 20)

# phrase, then each deadline: kind, due day, hour, rule
TABLE = [
    ("báo cáo về Ủy ban trước ngày 25 hàng tháng", [("monthly", "2025-11-25", None, "monthly:25")]),
    ("chuẩn bị tài liệu trước 02 ngày tổ chức hội nghị", [("event", None, None, "event:-2")]),
    ("bổ sung giải pháp, khắc phục trong tháng", [("date", "2025-11-30", None, "end-of-period")]),
    ("định kỳ báo cáo lãnh đạo", []),
    ("thường xuyên rà soát", [("continuous", None, None, "continuous")]),
    ("hoàn thành đúng hạn các nhiệm vụ có gắn sao", []),
    ("kịp thời báo cáo", [("urgent", None, None, "urgent")]),
    ("nhận được Công văn này, đề nghị các đơn vị nghiêm túc triển khai", []),
    ("định kỳ hàng tháng trước ngày 25", [("monthly", "2025-11-25", None, "monthly:25")]),
    ("gửi Văn phòng trước ngày 25-12- 2025", [("date", "2025-12-25", None, "date")]),
    ("bằng văn bản trước ngày 20.12.2025", [("date", "2025-12-20", None, "date")]),
    ("Chậm nhất vào ngày 25 của tháng cuối quý", [("quarterly", "2025-12-25", None, "quarterly:m3:25")]),
    ("Chậm nhất vào ngày 28 hàng tháng", [("monthly", "2025-11-28", None, "monthly:28")]),
    ("chậm nhất 17 giờ thứ sáu tuần trước", [("weekly", "2025-11-21", "17:00", "weekly:4")]),
    ("Trong thời gian 02 ngày làm việc, kể từ ngày nhận được dự thảo", [("relative", None, None, "relative:+2")]),
    ("Chậm nhất vào ngày 31 tháng 11 hàng năm", [("yearly", "2025-11-30", None, "yearly:30/11")]),
    ("trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này", [("relative", None, None, "relative:+10")]),
    ("Định kỳ hằng năm (trước ngày 15 tháng 12)", [("yearly", "2025-12-15", None, "yearly:15/12")]),
    ("hoàn thành trong tháng 11/2025", [("date", "2025-11-30", None, "end-of-period")]),
    ("xong trong tháng 12/2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("hằng năm (trước ngày 15 tháng 11) hoặc theo đề nghị", [("yearly", "2026-11-15", None, "yearly:15/11")]),
    ("Từ ngày 15/11/2025 đến ngày 15/12/2025", [("range", "2025-12-15", None, "range")]),
    ("Hằng tháng, mở chuyên mục", [("monthly", None, None, "monthly")]),
    ("báo cáo nhanh hàng ngày", [("daily", None, None, "daily")]),
    ("Hoàn thành trong năm 2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("trước ngày 20 hằng tháng lên phần mềm", [("monthly", "2025-12-20", None, "monthly:20")]),
    ("trước ngày 15 hằng tháng", [("monthly", "2025-12-15", None, "monthly:15")]),
    ("Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ", [("event", None, None, "event")]),
    ("Thực hiện thường xuyên", [("continuous", None, None, "continuous")]),
    ("định kỳ trước ngày 30 tháng 11 hàng năm", [("yearly", "2025-11-30", None, "yearly:30/11")]),
    ("Quý III Năm 2026", [("date", "2026-09-30", None, "end-of-period")]),
    ("Quý IV/2025- Quý II/2026", [("range", "2026-06-30", None, "range")]),
    ("trước ngày 01/6 và 15/11 hằng năm (hoặc đột xuất)", [("yearly", "2026-06-01", None, "yearly:1/6"), ("yearly", "2026-11-15", None, "yearly:15/11")]),
    ("Thường xuyên, hằng năm", [("continuous", None, None, "continuous"), ("yearly", None, None, "yearly")]),
    ("Quý IV năm 2025 và các năm tiếp theo", [("continuous", None, None, "continuous")]),
    ("Theo tiến độ xây dựng dự thảo của cơ quan chủ trì", [("event", None, None, "event")]),
    ("Sau khi Nghị định quy định chi tiết được ban hành", [("event", None, None, "event")]),
    ("Sau khi có Quy chế của Trung ương", [("event", None, None, "event")]),
    ("Tháng 12 hằng năm", [("yearly", None, None, "yearly:12")]),
    ("Theo Kế hoạch riêng", [("event", None, None, "event")]),
    ("trước 15:00 ngày thứ Sáu hàng tuần", [("weekly", "2025-11-21", "15:00", "weekly:4")]),
    ("trước 16h00 thứ Sáu hàng tuần", [("weekly", "2025-11-21", "16:00", "weekly:4")]),
    ("trước 12h00 thứ sáu hàng tuần", [("weekly", "2025-11-21", "12:00", "weekly:4")]),
    ("trước 10 giờ thứ Hai hàng tuần", [("weekly", "2025-11-24", "10:00", "weekly:0")]),
    ("Trước ngày 15/12 hàng năm tổng hợp", [("yearly", "2025-12-15", None, "yearly:15/12")]),
    ("rà soát 319 văn bản, xong trong năm 2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("trong tháng 11 năm 2025", [("date", "2025-11-30", None, "end-of-period")]),
    ("trong báo cáo cải cách hành chính hằng tháng", [("monthly", None, None, "monthly")]),
    ("chậm nhất ngày 10 tháng 12 năm 2025", [("date", "2025-12-10", None, "date")]),
    ("trước ngày 13 tháng 12 năm 2025", [("date", "2025-12-13", None, "date")]),
    ("Từ nay đến ngày 19 tháng 12 năm 2025", [("range", "2025-12-19", None, "range")]),
    ("trước ngày 30/11/2025", [("date", "2025-11-30", None, "date")]),
    ("thời hạn hoàn thành: trước ngày 30/11/2025", [("date", "2025-11-30", None, "date")]),
    ("chậm nhất trước ngày 31/12/2025", [("date", "2025-12-31", None, "date")]),
    ("trước ngày 03/12/2025 để tổng hợp", [("date", "2025-12-03", None, "date")]),
    ("trước 17 giờ ngày 27/11/2025", [("date", "2025-11-27", "17:00", "date")]),
    ("báo cáo các cấp hàng ngày theo quy định", [("daily", None, None, "daily")]),
    ("trước ngày 15 tháng 12 năm 2025 trực tiếp kiểm tra", [("date", "2025-12-15", None, "date")]),
    ("báo cáo kết quả trong tháng 12 năm 2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("sớm bàn giao trong năm 2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("trước ngày 30 tháng 11 năm 2025 theo chỉ đạo", [("date", "2025-11-30", None, "date")]),
    ("báo cáo Thủ tướng hằng tuần về tiến độ", [("weekly", None, None, "weekly")]),
    ("trong năm 2027", [("date", "2027-12-31", None, "end-of-period")]),
    ("xử lý dứt điểm trong tháng 11 năm 2025", [("date", "2025-11-30", None, "end-of-period")]),
    ("trong tuần ngày 15 đến ngày 31 tháng 12 năm 2025", [("range", "2025-12-31", None, "range")]),
    ("gửi Sở Tư pháp trước ngày 05 tháng 12; Sở tổng hợp trước ngày 10 tháng 12", [("date", "2025-12-05", None, "date"), ("date", "2025-12-10", None, "date")]),
    ("hoàn thành xong trước ngày 05 tháng 12 năm 2025", [("date", "2025-12-05", None, "date")]),
    ("Thời gian hoàn thành trong tháng 12 năm 2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("trước ngày 06 tháng 12 năm 2025", [("date", "2025-12-06", None, "date")]),
    ("trước ngày 10 tháng 01 hàng năm", [("yearly", "2026-01-10", None, "yearly:10/1")]),
    ("trước ngày 10 tháng 6 hàng năm định kỳ 6 tháng", [("half_yearly", "2026-06-10", None, "half_yearly:10/6")]),
    ("trước ngày 10 hàng tháng", [("monthly", "2025-12-10", None, "monthly:10")]),
    ("định kỳ hàng tuần (Thứ 7, Chủ nhật)", [("weekly", "2025-11-22", None, "weekly:5")]),
    ("trước 6h sáng hàng ngày", [("daily", None, "06:00", "daily")]),
    ("hàng tuần, báo cáo UBND Thành phố", [("weekly", None, None, "weekly")]),
    ("trong Quý IV/2025", [("date", "2025-12-31", None, "end-of-period")]),
    ("trước ngày 20 tháng cuối quý", [("quarterly", "2025-12-20", None, "quarterly:m3:20")]),
    ("Chậm nhất là ngày 15 tháng đầu tiên của quý liền sau", [("quarterly", "2026-01-15", None, "quarterly:m1:15")]),
    ("trước 15 giờ hằng ngày", [("daily", None, "15:00", "daily")]),
    ("trước 12 giờ ngày 27 tháng 11 năm 2025", [("date", "2025-11-27", "12:00", "date")]),
    ("trong thời hạn 07 ngày kể từ ngày nhận được đề nghị", [("relative", None, None, "relative:+7")]),
    ("trong thời hạn 03 ngày làm việc công khai", [("relative", None, None, "relative:+3")]),
    ("chậm nhất 01 ngày làm việc trước thời gian nghỉ tết", [("event", None, None, "event:-1")]),
    ("trước khi thực hiện ít nhất 30 ngày", [("event", None, None, "event:-30")]),
    ("trong vòng 05 ngày làm việc sau ngày kết thúc họp", [("event", None, None, "event:+5")]),
    ("Trong vòng 15 ngày sau sáp nhập", [("event", None, None, "event:+15")]),
    ("tất cả các ngày làm việc trong tuần", [("daily", None, None, "daily")]),
]  # fmt: skip

# phrases that stand alone in a table cell or after “Thời gian thực hiện:”
FIELDS = {
    "Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ",
    "Quý III Năm 2026",
    "Quý IV/2025- Quý II/2026",
    "Thường xuyên, hằng năm",
    "Quý IV năm 2025 và các năm tiếp theo",
    "Theo tiến độ xây dựng dự thảo của cơ quan chủ trì",
    "Sau khi Nghị định quy định chi tiết được ban hành",
    "Sau khi có Quy chế của Trung ương",
    "Theo Kế hoạch riêng",
}

NOT_DEADLINES = [
    "Theo chức năng, nhiệm vụ được giao, các sở tổ chức thực hiện",
    "Công văn số 12/BC-VP ngày 11/5/2022 và Quyết định số 7/QĐ-UBND ngày 30 tháng 12 năm 2025",
    "đến ngày 19 tháng 12 năm 2025 đã có 15 sở gửi đăng ký",
    "đơn vị chưa báo cáo trước ngày 10/10/2025 theo yêu cầu",
    "từ ngày 16 đến ngày 18/11/2025 mưa lớn gây ngập",
    "bố trí kinh phí chi thường xuyên trong dự toán ngân sách hàng năm",
    "theo Nghị quyết hằng năm của Hội đồng nhân dân",
    "bổ sung giải pháp đối với việc chậm trong tháng",
    "quy hoạch đến năm 2030, tầm nhìn đến năm 2050",
    "trước ngày 45/13/2025",
    "báo cáo kết quả theo kế hoạch hàng năm",
]


IDS = [row[0][:40] for row in TABLE]
IN_AN_ORDER = (
    "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát hồ sơ; {}; gửi về Văn phòng."
)
IN_A_FIELD = "- Sản phẩm: kế hoạch. Thời gian thực hiện: {}."


def told(found):
    return [(d.kind, d.due_on.isoformat() if d.due_on else None, d.time, d.rule) for d in found]


@pytest.mark.parametrize(("phrase", "expected"), TABLE, ids=IDS)
def test_a_phrase_is_read_as_officers_read_it(phrase, expected):
    found = read_deadlines(phrase, ISSUED, field=phrase in FIELDS)
    assert told(found) == expected
    assert all(phrase[d.start : d.end] == d.phrase for d in found)


@pytest.mark.parametrize(("phrase", "expected"), TABLE, ids=IDS)
def test_it_is_read_alike_inside_an_order(phrase, expected):
    said = (IN_A_FIELD if phrase in FIELDS else IN_AN_ORDER).format(phrase)
    found = read_deadlines(said, ISSUED)
    assert told(found) == expected
    assert all(said[d.start : d.end] == d.phrase for d in found)


@pytest.mark.parametrize("phrase", [row[0] for row in TABLE], ids=IDS)
def test_only_before_a_day_is_strict(phrase):
    for one in read_deadlines(phrase, ISSUED, field=phrase in FIELDS):
        before = one.kind not in ("event", "relative") and "trước" in one.phrase.lower()
        assert one.strict is (before and "tuần trước" not in one.phrase)


def test_the_table_holds_all_87_phrasings_of_the_dossier():
    assert len(TABLE) == 87


@pytest.mark.parametrize("text", NOT_DEADLINES)
def test_no_deadline_is_invented(text):
    assert read_deadlines(text, ISSUED) == ()


@pytest.mark.parametrize("rule", PHRASES, ids=lambda rule: rule.example)
def test_every_rule_reads_its_own_example(rule):
    assert rule.form.search(rule.example.lower())
    assert read_deadlines(rule.example, ISSUED, field=rule.field)


def test_before_a_day_is_due_on_that_day_and_strict():
    (before,) = read_deadlines("gửi về Sở trước ngày 05/12/2025", ISSUED)
    (latest,) = read_deadlines("gửi về Sở chậm nhất ngày 05/12/2025", ISSUED)
    assert (before.due_on, before.strict) == (date(2025, 12, 5), True)
    assert (latest.due_on, latest.strict) == (date(2025, 12, 5), False)


def test_a_notice_a_few_days_late_keeps_the_day_it_sets():
    (late,) = read_deadlines("Giao Sở X kiểm tra trước ngày 15/11/2025", ISSUED)
    assert late.due_on == date(2025, 11, 15)
    assert read_deadlines("Giao Sở X kiểm tra trước ngày 15/9/2025", ISSUED) == ()


def test_a_day_that_does_not_exist_is_clamped_and_said_so():
    (day,) = read_deadlines("trước ngày 31/11/2025", ISSUED)
    assert day.due_on == date(2025, 11, 30)
    assert "31/11 không có" in day.detail


def test_without_a_year_it_is_that_of_issue_or_the_next():
    days = read_deadlines("trước ngày 25/12 và trước ngày 10/01", ISSUED)
    assert [d.due_on for d in days] == [date(2025, 12, 25), date(2026, 1, 10)]
    (unknown,) = read_deadlines("trước ngày 25/12", None)
    assert unknown.due_on is None


def test_phrases_are_found_over_line_breaks_and_bold_marks():
    text = "báo cáo **trước\nngày 05 tháng 12\nnăm 2025**."
    (day,) = read_deadlines(text, ISSUED)
    assert day.phrase == "trước ngày 05 tháng 12 năm 2025"
    assert text[day.start : day.end].endswith("2025")


def test_decomposed_letters_are_read_and_keep_their_offsets():
    text = unicodedata.normalize("NFD", "báo cáo trước ngày 05/12/2025 về Sở")
    (day,) = read_deadlines(text, ISSUED)
    assert unicodedata.normalize("NFC", text[day.start : day.end]) == "trước ngày 05/12/2025"


def test_urgency_binds_only_where_no_term_is_set():
    dated = read_deadlines("khẩn trương rà soát, xong trước ngày 05/12/2025", ISSUED)
    assert [d.kind for d in binding(dated)] == ["date"]
    lasting = read_deadlines("kịp thời, thường xuyên cập nhật", ISSUED)
    assert [d.kind for d in binding(lasting)] == ["continuous"]
    urgent = read_deadlines("khẩn trương rà soát, kịp thời báo cáo", ISSUED)
    assert [d.kind for d in binding(urgent)] == ["urgent"]


CALENDAR = WorkingCalendar(frozenset({date(2025, 9, 1), date(2025, 9, 2)}), frozenset())


def test_a_term_in_days_ends_on_the_next_working_day():
    (term,) = read_deadlines("trong thời hạn 10 ngày kể từ ngày nhận văn bản", ISSUED)
    assert due_moment_of_relative(term, date(2025, 8, 20), CALENDAR) == (date(2025, 9, 3), None)
    assert roll_over(date(2025, 8, 30), CALENDAR) == date(2025, 9, 3)


def test_a_term_in_working_days_passes_over_days_off():
    (term,) = read_deadlines("trong thời hạn 03 ngày làm việc kể từ ngày nhận", ISSUED)
    assert due_moment_of_relative(term, date(2025, 8, 29), CALENDAR)[0] == date(2025, 9, 5)


def test_a_term_before_an_event_ends_on_the_working_day_before():
    (term,) = read_deadlines("gửi tài liệu trước 02 ngày tổ chức hội nghị", ISSUED)
    assert due_moment_of_relative(term, date(2025, 9, 3), CALENDAR)[0] == date(2025, 8, 29)


def test_a_printed_day_is_kept_as_printed():
    (saturday,) = read_deadlines("trước ngày 06/12/2025", ISSUED)
    assert due_moment_of_relative(saturday, ISSUED, CALENDAR)[0] == date(2025, 12, 6)
