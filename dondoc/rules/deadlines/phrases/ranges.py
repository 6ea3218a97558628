"""From one day or period to another."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import in_future, opening, unbounded, untold
from dondoc.rules.deadlines.phrases.table import Phrase, rule
from dondoc.rules.deadlines.readers.days import (
    from_today,
    half_period,
    in_period_range,
    in_periods,
    in_range,
    in_years,
    months_of_year,
    on_bare_period,
    vague_range,
)
from dondoc.rules.deadlines.readers.terms import continuous, from_day, until_event

PERIOD = r"(?P<period>{NEAR}|{MONTH}|{QUARTER}|{YEAR})"
NOW = r"từ (?:nay|bây giờ)(?: cho)? (?:đến|tới)(?: trước)?"
TO = r"(?: (?:đến|tới)|~[-–])(?: hết)?"

RANGES: tuple[Phrase, ...] = (
    rule("trong", r"trong (?:{MONTH}|{QUARTER}|{YEAR}),? và (?:những |các )(?:năm|quý|tháng) (?:tiếp theo|sau|kế tiếp|tới)", continuous, "trong năm 2025 và các năm tiếp theo", in_future),
    rule("tháng quý năm", r"(?:{MONTH}|{QUARTER}|{YEAR}),? và (?:những |các )(?:năm|quý|tháng) (?:tiếp theo|sau|kế tiếp|tới)", continuous, "năm 2025 và các năm tiếp theo", opening),
    rule("từ", rf"từ (?=[^.;]{{0,45}}(?:ngày|tháng|/\d{{4}}|-\d{{4}}))(?:{{TIME}},? )?(?:ngày )?(?P<from>{{DAY}}(?:~[/.-]~\d{{1,2}}| tháng \d{{1,2}})?(?:(?:~[/.-]~| năm )\d{{4}})?|\d{{1,2}}~[/.-]~\d{{1,2}}(?:~[/.-]~\d{{4}})?)(?:{TO})~(?:(?P<time>{{TIME}}),? )?(?:ngày )?(?P<date>{{DATE}})",
         in_range, "từ ngày 15/11/2025 đến ngày 15/12/2025", untold),
    rule("từ", r"từ (?:(?:ngày )?{DATE}|{MONTH}|{QUARTER}|{YEAR}|nay)(?: cho)? đến (?:khi|lúc)(?: {LETTERS}){1,8}", until_event, "từ tháng 11/2025 đến khi kết thúc kiểm kê", in_future),
    rule("từ", rf"{NOW}(?: hết)? (?:(?P<time>{{TIME}}),? )?(?:ngày )?(?P<date>{{DATE}})", from_today, "từ nay đến ngày 19 tháng 12 năm 2025"),
    rule("từ", rf"{NOW}(?: (?:hết|cuối))? {PERIOD}", in_period_range, "từ nay đến cuối năm 2025", in_future),
    rule("từ", rf"{NOW} (?:hết|cuối) (?:tuần|tháng|quý|năm)(?! \d)", on_bare_period, "từ nay đến cuối năm"),
    rule("từ", rf"từ (?P<from>{{MONTH}}|{{QUARTER}}|{{YEAR}}){TO}~{PERIOD}", in_period_range, "từ tháng 11/2025 đến tháng 3/2026", in_future),
    rule("trong", r"trong tuần(?: từ)?(?: ngày)? (?P<from>\d{1,2}(?:~/~\d{1,2})?)(?: đến|~[-–])(?: hết)?~(?:ngày )?(?P<date>{DATE})", in_range, "trong tuần ngày 15 đến ngày 31 tháng 12 năm 2025"),
    rule("trong những các", r"(?:trong )?(?:(?:\d{1,2}|những|các) tháng (?:đầu|cuối) {YEAR} và )?(?:những|các) (?:tháng|ngày|tuần) (?:đầu|cuối) (?P<period>{YEAR}|{QUARTER}|{MONTH})", vague_range, "trong những tháng đầu năm 2026"),
    rule("trong", r"trong (?P<n>\d{1,2}) tháng (?P<part>đầu|cuối) (?P<year>{YEAR})", months_of_year, "trong 6 tháng đầu năm 2026", in_future),
    rule("trong", r"trong (?P<n>\d{1,2}) tháng (?P<part>đầu|cuối) năm(?!\w)(?! \d)", months_of_year, "trong 6 tháng cuối năm", in_future),
    rule("trong nửa", rf"(?:trong )?nửa (?P<part>đầu|cuối) {PERIOD}", half_period, "trong nửa đầu tháng 12/2025", in_future),
    rule("trong vào", r"(?:trong|vào) tuần (?:đầu|thứ \w{1,4})(?: tiên)?(?: của)? (?P<period>{MONTH})", vague_range, "trong tuần đầu tháng 12/2025", in_future),
    rule("trong vào", rf"(?:trong|vào) (?:khoảng )?(?:đầu|giữa|những ngày đầu) {PERIOD}", vague_range, "vào giữa tháng 12/2025", in_future),
    rule("trong", r"trong (?:các |0?2 )?tháng \d{1,2}(?:{AND} (?:tháng )?\d{1,2})*{AND} (?P<last>(?:tháng )?\d{1,2}(?: năm |~/~)\d{4})(?!\d)", in_periods, "trong tháng 11 và tháng 12 năm 2025", in_future),
    rule("trong", r"trong (?:các |0?2 )?quý (?:iv|i{1,3})(?:~/~\d{4}| năm \d{4})?(?:,|,? và) (?P<last>(?:quý )?(?:iv|i{1,3})(?: năm |~/~)\d{4})", in_periods, "trong quý IV/2025 và quý I/2026", in_future),
    rule("trong", r"trong (?:các |0?\d )?năm \d{4}(?:,|,? và|~[-–]~)~(?P<last>(?:năm )?\d{4})(?!\d)", in_periods, "trong năm 2025 và năm 2026", in_future),
    rule("trong", r"trong năm học(?: \d{4}~[-–]~\d{4})?", vague_range, "trong năm học 2025 - 2026", in_future),
    rule("từ", r"từ (?:ngày )?(?P<date>{DATE})(?= trở đi|~,)", from_day, "Từ ngày 01/12/2025, chỉ làm thủ tục tại quầy", opening),
    rule("hoàn", r"hoàn thành(?: trong)? giai đoạn (?P<period>\d{4}~(?:-|–|đến)~\d{4})", in_years, "hoàn thành trong giai đoạn 2026 - 2030", unbounded),
)  # fmt: skip
