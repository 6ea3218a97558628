"""The ward: a committee of a few divisions, which gets tasks from above and gives its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dondoc.agencies.actions import establish, found_field, put_in_charge, set_fields
from dondoc.agencies.models import Agency, Field, Kind, Officer, Role
from dondoc.config.demo import bodies as b
from dondoc.config.demo.papers import Order
from dondoc.config.demo.people import FROM, People
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

WARD_MATTERS = {
    "Phòng Kinh tế, Hạ tầng và Đô thị": (
        "Kiểm tra, xử lý {n} trường hợp dựng mái che, bậc cấp lấn chiếm vỉa hè",
        "Vận động {n} hộ bàn giao mặt bằng tuyến kiệt bê tông hóa",
        "Kiểm tra việc chấp hành trật tự xây dựng tại {n} công trình đang thi công",
        "Đề xuất sửa chữa {n} đoạn cống thoát nước xuống cấp trong khu dân cư",
        "Rà soát {n} thửa đất trống, xử lý tình trạng đổ xà bần",
    ),
    "Phòng Văn hóa - Xã hội": (
        "Thẩm định hồ sơ trợ giúp xã hội của {n} đối tượng",
        "Kiểm tra {n} nhóm trẻ độc lập tư thục trên địa bàn",
        "Bình xét danh hiệu gia đình văn hóa tại {n} khu dân cư",
        "Chăm lo, thăm hỏi {n} gia đình chính sách",
        "Vận động {n} học sinh có nguy cơ bỏ học trở lại lớp",
    ),
    "Phòng Nội chính": (
        "Xác minh, trả lời {n} đơn phản ánh của công dân",
        "Rà soát {n} văn bản của UBND phường đã hết hiệu lực",
        "Kiểm tra tổ chức, hoạt động của {n} tổ dân phố",
        "Tổng hợp, trả lời {n} kiến nghị cử tri sau kỳ họp",
        "Hòa giải {n} vụ tranh chấp lối đi chung",
    ),
    "Trung tâm Phục vụ hành chính công": (
        "Xử lý dứt điểm {n} hồ sơ hộ tịch còn tồn đọng",
        "Chuẩn hóa {n} quy trình nội bộ giải quyết thủ tục hành chính",
        "Hướng dẫn {n} tổ công nghệ cộng đồng hỗ trợ nộp hồ sơ trực tuyến",
        "Gửi thư xin lỗi, hẹn lại {n} hồ sơ trễ hạn",
        "Lập danh mục {n} thủ tục trả kết quả tại nhà",
    ),
}
"""What each division is told to do, with so many of them."""
DEPUTY = "Phó Giám đốc Trung tâm"
HEADS = {
    "Công an phường": "Trưởng Công an phường",
    "BCH Quân sự phường": "Chỉ huy trưởng BCH Quân sự phường",
}
OWN_TASKS = 44
PASSED = 6


FIELDS = {
    "Kinh tế, hạ tầng, đô thị": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Văn hóa - xã hội": "Phòng Văn hóa - Xã hội",
    "Nội chính, cải cách hành chính": "Phòng Nội chính",
    "Tiếp nhận và trả kết quả": "Trung tâm Phục vụ hành chính công",
}
"""Each field of the ward's work, and the division that sees to it."""


@dataclass
class Ward:
    """The ward's committee and the people of its Office and divisions."""

    committee: Agency
    office: Agency
    leaders: list[Officer]
    office_head: Officer
    tracker: Officer
    clerk: Officer
    divisions: list[tuple[Agency, tuple[Officer, Officer, Officer]]]
    partners: dict[str, Officer]
    fields: dict[str, Field]
    charges: dict[str, Officer]

    @property
    def chairman(self) -> Officer:
        return self.leaders[0]


def build_ward(people: People, district: Agency, at: datetime) -> Ward:
    """Founds the ward with its divisions, service centre and partners: some forty people."""
    committee = establish(
        district, by=House(), at=at, name=b.WARD, kind=Kind.COMMUNE, symbol="UBND",
        place="Hòa Khánh Bắc", identifier="H17.45.1",
    )  # fmt: skip
    leaders = [
        people.seat(committee, Role.LEADER, "Chủ tịch UBND phường", authority="TM."),
        people.seat(committee, Role.LEADER, "Phó Chủ tịch UBND phường", authority="KT."),
        people.seat(committee, Role.LEADER, "Phó Chủ tịch UBND phường", authority="KT."),
    ]
    units = [_found_unit(people, committee, *described, at) for described in b.DIVISIONS]
    office = units[0][0]
    ward = Ward(
        committee=committee,
        office=office,
        leaders=leaders,
        office_head=people.seat(office, Role.OFFICE_HEAD, "Chánh Văn phòng"),
        tracker=people.seat(office, Role.TRACKING_OFFICER, "Chuyên viên tổng hợp phường"),
        clerk=people.seat(office, Role.CLERK, "Văn thư phường"),
        divisions=units[1:],
        partners={name: _found_partner(people, committee, name, at) for name in b.WARD_PARTNERS},
        fields={},
        charges={},
    )
    _found_fields(ward, at)
    return ward


def _found_unit(
    people: People, committee: Agency, name: str, kind: Kind, symbol: str, at: datetime
) -> tuple[Agency, tuple[Officer, Officer, Officer]]:
    """A division with its head, focal point and officer; then the deputy and the other officers."""
    unit = establish(
        committee, by=House(), at=at, name=name, kind=kind, short_name=symbol, symbol=symbol
    )
    staff = people.staff(unit, "Phó Chánh Văn phòng" if kind == Kind.OFFICE else "")
    if kind != Kind.OFFICE:
        people.seat(unit, Role.UNIT_HEAD, "Phó Trưởng phòng" if kind == Kind.DIVISION else DEPUTY)
    for _ in range(2 if kind == Kind.OFFICE else 3):
        people.seat(unit, Role.OFFICER, "Chuyên viên")
    return unit, staff


def _found_partner(people: People, committee: Agency, name: str, at: datetime) -> Officer:
    """A body beside the committee, which coordinates and is not scored."""
    partner = establish(committee, by=House(), at=at, name=name, kind=Kind.PARTNER, is_scored=False)
    return people.seat(partner, Role.UNIT_HEAD, HEADS[name])


def _found_fields(ward: Ward, at: datetime) -> None:
    """The Chairman keeps home affairs; his deputies share the rest."""
    by_place = (ward.leaders[1], ward.leaders[2], ward.leaders[0], ward.leaders[0])
    for leader, name in zip(by_place, FIELDS, strict=True):
        row = found_field(ward.committee, by=House(), at=at, name=name)
        put_in_charge(leader, by=House(), at=at, field=row, from_on=FROM)
        ward.fields[name], ward.charges[name] = row, leader
        unit = next(unit for unit, _ in ward.divisions if unit.name == FIELDS[name])
        set_fields(unit, by=House(), at=at, fields=[row])


def plan_ward(story: Story, ward: Ward) -> None:
    """The ward's own tasks, and those that come down from the city through the district."""
    _plan_own(story, ward)
    _plan_passed(story, ward)


def _plan_own(story: Story, ward: Ward) -> None:
    draw = story.draw
    for number in range(OWN_TASKS):
        unit, staff = ward.divisions[number % len(ward.divisions)]
        field = field_of(ward, unit)
        fate = draw.choices((completed, updated, untouched), (70, 18, 12))[0]
        room = 95 if fate is completed else 120
        assigned_at = office_hour(draw, BEGIN + timedelta(days=draw.randint(4, room)))
        life = in_order(fate(draw, assigned_at, LAST_CONFIRMATION))
        life.starred = draw.random() < 0.1
        matters = WARD_MATTERS[unit.name]
        content = matters[draw.randrange(10) % len(matters)].format(n=3 + 7 * number % 19)
        order = Order(b.BODIES[0], content, life)
        story.plan_work(
            Work(
                committee=ward.committee,
                unit=unit,
                staff=staff,
                tracker=ward.tracker,
                leader=ward.charges[field.name],
                field=field,
                order=order,
                source=Source,
                supporting=[],
            )
        )


def field_of(ward: Ward, unit: Agency) -> Field:
    """The field the division sees to."""
    return next(row for name, row in ward.fields.items() if FIELDS[name] == unit.name)


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
