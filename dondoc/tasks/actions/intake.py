"""From a document to tasks: what the reading proposes, a person confirms, edits, or drops."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from dondoc.agencies.actions import keep_alias
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.documents.actions import flow as document_flow
from dondoc.documents.actions import reads_document
from dondoc.documents.models import Document
from dondoc.tasks.actions.assigning import Due, Source, assign
from dondoc.tasks.models import Proposal, Task
from dondoc.workflow import Flow, Refused

flow = Flow("proposal", "đề xuất nhiệm vụ")
PROPOSED, CONFIRMED, DROPPED = (s.value for s in Proposal.State)
REGISTERED, READ, CLOSED = "registered", "read", "closed"
CHOSEN = 100
"""Confidence in a unit that a person chose himself."""


@dataclass(frozen=True)
class Draft:
    """What the reader, or a person, says of one order."""

    content: str
    leads: Sequence[Agency] = ()
    supporting: Sequence[Agency] = ()
    lead_text: str = ""
    supporting_text: str = ""
    lead_confidence: int = 0
    clause: str = ""
    start: int | None = None
    end: int | None = None
    product: str = ""
    due: Due = field(default_factory=Due)
    no_deadline: bool = False

    def __str__(self) -> str:
        return f"{self.clause} {self.content}".strip()

    def put_on(self, proposal: Proposal) -> None:
        """Writes itself into the proposal, which is saved here for its lists of units."""
        proposal.content, proposal.product = self.content, self.product
        proposal.clause, proposal.start, proposal.end = self.clause, self.start, self.end
        proposal.lead_text, proposal.supporting_text = (
            self.lead_text[:500],
            self.supporting_text[:1000],
        )
        proposal.lead_confidence = self.lead_confidence
        proposal.due_on, proposal.due_time = self.due.on, self.due.at
        proposal.due_phrase, proposal.due_rule = self.due.phrase[:200], self.due.rule[:200]
        proposal.due_strict = self.due.strict
        proposal.no_deadline = self.no_deadline
        proposal.save()
        proposal.leads.set(self.leads)
        proposal.supporting.set([a for a in self.supporting if a not in set(self.leads)])


def _reads(by: Any, proposal: Proposal) -> bool:
    return reads_document(by, proposal.document)


@document_flow.step("Đọc, đề xuất nhiệm vụ", who=reads_document, frm=(REGISTERED, READ), to=READ)
def propose(document: Document, *, by: Officer, at: datetime, drafts: Iterable[Draft]) -> None:
    """The orders found in the text stand as proposals; what was confirmed before is kept."""
    document.proposals.filter(state=PROPOSED).delete()
    first = document.proposals.count() + 1
    for position, draft in enumerate(drafts, start=first):
        draft.put_on(Proposal(document=document, position=position))


@flow.start("Thêm nhiệm vụ", who=reads_document)
def add(document: Document, *, by: Officer, at: datetime, draft: Draft) -> Proposal:
    """A person adds an order that the reading did not find."""
    last = document.proposals.order_by("-position").first()
    proposal = Proposal(document=document, position=(last.position if last else 0) + 1)
    draft.put_on(proposal)
    if document.state != READ:
        Document.objects.filter(pk=document.pk).update(state=READ)
    return proposal


@flow.step("Sửa đề xuất", who=_reads, frm=PROPOSED)
def edit(
    proposal: Proposal,
    *,
    by: Officer,
    at: datetime,
    content: str,
    leads: Sequence[Agency],
    supporting: Sequence[Agency] = (),
    product: str = "",
    due_on: date | None = None,
    due_time: time | None = None,
    no_deadline: bool = False,
) -> None:
    """A person corrects what was read; a day he sets himself is said to be his."""
    if due_on and no_deadline:
        raise Refused("Hoặc chọn thời hạn, hoặc chọn “không thời hạn”.")
    if (due_on, due_time) != (proposal.due_on, proposal.due_time):
        proposal.due_rule, proposal.due_strict = "người vào nhiệm vụ ấn định", False
    if not content.strip():
        raise Refused("Nội dung nhiệm vụ không được để trống.")
    if set(leads) != set(proposal.leads.all()):
        proposal.lead_confidence = CHOSEN
    proposal.content, proposal.product = content.strip(), product
    proposal.due_on, proposal.due_time, proposal.no_deadline = due_on, due_time, no_deadline
    proposal.leads.set(leads)
    proposal.supporting.set([agency for agency in supporting if agency not in set(leads)])


@flow.step("Chọn đơn vị chủ trì", who=_reads, frm=PROPOSED)
def name_leads(
    proposal: Proposal,
    *,
    by: Officer,
    at: datetime,
    leads: Sequence[Agency],
    learned: Mapping[str, Agency] = MappingProxyType({}),
) -> None:
    """A person says which units the printed names mean; what he wants learned is remembered."""
    if not leads:
        raise Refused("Hãy chọn đơn vị chủ trì.")
    proposal.leads.set(leads)
    proposal.lead_confidence = CHOSEN
    for name, agency in learned.items():
        keep_alias(agency, by=by, at=at, name=name)


@flow.step("Gộp đề xuất", who=_reads, frm=PROPOSED)
def merge(proposal: Proposal, *, by: Officer, at: datetime, other: Proposal) -> None:
    """Two proposals of one document become one; the earlier deadline stands."""
    if other.document_id != proposal.document_id or other.state != PROPOSED or other == proposal:
        raise Refused("Chỉ gộp được hai đề xuất đang chờ xác nhận của cùng một văn bản.")
    proposal.content = f"{proposal.content}\n{other.content}"
    if proposal.start is not None and other.start is not None:
        proposal.start = min(proposal.start, other.start)
        proposal.end = max(proposal.end or 0, other.end or 0)
    if other.due_on and (proposal.due_on is None or other.due_on < proposal.due_on):
        proposal.due_on, proposal.due_time = other.due_on, other.due_time
        proposal.due_phrase, proposal.due_rule = other.due_phrase, other.due_rule
    proposal.leads.add(*other.leads.all())
    proposal.supporting.add(*other.supporting.all())
    drop(other, by=by, at=at)


@flow.step("Tách đề xuất", who=_reads, frm=PROPOSED)
def split(proposal: Proposal, *, by: Officer, at: datetime, first: str, second: str) -> Proposal:
    """One proposal becomes two with the same units and deadline, each with its own words."""
    if not first.strip() or not second.strip():
        raise Refused("Cả hai phần sau khi tách đều phải có nội dung.")
    leads, supporting = list(proposal.leads.all()), list(proposal.supporting.all())
    proposal.content = first.strip()
    later = proposal.document.proposals.filter(position__gt=proposal.position)
    for row in later.order_by("-position"):
        row.position += 1
        row.save(update_fields=["position"])
    due = Due(
        proposal.due_on,
        proposal.due_time,
        proposal.due_phrase,
        proposal.due_rule,
        proposal.due_strict,
    )
    draft = Draft(
        second.strip(), leads, supporting, proposal.lead_text, proposal.supporting_text,
        proposal.lead_confidence, proposal.clause, proposal.start, proposal.end,
        proposal.product, due, proposal.no_deadline,
    )  # fmt: skip
    twin = Proposal(document=proposal.document, position=proposal.position + 1)
    draft.put_on(twin)
    return twin


@flow.step("Bỏ đề xuất", who=_reads, frm=PROPOSED, to=DROPPED)
def drop(proposal: Proposal, *, by: Officer, at: datetime) -> None:
    """It is no order, or not one to be followed."""


@flow.step("Lấy lại đề xuất", who=_reads, frm=DROPPED, to=PROPOSED)
def restore(proposal: Proposal, *, by: Officer, at: datetime) -> None:
    """A dropped proposal is looked at again."""


@flow.step("Xác nhận, giao nhiệm vụ", who=_reads, frm=PROPOSED, to=CONFIRMED)
def confirm_proposal(
    proposal: Proposal,
    *,
    by: Officer,
    at: datetime,
    leader: Officer | None = None,
    field: Field | None = None,
) -> list[Task]:
    """One task for each lead unit: a group addressee becomes a task per unit existing that day."""
    leads = list(proposal.leads.all())
    require_ready(proposal, leads)
    document = proposal.document
    source = Source(document, proposal.clause, proposal.start, proposal.end)
    due = Due(
        proposal.due_on,
        proposal.due_time,
        proposal.due_phrase,
        proposal.due_rule,
        proposal.due_strict,
    )
    supporting = list(proposal.supporting.all())
    return [
        assign(
            document.committee,
            by=by,
            at=at,
            lead=lead,
            content=proposal.content,
            due=due,
            supporting=supporting,
            source=source,
            leader=leader,
            field=field or own_field(lead, document.committee),
            tracker=by,
            product=proposal.product,
            urgency=document.urgency,
        )
        for lead in leads
    ]


def own_field(lead: Agency, committee: Agency) -> Field | None:
    """The field of a unit that has but one; of several, a person chooses."""
    fields = list(lead.fields.filter(committee=committee)[:2])
    return fields[0] if len(fields) == 1 else None


def require_ready(proposal: Proposal, leads: Sequence[Agency]) -> None:
    """A task is never given without a lead and a deadline, or the words that it has none."""
    if not leads:
        raise Refused(f"Mục {proposal.clause or proposal.position}: chưa chọn đơn vị chủ trì.")
    if proposal.due_on is None and not proposal.no_deadline:
        raise Refused(
            f"Mục {proposal.clause or proposal.position}: chưa có thời hạn. "
            "Hãy chọn ngày, hoặc chọn “không thời hạn”."
        )


@document_flow.step("Giao tất cả", who=reads_document, frm=READ)
def confirm_all(
    document: Document,
    *,
    by: Officer,
    at: datetime,
    leader: Officer | None = None,
    field: Field | None = None,
) -> list[Task]:
    """All proposals at once, or none: the first that is not ready says what it lacks."""
    waiting = list(document.proposals.filter(state=PROPOSED).order_by("position"))
    if not waiting:
        raise Refused("Không còn đề xuất nào chờ xác nhận.")
    return [
        task
        for proposal in waiting
        for task in confirm_proposal(proposal, by=by, at=at, leader=leader, field=field)
    ]


@document_flow.step("Kết thúc giao việc", who=reads_document, frm=(REGISTERED, READ), to=CLOSED)
def close(document: Document, *, by: Officer, at: datetime) -> None:
    """All that the document orders has been given, or it orders nothing."""
    if document.proposals.filter(state=PROPOSED).exists():
        raise Refused("Còn đề xuất chờ xác nhận: hãy giao hoặc bỏ trước khi kết thúc.")
