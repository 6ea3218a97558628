"""The Chairman approves or returns; the approved programme is locked, its items become tasks."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.issuing import number, put_out
from dondoc.documents.models import Type
from dondoc.planning.actions.programmes.opening import let_finished_go
from dondoc.planning.actions.programmes.versions import keep_version
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.programme_flow import approves, arranges, programme_flow
from dondoc.planning.programme_paper import programme_letterhead, programme_paper
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.workflow import Refused

State = ProgrammeItem.State
PROGRAMMES = "chương trình"
"""The series of the committee's register its programmes are numbered in."""
_PEOPLE = ("person__user", "person__agency", "leader__user", "leader__agency")
"""Whom the journal names with each task that is given."""


@programme_flow.step(
    "Duyệt chương trình", who=approves, frm=Programme.State.SUBMITTED, to=Programme.State.APPROVED
)
def approve(programme: Programme, *, by: Officer, at: datetime) -> None:
    """Each item becomes a task of its unit; from here on only decisions change the programme."""
    let_finished_go(programme)
    items = list(
        programme.items.filter(state=State.REGISTERED)
        .select_related("unit", "field", "task", "programme__committee", *_PEOPLE)
        .prefetch_related("coordinating")
        .order_by("place", "pk")
    )
    if not items:
        raise Refused("Chương trình không còn nội dung nào để duyệt.")
    for item in items:
        item.state = State.APPROVED
        item.task = item.task or task_of(item, by, at)
    ProgrammeItem.objects.bulk_update(items, ["state", "task"], batch_size=200)
    programme.approved_by, programme.approved_at = by, at
    programme.letterhead = programme_letterhead(programme, by)
    keep_version(programme, at, "Khi duyệt")


def task_of(item: ProgrammeItem, by: Officer, at: datetime) -> Task:
    """The item as a task of the committee to the unit that undertook it."""
    return tasks.assign(
        item.programme.committee, by=by, at=at, lead=item.unit, content=item.content,
        due=Due(item.due_on, rule=f"chương trình công tác {item.programme.label}"),
        supporting=list(item.coordinating.all()), leader=item.leader, field=item.field,
        product=item.product, executor=item.person, claimed_on=day_of(item.registered_at),
    )  # fmt: skip


@programme_flow.step(
    "Trả lại Văn phòng", who=approves, frm=Programme.State.SUBMITTED, to=Programme.State.OPEN
)
def return_programme(programme: Programme, *, by: Officer, at: datetime, reason: str) -> None:
    """The Chairman sends it back to the Office, with what is to be put right."""
    if not reason.strip():
        raise Refused("Hãy nêu điều cần sửa để Văn phòng hoàn chỉnh.")
    programme.submitted_at = None


@programme_flow.step(
    "Ban hành", who=arranges, frm=Programme.State.APPROVED, to=Programme.State.PUBLISHED
)
def publish(programme: Programme, *, by: Officer, at: datetime) -> None:
    """The programme goes out under its number, over the signature of whoever approved it."""
    committee = programme.committee
    taken = number(programme, committee, PROGRAMMES, at)
    put_out(
        programme, programme_paper(programme), committee, taken,
        by=by, at=at, series=PROGRAMMES, type=Type.PROGRAMME,
    )  # fmt: skip
