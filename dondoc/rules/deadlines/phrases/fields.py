"""Phrases that are a field of their own: a cell, or the value of “Thời gian thực hiện: …”."""

# ruff: noqa: E501 — a rule is read on one line

from functools import partial

from dondoc.rules.deadlines.phrases.table import Phrase, rule
from dondoc.rules.deadlines.phrases.terms import SINCE, UNIT
from dondoc.rules.deadlines.readers.days import (
    in_month_of_year,
    in_period_range,
    in_periods,
    in_range,
    in_years,
    on_bare_period,
    on_date,
    on_period,
    on_year,
    vague_range,
)
from dondoc.rules.deadlines.readers.terms import at_event, continuous, counted

field = partial(rule, field=True)
PERIOD = r"(?P<period>{NEAR}|{MONTH}|{QUARTER}|{YEAR})"

FIELDS: tuple[Phrase, ...] = (
    field("quý năm tháng", rf"(?P<from>{{MONTH}}|{{QUARTER}}|{{YEAR}})~(?:-|–|đến)~{PERIOD}", in_period_range, "Quý IV/2025 - Quý II/2026"),
    field("quý năm tháng", rf"(?P<from>{{MONTH}}|{{QUARTER}}|{{YEAR}})(?:;|,|,? và)~{PERIOD}", in_period_range, "Quý IV/2025 và Quý I/2026"),
    field("từ", rf"từ (?:{PERIOD}|(?:ngày )?{{DATE}})(?!~(?:đến|[-–]))", continuous, "Từ năm 2026"),
    field("#", r"\d{1,2} năm~\(~(?P<period>\d{4}~(?:-|–|đến)~\d{4})~\)", in_years, "03 năm (2026 - 2028)"),
    field("quý tháng", r"(?:quý (?:iv|i{1,3}|[1-4])|tháng \d{1,2})(?:~[,–-]~|,? và )(?P<last>(?:(?:quý|tháng) )?(?:iv|i{1,3}|\d{1,2})(?: năm |~/~)\d{4})(?!\d)", in_periods, "Quý I, II/2026"),
    field("năm", r"năm \d{4}(?:~[,–-]~|,? và )(?P<last>(?:năm )?\d{4})(?!\d)", in_periods, "Năm 2025, 2026"),
    field("năm", r"năm học(?: \d{4}~[-–]~\d{4})?", vague_range, "Năm học 2025 - 2026"),
    field("quý năm tháng cả", rf"(?:cả )?{PERIOD}", on_period, "Quý III năm 2026"),
    field("đến", rf"đến(?: cuối)? {PERIOD}", on_period, "Đến năm 2030"),
    field("trong cả", r"(?:trong|cả) (?:tháng|quý|năm)(?! \w)", on_bare_period, "Trong năm"),
    field("cuối", rf"cuối {PERIOD}", on_period, "Cuối năm 2025"),
    field("đầu giữa", rf"(?:đầu|giữa) {PERIOD}", vague_range, "Đầu năm 2026"),
    field("giai năm #", r"(?:giai đoạn |năm )?\d{4}~(?:-|–|đến)~\d{4},? và (?:những |các )?năm (?:tiếp theo|sau|kế tiếp|tới)", continuous, "Giai đoạn 2026 - 2030 và những năm tiếp theo"),
    field("giai #", r"(?:giai đoạn )?(?P<period>\d{4}~(?:-|–|đến)~\d{4})(?!\d)", in_years, "2026 - 2030"),
    field("ngày #", r"(?:ngày )?(?P<from>\d{1,2}~[/.-]~\d{1,2}(?:~[/.-]~\d{4})?)(?:~[-–]~| đến )(?:ngày )?(?P<date>{DATE})", in_range, "25/11/2025 - 30/11/2025"),
    field("ngày #", r"(?:(?P<time>{TIME}),? )?(?:ngày )?(?P<date>{DATE})", on_date, "30/11/2025"),
    field("#", r"(?P<month>\d{1,2}~[/.-]~\d{4})(?!\d)", in_month_of_year, "11/2025"),
    field("#", r"(?P<period>20\d\d)(?![\w/])", on_year, "2026"),
    field("# một hai ba", rf"{{NUM}} {UNIT}(?:{SINCE})?", counted, "15 ngày"),
    field("liên", r"liên tục", continuous, "Liên tục"),
    field("theo sau khi ngay", r"(?:theo (?!quy định)|(?:ngay )?sau khi |khi có )[^.;]{3,200}", at_event, "Theo tiến độ của cơ quan chủ trì"),
)  # fmt: skip
