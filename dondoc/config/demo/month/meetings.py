"""The meetings: the weekly briefings with their conclusions, and four being prepared."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.agencies.models import Officer
from dondoc.config.demo.month.items import MILITARY, POLICE
from dondoc.config.demo.month.lives import working
from dondoc.config.demo.month.notices import BRIEFINGS, Briefing
from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, Month, day, hour
from dondoc.documents.filing import keep
from dondoc.meetings import actions
from dondoc.meetings.models import Meeting, Participant, Preparation, Resource
from dondoc.meetings.parts import Point, Thing, Who
from dondoc.planning.actions import schedule_meeting
from dondoc.rules.directive import read
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions import intake
from dondoc.tasks.models import Task
from dondoc.tasks.reading import drafts_of

Kind = Preparation.Kind
RESOURCES = (
    ("hall", Resource.Kind.ROOM, "Hội trường tầng 3", 120),
    ("room-1", Resource.Kind.ROOM, "Phòng họp số 1", 30),
    ("room-2", Resource.Kind.ROOM, "Phòng họp số 2", 16),
    ("car", Resource.Kind.VEHICLE, "43A-012.34 (07 chỗ)", 7),
)
SERIES = "Giao ban UBND phường"
ALL = (KT, VH, NC, TT)


def plan_meetings(month: Month) -> None:
    """Rooms and the series first, then each meeting in its days."""
    for number, (name, kind, called, seats) in enumerate(RESOURCES):
        month.keep(
            name, hour(day(4, 12), 8, number), actions.add_resource, month.committee,
            by=month.tracker, kind=kind, name=called, seats=seats,
        )  # fmt: skip
    month.keep(
        "series", hour(day(4, 12), 8, 10), actions.begin_series, month.committee, by=month.tracker,
        name=SERIES, rhythm="sáng thứ Hai hằng tuần",
    )  # fmt: skip
    for briefing in BRIEFINGS:
        _plan_briefing(month, briefing)
    _plan_today(month)
    _plan_tomorrow(month)
    _plan_dialogue(month)
    _plan_opinion(month)


def everyone(month: Month, symbols: Sequence[str] = ALL, *names: str) -> list[Who]:
    """The deputies' seats are theirs by title; units by name; guests by words."""
    units = [Who(agency=month.unit(symbol)) for symbol in symbols]
    return units + [Who(name=name) for name in names]


def _plan_briefing(month: Month, one: Briefing) -> None:
    starts = hour(one.on, 8)
    usual = [
        Thing(kind, unit=month.ward.office) for kind in (Kind.CONTENT, Kind.APPROVAL, Kind.ROOM)
    ]

    def plan(*, at: datetime) -> Meeting:
        leaders = [Who(officer=month.economy_deputy), Who(officer=month.culture_deputy)]
        return actions.plan_meeting(
            month.committee, by=month.tracker, at=at, title=f"Giao ban UBND phường {one.week}",
            lead=month.ward.office, leader=month.chairman, chair=month.chairman, starts_at=starts,
            ends_at=hour(one.on, 9, 30), room=month.made["room-1"], series=month.made["series"],
            content=one.content, follower=month.tracker, things=usual,
            participants=leaders + everyone(month), agenda=_agenda(one),
        )  # fmt: skip

    key = f"briefing-{one.on:%d%m}"
    month.keep(key, hour(one.planned, 8, 30), plan)
    _on(month, key, hour(one.planned, 9), actions.ask_opinion, by=month.tracker)
    _on(month, key, hour(one.planned, 10, 30), actions.approve_content, by=month.chairman,
        answer="Đồng ý nội dung.")  # fmt: skip
    _on(month, key, hour(one.planned, 10, 40), _tick_all(month.tracker))
    if one.on > day(4, 22):
        _on(month, key, hour(one.planned, 10, 50), schedule_meeting, by=month.tracker)
    if one.conclusions:
        _plan_held(month, key, one)


def _agenda(one: Briefing) -> list[Point]:
    return [
        Point("Rà soát cam kết của phiên trước", time(8), 20, "Văn phòng"),
        Point("Các đơn vị báo cáo công việc trong tuần", time(8, 20), 40, "Các đơn vị"),
        Point(one.topic, time(9), 20, "Đơn vị chủ trì"),
        Point("Chủ tịch kết luận", time(9, 20), 10, "Chủ tịch UBND phường"),
    ]


def _plan_held(month: Month, key: str, one: Briefing) -> None:
    over = hour(one.on, 9, 35)
    _on(month, key, hour(one.on, 8, 5), _call_roll, by=month.tracker)
    _on(month, key, hour(one.on, 9, 20), actions.write_down, by=month.tracker, minutes=one.minutes,
        conclusions=one.conclusions)  # fmt: skip
    _on(month, key, over, actions.hold, by=month.tracker)
    _on(month, key, hour(one.on, 15), actions.draft_notice, by=month.tracker)
    if one.noticed is None:
        return
    head = month.ward.office_head
    _on(month, key, hour(one.noticed, 14), actions.issue_notice, by=head, signer=head)
    _on(month, key, hour(one.noticed, 15), partial(_give, month))
    for number, fate in enumerate(one.fates):
        _plan_commitment(month, key, one.noticed, number, fate)


def _plan_commitment(month: Month, key: str, noticed: date, number: int, fate: date | int) -> None:
    """What a sentence of the notice asked for: handed in on a day, or so far done."""
    since = working(noticed + timedelta(days=1))

    def deed(at: datetime, verb: Any, by: Callable[[Task], Officer], **said: Any) -> None:
        def live(meeting: Meeting, *, at: datetime) -> None:
            document = meeting.notice.document_id
            task = Task.objects.filter(document=document).order_by("pk")[number]
            verb(task, by=by(task), at=at, **said)

        _on(month, key, at, live)

    def focal(task: Task) -> Officer:
        return month.focal(task.lead.symbol)

    deed(hour(since, 8, 30 + number), tasks.accept, focal)
    if isinstance(fate, int):
        if fate:
            deed(hour(since, 16), tasks.post_update, focal, percent=fate,
                 narrative="Đang thực hiện theo kết luận giao ban.")  # fmt: skip
        return
    deed(
        hour(fate, 15),
        tasks.submit,
        focal,
        narrative="Đã thực hiện, báo cáo UBND phường bằng văn bản.",
    )
    deed(hour(working(fate + timedelta(days=1)), 9), tasks.confirm, lambda _: month.tracker)


def _call_roll(meeting: Meeting, *, by: Any, at: datetime) -> None:
    actions.call_roll(
        meeting, by=by, at=at, present=list(Participant.objects.filter(meeting=meeting))
    )


def _give(month: Month, meeting: Meeting, *, at: datetime) -> None:
    """The sentences of the notice become tasks, as a directive's do."""
    document = meeting.notice.document
    assert document is not None
    drafts = drafts_of(read(document.text), document.committee, at, [])
    intake.take_up(document, by=month.tracker, at=at, drafts=drafts)
    intake.confirm_all(document, by=month.tracker, at=at, leader=month.chairman)


def _tick_all(by: Any, *but: str) -> Any:
    """Everything a hand can tick, except these."""

    def live(meeting: Meeting, *, at: datetime) -> None:
        itself = (Kind.APPROVAL, Kind.INVITATION, *but)
        for one in (
            meeting.preparations.exclude(kind__in=itself).filter(done_at=None).order_by("pk")
        ):
            actions.tick(meeting, by=by, at=at, preparation=one)

    return live


def _on(month: Month, key: str, at: datetime, deed: Any, **said: Any) -> None:
    def live() -> None:
        meeting = Meeting.objects.select_related("committee", "lead", "leader", "chair").get(
            pk=month.made[key].pk
        )
        deed(meeting, at=at, **said)

    month.story.then(at, live)


def _papers(month: Month, symbol: str, name: str, text: str) -> Any:
    def live(meeting: Meeting, *, at: datetime) -> None:
        by = month.focal(symbol)
        file = keep(SimpleUploadedFile(f"{name}.txt", text.encode()), by=by, at=at)
        actions.add_papers(meeting, by=by, at=at, files=[file])

    return live


def _plan_one(
    month: Month, key: str, planned: date, lead: str, leader: str, starts: datetime, ends: datetime,
    title: str, content: str, room: str, participants: Sequence[Who], chair: str = "",
) -> None:  # fmt: skip
    def plan(*, at: datetime) -> Meeting:
        return actions.plan_meeting(
            month.committee, by=month.focal(lead), at=at, title=title, content=content,
            lead=month.unit(lead), leader=getattr(month, leader),
            chair=getattr(month, chair or leader), starts_at=starts, ends_at=ends,
            room=month.made[room], follower=month.tracker, participants=participants,
            agenda=[
                Point("Khai mạc, giới thiệu nội dung", starts.time(), 15, "Văn phòng"),
                Point("Báo cáo nội dung chính", None, 45, "Đơn vị chủ trì"),
                Point("Thảo luận", None, 40, ""),
                Point("Kết luận", None, 15, "Chủ trì"),
            ],
        )  # fmt: skip

    month.keep(key, hour(planned, 8, 20), plan)


def _invite(month: Month, key: str, asked: datetime, leader: str, lead: str, issued: date) -> None:
    """Its content asked, approved; its invitation drafted and sent."""
    head = month.ward.office_head
    _on(month, key, asked, actions.ask_opinion, by=month.focal(lead))
    _on(
        month,
        key,
        asked.replace(hour=asked.hour + 3),
        actions.approve_content,
        by=getattr(month, leader),
        answer="Đồng ý; lưu ý báo cáo ngắn gọn, nêu rõ việc cần quyết.",
    )
    _on(month, key, hour(issued, 14), actions.draft_invitation, by=month.tracker)
    _on(month, key, hour(issued, 15, 30), actions.issue_invitation, by=head, signer=head)


def _plan_today(month: Month) -> None:
    """Thursday 12 May, 14:00: ready, and all have answered."""
    key = "security"
    _plan_one(
        month, key, day(5, 5), NC, "chairman", hour(day(5, 12), 14), hour(day(5, 12), 16),
        "Họp triển khai bảo đảm an ninh trật tự, quản lý cư trú tại các khu nhà trọ",
        "Đánh giá tình hình cư trú tại 118 cơ sở cho thuê trọ; thống nhất kế hoạch ra quân trong "
        "tháng.",
        "room-1", [*everyone(month, (POLICE, MILITARY, KT, VH), "Các khu dân cư"),
                   Who(officer=month.economy_deputy)],
    )  # fmt: skip
    _invite(month, key, hour(day(5, 5), 10), "chairman", NC, day(5, 9))
    _on(month, key, hour(day(5, 6), 9), _papers(month, NC, "Báo cáo tình hình cư trú", SECURITY))
    _on(month, key, hour(day(5, 9), 16), _tick_all(month.tracker))
    _on(month, key, hour(day(5, 5), 8, 40), schedule_meeting, by=month.tracker)
    _answers(month, key)


def _answers(month: Month, key: str) -> None:
    police = month.head(POLICE)
    _answer(month, key, hour(day(5, 10), 8), POLICE, police, "attends")
    _answer(month, key, hour(day(5, 10), 9), KT, month.head(KT), "attends")
    _answer(month, key, hour(day(5, 10), 10), MILITARY, month.head(MILITARY), "declines",
            reason="Dự hội nghị quân sự quận cùng giờ")  # fmt: skip
    _answer(month, key, hour(day(5, 11), 8), VH, month.head(VH), "deputy", deputy=month.officer(VH))

    def agree(meeting: Meeting, *, at: datetime) -> None:
        asked = Participant.objects.get(meeting=meeting, agency=month.unit(VH))
        actions.decide_deputy(meeting, by=month.tracker, at=at, participant=asked, agreed=True)

    _on(month, key, hour(day(5, 11), 9), agree)
    _on(month, key, hour(day(5, 11), 20), actions.open_papers, by=police)
    _on(month, key, hour(day(5, 11), 21), actions.open_papers, by=month.head(KT))


def _answer(
    month: Month, key: str, at: datetime, symbol: str, by: Any, said: str, **more: Any
) -> None:
    def live(meeting: Meeting, *, at: datetime) -> None:
        asked = Participant.objects.get(meeting=meeting, agency=month.unit(symbol))
        actions.answer(meeting, by=by, at=at, participant=asked, answer=said, **more)

    _on(month, key, at, live)


def _plan_tomorrow(month: Month) -> None:
    """Friday 13 May: invited, but its papers are still missing the day before."""
    key = "children"
    _plan_one(
        month, key, day(5, 6), VH, "culture_deputy", hour(day(5, 13), 14), hour(day(5, 13), 15, 45),
        "Họp triển khai Tháng hành động vì trẻ em năm 2022",
        "Thống nhất kế hoạch, phân công các đoàn thể và khu dân cư tổ chức Tháng hành động vì trẻ "
        "em.",
        "room-2", everyone(month, (NC, TT, POLICE), "Đoàn Thanh niên phường", "Hội Phụ nữ phường"),
    )  # fmt: skip
    _invite(month, key, hour(day(5, 9), 9), "culture_deputy", VH, day(5, 10))
    _on(month, key, hour(day(5, 10), 16), _tick_all(month.tracker, Kind.PAPERS, Kind.REPORT))
    _on(month, key, hour(day(5, 6), 8, 40), schedule_meeting, by=month.tracker)


def _plan_dialogue(month: Month) -> None:
    """Monday 16 May: due by Friday, for two days before is a Saturday; half of it is ready."""
    key = "dialogue"
    _plan_one(
        month, key, day(5, 6), VP, "chairman", hour(day(5, 16), 14), hour(day(5, 16), 16, 30),
        "Hội nghị đối thoại giữa Chủ tịch UBND phường với Nhân dân năm 2022",
        "Nghe ý kiến Nhân dân về trật tự đô thị, thoát nước, tái định cư và thủ tục hành chính; "
        "trả lời trực tiếp những việc thuộc thẩm quyền.",
        "hall", [*everyone(month, (KT, VH, NC, TT, POLICE), "Đại diện 24 khu dân cư",
                           "Ủy ban Mặt trận Tổ quốc phường"),
                 Who(officer=month.economy_deputy), Who(officer=month.culture_deputy)],
    )  # fmt: skip
    _on(month, key, hour(day(5, 10), 8, 40), actions.ask_opinion, by=month.tracker)
    _on(month, key, hour(day(5, 10), 16, 50), actions.approve_content, by=month.chairman,
        answer="Đồng ý. Tổng hợp trước các kiến nghị đã nhận, phân theo đơn vị trả "
        "lời.")  # fmt: skip
    _on(
        month,
        key,
        hour(day(5, 11), 10),
        _tick_all(month.tracker, Kind.PAPERS, Kind.REPORT, Kind.WATER),
    )
    _on(month, key, hour(day(5, 11), 10, 20), actions.draft_invitation, by=month.tracker)
    _on(month, key, hour(day(5, 11), 10, 30), schedule_meeting, by=month.tracker)


def _plan_opinion(month: Month) -> None:
    """Wednesday 18 May: its content lies before the Vice Chairman."""
    key = "compensation"
    _plan_one(
        month, key, day(5, 10), KT, "economy_deputy", hour(day(5, 18), 8), hour(day(5, 18), 10),
        "Cuộc làm việc về phương án bồi thường, hỗ trợ khu tái định cư giai đoạn 2",
        "Xem xét 12 trường hợp còn vướng về nguồn gốc đất; thống nhất đơn giá đề nghị cấp trên phê "
        "duyệt và lịch họp dân.",
        "room-1", everyone(month, (NC, TT), "Trung tâm Phát triển quỹ đất"),
    )  # fmt: skip
    _on(month, key, hour(day(5, 11), 16, 30), actions.ask_opinion, by=month.focal(KT))


SECURITY = (
    "BÁO CÁO TÓM TẮT\n\nToàn phường có 118 cơ sở cho thuê trọ với 2.146 nhân khẩu tạm trú; 104 cơ "
    "sở đã "
    "khai báo đầy đủ, 14 cơ sở cập nhật chậm.\n\nKiến nghị: ra quân kiểm tra đồng loạt hai tối "
    "trong "
    "tháng 5; gắn trách nhiệm chủ nhà trọ với việc khai báo qua cổng dịch vụ công.\n"
)
