"""Recurring deadlines, those with their day first."""

# ruff: noqa: E501 — a rule is read on one line

from dondoc.rules.deadlines.guards import adverb
from dondoc.rules.deadlines.phrases.table import BY, EVERY, Phrase, rule
from dondoc.rules.deadlines.readers.recurring import (
    each,
    every_day,
    every_half_year,
    every_month,
    every_quarter,
    every_so_often,
    every_week,
    every_year,
    in_months,
    last_day,
    month_of_year,
    times_per,
    weekday_of_month,
)

DATES = r"(?P<dates>{DM}(?:{AND} (?:(?:trước |chậm nhất )?ngày )?{DM}){0,3})"
LIST = r"(?P<days>{DAY}(?:{AND} (?:ngày )?{DAY}){0,4})"
AT = r"(?:(?:lúc )?(?P<time>{TIME}),? )?"
NEXT = r"(?:liền )?(?:sau|kế tiếp|tiếp theo|liền kề)(?: liền kề| đó)?"
UNIT = r"(?:(?:0?[369]|ba|sáu|chín) tháng|(?:0?1|một) năm|ngày|tuần|tháng|quý|năm)(?!\w)(?!~\d)"

RECURRING: tuple[Phrase, ...] = (
    rule(BY, r"{BY} (?:ngày )?(?P<dates>{DM})(?: của)? {EVERY} năm,?~\(?(?:định kỳ )?(?:0?6|sáu) tháng~\)?",
         every_half_year, "trước ngày 10 tháng 6 hàng năm định kỳ 6 tháng"),
    rule(BY, r"{BY} (?:ngày )?(?P<dates>{DM})~\(?(?:đối với )?báo cáo (?:sơ kết )?(?:định kỳ )?(?:0?6|sáu) tháng", every_half_year, "trước ngày 15/6 đối với báo cáo 06 tháng"),
    rule(BY, r"{BY} (?:ngày )?(?P<dates>{DM})~\(?(?:đối với )?báo cáo (?:tổng kết )?(?:định kỳ )?(?:hằng |hàng )?năm(?! \d)", every_year, "trước ngày 15/12 đối với báo cáo năm"),
    rule("báo", rf"báo cáo (?:sơ kết )?(?:0?6|sáu) tháng(?: đầu năm)?~[,(:]?~{{BY}} (?:ngày )?{DATES}~\)?", every_half_year, "báo cáo 6 tháng trước ngày 15/6"),
    rule("báo", rf"báo cáo (?:tổng kết )?năm~[,(:]?~{{BY}} (?:ngày )?{DATES}~\)?", every_year, "báo cáo năm trước ngày 10 tháng 12"),
    rule("định 6 06 sáu", rf"(?:định kỳ )?(?:0?6|sáu) tháng~[,(]?~(?:{{EVERY}} năm )?(?:{{BY}} |vào )(?:các )?(?:ngày )?{DATES}(?!~/)(?: {{EVERY}} năm)?~\)?",
         every_half_year, "định kỳ 6 tháng (trước ngày 15/6 và ngày 15/12)"),
    rule(BY, rf"{{BY}} (?:các )?(?:ngày )?{DATES}(?: của)?,? (?:(?:định kỳ )?{{EVERY}} năm|năm báo cáo)(?:~\(~định kỳ (?:{{EVERY}} )?năm~\))?", every_year, "trước ngày 01/6 và 15/11 hằng năm"),
    rule(BY, r"{BY} (?:ngày )?(?P<day>{DAY})(?: của)? các (?P<months>tháng \d{1,2}(?:{AND} (?:tháng )?\d{1,2}(?! năm \d|~/)){1,5})(?: {EVERY} năm)?",
         in_months, "trước ngày 15 các tháng 3, 6, 9, 12"),
    rule(BY, r"{BY} (?:ngày )?(?P<day>{DAY})(?: của)? (?P<months>tháng \d{1,2}(?:{AND} tháng \d{1,2}){1,5}) {EVERY} năm",
         in_months, "trước ngày 20 tháng 6 và tháng 12 hằng năm"),
    rule(BY, rf"{{BY}} (?:ngày )?(?P<day>{{DAY}})(?: của)? tháng (?:cuối(?: cùng)?|đầu(?: tiên)?|thứ \w+|{NEXT})(?: của)?(?: {{EVERY}})? quý(?: (?:báo cáo|{NEXT}))?(?! (?:iv|i{{1,3}}|\d)(?!\w))",
         every_quarter, "chậm nhất vào ngày 25 của tháng cuối quý"),
    rule(BY, r"{BY} (?:ngày )?(?P<day>{DAY})(?: của)? {EVERY} quý", every_quarter, "trước ngày 15 hằng quý"),
    rule(BY, rf"{{BY}} {AT}(?:các )?(?:ngày )?{LIST}(?:(?: của)? {{EVERY}} tháng|(?: của)? tháng {NEXT}| của tháng(?! \d| đầu| cuối))", every_month, "trước ngày 25 hàng tháng"),
    rule(f"{BY} {EVERY}", r"(?:{EVERY} (?:tháng|quý|năm),? )?{BY} ngày (?:làm việc )?cuối(?: cùng)?(?: của)?(?: {EVERY})? (?P<unit>tháng|quý|năm)(?! (?:\d+|i{1,3}|iv|này|nay)(?!\w))", last_day, "trước ngày làm việc cuối cùng của tháng"),
    rule(BY, rf"{{BY}} {AT}(?:các )?(?:ngày )?(?P<weekday>{{WEEKDAY}})(?: {{EVERY}} tuần| tuần trước| của(?: {{EVERY}})? tuần)", every_week, "trước 15:00 ngày thứ Sáu hàng tuần"),
    rule(BY + " vào định thứ", rf"(?:định kỳ )?(?:{{BY}} |vào )?{AT}(?:ngày )?(?P<weekday>{{WEEKDAY}})(?: của)?(?: tuần)?(?: thứ)? (?P<which>đầu|cuối|nhất|hai|ba|tư|[234])(?: tiên| cùng)?(?: của)?(?: {{EVERY}})? tháng(?! \d)",
         weekday_of_month, "vào thứ Hai đầu tháng"),
    rule(BY, r"{BY} (?P<time>{TIME})(?:{AND} (?P<at>{TIME}))?,? (?:{EVERY} ngày|(?:các )?ngày trong tuần|ngày hôm sau)", every_day, "trước 6h sáng hàng ngày"),
    rule(EVERY + " 1 01 một", rf"(?:định kỳ )?(?:{{EVERY}}|0?1|một) năm~[,(]?~(?:{{BY}} |vào )(?:các )?(?:ngày )?{DATES}(?: {{EVERY}} năm| năm sau)?~\)?", every_year, "hằng năm (trước ngày 15 tháng 11)"),
    rule(EVERY, r"(?:định kỳ )?{EVERY} quý~[,(]?~(?:{BY} |vào )(?:ngày )?(?P<day>{DAY})(?: (?:của )?tháng (?:cuối|đầu(?: tiên)?|thứ (?:ba|3))(?: (?:của )?(?:{EVERY} )?quý)?(?: sau)?)?~\)?",
         every_quarter, "hằng quý (trước ngày 20 của tháng cuối quý)"),
    rule(EVERY, rf"(?:định kỳ )?{{EVERY}} tháng~[,(]?~(?:{{BY}} |vào |\(~)(?:các )?(?:ngày )?{LIST}(?![/\d-])(?! tháng \d)(?: {{EVERY}} tháng| của tháng)?~\)?", every_month, "định kỳ hằng tháng trước ngày 25"),
    rule(EVERY, rf"(?:định kỳ )?{{EVERY}} tuần~[,(]?~(?:(?:{{BY}} |vào )?{AT}(?:ngày )?)?(?P<weekday>{{WEEKDAY}})(?:,~{{WEEKDAY}})*~\)?",
         every_week, "định kỳ hàng tuần (Thứ 7, Chủ nhật)"),
    rule(EVERY, r"(?:định kỳ )?{EVERY} ngày~[,(]?~(?:{BY} |vào |lúc )(?P<time>{TIME})(?! ngày)~\)?", every_day, "hằng ngày (trước 16 giờ)"),
    rule("trong tháng quý", r"(?:trong )?(?P<months>(?:tháng \d{1,2}(?:{AND} tháng \d{1,2}){0,3}|quý (?:iv|i{1,3}))) {EVERY} năm", month_of_year, "tháng 12 hằng năm"),
    rule("tất", r"tất cả các ngày làm việc trong tuần", every_day, "tất cả các ngày làm việc trong tuần"),
    rule("thứ vào định", rf"(?:định kỳ )?(?:vào )?{AT}(?:ngày )?(?P<weekday>{{WEEKDAY}})(?: của)? {{EVERY}} tuần(?:~[,(]~(?:trước|lúc|vào) (?P<at>{{TIME}})~\)?)?", every_week, "định kỳ thứ Sáu hằng tuần"),
    rule("ngày vào định", rf"(?:định kỳ )?(?:vào )?(?:các )?ngày {LIST}(?: của)? {{EVERY}} tháng", every_month, "vào ngày 25 hằng tháng"),
    rule("ngày vào định", rf"(?:định kỳ )?(?:vào )?(?:các )?ngày {DATES} {{EVERY}} năm", every_year, "vào ngày 15/12 hằng năm"),
    rule(BY + " vào ngày", rf"(?:{{BY}} |vào )?(?:các )?ngày {LIST}{{AND}} (?P<last>ngày cuối(?: cùng)?)(?: của)?(?: {{EVERY}})? tháng(?! \d)", every_month, "ngày 10, ngày 20 và ngày cuối tháng"),
    rule("từ", r"từ (?:ngày )?{DAY} (?:đến|-)(?: hết)? (?:ngày )?(?P<days>{DAY}) {EVERY} tháng", every_month, "từ ngày 01 đến ngày 05 hằng tháng"),
    # how often, without a day
    rule("định # một hai ba", r"(?:định kỳ )?(?P<n>\d{1,2}|một|hai|ba) (?P<unit>giờ|ngày|tuần|tháng|quý|năm)(?:~/~| )(?:một |0?1 )?lần(?!\w)", every_so_often, "02 tuần một lần"),
    rule("định tháng tuần quý ngày năm " + EVERY, r"(?:định kỳ )?(?:{EVERY} )?(?P<unit>ngày|tuần|tháng|quý|năm) (?:một|0?1) lần(?!\w)", every_so_often, "mỗi tháng một lần"),
    rule("# một hai ba", r"(?P<n>\d{1,2}|một|hai|ba) lần(?:~/~| (?:trong |mỗi |một )(?:một )?)(?:0?1 )?(?P<unit>ngày|tuần|tháng|quý|năm)(?!\w)(?!~\d)", times_per, "02 lần/năm"),
    rule("định " + EVERY, rf"(?:định kỳ(?: {{EVERY}})?|{{EVERY}})(?: |~\(~)(?P<units>{UNIT}(?:{{AND}}~(?:(?:định kỳ )?{{EVERY}} )?{UNIT}){{0,4}})", each, "định kỳ hằng quý, 6 tháng và hằng năm", adverb),
    rule("báo", rf"báo cáo tháng~[,(:]?~{{BY}} (?:ngày )?{LIST}(?![/\d-])(?! tháng \d)~\)?", every_month, "báo cáo tháng trước ngày 15"),
    rule("báo", rf"báo cáo tuần~[,(:]?~{{BY}} {AT}(?:ngày )?(?P<weekday>{{WEEKDAY}})~\)?", every_week, "báo cáo tuần trước 15 giờ thứ Sáu"),
    rule("báo", rf"báo cáo(?: định kỳ)?(?: |~\(~)(?P<units>{UNIT}(?:{{AND}}~(?:{{EVERY}} )?{UNIT}){{1,4}})", each, "báo cáo tháng, quý, năm"),
    rule("sáu 6 06 tháng quý", rf"(?P<units>{UNIT}(?:{{AND}}~{UNIT}){{0,3}}{{AND}}~{{EVERY}} {UNIT})", each, "6 tháng, hằng năm", adverb),
)  # fmt: skip
