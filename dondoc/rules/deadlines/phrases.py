"""The phrases that set a deadline, as a table: first words, pattern, reader, example.

A rule is tried only where one of its first words stands, in the order of the table; the first that
reads wins. `field` rules hold only where the phrase is a field of its own (a table cell,
“Thời gian: …”).
"""

# ruff: noqa: E501 — a rule is read on one line

import re
from dataclasses import dataclass

from dondoc.rules.deadlines.readers import (
    Reader,
    after_receipt,
    at_event,
    before_event,
    before_period,
    continuous,
    every_day,
    every_december,
    every_half_year,
    every_month,
    every_quarter,
    every_week,
    every_year,
    in_period_range,
    in_range,
    last_months,
    on_date,
    on_period,
    urgent,
    vague_range,
)
from dondoc.rules.deadlines.words import pattern


@dataclass(frozen=True)
class Phrase:
    """One way of printing a deadline."""

    words: tuple[str, ...]
    form: re.Pattern[str]
    reader: Reader
    example: str
    field: bool = False


def _rule(words: str, form: str, reader: Reader, example: str, field: bool = False) -> Phrase:
    return Phrase(tuple(words.split()), pattern(form), reader, example, field)


BY = "trước chậm muộn đến hạn xong"
EVERY = "hằng hàng mỗi định"
DM = r"\d{1,2}(?:~[/-]~| tháng )\d{1,2}(?![\d/])"
SINCE = r"(?P<since>,? (?:kể từ|từ|tính từ|sau)(?: khi| ngày)?(?: nhận(?: được)?)?[^.;,:\n]{0,40})"

PHRASES: tuple[Phrase, ...] = (
    # recurring, with their day
    _rule(BY, rf"{{BY}} (?:ngày )?(?P<date>{DM})(?: của)? {{EVERY}} năm,? (?:định kỳ )?(?:0?6|sáu) tháng",
          every_half_year, "trước ngày 10 tháng 6 hàng năm định kỳ 6 tháng"),
    _rule(BY, rf"{{BY}} (?:ngày )?(?P<date>{DM}(?:(?:,| và|, và) (?:ngày )?{DM}){{0,3}})(?: của)?,? (?:định kỳ )?{{EVERY}} năm",
          every_year, "trước ngày 01/6 và 15/11 hằng năm"),
    _rule(BY, r"{BY} (?:ngày )?(?P<day>{DAY})(?: của)? tháng (?:cuối(?: cùng)?|đầu(?: tiên)?|thứ \w+)(?: của)?(?: {EVERY})? quý(?: (?:liền )?(?:sau|kế tiếp|tiếp theo))?",
          every_quarter, "chậm nhất vào ngày 25 của tháng cuối quý"),
    _rule(BY, r"{BY} (?:ngày )?(?P<day>{DAY})(?: của)? {EVERY} quý", every_quarter, "trước ngày 15 hằng quý"),
    _rule(BY, r"{BY} (?:(?P<time>{TIME}),? )?(?:ngày )?(?P<day>{DAY})(?: của)?(?: {EVERY} tháng| tháng (?:sau|kế tiếp|tiếp theo|liền kề))",
          every_month, "trước ngày 25 hàng tháng"),
    _rule(BY, r"{BY} (?:(?P<time>{TIME}),? )?(?:ngày )?(?P<weekday>{WEEKDAY})(?: {EVERY} tuần| tuần (?:trước|sau)| của tuần)",
          every_week, "trước 15:00 ngày thứ Sáu hàng tuần"),
    _rule(BY, r"{BY} (?P<time>{TIME}),? {EVERY} ngày", every_day, "trước 6h sáng hàng ngày"),
    _rule(EVERY, rf"(?:định kỳ )?{{EVERY}} năm~[,(]?~(?:{{BY}} |vào )(?:ngày )?(?P<date>{DM}(?:(?:,| và|, và) (?:ngày )?{DM}){{0,3}})~\)?",
          every_year, "hằng năm (trước ngày 15 tháng 11)"),
    _rule(EVERY, r"(?:định kỳ )?{EVERY} quý~[,(]?~(?:{BY} |vào )(?:ngày )?(?P<day>{DAY})(?: (?:của )?tháng (?:cuối|đầu(?: tiên)?)(?: (?:của )?(?:{EVERY} )?quý)?(?: sau)?)?~\)?",
          every_quarter, "hằng quý (trước ngày 20 của tháng cuối quý)"),
    _rule(EVERY, r"(?:định kỳ )?{EVERY} tháng~[,(]?~(?:{BY} |vào )(?:ngày )?(?P<day>{DAY})(?![/\d-])(?! tháng \d)~\)?",
          every_month, "định kỳ hằng tháng trước ngày 25"),
    _rule(EVERY, r"(?:định kỳ )?{EVERY} tuần~[,(]?~(?:(?:{BY} |vào )?(?:(?P<time>{TIME}),? )?(?:ngày )?)?(?P<weekday>{WEEKDAY})(?:, ?{WEEKDAY})*~\)?",
          every_week, "định kỳ hàng tuần (Thứ 7, Chủ nhật)"),
    _rule("tháng", r"(?P<month>tháng \d{1,2}) {EVERY} năm", every_december, "tháng 12 hằng năm"),
    _rule("trong", r"trong (?P<month>tháng \d{1,2}) {EVERY} năm", every_december, "trong tháng 12 hằng năm"),
    _rule("tất", r"tất cả các ngày làm việc trong tuần", every_day, "tất cả các ngày làm việc trong tuần"),
    _rule("thứ vào định", r"(?:định kỳ )?(?:vào )?(?:(?P<time>{TIME}),? )?(?:ngày )?(?P<weekday>{WEEKDAY}) {EVERY} tuần",
          every_week, "định kỳ thứ Sáu hằng tuần"),
    _rule("ngày vào định", r"(?:định kỳ )?(?:vào )?ngày (?P<day>{DAY}) {EVERY} tháng", every_month, "vào ngày 25 hằng tháng"),
    _rule("ngày vào định", rf"(?:định kỳ )?(?:vào )?ngày (?P<date>{DM}) {{EVERY}} năm", every_year, "vào ngày 15/12 hằng năm"),
    # a term counted to or from an event
    _rule(BY, r"{BY}(?: ít nhất| tối thiểu)? (?P<n>\d{1,3}) ngày(?P<unit> làm việc)?(?! (?:của )?tháng)(?: (?:trước )?(?:khi|ngày|thời gian|thời điểm|lúc))?(?: [^\W\d_]+){1,4}",
          before_event, "trước 02 ngày tổ chức hội nghị"),
    _rule("trước", r"trước (?:khi|ngày|thời điểm) [^.;:]{1,80}? (?:ít nhất|tối thiểu|chậm nhất) (?P<n>\d{1,3}) ngày(?P<unit> làm việc)?",
          before_event, "trước khi thực hiện ít nhất 30 ngày"),
    _rule("trong", rf"trong (?:thời gian|thời hạn|vòng)(?: tối đa| không quá)? (?P<n>\d{{1,3}}) ngày(?P<unit> làm việc)?(?:{SINCE})?",
          after_receipt, "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này"),
    _rule("trong chậm sau", rf"(?:trong|chậm nhất(?: là)?(?: sau)?|sau) (?P<n>\d{{1,3}}) ngày(?P<unit> làm việc)?{SINCE}",
          after_receipt, "chậm nhất 05 ngày kể từ ngày nhận được văn bản"),
    # ranges
    _rule("từ", r"từ (?:ngày )?{DAY}(?:~[/.-]~\d{1,2}| tháng \d{1,2})?(?:(?:~[/.-]~| năm )\d{4})? ?(?:đến|-|–)(?: hết)? ?(?:ngày )?(?P<date>{DATE})",
          in_range, "từ ngày 15/11/2025 đến ngày 15/12/2025"),
    _rule("từ", r"từ nay(?: cho)? đến (?:hết )?(?:ngày )?(?P<date>{DATE})", in_range, "từ nay đến ngày 19 tháng 12 năm 2025"),
    _rule("từ", r"từ nay(?: cho)? đến (?:hết |cuối )?(?P<period>{MONTH}|{QUARTER}|{YEAR})", in_period_range, "từ nay đến cuối năm 2025"),
    _rule("từ", r"từ (?:{MONTH}|{QUARTER}|{YEAR})(?: đến|~[-–])(?: hết)?~(?P<period>{MONTH}|{QUARTER}|{YEAR})",
          in_period_range, "từ tháng 11/2025 đến tháng 3/2026"),
    _rule("trong", r"trong tuần(?: từ)? ngày {DAY}(?:~/~\d{1,2})? (?:đến|-)(?: hết)? (?:ngày )?(?P<date>{DATE})",
          in_range, "trong tuần ngày 15 đến ngày 31 tháng 12 năm 2025"),
    _rule("trong những", r"(?:trong )?(?:(?:\d{1,2}|những|các) tháng (?:đầu|cuối) {YEAR} và )?(?:những|các) tháng (?:đầu|cuối) {YEAR}",
          vague_range, "trong những tháng đầu năm 2026"),
    _rule("trong", r"trong \d{1,2} tháng (?:đầu|cuối) {YEAR} và (?:những|các) tháng (?:đầu|cuối) {YEAR}",
          vague_range, "trong 02 tháng cuối năm 2025 và những tháng đầu năm 2026"),
    _rule("trong", r"trong \d{1,2} tháng cuối (?P<year>{YEAR})", last_months, "trong 02 tháng cuối năm 2025"),
    # days and periods
    _rule(BY, r"{BY} (?:(?P<time>{TIME}),? )?(?:(?:ngày )?{WEEKDAY},? )?(?:ngày )?(?P<date>{DATE})",
          on_date, "trước 17 giờ ngày 27/11/2025"),
    _rule(BY, r"(?:đến hết|chậm nhất(?: là)?(?: vào| trong| đến hết| đến)?|trước (?:hết|cuối)) (?P<period>{MONTH}|{QUARTER}|{YEAR})",
          on_period, "chậm nhất trong quý IV/2025"),
    _rule("trước", r"trước (?P<period>{MONTH}|{QUARTER}|{YEAR})", before_period, "trước tháng 12/2025"),
    _rule("vào", r"vào (?:(?P<time>{TIME}),? )?ngày (?P<date>{DATE})", on_date, "vào ngày 01/12/2025"),
    _rule("trong", r"trong ngày (?P<date>{DATE})", on_date, "trong ngày 27/11/2025"),
    _rule("trong", r"trong (?P<period>{QUARTER}|{YEAR}|tháng \d{1,2}(?:(?: năm |~[/.-]~)\d{4})?(?![\d/]))",
          on_period, "trong tháng 12 năm 2025"),
    _rule("hoàn thời", r"(?:hoàn thành|thời (?:hạn|gian)(?: (?:hoàn thành|thực hiện|báo cáo))?)~:?(?: là| vào)?~(?:ngày )?(?P<date>{DATE})",
          on_date, "thời hạn hoàn thành: 30/11/2025"),
    _rule("thời", r"thời (?:hạn|gian)(?: (?:hoàn thành|thực hiện|báo cáo))?~:~(?P<period>{MONTH}|{QUARTER}|{YEAR})",
          on_period, "Thời gian hoàn thành: tháng 12/2025"),
    # urgency and permanence
    _rule("thường", r"thường xuyên", continuous, "thường xuyên rà soát"),
    _rule("kịp khẩn", r"kịp thời|khẩn trương", urgent, "kịp thời báo cáo"),
    _rule("ngay", r"ngay(?! (?:từ|tại|sau|trong|cả|khi|khu|cạnh|trên|dưới|đầu))", urgent, "triển khai ngay"),
    # fields: a cell or the value of “Thời gian thực hiện: …”
    _rule("quý năm tháng", r"(?P<period>{MONTH}|{QUARTER}|{YEAR}) và các năm (?:tiếp theo|sau)", continuous,
          "Quý IV năm 2025 và các năm tiếp theo", field=True),
    _rule("quý năm tháng", r"(?:{MONTH}|{QUARTER}|{YEAR})~(?:-|–|đến)~(?P<period>{MONTH}|{QUARTER}|{YEAR})", in_period_range,
          "Quý IV/2025 - Quý II/2026", field=True),
    _rule("quý năm tháng", r"(?P<period>{MONTH}|{QUARTER}|{YEAR})", on_period, "Quý III năm 2026", field=True),
    _rule("giai năm #", r"(?:giai đoạn |năm )?\d{4}~(?:-|–|đến)~(?P<period>\d{4})(?!\d)", in_period_range, "2026 - 2030", field=True),
    _rule("ngày #", r"(?:(?P<time>{TIME}),? )?(?:ngày )?(?P<date>{DATE})", on_date, "30/11/2025", field=True),
    _rule("theo sau khi", r"(?:theo (?!quy định)|sau khi |khi có )[^.;]{3,200}", at_event, "Theo tiến độ của cơ quan chủ trì", field=True),
)  # fmt: skip

# Recurring words without a day are adverbs only in some places: “hằng năm, tổ chức …”.
BARE = {
    "ngày": every_day, "tuần": every_week, "tháng": every_month, "quý": every_quarter,
    "năm": every_year, "6 tháng": every_half_year, "06 tháng": every_half_year,
    "sáu tháng": every_half_year, "03 tháng": every_quarter, "3 tháng": every_quarter,
}  # fmt: skip
BARE_FORM = pattern(
    r"(?P<often>định kỳ )?(?:(?:{EVERY}|\(?) ?)(?P<unit>(?:0?6|sáu|0?3) tháng|ngày|tuần|tháng|quý|năm)(?!\w)(?! \d)"
)
