"""What the room lends to pages below: the item a task stands for, what waits at a desk."""

from datetime import date, datetime

from django.urls import reverse
from markupsafe import Markup

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import READERS, decides_for, office_of
from dondoc.database.clock import day_of
from dondoc.planning import queries
from dondoc.planning.desk_notices import DeskNotice, desk_panel
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem
from dondoc.planning.models.programmes import APPROVED_ONCE
from dondoc.planning.programme_flow import approves, registers_for
from dondoc.tasks.models import Task
from dondoc.ui.panels import drawn

State = Programme.State


def item_panel(task: Task, officer: Officer) -> Markup:
    """Which programmes the task stands in; nothing for other tasks."""
    found = ProgrammeItem.objects.visible_to(officer).filter(
        task=task.pk, state__in=APPROVED_ONCE
    ).select_related("programme", "part_of__programme")  # fmt: skip
    items = list(found.order_by("programme__from_on", "pk"))
    return drawn("planning/programme_of_task.html", {"items": items}) if items else Markup("")


def programme_notices(officer: Officer, at: datetime) -> Markup:
    """What of programmes waits for the officer."""
    return desk_panel("Chương trình công tác", "programmes", notices_for(officer, at))


def notices_for(officer: Officer, at: datetime) -> list[DeskNotice]:
    """For units registrations, for the Office what is not yet done, for the Chairman decisions."""
    if officer.role in READERS or officer.agency.committee is None:
        return []
    waiting = Programme.objects.visible_to(officer).exclude(state=State.PUBLISHED)
    programmes = list(waiting.select_related("committee").order_by("from_on", "pk"))
    found = [one for programme in programmes for one in _of(programme, officer, at)]
    return [*_changes(officer, day_of(at)), *found]


def _of(programme: Programme, officer: Officer, at: datetime) -> list[DeskNotice]:
    today, label = day_of(at), programme.label
    if approves(officer, programme):
        return _for_the_chairman(programme, label, today > programme.approve_by)
    if (
        office_of(officer, programme.committee_id)
        and officer.committee_id == programme.committee_id
    ):
        return _for_the_office(programme, label, at)
    return _for_a_unit(programme, officer, at) if programme.is_open else []


def _for_the_chairman(programme: Programme, label: str, late: bool) -> list[DeskNotice]:
    if programme.state != State.SUBMITTED:
        return []
    words = f"Chương trình công tác {label} chờ duyệt, đến hết {programme.approve_by:%d/%m}."
    return [
        DeskNotice(words, "Xem và duyệt", reverse("planning:approval", args=[programme.pk]), late)
    ]


def _for_the_office(programme: Programme, label: str, at: datetime) -> list[DeskNotice]:
    if programme.state == State.SUBMITTED:
        return []
    if programme.state == State.APPROVED:
        page = reverse("planning:programme", args=[programme.pk])
        return [
            DeskNotice(f"Chương trình {label} đã duyệt, chưa ban hành.", "Ban hành", page, True)
        ]
    silent = len(queries.silent_units(programme, at))
    words = (
        f"Chương trình {label}: {silent} đơn vị chưa gửi, hạn hết {programme.register_by:%d/%m}."
    )
    page = reverse("planning:arrange", args=[programme.pk])
    return [DeskNotice(words, "Sắp xếp", page, day_of(at) > programme.register_by)]


def _for_a_unit(programme: Programme, officer: Officer, at: datetime) -> list[DeskNotice]:
    own = queries.units_of(programme.committee, day_of(at)).filter(
        pk__in=[officer.agency_id, officer.committee_id or 0]
    )
    unit = own.first()
    if unit is None or not registers_for(officer, unit):
        return []
    if programme.registrations.filter(unit=unit).exists():
        return []
    left = (programme.register_by - day_of(at)).days
    until = f"còn {left} ngày" if left > 0 else "hôm nay" if left == 0 else "đã quá hạn"
    words = (
        f"Đăng ký chương trình công tác {programme.label} "
        f"đến hết {programme.register_by:%d/%m} ({until})."
    )
    page = reverse("planning:registration", args=[programme.pk])
    return [DeskNotice(words, "Đăng ký", page, left <= 3)]


def _changes(officer: Officer, today: date) -> list[DeskNotice]:
    """Requests for changes that wait for the Chairman, programme by programme."""
    if not decides_for(officer, officer.committee_id, today):
        return []
    asked = ChangeRequest.objects.filter(
        programme__committee=officer.committee_id, state=ChangeRequest.State.ASKED
    )
    waiting: dict[int, list[ChangeRequest]] = {}
    for one in asked.select_related("programme").order_by("asked_at", "pk"):
        waiting.setdefault(one.programme_id, []).append(one)
    return [
        DeskNotice(
            f"{len(some)} đề nghị điều chỉnh chương trình {some[0].programme.label}.",
            "Quyết định", reverse("planning:changes", args=[pk]),
        )
        for pk, some in waiting.items()
    ]  # fmt: skip
