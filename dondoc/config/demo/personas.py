"""In a demonstration one press signs in as a typical person of each role."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.config.demo.bodies import CRITICISED, WARD
from dondoc.database.models import Installation


@dataclass(frozen=True)
class Persona:
    """One seat offered at the door, and what one does there."""

    seat: Officer
    deed: str


@dataclass(frozen=True)
class Group:
    """The seats of one committee and of those below it, under its name."""

    name: str
    personas: list[Persona]


Wanted = tuple[tuple[Q, str], ...]
_BUILDING = "Sở Xây dựng"
_OF_WARD = Q(agency__committee__name=WARD)
_ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
_CITY: Wanted = (
    (Q(role=Role.LEADER, title="Chủ tịch UBND"), "Xem toàn cảnh, quyết định"),
    (Q(role=Role.LEADER, title__startswith="Phó Chủ tịch"), "Giao việc, gắn sao, gia hạn"),
    (Q(role=Role.OFFICE_HEAD), "Xác nhận kết quả, trình báo cáo"),
    (Q(role=Role.TRACKING_OFFICER), "Tiếp nhận văn bản, theo dõi, soạn báo cáo"),
    (Q(role=Role.CLERK), "Vào sổ văn bản"),
    (Q(role=Role.UNIT_HEAD, agency__name=_BUILDING), "Phân việc trong sở, gửi kết quả"),
    (Q(role=Role.OFFICER, agency__name=_BUILDING), "Thực hiện, cập nhật tình hình"),
    (Q(role=Role.FOCAL_POINT, agency__name=CRITICISED), "Cập nhật cho quận trên điện thoại"),
    (Q(role=Role.EMULATION_READER), "Xem số liệu thi đua"),
    (Q(role=Role.AUDITOR), "Tra cứu, kiểm tra nhật ký"),
    (Q(role=Role.ADMINISTRATOR), "Cơ quan, người dùng, quy định"),
)
_WARD: Wanted = (
    (_OF_WARD & Q(title="Chủ tịch UBND phường"), "Duyệt chương trình, lịch tuần; chỉ đạo"),
    (_OF_WARD & Q(title="Phó Chủ tịch UBND phường"), "Cho ý kiến nội dung họp, xem lịch của mình"),
    (_OF_WARD & Q(role=Role.OFFICE_HEAD), "Trình chương trình, ký giấy mời, báo cáo tháng"),
    (_OF_WARD & Q(role=Role.TRACKING_OFFICER), "Xếp chương trình, lịch tuần; chuẩn bị họp"),
    (_OF_WARD & Q(role=Role.UNIT_HEAD, agency__name=_ECONOMY), "Gửi đăng ký, ký báo cáo khắc phục"),
    (
        _OF_WARD & Q(role=Role.OFFICER, agency__name=_ECONOMY),
        "Đăng ký nội dung, cập nhật tình hình",
    ),
)


def personas() -> list[Persona]:
    """Everyone offered; none outside a demo."""
    return [persona for group in groups() for persona in group.personas]


def groups() -> list[Group]:
    """The first seat of each wanted kind, in the order of the house, city and ward apart."""
    if not Installation.this().demo:
        return []
    city = Agency.objects.filter(kind=Kind.PROVINCE).order_by("pk").first()
    found = [Group(city.name if city else "", _found(_CITY)), Group(WARD, _found(_WARD))]
    return [group for group in found if group.personas]


def _found(wanted: Wanted) -> list[Persona]:
    seats = ((_seats().filter(whose).first(), deed) for whose, deed in wanted)
    return [Persona(seat, deed) for seat, deed in seats if seat is not None]


def _seats() -> QuerySet[Officer]:
    return Officer.objects.select_related("user", "agency", "delegated_by").order_by("pk")


def persona_panel(request: HttpRequest) -> Markup:
    """The buttons of the sign-in page of a demonstration."""
    words = render_to_string("account/personas.html", {"groups": groups()}, request)
    return Markup(words)  # noqa: S704  our own template, escaped by Jinja2
