"""In a demonstration one press signs in as a typical person of each role."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from dondoc.agencies.models import Officer, Role
from dondoc.config.demo.bodies import CRITICISED
from dondoc.database.models import Installation


@dataclass(frozen=True)
class Persona:
    """One seat offered at the door, and what one does there."""

    seat: Officer
    deed: str


_BUILDING = "Sở Xây dựng"
_WANTED = (
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


def personas() -> list[Persona]:
    """The first seat of each wanted kind, in the order of the house; none outside a demo."""
    if not Installation.this().demo:
        return []
    found = ((_seats().filter(wanted).first(), deed) for wanted, deed in _WANTED)
    return [Persona(seat, deed) for seat, deed in found if seat is not None]


def _seats() -> QuerySet[Officer]:
    return Officer.objects.select_related("user", "agency", "delegated_by").order_by("pk")


def persona_panel(request: HttpRequest) -> Markup:
    """The buttons of the sign-in page of a demonstration."""
    words = render_to_string("account/personas.html", {"personas": personas()}, request)
    return Markup(words)  # noqa: S704  our own template, escaped by Jinja2
