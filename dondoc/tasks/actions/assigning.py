"""Giving work: to a unit, down to a sub-unit or a person, to another unit, and taking it back."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dondoc.agencies.calendars import soon_percent
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.database.clock import day_of
from dondoc.documents.models import Document, Register, Urgency
from dondoc.journal.models import Actor
from dondoc.rules.timeliness import due_moment, share_moment
from dondoc.tasks.flow import assigner, flow, issuing_side, lead_head
from dondoc.tasks.models import State, Task
from dondoc.tasks.models.tasks import IN_HAND, OPEN, UNFINISHED, Support
from dondoc.tasks.secrecy import require_open_words
from dondoc.workflow import Refused


@dataclass(frozen=True)
class Due:
    """A deadline as it was printed, how it was read, and the day it means; `Due()` is none."""

    on: date | None = None
    at: time | None = None
    phrase: str = ""
    rule: str = ""
    strict: bool = False

    def put_on(self, task: Task) -> None:
        """Sets the task's deadline."""
        task.due_on, task.due_time, task.due_strict = self.on, self.at, self.strict
        task.due_phrase, task.due_rule = self.phrase[:200], self.rule[:200]
        task.due_at = due_moment(self.on, self.at) if self.on else None
        task.soon_at = None
        if task.due_at:
            percent = soon_percent(task.issuer)
            task.soon_at = share_moment(task.assigned_at, task.due_at, percent)

    def __str__(self) -> str:
        return f"{self.on or 'không thời hạn'} {self.phrase}".strip()


@dataclass(frozen=True)
class Source:
    """Where in which document the order stands."""

    document: Document | None = None
    clause: str = ""
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        return f"{self.document or 'không có văn bản'} {self.clause}".strip()


@flow.start("Giao nhiệm vụ", who=assigner)
def assign(
    issuer: Agency,
    *,
    by: Actor,
    at: datetime,
    lead: Agency,
    content: str,
    due: Due,
    supporting: Sequence[Agency] = (),
    source: Source = Source(),
    leader: Officer | None = None,
    field: Field | None = None,
    tracker: Officer | None = None,
    executor: Officer | None = None,
    product: str = "",
    urgency: str = Urgency.NORMAL,
    parent: Task | None = None,
    external_number: str | None = None,
    claimed_on: date | None = None,
) -> Task:
    """A body gives a task to exactly one lead; the deadline may be none but is never invented.

    A task brought over from another system claims the day it was first given (`claimed_on`).
    """
    _require_sense(lead, content, due, at, claimed_on)
    if executor is not None:
        _require_of_lead(executor, lead)
    require_open_words(source.document, content, product)
    task = Task(
        code=next_code(issuer, day_of(at)), issuer=issuer, lead=lead, content=composed(content),
        product=product, clause=source.clause, document=source.document,
        source_start=source.start, source_end=source.end, leader=leader, field=field,
        tracker=tracker, executor=executor, urgency=urgency, parent=parent, assigned_at=at,
        external_number=external_number or None,
    )  # fmt: skip
    task.search = task.searchable()
    due.put_on(task)
    task.original_due_on, task.original_due_at = task.due_on, task.due_at
    task.save()
    _set_supporting(task, supporting)
    return task


def next_code(issuer: Agency, day: date) -> str:
    """The next code of the body's register of tasks: 'DN-2022-00171'."""
    number = Register.take(issuer, "nhiệm vụ", day)
    return f"{issuer.code}-{day.year}-{number:05d}"


def composed(text: str) -> str:
    """The text with each letter and its marks as one sign (NFC), as it will be looked up."""
    return unicodedata.normalize("NFC", text.strip())


def _require_sense(
    lead: Agency, content: str, due: Due, at: datetime, claimed_on: date | None = None
) -> None:
    if not content.strip():
        raise Refused("Nhiệm vụ chưa có nội dung. Hãy nhập nội dung cần thực hiện.")
    if not lead.exists_on(day_of(at)):
        raise Refused(f"{lead.name} không còn hoạt động vào ngày giao. Hãy chọn đơn vị kế thừa.")
    given_on = min(claimed_on or day_of(at), day_of(at))
    if due.on and due.on < given_on:
        raise Refused(
            f"Thời hạn {due.on:%d/%m/%Y} đã qua vào ngày giao. Hãy chọn ngày khác "
            "hoặc “không thời hạn”."
        )


def _set_supporting(task: Task, agencies: Sequence[Agency]) -> None:
    task.supports.all().delete()
    wanted = {a.pk: a for a in agencies if a.pk != task.lead_id}
    Support.objects.bulk_create([Support(task=task, agency=agency) for agency in wanted.values()])


@flow.step("Chuyển cấp dưới thực hiện", who=lead_head, frm=IN_HAND)
def pass_down(
    task: Task, *, by: Officer, at: datetime, lead: Agency, content: str, due: Due
) -> Task:
    """The lead unit gives the task, or a part of it, to a body below it; it stays answerable."""
    if lead.pk == task.lead_id or lead.pk not in subtree_ids([task.lead]):
        raise Refused(f"{lead.name} không trực thuộc {task.lead.name}. Hãy chọn đơn vị cấp dưới.")
    if task.due_on and (due.on is None or due.on > task.due_on):
        raise Refused(f"Thời hạn giao xuống không được sau thời hạn {task.due_on:%d/%m/%Y}.")
    source = Source(task.document, task.clause, task.source_start, task.source_end)
    if task.state == State.ASSIGNED:
        task.state, task.accepted_at = State.ACCEPTED, at
    return assign(
        task.lead, by=by, at=at, lead=lead, content=content, due=due, source=source,
        urgency=task.urgency, parent=task,
    )  # fmt: skip


@flow.step("Giao người thực hiện", who=lead_head, frm=IN_HAND)
def entrust(task: Task, *, by: Officer, at: datetime, executor: Officer) -> None:
    """The lead unit names the person who carries the task out."""
    _require_of_lead(executor, task.lead)
    if task.state == State.ASSIGNED:
        task.state, task.accepted_at = State.ACCEPTED, at
    task.executor = executor


def _require_of_lead(executor: Officer, lead: Agency) -> None:
    if executor.agency_id not in subtree_ids([lead]):
        raise Refused(f"{executor.user.name} không thuộc {lead.name}.")


@flow.step("Giao lại", who=issuing_side, frm=State.RETURNED, to=State.ASSIGNED)
def reassign(task: Task, *, by: Officer, at: datetime, lead: Agency, reason: str = "") -> None:
    """The assigner gives a returned task to another unit, or to the same one with his reason."""
    if lead.pk == task.lead_id and not reason.strip():
        raise Refused("Giao lại cho chính đơn vị đã trả: hãy nêu lý do không chấp nhận trả lại.")
    _require_sense(lead, task.content, Due(), at)
    task.lead, task.executor, task.accepted_at = lead, None, None
    task.search = task.searchable()
    task.supports.filter(agency=lead).delete()


@flow.step("Sửa nội dung", who=issuing_side, frm=OPEN)
def revise(
    task: Task,
    *,
    by: Officer,
    at: datetime,
    content: str,
    supporting: Sequence[Agency],
    reason: str,
    product: str = "",
) -> None:
    """The assigner corrects what was written; the journal keeps the old words."""
    if not content.strip():
        raise Refused("Nội dung nhiệm vụ không được để trống.")
    if content.strip() != task.content or product:
        require_open_words(task.document, content, product)
    task.content, task.product = composed(content), product
    task.search = task.searchable()
    _set_supporting(task, supporting)


@flow.step("Thu hồi", who=issuing_side, frm=UNFINISHED, to=State.RECALLED)
def recall(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The assigner takes the task back: it leaves every denominator and stays on record."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do thu hồi.")
    task.suspended_at = task.review_on = None
