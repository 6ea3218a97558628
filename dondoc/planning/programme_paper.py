"""The programme as an official paper: opening words, and the table by the field of each leader."""

from collections.abc import Iterable
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.documents.letterheads import committee_letterhead, in_full, on_paper, spoken
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.queries import by_leader, items_of, leaders_on
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    HeaderCell,
    Paper,
    Paragraph,
    Row,
    Table,
    plain,
)
from dondoc.rules.wording import day_short

State = ProgrammeItem.State
PRINTED = (State.REGISTERED, State.APPROVED, State.MOVED, State.DROPPED)
HEADS = (
    "TT",
    "Nội dung công việc",
    "Chủ trì",
    "Phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
    "Ghi chú",
)
WIDTHS = (10, 82, 38, 40, 24, 38, 25)


def programme_letterhead(programme: Programme, signer: Officer) -> dict[str, Any]:
    """The committee's own paper, signed by whoever approved it."""
    committee = programme.committee
    head = committee_letterhead(committee, signer, f"CTr-{committee.symbol or 'UBND'}")
    if signer.delegated_by_id is not None:  # he signs by his own office, for the Chairman
        own = Officer.objects.filter(user=signer.user_id, delegated_by=None, until_on=None).first()
        title = (own or signer).title.upper()
        return head | {"authority": "TUQ. CHỦ TỊCH", "signer_title": title}
    chairman = signer.title.split(" UBND")[0].upper()
    return head | {"authority": "TM. ỦY BAN NHÂN DÂN", "signer_title": chairman}


def programme_paper(programme: Programme) -> Paper:
    """The paper as the programme stands: a draft until it has its number."""
    committee = programme.committee
    day = programme.from_on
    leaders = leaders_on(committee, day)
    items = list(
        items_of(programme).filter(state__in=PRINTED).prefetch_related("coordinating")
    )  # fmt: skip
    head = programme.letterhead
    if not head:
        chairman = leaders[0] if leaders else programme.opened_by
        head = programme_letterhead(programme, chairman) if chairman else {}
    title = f"Công tác {programme.label} của {in_full(committee.name)}"
    return Paper(
        kind=Kind.PROGRAMME,
        subject=title,
        recipients=_recipients(programme),
        body=(
            *_opening(programme, items),
            Appendix(None, f"Danh mục nội dung công tác {programme.label}", (
                items_table(by_leader(items, leaders), programme),
            ), landscape=True),
        ),
        **on_paper(head),
    )  # fmt: skip


def _recipients(programme: Programme) -> tuple[str, ...]:
    whose = spoken(programme.committee.name)
    return (
        "Thường trực Đảng ủy, HĐND (b/c)",
        f"Chủ tịch, các Phó Chủ tịch {whose}",
        "Các cơ quan, đơn vị",
        "Lưu: VT, VP",
    )


def _opening(programme: Programme, items: list[ProgrammeItem]) -> Iterable[Block]:
    whose = in_full(programme.committee.name)
    focal = sum(item.focal for item in items)
    marked = f", trong đó có {focal} nội dung trọng tâm" if focal else ""
    yield Paragraph(
        plain(
            f"Trên cơ sở đăng ký của các cơ quan, đơn vị, {whose} ban hành Chương trình công tác "
            f"{programme.label} gồm {len(items)} nội dung{marked} (danh mục kèm theo)."
        )
    )
    yield Paragraph(
        plain(
            "Thủ trưởng các cơ quan, đơn vị được giao chủ trì tổ chức thực hiện đúng tiến độ, bảo "
            "đảm chất lượng, chịu trách nhiệm trước Chủ tịch "
            f"{spoken(programme.committee.name)} về kết quả thực hiện. Trường hợp cần điều chỉnh, "
            "báo cáo Chủ tịch xem xét, quyết định trước khi thay đổi."
        )
    )


def items_table(
    groups: list[tuple[Officer | None, list[ProgrammeItem]]], programme: Programme
) -> Table:
    """The items under each leader, numbered through."""
    rows: list[Row] = []
    place = 0
    for leader, items in groups:
        rows.append(Row((_field_of(leader),), bold=True))
        for item in items:
            place += 1
            rows.append(Row((str(place), *cells(item))))
    return Table(
        columns=tuple(
            Column(width, "center" if head in ("TT", HEADS[4]) else "left")
            for head, width in zip(HEADS, WIDTHS, strict=True)
        ),
        header=(tuple(HeaderCell(head) for head in HEADS),),
        rows=tuple(rows) or (Row(("Chưa có nội dung",)),),
    )


def _field_of(leader: Officer | None) -> str:
    if leader is None:
        return "Lĩnh vực chưa phân công"
    return f"Lĩnh vực {leader.title.split(' UBND')[0]} {leader.name} phụ trách"


def cells(item: ProgrammeItem) -> tuple[str, ...]:
    """What stands in the table after the number."""
    return (
        item.content,
        item.unit.name,
        "; ".join(sorted(unit.name for unit in item.coordinating.all())),
        day_short(item.due_on),
        item.product,
        remark(item),
    )


def remark(item: ProgrammeItem) -> str:
    """The marks of an item in words."""
    said = []
    if item.focal:
        said.append("Trọng tâm")
    if item.carried_from_id:
        said.append("Chuyển tiếp")
    if item.added_at:
        said.append("Bổ sung")
    if item.state == State.MOVED:
        said.append(f"Chuyển đến {day_short(item.due_on)}")
    if item.state == State.DROPPED:
        said.append("Đưa ra khỏi chương trình")
    return "; ".join(said)
