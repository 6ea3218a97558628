"""The ward's hall in March 2022, for tests of the week.

Lâm is the Chairman of the ward, Vy his deputy; Khánh heads the Office, Nhung tracks there; Thu
heads the division of culture (she is of the cast), Toàn that of the economy, Trúc works in it.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any

from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.meetings.models import Meeting, Resource
from dondoc.planning import actions
from dondoc.planning.models import Week, WeekEntry
from tests.cast import Cast

MONDAY = date(2022, 3, 21)
TUESDAY, WEDNESDAY = date(2022, 3, 22), date(2022, 3, 23)


@dataclass
class Hall:
    """The people and rooms of the ward; each is made when first asked for."""

    cast: Cast
    at: datetime

    @cached_property
    def ward(self) -> Agency:
        return self.cast.ward

    @cached_property
    def office(self) -> Agency:
        return self.cast.body(self.ward, "Văn phòng HĐND - UBND", Kind.OFFICE, symbol="VP")

    @cached_property
    def economy(self) -> Agency:
        return self.cast.body(self.ward, "Phòng Kinh tế", Kind.DIVISION, symbol="KT")

    @cached_property
    def culture(self) -> Agency:
        return self.cast.ward_division

    @cached_property
    def lam(self) -> Officer:
        return self.cast.seat(self.ward, Role.LEADER, "Chủ tịch UBND phường", "Hoàng Lâm")

    @cached_property
    def vy(self) -> Officer:
        return self.cast.seat(self.ward, Role.LEADER, "Phó Chủ tịch UBND phường", "Đoàn Vy")

    @cached_property
    def khanh(self) -> Officer:
        return self.cast.seat(self.office, Role.OFFICE_HEAD, "Chánh Văn phòng", "Tô Khánh")

    @cached_property
    def nhung(self) -> Officer:
        return self.cast.seat(self.office, Role.TRACKING_OFFICER, "Chuyên viên", "Thái Nhung")

    @cached_property
    def toan(self) -> Officer:
        return self.cast.seat(self.economy, Role.UNIT_HEAD, "Trưởng phòng", "Kha Toàn")

    @cached_property
    def truc(self) -> Officer:
        return self.cast.seat(self.economy, Role.OFFICER, "Chuyên viên", "La Trúc")

    @cached_property
    def thu(self) -> Officer:
        return self.cast.thu

    @cached_property
    def room(self) -> Resource:
        return Resource.objects.create(committee=self.ward, kind="room", name="Hội trường tầng 2")

    @cached_property
    def car(self) -> Resource:
        return Resource.objects.create(committee=self.ward, kind="vehicle", name="43A-012.34")

    def facts(self, **changed: Any) -> dict[str, Any]:
        """Tuesday at eight, chaired by the Chairman."""
        return {
            "on": TUESDAY, "session": "morning", "starts_at": time(8), "ends_at": time(9, 30),
            "content": "Họp giải phóng mặt bằng", "chairs": [self.lam], **changed,
        }  # fmt: skip

    def proposed(self, by: Officer | None = None, **changed: Any) -> WeekEntry:
        return actions.propose_entry(
            self.ward, by=by or self.toan, at=self.at, facts=self.facts(**changed)
        )

    def arranged(self, **changed: Any) -> WeekEntry:
        return actions.add_entry(self.ward, by=self.nhung, at=self.at, facts=self.facts(**changed))

    def published(self, *entries: WeekEntry) -> Week:
        """The week of the entries, published by the Chairman."""
        week = entries[0].week if entries else self.arranged().week
        actions.publish_week(week, by=self.lam, at=self.at)
        for entry in entries:
            entry.refresh_from_db()
        return week

    def ward_weeks(self) -> Any:
        """All weeks of the ward."""
        return Week.objects.filter(committee=self.ward)

    def meeting(self, **changed: Any) -> Meeting:
        facts = {
            "title": "Hội nghị giao ban tháng 3", "lead": self.economy, "leader": self.vy,
            "chair": self.lam, "starts_at": datetime(2022, 3, 23, 1, 0, tzinfo=UTC),
            "ends_at": datetime(2022, 3, 23, 3, 0, tzinfo=UTC), "room": self.room,
            "uid": uuid.uuid4(), "created_by": self.toan, "created_at": self.at,
            "committee": self.ward, **changed,
        }  # fmt: skip
        return Meeting.objects.create(**facts)
