"""Days and the ends of periods."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import (
    getting_done,
    in_future,
    listed,
    no_plan,
    no_target,
    opening,
    to_come,
    today,
    unbounded,
    untold,
)
from dondoc.rules.deadlines.phrases.table import BY, Phrase, rule
from dondoc.rules.deadlines.readers.days import (
    before_period,
    in_range,
    on_bare_period,
    on_date,
    on_dates,
    on_issue,
    on_period,
    on_weekday,
)

PERIOD = r"(?P<period>{NEAR}|{MONTH}|{QUARTER}|{YEAR})"
PART = r"(?:(?P<part>(?:cuối |hết )?(?:giờ (?:làm việc|hành chính|chiều)|ngày làm việc|buổi (?:sáng|chiều)|sáng|chiều|tối))(?: (?:của )?)?,?~)?"
AT = r"(?:(?:lúc |hồi )?(?P<time>{TIME}),? )?"
DAY_NAME = r"(?:(?:ngày )?{WEEKDAY}~[,(]?~)?"
THEN = r"(?:~\)?~[,(]~(?:trước|vào|lúc) (?P<at>{TIME})(?! ngày| thứ)~\)?)?"
TERM = r"(?:hoàn thành|(?:thời (?:hạn|gian)|hạn)(?: (?:hoàn thành|thực hiện|báo cáo|gửi|nộp|trả lời|đăng ký|góp ý|cuối|cùng|cuối cùng|tiếp nhận|gửi báo cáo|nộp hồ sơ))?)"

DAYS: tuple[Phrase, ...] = (
    rule(BY, r"{BY} (?:các )?(?:ngày )?(?P<dates>{DATE}(?:~\([^()\d]{1,40}\))?(?:{AND} ngày {DATE}){1,5}|\d{1,2}/\d{1,2}(?:/\d{4})?(?:~\([^()\d]{1,40}\))?(?:{AND} \d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])){1,5})(?!\w)",
         on_dates, "trước ngày 15/12 và ngày 25/12/2025", unbounded),
    rule(BY, rf"{{BY}} {AT}{PART}{DAY_NAME}(?:ngày~|thời điểm )?(?P<date>{{DATE}})(?!~%){THEN}", on_date, "trước 17 giờ ngày 27/11/2025", unbounded),
    rule(BY, rf"{{BY}} {AT}(?:ngày )?(?P<weekday>{{WEEKDAY}})(?: của)? (?P<week>tuần (?:này|tới|sau))", on_weekday, "trước 16 giờ thứ Sáu tuần này"),
    rule(BY, rf"{{BY}} {AT}(?:ngày hôm nay|hôm nay|ngày mai)", on_issue, "trước 16 giờ ngày mai"),
    rule(BY, rf"(?:(?:cho )?đến hết|(?:chậm|muộn) nhất(?: là)?(?: vào| trong| đến hết| đến| hết)?(?: cuối)?|trước (?:hết|cuối)|hạn cuối(?: là)?:?) {PERIOD}", on_period, "chậm nhất trong quý IV/2025", unbounded),
    rule(BY, r"(?:(?:cho )?đến hết|(?:chậm|muộn) nhất(?: là)?(?: vào| trong| đến hết| đến| hết)?(?: cuối)?|trước cuối|trước khi hết) (?:tuần|tháng|quý|năm)(?! \d| học)(?!\w)", on_bare_period, "trước cuối năm", unbounded),
    rule("trước", rf"trước {PERIOD}", before_period, "trước tháng 12/2025", unbounded),
    rule("vào", rf"vào {AT}{PART}{DAY_NAME}(?:ngày )(?P<date>{{DATE}})", on_date, "vào ngày 01/12/2025", to_come),
    rule("trong", r"trong (?:các |0?\d )?ngày \d{1,2}(?:~/~\d{1,2})?(?:{AND} (?:ngày )?\d{1,2}(?:~/~\d{1,2})?)*{AND} (?:ngày )?(?P<date>{DATE})", in_range, "trong các ngày 25, 26/11/2025", to_come),
    rule("trong", rf"trong {PART}ngày (?P<date>{{DATE}})", on_date, "trong ngày 27/11/2025", to_come),
    rule("trong ngay", r"(?:(?:ngay )?trong (?:ngày )?hôm nay|ngay trong ngày(?! \d| làm| hội| lễ| đầu)|trong ngày mai)", on_issue, "trong ngày hôm nay", today),
    rule("trong", rf"trong {PERIOD}", on_period, "trong tháng 12 năm 2025", in_future),
    rule("vào trong", rf"(?:vào|trong) (?:dịp )?(?:tuần )?cuối(?: cùng)?(?: của)? {PERIOD}", on_period, "vào cuối tháng 11/2025", in_future),
    rule("vào", rf"vào {PERIOD}", on_period, "vào quý III/2028", no_target),
    rule("đến cho", rf"(?:cho )?đến (?:hết |cuối )?{PERIOD}(?=,? (?:phải|cơ bản|hoàn thành|xong))", on_period, "đến cuối năm 2026 hoàn thành", untold),
    rule("đến cho", rf"(?:cho )?đến {AT}{{SURE}}(?:ngày )?(?P<date>{{DATE}})(?=,? (?:phải|cơ bản|hoàn thành|xong|đạt))", on_date, "đến ngày 31/12/2025 phải hoàn thành", untold),
    rule("hoàn thời hạn", rf"{TERM}(?: (?:là|vào|trong|đến)){{0,2}} {AT}{{SURE}}(?:ngày )?(?P<date>{{DATE}})", on_date, "thời hạn hoàn thành là ngày 30/11/2025"),
    rule("trong", r"trong (?:tuần|tháng|quý|năm)(?=~[.;,)]|~$)", on_bare_period, "hoàn thành trong tháng", getting_done),
    rule("vào", r"vào cuối (?:tháng|quý|năm)(?! (?:\d|học))(?!\w)", on_bare_period, "tổng kết vào cuối năm", to_come),
    rule("ngày", r"ngày (?P<date>{DATE})(?=,? phải (?:hoàn thành|xong))", on_date, "ngày 30/11/2025 phải hoàn thành"),
    rule("quý tháng năm", r"(?P<period>{QUARTER}|{MONTH}|{YEAR})(?= đối với)", on_period, "trong tháng 11 đối với xã, tháng 12 đối với tỉnh", listed),
    rule("phấn", r"phấn đấu(?: đến| trước)(?: hết)? {SURE}(?:ngày )?(?P<date>{DATE})", on_date, "phấn đấu đến 31/12/2025 giải ngân"),
    rule("quý tháng", r"(?P<period>{QUARTER}|{MONTH})(?=~:|, (?![\divx]{1,4}(?!\w)|(?:năm|quý|tháng) ))", on_period, "Quý I/2026, các sở hoàn thành", opening),
    rule("năm", r"(?P<period>{YEAR})(?=~:)", on_period, "Năm 2026: hoàn thành quy hoạch", opening),
    rule("hoàn xong", r"(?:hoàn thành|xong)(?: vào| dứt điểm)? (?P<period>{QUARTER}|{YEAR}|tháng \d{1,2}(?: năm |~[/.-]~)\d{4})", on_period, "hoàn thành quý IV/2025", no_plan),
)  # fmt: skip
