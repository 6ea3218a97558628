"""Turns an invitation, a notice of conclusions and the minutes into official papers."""

import re
from collections.abc import Iterable, Sequence

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.database.clock import local
from dondoc.documents.letterheads import committee_letterhead, on_paper, signature
from dondoc.meetings.models import AgendaItem, ConclusionNotice, Invitation, Meeting, Participant
from dondoc.meetings.texts import lowered, time_in_words, title_of, titled
from dondoc.rules.decree30 import Kind
from dondoc.rules.layout import (
    Block,
    Dash,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Run,
    plain,
    prose,
)

_MARKED = re.compile(r"^(\d{1,2}\.|[a-zđ]\))\s+(?=\S)")


def letterhead_for(committee: Agency, signer: Officer, type_symbol: str) -> dict[str, object]:
    """A leader signs for the committee; the head of the Office by order of its Chairman."""
    symbol = f"{type_symbol}-{committee.symbol or 'UBND'}"
    head = committee_letterhead(committee, signer, symbol)
    if signer.role == Role.LEADER:
        return head
    return head | signature("TL. CHỦ TỊCH", signer.title, signer)


def invitation_paper(invitation: Invitation) -> Paper:
    """Mẫu 1.7: time, place and chair come from the dossier, so they never contradict it."""
    meeting, texts = invitation.meeting, _texts(invitation)
    return Paper(
        kind=Kind.INVITATION,
        subject=invitation.subject,
        addressees=tuple(texts["addressees"].splitlines()),
        recipients=tuple(texts["recipients"].splitlines()),
        body=tuple(_invitation(meeting, texts, list(meeting.agenda.order_by("place")))),
        **on_paper(invitation.letterhead),
    )


def _invitation(
    meeting: Meeting, texts: dict[str, str], agenda: Sequence[AgendaItem]
) -> Iterable[Block]:
    yield from prose(texts["opening"])
    yield Paragraph((Run("Nội dung: ", bold=True), Run(" ".join(texts["content"].split()))))
    for point in agenda:
        yield Dash(plain(_point(point)))
    chair = meeting.chair
    yield Paragraph(
        (Run("Chủ trì: ", bold=True), Run(f"Đồng chí {chair.name}, {title_of(chair)}."))
    )
    yield Paragraph((Run("Thời gian: ", bold=True), Run(f"{time_in_words(meeting)}.")))
    yield Paragraph((Run("Địa điểm: ", bold=True), Run(f"{meeting.where or 'sẽ thông báo sau'}.")))
    yield from prose(texts["requests"])


def _point(point: AgendaItem) -> str:
    hour = f"{point.starts:%H giờ %M}: " if point.starts else ""
    long = f" ({point.minutes} phút)" if point.minutes else ""
    who = f" – {point.presenter}" if point.presenter else ""
    return f"{hour}{point.content}{who}{long}"


def notice_paper(notice: ConclusionNotice) -> Paper:
    """Thông báo kết luận; each numbered line is an order the reader of directives can take."""
    texts = _texts(notice)
    body: list[Block] = [*prose(texts["opening"]), *numbered_prose(texts["conclusions"])]
    return Paper(
        kind=Kind.NOTICE,
        subject=notice.subject,
        addressees=(),
        recipients=tuple(texts["recipients"].splitlines()),
        body=(*body, *prose(texts["closing"])),
        **on_paper(notice.letterhead),
    )


def numbered_prose(text: str) -> tuple[Block, ...]:
    """Lines that begin "1." or "a)" keep their marks; the others are paragraphs and dashes."""
    blocks: list[Block] = []
    for line in map(str.strip, text.splitlines()):
        if found := _MARKED.match(line):
            blocks.append(Numbered(found.group(1), plain(line[found.end() :])))
        else:
            blocks += prose(line)
    return tuple(blocks)


def minutes_paper(meeting: Meeting, people: Sequence[Participant]) -> Paper:
    """Biên bản (mẫu 1.9): who was there, what was said, what was concluded."""
    writer = meeting.follower or meeting.created_by
    return Paper(
        kind=Kind.MINUTES,
        subject=meeting.title,
        recipients=("Thành phần dự họp", "Lưu: VT"),
        body=tuple(_minutes(meeting, people)),
        **on_paper(
            letterhead_for(meeting.committee, writer, "BB") | signature("", "Thư ký", writer)
        ),
    )


def _minutes(meeting: Meeting, people: Sequence[Participant]) -> Iterable[Block]:
    ended = f"; kết thúc lúc {local(meeting.held_at):%H giờ %M}" if meeting.held_at else ""
    yield Paragraph((Run("Thời gian: ", bold=True), Run(f"{time_in_words(meeting)}{ended}.")))
    yield Paragraph((Run("Địa điểm: ", bold=True), Run(f"{meeting.where or '…'}.")))
    chair = meeting.chair
    yield Paragraph(
        (Run("Chủ trì: ", bold=True), Run(f"Đồng chí {chair.name}, {title_of(chair)}."))
    )
    there = [one for one in people if one.attended]
    away = [one for one in people if one.attended is False]
    yield Heading(1, "I. THÀNH PHẦN THAM DỰ")
    for one in there or [one for one in people if one.attended is None]:
        yield Dash(plain(_present(one)))
    if away:
        yield Paragraph((Run("Vắng mặt:", bold=True),))
        for one in away:
            yield Dash(plain(f"{titled(one)}{f' ({one.reason})' if one.reason else ''}"))
    yield Heading(1, "II. NỘI DUNG")
    yield from numbered_prose(meeting.minutes or "…")
    yield Heading(1, "III. KẾT LUẬN")
    yield from numbered_prose(meeting.conclusions or "…")
    yield Paragraph(
        plain(
            f"Biên bản {lowered(meeting.title)} được lập để lưu hồ sơ và làm căn cứ ban hành "
            "thông báo kết luận."
        )
    )


def _present(one: Participant) -> str:
    if one.deputy is not None and one.consent:
        return f"{titled(one)}: {one.deputy.name}, {title_of(one.deputy)} dự thay"
    return titled(one)


def _texts(paper: Invitation | ConclusionNotice) -> dict[str, str]:
    return {part["key"]: part["text"] for part in paper.parts}
