"""A unit's report of remedies as an official paper: a draft, or as its head signed it."""

from datetime import date
from typing import Any

from dondoc.agencies.models import Kind as Body
from dondoc.agencies.models import Officer
from dondoc.documents import letterheads
from dondoc.remedies import drafting, queries
from dondoc.remedies.models import RemedyReport
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import Appendix, Column, HeaderCell, Paper, Row, Signature, Table, prose
from dondoc.rules.wording import day_short, vn_date


def letterhead_of(report: RemedyReport, head: Officer, day: date | None = None) -> dict[str, Any]:
    """The unit under its committee, signed by its head; kept as it was on the day it was signed."""
    unit, committee = report.unit, report.committee
    symbol = f"BC-{unit.symbol or unit.short_name or 'ĐV'}"
    if unit.is_committee:
        found = letterheads.committee_letterhead(unit, head, symbol)
    else:
        name = letterheads.office_name(unit) if unit.kind == Body.OFFICE else unit.name
        found = {
            "issuer": name,
            "parent": letterheads.in_full(committee.name),
            "symbol": symbol,
            "place": committee.place or committee.name,
            **letterheads.office_signature(head),
        }
    return found | ({"day": day.isoformat(), "day_in_words": vn_date(day)} if day else {})


def paper_of(report: RemedyReport, head: Officer) -> Paper:
    """The signed report from what is frozen in it; before that, the draft over today's list."""
    if report.is_signed:
        rows, words, head_of = report.remedies, report.words, report.letterhead
    else:
        remedies = queries.remedies_of_report(report)
        rows = [drafting.frozen(one) for one in remedies]
        words, head_of = (
            report.words or drafting.words(report, remedies),
            letterhead_of(report, head),
        )
    authority = (head_of["authority"],) if head_of["authority"] else ()
    whose = letterheads.spoken(report.committee.name)
    return Paper(
        kind=Kind.REPORT,
        subject=f"Kết quả khắc phục tháng {report.month.month}/{report.month.year}",
        addressees=(report.committee.name,),
        recipients=("Như trên", f"Văn phòng {whose}", "Lưu"),
        body=(*prose(words), *_appendix(rows)),
        issuer=head_of["issuer"],
        parent_agency=head_of["parent"],
        symbol=head_of["symbol"],
        place=head_of["place"],
        signature=Signature(authority, head_of["signer_title"], head_of["signer"]),
        day=date.fromisoformat(head_of["day"]) if "day" in head_of else None,
        draft=not report.is_signed,
    )


HEADS = (
    "TT", "Việc phải khắc phục", "Lý do, tháng phát sinh", "Nguyên nhân", "Giải pháp",
    "Cam kết, người chịu trách nhiệm", "Kết quả", "Trạng thái",
)  # fmt: skip
WIDTHS = (9, 62, 28, 44, 44, 32, 44, 22)


def _appendix(rows: list[dict[str, Any]]) -> list[Appendix]:
    if not rows:
        return []
    table = Table(
        columns=tuple(
            Column(width, "center" if width == WIDTHS[0] else "left") for width in WIDTHS
        ),
        header=(tuple(HeaderCell(head) for head in HEADS),),
        rows=tuple(Row((str(n), *_cells(row))) for n, row in enumerate(rows, start=1)),
    )
    return [Appendix(None, "Danh sách việc phải khắc phục", (table,), landscape=True)]


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    month = date.fromisoformat(row["month"])
    commit = day_short(date.fromisoformat(row["commit_on"])) if row["commit_on"] else ""
    return (
        f"{row['code']} {row['what']}".strip(),
        f"{row['ground']}, tháng {month.month}/{month.year}",
        f"{row['cause']}: {row['cause_told']}" if row["cause"] else "",
        row["solution"],
        "; ".join(part for part in (commit, row["person"]) if part),
        row["result"],
        row["state"],
    )
