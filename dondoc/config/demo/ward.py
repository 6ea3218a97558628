"""The ward: a committee of a few divisions, which gets tasks from above and gives its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dondoc.agencies.actions import establish
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.config.demo import bodies as b
from dondoc.config.demo.papers import Order
from dondoc.config.demo.people import People
from dondoc.config.demo.plan import (
    BEGIN,
    LAST_CONFIRMATION,
    STANDS_AT,
    completed,
    in_order,
    office_hour,
    untouched,
    updated,
)
from dondoc.config.demo.story import Story, Work
from dondoc.journal.models import House
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source

WARD_MATTERS = (
    "Tổ chức ra quân lập lại trật tự vỉa hè tuyến Nguyễn Lương Bằng",
    "Rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới",
    "Chuẩn bị nội dung, tài liệu hội nghị đối thoại với nhân dân",
    "Vận động các hộ bàn giao mặt bằng khu tái định cư",
    "Báo cáo kết quả tiếp nhận, giải quyết thủ tục hành chính trong tháng",
    "Kiểm tra việc chấp hành trật tự xây dựng trên địa bàn",
    "Triển khai chiến dịch tiêm chủng cho trẻ em",
    "Cập nhật hồ sơ hộ tịch điện tử còn tồn đọng",
    "Tổng hợp, trả lời kiến nghị cử tri sau kỳ họp",
    "Xây dựng kế hoạch phòng, chống thiên tai năm 2022",
)
OWN_TASKS = 44
PASSED = 6


@dataclass
class Ward:
    """The ward's committee and the people of its Office and divisions."""

    committee: Agency
    leaders: list[Officer]
    office_head: Officer
    tracker: Officer
    divisions: list[tuple[Agency, tuple[Officer, Officer, Officer]]]


def build_ward(people: People, district: Agency, at: datetime) -> Ward:
    """Founds the ward with its divisions, service centre and partners."""
    house = House()
    committee = establish(
        district, by=house, at=at, name=b.WARD, kind=Kind.COMMUNE, symbol="UBND",
        place="Hòa Khánh Bắc", identifier="H17.45.1",
    )  # fmt: skip
    leaders = [
        people.seat(committee, Role.LEADER, "Chủ tịch UBND phường", authority="TM."),
        people.seat(committee, Role.LEADER, "Phó Chủ tịch UBND phường", authority="KT."),
    ]
    divisions = []
    for name, kind, symbol in b.DIVISIONS:
        unit = establish(
            committee, by=house, at=at, name=name, kind=kind, short_name=symbol, symbol=symbol
        )
        divisions.append((unit, people.staff(unit)))
    for name in b.WARD_PARTNERS:
        establish(committee, by=house, at=at, name=name, kind=Kind.PARTNER, is_scored=False)
    office = divisions[0][0]
    return Ward(
        committee=committee,
        leaders=leaders,
        office_head=people.seat(office, Role.OFFICE_HEAD, "Chánh Văn phòng HĐND và UBND phường"),
        tracker=people.seat(office, Role.TRACKING_OFFICER, "Chuyên viên tổng hợp phường"),
        divisions=divisions[1:],
    )


def plan_ward(story: Story, ward: Ward) -> None:
    """The ward's own tasks, and those that come down from the city through the district."""
    _plan_own(story, ward)
    _plan_passed(story, ward)


def _plan_own(story: Story, ward: Ward) -> None:
    draw = story.draw
    for number in range(OWN_TASKS):
        unit, staff = ward.divisions[number % len(ward.divisions)]
        fate = draw.choices((completed, updated, untouched), (70, 18, 12))[0]
        room = 95 if fate is completed else 120
        assigned_at = office_hour(draw, BEGIN + timedelta(days=draw.randint(4, room)))
        life = in_order(fate(draw, assigned_at, LAST_CONFIRMATION))
        life.starred = draw.random() < 0.1
        order = Order(b.BODIES[0], draw.choice(WARD_MATTERS), life)
        story.plan_work(
            Work(
                committee=ward.committee,
                unit=unit,
                staff=staff,
                tracker=ward.tracker,
                leader=draw.choice(ward.leaders),
                field=None,
                order=order,
                source=Source,
                supporting=[],
            )
        )


def _plan_passed(story: Story, ward: Ward) -> None:
    works = [
        work
        for work in story.works
        if work.unit.name == b.CRITICISED
        and not work.order.life.steps
        and (work.order.life.due_on or date.min) > STANDS_AT.date() + timedelta(days=8)
    ]
    for number, work in enumerate(works[:PASSED]):
        _plan_descent(story, ward, work, number)


def _plan_descent(story: Story, ward: Ward, work: Work, number: int) -> None:
    unit, (head, _, officer) = ward.divisions[number % len(ward.divisions)]
    down_at = work.order.life.assigned_at + timedelta(days=2)
    due_on = work.order.life.due_on
    assert due_on is not None

    def descend() -> None:
        district_focal = work.staff[1]
        to_ward = actions.pass_down(
            work.task, by=district_focal, at=down_at, lead=ward.committee,
            content=work.task.content, due=Due(due_on - timedelta(days=4)),
        )  # fmt: skip
        later = down_at + timedelta(hours=3)
        to_division = actions.pass_down(
            to_ward, by=ward.tracker, at=later, lead=unit, content=to_ward.content,
            due=Due(due_on - timedelta(days=6)),
        )  # fmt: skip
        if number % 2:
            actions.entrust(to_division, by=head, at=later + timedelta(hours=1), executor=officer)
            actions.post_update(
                to_division, by=officer, at=later + timedelta(hours=5), percent=30,
                narrative="Đã làm việc với tổ dân phố, đang tổng hợp.",
            )  # fmt: skip

    story.then(down_at, descend)
