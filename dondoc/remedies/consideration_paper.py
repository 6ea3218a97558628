"""A proposal to consider who answers as an official paper: Tờ trình of the Office."""

from dondoc.agencies.models import Officer, Role
from dondoc.documents.issuing import office_of_committee
from dondoc.documents.letterheads import office_letterhead, on_paper, spoken
from dondoc.remedies.models import Consideration
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    HeaderCell,
    Heading,
    Paper,
    Paragraph,
    Row,
    Table,
    plain,
    prose,
)
from dondoc.rules.wording import day_short


def consideration_paper(one: Consideration) -> Paper:
    """From what is kept in it alone; a draft says so, and a decision stands in it."""
    whose = spoken(one.committee.name)
    office = office_of_committee(one.drawn_up_by, one.committee)
    heads = Officer.objects.filter(agency=office, role=Role.OFFICE_HEAD, until_on=None)
    head = one.submitted_by or heads.select_related("user").order_by("pk").first()
    letterhead = office_letterhead(office, head or one.drawn_up_by, "TTr")
    return Paper(
        kind=Kind.SUBMISSION,
        subject=f"Đề xuất xem xét trách nhiệm {_whom(one)} {one.facts['period']}",
        addressees=(f"Chủ tịch {whose}",),
        recipients=("Như trên", "Lưu: VT, VP"),
        body=(*_body(one), _facts(one)),
        **(on_paper(letterhead) | {"draft": one.state == Consideration.State.DRAFT}),
    )


def _whom(one: Consideration) -> str:
    whom = one.of_whom
    return "tập thể" + whom.removeprefix("Tập thể") if one.person_id is None else whom


def _body(one: Consideration) -> list[Block]:
    blocks: list[Block] = [Heading(1, "I. ĐỀ XUẤT"), *prose(one.words)]
    now, then = one.facts["now"], one.facts["then"]
    blocks += [
        Heading(1, "II. CĂN CỨ"),
        Paragraph(plain(f"Số liệu lấy lúc {one.facts['as_of']}; từng việc nêu tại phụ lục.")),
        _counts(one.facts["before"], then, one.facts["period"], now),
    ]
    if one.decided_at and one.decided_by:
        said = f"{one.get_outcome_display()}. {one.answer}"
        who = f"{one.decided_by.name}, {day_short(one.decided_at.date())}"
        blocks += [
            Heading(1, "III. QUYẾT ĐỊNH CỦA CHỦ TỊCH"),
            Paragraph(plain(said)),
            Paragraph(plain(f"Người quyết định: {who}.")),
        ]
    return blocks


ROWS = (
    ("late", "Việc chậm"), ("days", "Số ngày chậm thuộc trách nhiệm"),
    ("still_open", "Việc còn quá hạn"), ("sent_back", "Lượt kết quả bị trả lại"),
    ("granted", "Việc được công nhận nguyên nhân khách quan (không tính vào trên)"),
)  # fmt: skip


def _counts(before: str, then: dict[str, int], period: str, now: dict[str, int]) -> Table:
    return Table(
        columns=(Column(85), Column(40, "center"), Column(40, "center")),
        header=(
            tuple(HeaderCell(head.capitalize()) for head in ("nội dung", before, period)),
        ),
        rows=tuple(Row((label, str(then[key]), str(now[key]))) for key, label in ROWS),
    )  # fmt: skip


def _facts(one: Consideration) -> Appendix:
    heads = ("TT", "Nhiệm vụ", "Thời hạn", "Ngày chậm", "Nguyên nhân", "Khắc phục", "Ghi nhận")
    rows = []
    for n, item in enumerate(one.facts["items"], start=1):
        cause = ": ".join(part for part in (item["cause"], item["cause_told"]) if part)
        remedy = item["solution"]
        if item["commit"]:
            remedy += f" Cam kết {item['commit']}."
        if item["remedied_in"] is not None:
            remedy += f" Đã khắc phục sau {item['remedied_in']} ngày."
        noted = [f"gia hạn {said}" for said in item["extensions"]]
        if item["granted_by"]:
            noted.append(f"khách quan: {item['granted']} ({item['granted_by']})")
        if item["returns"]:
            noted.append(f"trả lại {item['returns']} lần")
        if item["open"]:
            noted.append("còn quá hạn")
        days = f"{item['days']}/{item['whole_days']}"
        said = f"{item['code']}: {item['content']}"
        rows.append(
            Row((str(n), said, item["due"], days, cause or "chưa nêu", remedy, "; ".join(noted)))
        )
    table = Table(
        columns=(
            Column(9, "center"), Column(80), Column(22, "center"), Column(18, "center"),
            Column(45), Column(50), Column(45),
        ),
        header=(tuple(HeaderCell(head) for head in heads),),
        rows=tuple(rows),
    )  # fmt: skip
    title = "Các việc làm căn cứ (ngày chậm: thuộc trách nhiệm / tổng số)"
    return Appendix(None, title, (table,), landscape=True)
