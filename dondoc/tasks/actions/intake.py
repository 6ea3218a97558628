"""From a document to tasks: what the reading proposes, a person confirms, edits, or drops."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from dondoc.agencies.actions import keep_alias
from dondoc.agencies.directory import Directory, agencies_of
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.database.clock import day_of
from dondoc.documents.actions import flow as document_flow
from dondoc.documents.actions import reads_document
from dondoc.documents.models import Document
from dondoc.tasks.actions.assigning import Due, Source, assign
from dondoc.tasks.actions.drafts import Draft, due_of, put_due
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.rereading import Reread, compare
from dondoc.tasks.secrecy import require_open_words
from dondoc.workflow import Flow, Refused

flow = Flow("proposal", "đề xuất nhiệm vụ")
PROPOSED, CONFIRMED, DROPPED = (s.value for s in Proposal.State)
REGISTERED, READ, CLOSED, ISSUED = "registered", "read", "closed", "issued"
CHOSEN = 100
"""Confidence in a unit that a person chose himself."""
SET_BY_HAND = "người vào nhiệm vụ ấn định"


def _reads(by: Any, proposal: Proposal) -> bool:
    return reads_document(by, proposal.document)


@document_flow.step("Đọc, đề xuất nhiệm vụ", who=reads_document, frm=(REGISTERED, READ), to=READ)
def propose(document: Document, *, by: Officer, at: datetime, drafts: Iterable[Draft]) -> Reread:
    """The orders found stand as proposals; what was given, dropped or edited before is kept."""
    return _stand(document, drafts)


def _stand(document: Document, drafts: Iterable[Draft]) -> Reread:
    stood = list(document.proposals.select_for_update().order_by("position", "pk"))
    reread = compare(list(drafts), stood)
    document.proposals.filter(pk__in=[p.pk for p in reread.gone]).delete()
    for proposal, draft in reread.renewed:
        draft.put_on(proposal)
    new = [Proposal(document=document, position=len(stood) + n) for n in range(len(reread.new))]
    for proposal, draft in zip(new, reread.new, strict=True):
        draft.put_on(proposal)
    _put_in_order([*(p for p in stood if p not in reread.gone), *new])
    return reread


@document_flow.step("Tách nhiệm vụ từ văn bản đã ban hành", who=reads_document, frm=ISSUED)
def take_up(document: Document, *, by: Officer, at: datetime, drafts: Iterable[Draft]) -> Reread:
    """What the committee itself concluded is read as a directive; the paper stays as issued."""
    return _stand(document, drafts)


def _put_in_order(proposals: Sequence[Proposal]) -> None:
    """As they stand in the paper; what stands nowhere in it comes after what it followed."""
    place, places = 0, {}
    for proposal in proposals:
        place = place if proposal.start is None else proposal.start
        places[proposal.pk] = place
    proposals = sorted(proposals, key=lambda p: (places[p.pk], p.position))
    moved = [(n, p) for n, p in enumerate(proposals, start=1) if p.position != n]
    for position, proposal in moved:
        proposal.position = position
    Proposal.objects.bulk_update([p for _, p in moved], ["position"])


@flow.start("Thêm nhiệm vụ", who=reads_document)
def add(document: Document, *, by: Officer, at: datetime, draft: Draft) -> Proposal:
    """A person adds an order that the reading did not find."""
    require_open_words(document, draft.content, draft.product)
    last = document.proposals.order_by("-position").first()
    position = (last.position if last else 0) + 1
    proposal = Proposal(document=document, position=position, edited=True)
    draft.put_on(proposal)
    if document.state not in (READ, ISSUED):
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
        proposal.due_rule, proposal.due_strict = SET_BY_HAND, False
    if not content.strip():
        raise Refused("Nội dung nhiệm vụ không được để trống.")
    require_open_words(proposal.document, content, product)
    if set(leads) != set(proposal.leads.all()):
        proposal.lead_confidence = CHOSEN
    proposal.edited, proposal.doubts = True, []
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
) -> list[Proposal]:
    """A person says which units the printed names mean; what he wants learned is remembered.

    Other proposals that only lacked what was learned are named too, and returned.
    """
    if not leads:
        raise Refused("Hãy chọn đơn vị chủ trì.")
    proposal.leads.set(leads)
    proposal.supporting.remove(*leads)
    proposal.lead_confidence = CHOSEN
    _settle(proposal, "lead")
    for name, agency in learned.items():
        keep_alias(agency, by=by, at=at, name=name)
    return _name_alike(proposal, by, at) if learned else []


def _name_alike(proposal: Proposal, by: Officer, at: datetime) -> list[Proposal]:
    document = proposal.document
    directory = Directory.of(document.committee, day_of(at), document.issued_on)
    unnamed = document.proposals.filter(state=PROPOSED, leads=None)
    named = []
    for other in unnamed.exclude(pk=proposal.pk).order_by("position"):
        found = directory.find_all(other.lead_names)
        if found and all(one.agencies for one in found):
            name_leads(other, by=by, at=at, leads=agencies_of(found))
            named.append(other)
    return named


def _settle(proposal: Proposal, about: str) -> None:
    """A person has looked at it: it is his, and no longer in doubt."""
    proposal.edited = True
    proposal.doubts = [one for one in proposal.doubts if one.get("about") != about]


@flow.step("Đặt thời hạn", who=_reads, frm=PROPOSED)
def set_due(
    proposal: Proposal, *, by: Officer, at: datetime, due: Due, no_deadline: bool = False
) -> None:
    """A person sets the deadline, takes another of those printed, or says that there is none."""
    if bool(due.on) == no_deadline:
        raise Refused("Hãy đặt một ngày, hoặc chọn “không thời hạn”.")
    put_due(proposal, replace(due, phrase=due.phrase or proposal.due_phrase))
    proposal.no_deadline = no_deadline
    _settle(proposal, "due")


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
        proposal.due_strict, proposal.no_deadline = other.due_strict, False
    proposal.deadlines = [*proposal.deadlines, *other.deadlines]
    proposal.doubts, proposal.edited = [*proposal.doubts, *other.doubts], True
    proposal.leads.add(*other.leads.all())
    proposal.supporting.add(*other.supporting.all())
    drop(other, by=by, at=at)


@flow.step("Tách đề xuất", who=_reads, frm=PROPOSED)
def split(proposal: Proposal, *, by: Officer, at: datetime, first: str, second: str) -> Proposal:
    """One proposal becomes two with the same units and deadline, each with its own words."""
    if not first.strip() or not second.strip():
        raise Refused("Cả hai phần sau khi tách đều phải có nội dung.")
    leads, supporting = list(proposal.leads.all()), list(proposal.supporting.all())
    proposal.content, proposal.edited = first.strip(), True
    later = proposal.document.proposals.filter(position__gt=proposal.position)
    for row in later.order_by("-position"):
        row.position += 1
        row.save(update_fields=["position"])
    draft = Draft(
        second.strip(), leads, supporting, proposal.lead_text, proposal.supporting_text,
        proposal.lead_confidence, proposal.clause, proposal.start, proposal.end,
        proposal.product, due_of(proposal), proposal.no_deadline,
    )  # fmt: skip
    twin = Proposal(
        document=proposal.document, position=proposal.position + 1, edited=True
    )  # fmt: skip
    draft.put_on(twin)
    twin.deadlines, twin.doubts = proposal.deadlines, proposal.doubts
    twin.save(update_fields=["deadlines", "doubts"])
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
    due = replace(due_of(proposal), rule=rule_with_others(proposal))
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


def rule_with_others(proposal: Proposal) -> str:
    """How the deadline was understood, and the other days that the order names."""
    others = [one["phrase"] for one in proposal.deadlines if one["phrase"] != proposal.due_phrase]
    if not others:
        return proposal.due_rule
    return f"{proposal.due_rule} Mốc khác: {'; '.join(dict.fromkeys(others))}."[:200].strip()


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


@document_flow.step("Giao tất cả", who=reads_document, frm=(READ, ISSUED))
def confirm_all(
    document: Document,
    *,
    by: Officer,
    at: datetime,
    leader: Officer | None = None,
    field: Field | None = None,
    only: Collection[int] | None = None,
) -> list[Task]:
    """All that wait, or those that were seen, or none: the first not ready says what it lacks."""
    waiting = list(document.proposals.filter(state=PROPOSED).order_by("position"))
    if only is not None:
        waiting = [proposal for proposal in waiting if proposal.pk in set(only)]
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
