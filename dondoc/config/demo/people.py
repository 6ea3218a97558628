"""Invented people: names drawn by the seed, seats by the custom of each body."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from dondoc.accounts.models import User
from dondoc.agencies.actions import appoint
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.journal.models import House
from dondoc.rules.folding import fold


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FAMILY = _words(
    "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Mai Cao"
)
MIDDLE = _words("Văn Thị Hữu Minh Ngọc Quang Thanh Xuân Đức Hoàng Thu Bích Anh Gia Khánh Mỹ Tuấn")
GIVEN = _words(
    "An Bảo Bình Châu Chi Cường Dũng Dung Duy Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Hương Khoa Kiên "
    "Lan Linh Long Mai Mạnh Minh Nam Nga Nghĩa Ngân Nhung Oanh Phong Phúc Phương Quân Quỳnh Sơn "
    "Tâm Thảo Thắng Thành Thủy Tiến Trang Trí Trung Tú Tùng Uyên Vân Việt Vinh Yến"
)
FROM = date(2021, 3, 1)

TITLES = {
    Kind.DEPARTMENT: "Giám đốc",
    Kind.BOARD: "Trưởng ban",
    Kind.DISTRICT: "Chủ tịch UBND",
    Kind.PARTNER: "Thủ trưởng đơn vị",
    Kind.DIVISION: "Trưởng phòng",
    Kind.CENTRE: "Giám đốc Trung tâm",
    Kind.OFFICE: "Chánh Văn phòng",
}


@dataclass
class People:
    """Draws a new person for each seat and seats him."""

    draw: Random
    at: datetime
    names: set[str] = field(default_factory=set)

    def seat(
        self, agency: Agency, role: str, title: str, *, authority: str = "", username: str = ""
    ) -> Officer:
        """A new person in a seat; nobody has a password in a demonstration."""
        name = self._name()
        username = username or self._username(name)
        user = User.objects.create_user(username, name=name, email=f"{username}@dondoc.example")
        return appoint(
            agency, by=House(), at=self.at, user=user, role=role, title=title, from_on=FROM,
            authority=authority,
        )  # fmt: skip

    def staff(self, agency: Agency, title: str = "") -> tuple[Officer, Officer, Officer]:
        """Head, focal point and an officer of a unit."""
        head_role = Role.LEADER if agency.is_committee else Role.UNIT_HEAD
        title = title or TITLES.get(Kind(agency.kind), "Thủ trưởng đơn vị")
        head = self.seat(agency, head_role, title)
        focal = self.seat(agency, Role.FOCAL_POINT, "Chuyên viên tổng hợp, đầu mối")
        return head, focal, self.seat(agency, Role.OFFICER, "Chuyên viên")

    def _name(self) -> str:
        while True:
            name = " ".join(self.draw.choice(part) for part in (FAMILY, MIDDLE, GIVEN))
            if name not in self.names:
                self.names.add(name)
                return name

    def _username(self, name: str) -> str:
        *first, last = fold(name).split()
        base = last + "".join(word[0] for word in first)
        taken = User.objects.filter(username__startswith=base).count()
        return f"{base}{taken + 1}" if taken else base
