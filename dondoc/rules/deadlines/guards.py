"""Where the same words set no deadline: what stands before or after them in their clause."""

import re
from collections.abc import Callable

from dondoc.rules.deadlines.words import pattern

BEFORE, AFTER = 90, 60  # characters of the clause that are looked at
CLAUSE_END = re.compile(r"[.;](?=\s|$)|\n\s*\n|\n\s*[-+*]\s")

# what happened, what data were counted, since when something is in force
HAPPENED = pattern(
    r"(?:(?<!\w)đã(?! (?:được )?(?:giao|nêu|đăng ký|cam kết|phê duyệt))|xảy ra|bị thiệt hại"
    r"|do đợt|hiệu lực)[^.;,]{0,60}$|(?:phát sinh|diễn ra) $"
)
COUNTED = pattern(
    r"(?:kỳ báo cáo|kỳ số liệu|số liệu|lũy kế|luỹ kế|thời điểm|(?<!\w)tính(?: đến| từ)?)"
    r"(?: (?:báo cáo|trong kỳ|phát sinh))?~[:(]?~$|nghỉ(?: [^\W\d_]{1,20}){0,5} $|dự báo[^.;]*$"
)
IN_FORCE = pattern(r"(?:hiệu lực(?: thi hành)?|tính|số liệu|lũy kế|luỹ kế|cập nhật|kể) $")
BORN = pattern(r"(?:(?<!\w)sinh|đã (?:được )?[^\W\d_]+(?: [^\W\d_]+)?|trở về|phát sinh|xảy ra) $")
OF = pattern(r" của(?!\w)")
DONE_AFTER = pattern(
    r"[^.;:]{0,40}(?<!\w)đã(?!\w)(?! (?:được )?(?:giao|nêu|phê duyệt|đề ra|đăng ký|cam kết|ban hành"
    r"|chỉ đạo|ký))"
)
TARGET = pattern(r"(?:\d~%|đạt|tỷ lệ|tỉ lệ|tỷ số|tỷ suất|chỉ tiêu|ít nhất)[^.;]*$")
FINISHING = pattern(
    r"(?:hoàn thành|xong|dứt điểm|ban hành|trình|khắc phục|bổ sung|giải quyết|xử lý|gửi)"
    r"(?: {WORD}){0,6} $"
)
UNDONE = pattern(r"(?<!\w)(?:chậm|chưa|không|phát sinh|quá hạn|đã)(?: {WORD}){0,6} $")
HEAD = pattern(r"(?:^|[.;]|\n)~(?:[-+*]~|[a-zđ0-9]{1,2}[.)]~)?$")
PAST_AFTER = pattern(
    r"~(?:qua|gần đây|gần nhất|liên tiếp|liên tục|vừa qua|trước đó|trở lại đây)(?!\w)"
)
FORECAST = pattern(r" tới(?!\w)")

# “nguồn chi thường xuyên” is money
MONEY = pattern(
    r"(?:chi|vốn|nguồn|kinh phí|ngân sách|dự toán|nhiệm vụ|sự nghiệp|đào tạo|giáo dục|họp|không"
    r"|chưa|thiếu) $"
)
NOT_DONE = pattern(r"(?:chưa|không|thiếu|ngủ|chưa được|chưa (?:thật|thực) sự) $")
PLANNED = pattern(r"(?:kế hoạch|mục tiêu|dự kiến|tiến độ|lộ trình|đăng ký|đã|có|chưa|không) $")
# what a bare “hằng năm” may follow when it tells how often something is done
DOING = pattern(
    r"(?:^|[.;:,()|–]~|(?:^|\n)~[-+*]~|báo cáo(?: \w{1,20}){0,6} |cập nhật(?: \w{1,20}){0,3} "
    r"|thực hiện |tổ chức |giao ban |công khai |công bố |đăng tải |định kỳ |kiểm tra "
    r"|(?:gửi|tổng hợp|đánh giá|rà soát|sơ kết|kiểm điểm)(?: \w{1,20}){0,2} )$"
)
NOUN = pattern(
    r"(?:kế hoạch|chương trình|dự toán|nghị quyết|kinh phí|quy định|ngân sách|chỉ tiêu|nhiệm vụ"
    r"|chi thường xuyên|công tác|doanh thu|thu nhập|mức|tỷ lệ|tỉ lệ|tăng trưởng|danh mục|đề án"
    r"|nhu cầu|chi phí|thi đua|xếp loại|vốn|lễ hội|bình quân|quỹ|biên chế|khách|ngân|cửa|nhà"
    r"|mặt|bán|đơn|đời sống|sinh hoạt|hoạt động|công việc|sử dụng|chi tiêu)"
    r"(?: công tác| nhà nước)? $"
)
IN_REPORT = pattern(r"(?:trong|vào) báo cáo(?: \w{1,20}){0,8} $")
NOUN_NEAR = pattern(
    r"(?:kế hoạch|chương trình|dự toán|nghị quyết|kinh phí|ngân sách|chỉ tiêu|danh mục|nhu cầu"
    r"|mức|bình quân|quy định|tăng trưởng)(?: [^\W\d_]{1,20}){0,4} $"
)
# “đánh giá kết quả thực hiện Kế hoạch hằng năm” is yearly, “xây dựng Kế hoạch … hằng năm” is not
RESULT = pattern(r"(?:kết quả|tình hình)(?: thực hiện| triển khai)(?: \w{1,20}){0,8} $")
MADE = pattern(
    r"(?:xây dựng|ban hành|phê duyệt|lập|phân bổ)[^.;]{0,20}(?:kế hoạch|chương trình|dự toán)"
    r"[^.;]{0,50}[^\W\d_] $|trung hạn,? $"
)
SPEAKING = pattern(r"(?:trình bày|phát biểu|giải trình|cam kết|trả lời|trách nhiệm|báo cáo) $")
# what is laid before a session that is still to come
LAYING = pattern(r"(?<!\w)(?<!đã\s)(?:trình|báo cáo)(?!\w)(?:(?! (?:đã|được|theo|nêu) )[^.;])*$")
WHENEVER = pattern(r"(?<!\w)(?:khi|nếu|trường hợp)(?!\w)[^.;]*$")

Guard = Callable[[str, str], bool]
"""Whether the phrase holds between what stands before and after it in its clause."""


def around(low: str, start: int, end: int) -> tuple[str, str]:
    """What stands before in the same clause, and what follows."""
    before = low[max(0, start - BEFORE) : start]
    for stop in CLAUSE_END.finditer(before):
        last = stop.end()
        before_clause = before[last:]
        if before_clause.strip():
            before = " " * last + before_clause
    return before, low[end : end + AFTER]


def always(before: str, after: str) -> bool:
    return True


def untold(before: str, after: str) -> bool:
    """Neither what happened nor what data were counted, a holiday or a forecast."""
    return not HAPPENED.search(before) and not COUNTED.search(before)


def to_come(before: str, after: str) -> bool:
    """Not the time at which something happened."""
    return not HAPPENED.search(before)


def awaited(before: str, after: str) -> bool:
    """What the order waits for, not an aside on some paper: “theo quy chế (sau khi ban hành)”."""
    return to_come(before, after) and not before.endswith("(")


def in_future(before: str, after: str) -> bool:
    """A period in which something is to be done, not one told of or belonging to something."""
    return to_come(before, after) and not OF.match(after) and not DONE_AFTER.match(after)


def no_target(before: str, after: str) -> bool:
    """“tổng kết vào năm 2030” as an order, not “đạt 30% vào năm 2030”."""
    return in_future(before, after) and not TARGET.search(before)


def opening(before: str, after: str) -> bool:
    """A period at the head of an item: “- Tháng 11/2025: ban hành kế hoạch”."""
    return bool(HEAD.search(before)) and in_future(before, after)


def getting_done(before: str, after: str) -> bool:
    """“hoàn thành trong tháng”, not “việc chưa đạt yêu cầu trong tháng”."""
    return bool(FINISHING.search(before)) and not UNDONE.search(before)


def listed(before: str, after: str) -> bool:
    """A further period after another: “trong tháng 11 đối với xã, tháng 12 đối với tỉnh”."""
    return before.rstrip().endswith((",", ";", " và")) and "đối với" in before


def unbounded(before: str, after: str) -> bool:
    """“đến hết ngày …” as a term, not the end of validity or of the data."""
    return not IN_FORCE.search(before) and not BORN.search(before)


def no_plan(before: str, after: str) -> bool:
    """“hoàn thành năm 2025” as an order, not “có kế hoạch hoàn thành năm 2025”."""
    return not PLANNED.search(before) and not OF.match(after)


def term(before: str, after: str) -> bool:
    """“trong 05 năm” to come, not gone by."""
    return not PAST_AFTER.match(after)


def coming(before: str, after: str) -> bool:
    """A term of some hours or days, not a forecast for them."""
    return term(before, after) and not FORECAST.match(after)


def lasting(before: str, after: str) -> bool:
    return not MONEY.search(before)


def pressing(before: str, after: str) -> bool:
    """An urge, not a reproach: “chưa kịp thời”."""
    return not NOT_DONE.search(before)


def occasion(before: str, after: str) -> bool:
    """Before the conference in time, not in front of it."""
    return not SPEAKING.search(before)


def laid_before(before: str, after: str) -> bool:
    """A session something is to be laid before, not the one that passed a law already."""
    return bool(LAYING.search(before))


def today(before: str, after: str) -> bool:
    """The day of issue, not the day of a case to come."""
    return not WHENEVER.search(before)


def adverb(before: str, after: str) -> bool:
    """“hằng năm” that tells how often, not which plan."""
    if RESULT.search(before):
        return True
    if (
        NOUN.search(before)
        or MADE.search(before)
        or (OF.match(after) and not IN_REPORT.search(before))
    ):
        return False
    if DOING.search(before):
        return True
    return bool(re.match(r"\s*[.;]|\s*$", after)) and not NOUN_NEAR.search(before)
