"""One city, one department, one district with a ward, and the people in them: always the same.

Bình tracks for the city's Office, Lan heads it, Thảo is its clerk; Vice Chairman Nam assigns; Hoa
is the focal point and Khoa the head of Sở Xây dựng, Tâm an officer there; Minh is the focal point
of UBND quận Liên Chiểu; Thu heads a division of a ward of that district; Dũng audits; Quyên
administers; Xuân belongs elsewhere. In the ward Sơn is the Chairman, Yến heads the Office and Giang
tracks there; Phúc heads the division of the economy.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from dondoc.accounts.models import User
from dondoc.agencies.actions import appoint, establish
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.journal.models import House
from dondoc.rules.folding import fold

START = datetime(2022, 1, 4, 1, 0, tzinfo=UTC)  # 08:00, a Tuesday in Việt Nam
PASSWORD = "mot-mat-khau-du-dai"


@dataclass
class Cast:
    """Bodies and officers by their first names; each is made when first asked for."""

    at: datetime = START

    def body(self, parent: Agency | None, name: str, kind: str, **facts: object) -> Agency:
        return establish(parent, by=House(), at=self.at, name=name, kind=kind, **facts)

    def seat(self, agency: Agency, role: str, title: str, name: str) -> Officer:
        username = name.lower().replace(" ", "")
        user = User.objects.filter(username=username).first() or User.objects.create_user(
            username, PASSWORD, name=name, email=f"{fold(username)}@example.vn"
        )
        return appoint(
            agency, by=House(), at=self.at, user=user, role=role, title=title,
            from_on=date(2021, 1, 1),
        )  # fmt: skip

    @cached_property
    def city(self) -> Agency:
        return self.body(
            None, "UBND thành phố Đà Nẵng", Kind.PROVINCE, symbol="UBND", place="Đà Nẵng"
        )

    @cached_property
    def office(self) -> Agency:
        return self.body(
            self.city, "Văn phòng UBND thành phố", Kind.OFFICE, short_name="VP", symbol="VP"
        )

    @cached_property
    def construction(self) -> Agency:
        return self.body(self.city, "Sở Xây dựng", Kind.DEPARTMENT, short_name="SXD", symbol="SXD")

    @cached_property
    def finance(self) -> Agency:
        return self.body(self.city, "Sở Tài chính", Kind.DEPARTMENT, short_name="STC", symbol="STC")

    @cached_property
    def promotion(self) -> Agency:
        return self.body(
            self.city, "Ban Xúc tiến và Hỗ trợ đầu tư", Kind.BOARD, short_name="BXTĐT", symbol="BXT"
        )

    @cached_property
    def district(self) -> Agency:
        return self.body(
            self.city, "UBND quận Liên Chiểu", Kind.DISTRICT, symbol="UBND-LC", place="Liên Chiểu"
        )

    @cached_property
    def ward(self) -> Agency:
        return self.body(self.district, "UBND phường Hòa Minh", Kind.COMMUNE, symbol="UBND-HM")

    @cached_property
    def ward_division(self) -> Agency:
        return self.body(self.ward, "Phòng Văn hóa - Xã hội", Kind.DIVISION, symbol="VHXH")

    @cached_property
    def nam(self) -> Officer:
        return self.seat(self.city, Role.LEADER, "Phó Chủ tịch UBND", "Lê Nam")

    @cached_property
    def lan(self) -> Officer:
        return self.seat(self.office, Role.OFFICE_HEAD, "Chánh Văn phòng", "Trần Lan")

    @cached_property
    def binh(self) -> Officer:
        return self.seat(self.office, Role.TRACKING_OFFICER, "Chuyên viên", "Phạm Bình")

    @cached_property
    def thao(self) -> Officer:
        return self.seat(self.office, Role.CLERK, "Văn thư", "Võ Thảo")

    @cached_property
    def hoa(self) -> Officer:
        return self.seat(self.construction, Role.FOCAL_POINT, "Chuyên viên tổng hợp", "Ngô Hoa")

    @cached_property
    def khoa(self) -> Officer:
        return self.seat(self.construction, Role.UNIT_HEAD, "Giám đốc Sở", "Vũ Khoa")

    @cached_property
    def tam(self) -> Officer:
        return self.seat(self.construction, Role.OFFICER, "Chuyên viên", "Hồ Tâm")

    @cached_property
    def minh(self) -> Officer:
        return self.seat(self.district, Role.FOCAL_POINT, "Chuyên viên Văn phòng", "Đỗ Minh")

    @cached_property
    def thu(self) -> Officer:
        return self.seat(self.ward_division, Role.UNIT_HEAD, "Trưởng phòng", "Mai Thu")

    @cached_property
    def dung(self) -> Officer:
        return self.seat(self.office, Role.AUDITOR, "Thanh tra viên", "Cao Dũng")

    @cached_property
    def quyen(self) -> Officer:
        return self.seat(self.office, Role.ADMINISTRATOR, "Quản trị hệ thống", "Lý Quyên")

    @cached_property
    def xuan(self) -> Officer:
        return self.seat(self.finance, Role.FOCAL_POINT, "Chuyên viên", "Bùi Xuân")

    @cached_property
    def ward_office(self) -> Agency:
        return self.body(
            self.ward, "Văn phòng HĐND và UBND", Kind.OFFICE, short_name="VP", symbol="VP"
        )

    @cached_property
    def ward_economy(self) -> Agency:
        return self.body(
            self.ward, "Phòng Kinh tế, Hạ tầng và Đô thị", Kind.DIVISION, symbol="KTHTĐT"
        )

    @cached_property
    def son(self) -> Officer:
        return self.seat(self.ward, Role.LEADER, "Chủ tịch UBND", "Đặng Sơn")

    @cached_property
    def yen(self) -> Officer:
        return self.seat(self.ward_office, Role.OFFICE_HEAD, "Chánh Văn phòng", "Trịnh Yến")

    @cached_property
    def giang(self) -> Officer:
        return self.seat(self.ward_office, Role.TRACKING_OFFICER, "Chuyên viên", "Lương Giang")

    @cached_property
    def phuc(self) -> Officer:
        return self.seat(self.ward_economy, Role.UNIT_HEAD, "Trưởng phòng", "Tạ Phúc")
