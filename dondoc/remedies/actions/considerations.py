"""Proposals to consider who answers: drafted by the Office, decided by the Chairman, kept."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import decides_for, office_of
from dondoc.database.clock import day_of
from dondoc.remedies import considering
from dondoc.remedies.models import Consideration
from dondoc.rules.named_periods import month_of
from dondoc.workflow import Flow, Refused

consideration_flow = Flow("consideration", "đề xuất xem xét trách nhiệm")
State = Consideration.State


def drafts_considerations(by: Any, committee: Agency) -> bool:
    """The Office of the committee, of its own accord or as the rule proposes."""
    return office_of(by, committee.pk)


def drafts(by: Any, one: Consideration) -> bool:
    """The Office of the committee."""
    return office_of(by, one.committee_id)


def submits(by: Any, one: Consideration) -> bool:
    """The head of the Office, who answers for what it proposes."""
    return drafts(by, one) and by.role == Role.OFFICE_HEAD


def decides(by: Any, one: Consideration) -> bool:
    """The Chairman of the committee."""
    return decides_for(by, one.committee_id, day_of(one.drawn_up_at))


@consideration_flow.start("Lập đề xuất", who=drafts_considerations)
def draft_consideration(
    committee: Agency, *, by: Officer, at: datetime, month: date, unit: Agency,
    person: Officer | None = None, words: str = "",
) -> Consideration:  # fmt: skip
    """A draft on one unit or one person of it, with the facts of the month as they are now."""
    first = month_of(month).from_on
    if unit.committee_id != committee.pk and unit.parent_id != committee.pk:
        raise Refused(f"{unit.name} không thuộc {committee.name}. Hãy chọn đơn vị khác.")
    if person is not None and person.agency_id != unit.pk:
        raise Refused(f"{person.name} không giữ chức vụ ở {unit.name}. Hãy chọn người khác.")
    same = Consideration.objects.filter(committee=committee, month=first)
    whose = same.filter(person=person) if person else same.filter(person=None, unit=unit)
    if whose.exclude(state=State.DROPPED).exists():
        raise Refused("Tháng này đã có đề xuất về đối tượng đó. Hãy mở đề xuất đã lập.")
    facts = considering.facts_of(committee, first, unit, person, at)
    if not facts["items"]:
        raise Refused("Trong tháng không có việc nào chậm hay bị trả lại thuộc trách nhiệm này.")
    return Consideration.objects.create(
        committee=committee, month=first, unit=unit, person=person, facts=facts,
        words=words.strip() or considering.first_words(facts), drawn_up_by=by, drawn_up_at=at,
    )  # fmt: skip


@consideration_flow.step("Sửa đề xuất", who=drafts, frm=State.DRAFT)
def edit_consideration(one: Consideration, *, by: Officer, at: datetime, words: str) -> None:
    """The Office puts the proposal into its own words; the facts stay as counted."""
    if not words.strip():
        raise Refused("Nội dung đề xuất không được để trống.")
    one.words = words.strip()


@consideration_flow.step("Trình Chủ tịch", who=submits, frm=State.DRAFT, to=State.SUBMITTED)
def submit_consideration(one: Consideration, *, by: Officer, at: datetime) -> None:
    """The facts are read once more and stand from now on."""
    facts = considering.facts_of(one.committee, one.month, one.unit, one.person, at)
    if not facts["items"]:
        raise Refused("Không còn việc nào làm căn cứ. Hãy bỏ đề xuất này.")
    one.facts, one.submitted_by, one.submitted_at = facts, by, at


@consideration_flow.step("Không trình", who=drafts, frm=State.DRAFT, to=State.DROPPED)
def drop_consideration(one: Consideration, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office lets a draft go, with its reason."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do không trình.")
    one.answer = reason.strip()


@consideration_flow.step("Yêu cầu làm rõ", who=decides, frm=State.SUBMITTED, to=State.DRAFT)
def return_consideration(one: Consideration, *, by: Officer, at: datetime, answer: str) -> None:
    """The Chairman gives it back to the Office, saying what he wants to know."""
    if not answer.strip():
        raise Refused("Hãy nêu điều cần Văn phòng làm rõ.")
    one.answer = answer.strip()


@consideration_flow.step("Quyết định", who=decides, frm=State.SUBMITTED, to=State.DECIDED)
def decide_consideration(
    one: Consideration, *, by: Officer, at: datetime, outcome: str, answer: str
) -> None:
    """The Chairman decides in his own words; it stands for ever."""
    if outcome not in Consideration.Outcome.values:
        raise Refused("Hãy chọn một kết luận.")
    if not answer.strip():
        raise Refused("Hãy ghi ý kiến quyết định.")
    one.outcome, one.answer = outcome, answer.strip()
    one.decided_by, one.decided_at = by, at
