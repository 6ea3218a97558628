"""The first words of an invitation and of a notice of conclusions; people reword them."""

from collections.abc import Iterable
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.database.clock import local
from dondoc.documents.letterheads import in_full, spoken
from dondoc.meetings.models import Meeting, Participant
from dondoc.meetings.models.meetings import WEEKDAYS

Part = dict[str, Any]

HEADINGS = {
    "opening": "Mở đầu",
    "content": "Nội dung",
    "requests": "Đề nghị",
    "conclusions": "Kết luận",
    "closing": "Kết thúc",
    "addressees": "Kính mời (mỗi dòng một nơi)",
    "recipients": "Nơi nhận (mỗi dòng một nơi)",
}


def parts_of(texts: dict[str, str], stood: list[Part] | None = None) -> list[Part]:
    """The parts in order; what somebody put in his own words before stays as he put it."""
    edited = {part["key"]: part for part in stood or [] if part.get("edited")}
    return [
        edited.get(key) or {"key": key, "heading": HEADINGS[key], "text": text}
        for key, text in texts.items()
    ]


def reworded(parts: list[Part], key: str, text: str) -> list[Part]:
    """One part in other words, marked so that no redrafting overwrites it."""
    words = "\n".join(line.strip() for line in text.strip().splitlines())
    return [
        part | {"text": words, "edited": True} if part["key"] == key else part for part in parts
    ]


def invitation_texts(meeting: Meeting, asked: Iterable[Participant]) -> dict[str, str]:
    """What an invitation says beside time, place and chair, which come from the dossier itself."""
    committee = meeting.committee.name
    people = list(asked)
    addressees = [titled(one) for one in people]
    return {
        "opening": (
            f"{in_full(committee)} trân trọng kính mời các đồng chí tham dự "
            f"{lowered(meeting.title)}."
        ),
        "content": meeting.content.strip() or meeting.title,
        "requests": (
            "Đề nghị các đồng chí nghiên cứu tài liệu gửi kèm, dự họp đúng thành phần, thời gian; "
            "trường hợp cử người dự thay phải được người chủ trì đồng ý."
        ),
        "addressees": "\n".join(addressees),
        "recipients": "\n".join(
            ["Như trên", f"CT và các PCT {spoken(committee)}", "Lưu: VT"]
        ),
    }  # fmt: skip


def notice_texts(meeting: Meeting, present: Iterable[Participant]) -> dict[str, str]:
    """What a notice of conclusions says; the conclusions as written down in the meeting."""
    committee = meeting.committee.name
    chair, whose = meeting.chair, spoken(committee)
    there = "; ".join(who_came(one) for one in present)
    where = f", tại {meeting.where}" if meeting.where else ""
    with_whom = f" Tham dự có: {there}." if there else ""
    return {
        "opening": (
            f"{day_in_words(meeting)}{where}, đồng chí {chair.name}, {title_of(chair)} chủ trì "
            f"{lowered(meeting.title)}.{with_whom} Sau khi nghe báo cáo và ý kiến của các đại "
            f"biểu, đồng chí {chair.name} kết luận như sau:"
        ),
        "conclusions": meeting.conclusions.strip(),
        "closing": (
            f"Thừa lệnh Chủ tịch {whose}, Văn phòng thông báo để các cơ quan, đơn vị biết, "
            "thực hiện."
        ),
        "recipients": "\n".join(
            [f"CT và các PCT {whose}", "Các đơn vị dự họp", "Lưu: VT"]
        ),
    }  # fmt: skip


def who_came(one: Participant) -> str:
    """Whoever sat there: the deputy, once the chair agreed, and not the one he came for."""
    if one.deputy is None or not one.consent:
        return titled(one)
    whose = "" if one.officer else f" ({one.agency})"
    return f"Đồng chí {one.deputy.name}, {title_of(one.deputy)}{whose}"


def titled(one: Participant) -> str:
    """ "Đồng chí Lê Nam, Phó Chủ tịch UBND thành phố", a body, or a guest as he was named."""
    if one.officer is not None:
        return f"Đồng chí {one.officer.name}, {title_of(one.officer)}"
    return one.name or str(one.agency)


def title_of(officer: Officer) -> str:
    """The title with the body it is held in; what both say is said once.

    "Giám đốc Sở" of "Sở Xây dựng" is "Giám đốc Sở Xây dựng".
    """
    title, body = officer.title.split(), officer.agency.name.split()
    said, name = [word.casefold() for word in title], [word.casefold() for word in body]
    if " ".join(name) in " ".join(said):
        return officer.title
    for shared in range(min(len(said), len(name)), 0, -1):
        if said[-shared:] == name[:shared]:
            return " ".join([*title[:-shared], *body])
    return f"{officer.title} {officer.agency.name}"


def lowered(title: str) -> str:
    """A title inside a sentence."""
    return title[:1].lower() + title[1:]


def time_in_words(meeting: Meeting) -> str:
    """ "08 giờ 00, thứ Năm ngày 12 tháng 5 năm 2022"."""
    there = local(meeting.starts_at)
    until = f" đến {local(meeting.ends_at):%H giờ %M}" if meeting.ends_at else ""
    return (
        f"{there:%H giờ %M}{until}, {WEEKDAYS[there.weekday()]} ngày {there.day:02d} "
        f"tháng {there.month} năm {there.year}"
    )


def day_in_words(meeting: Meeting) -> str:
    """ "Ngày 12/5/2022"."""
    there = local(meeting.held_at or meeting.starts_at)
    return f"Ngày {there.day:02d}/{there.month}/{there.year}"
