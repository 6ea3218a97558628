"""The city: its bodies, its people, the documents of its leaders."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from dondoc.agencies.actions import establish, found_field, put_in_charge
from dondoc.agencies.models import Agency, Field, Kind, Officer, Role
from dondoc.config.demo import bodies as b
from dondoc.config.demo.people import FROM, People
from dondoc.journal.models import House


@dataclass
class City:
    """What the story needs to know of the city."""

    committee: Agency
    office: Agency
    units: dict[str, Agency]
    staff: dict[int, tuple[Officer, Officer, Officer]]
    leaders: list[Officer]
    office_head: Officer
    trackers: list[Officer]
    clerk: Officer
    fields: dict[str, Field]
    charges: dict[str, Officer] = field(default_factory=dict)


def build_city(people: People, at: datetime) -> City:
    """Founds the committee and its bodies and seats their people."""
    house = House()
    committee = establish(
        None, by=house, at=at, name=b.CITY, kind=Kind.PROVINCE, short_name="UBND TP",
        symbol="UBND", identifier="H17", place="Đà Nẵng",
    )  # fmt: skip
    office = establish(
        committee, by=house, at=at, name=b.OFFICE, kind=Kind.OFFICE, short_name="VP UBND TP",
        symbol="VP", identifier="H17.1",
    )  # fmt: skip
    leaders = [
        people.seat(committee, Role.LEADER, "Chủ tịch UBND", authority="TM.", username="chutich"),
        *(
            people.seat(committee, Role.LEADER, "Phó Chủ tịch UBND", authority="KT.")
            for _ in range(3)
        ),
    ]
    city = City(
        committee=committee,
        office=office,
        units={},
        staff={},
        leaders=leaders,
        office_head=people.seat(office, Role.OFFICE_HEAD, "Chánh Văn phòng", authority="TL."),
        trackers=[
            people.seat(office, Role.TRACKING_OFFICER, "Chuyên viên Phòng Kiểm soát TTHC")
            for _ in range(4)
        ],
        clerk=people.seat(office, Role.CLERK, "Văn thư"),
        fields={},
    )
    people.seat(office, Role.ADMINISTRATOR, "Quản trị hệ thống", username="quantri")
    people.seat(office, Role.AUDITOR, "Thanh tra viên")
    people.seat(office, Role.EMULATION_READER, "Chuyên viên Ban Thi đua - Khen thưởng")
    _found_fields(city, at)
    _found_units(city, people, at)
    return city


def _found_fields(city: City, at: datetime) -> None:
    for position, name in enumerate(b.FIELDS):
        row = found_field(city.committee, by=House(), at=at, name=name)
        leader = city.leaders[1 + position % 3]
        put_in_charge(leader, by=House(), at=at, field=row, from_on=FROM)
        city.fields[name], city.charges[name] = row, leader


def _found_units(city: City, people: People, at: datetime) -> None:
    for number, body in enumerate(b.BODIES, start=2):
        unit = establish(
            city.committee, by=House(), at=at, name=body.name, kind=body.kind,
            short_name=body.short, symbol="UBND" if body.kind == Kind.DISTRICT else body.short,
            identifier=f"H17.{number}", is_scored=body.kind != Kind.PARTNER,
        )  # fmt: skip
        city.units[body.name] = unit
        city.staff[unit.pk] = people.staff(unit)


def by_field(draw: Random, body: b.Body) -> str:
    """A field of work of the body; partners help with home affairs."""
    return draw.choice(body.fields or (b.HOME,))
