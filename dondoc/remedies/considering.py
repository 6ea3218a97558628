"""Whom a person should consider for late work, by rule, and the facts that go with a proposal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import local
from dondoc.remedies.accountability import Book, Line, PersonLines, book
from dondoc.remedies.models import Consideration
from dondoc.rules.accountability import Account, reasons_to_consider
from dondoc.rules.named_periods import month_of, spoken
from dondoc.rules.wording import day_short, moment

NOBODY = PersonLines(None, None, [])


@dataclass(frozen=True)
class Candidate:
    """A collective or a person the rule finds, with its reasons; nothing is decided by it."""

    unit: Agency
    person: Officer | None
    lines: PersonLines
    reasons: tuple[str, ...]

    @property
    def of_whom(self) -> str:
        return named(self.unit, self.person)


def named(unit: Agency, person: Officer | None) -> str:
    """ "Tập thể Phòng Kinh tế", "Lê An, Trưởng phòng, Phòng Kinh tế"."""
    return f"{person.name}, {person.title}, {unit.name}" if person else f"Tập thể {unit.name}"


def candidates(committee: Agency, month: date, at: datetime) -> list[Candidate]:
    """By the rule of two periods; those already drafted or decided for the month are left out."""
    now = book(committee, month_of(month), at)
    before = book(committee, month_of(month).previous(), at)
    taken = set(
        Consideration.objects.filter(committee=committee, month=month_of(month).from_on)
        .exclude(state=Consideration.State.DROPPED)
        .values_list("unit", "person__user")
    )
    found = _collectives(now, before) + _people(now, before)
    return [
        one
        for one in found
        if (one.unit.pk, one.person.user_id if one.person else None) not in taken
    ]


def _collectives(now: Book, before: Book) -> list[Candidate]:
    found = []
    for pk, lines in now.by_unit.items():
        reasons = reasons_to_consider(lines.account, before.by_unit.get(pk, NOBODY).account)
        if reasons and now.units[pk].is_scored:
            found.append(Candidate(now.units[pk], None, lines, reasons))
    return sorted(found, key=lambda one: one.unit.name)


def _people(now: Book, before: Book) -> list[Candidate]:
    """A person by what he answered for as head and as executor, each item once."""
    found = []
    officers = {one.user: one.officer for one in [*now.executors, *now.heads] if one.officer}
    for user, officer in officers.items():
        if user is None or officer is None or not officer.agency.is_scored:
            continue
        lines = of_person(now, user)
        reasons = reasons_to_consider(lines.account, of_person(before, user).account)
        if reasons:
            found.append(Candidate(officer.agency, officer, lines, reasons))
    return sorted(found, key=lambda one: (one.unit.name, str(one.person)))


def of_person(told: Book, user: int) -> PersonLines:
    """What a person answered for in either capacity; as head where he was both."""
    led, done = told.head(user), told.executor(user)
    own = {line.item.task.pk for line in led.lines}
    lines = [*led.lines, *(line for line in done.lines if line.item.task.pk not in own)]
    return PersonLines(user, led.officer or done.officer, lines, led.unit_ids)


def facts_of(
    committee: Agency, month: date, unit: Agency, person: Officer | None, at: datetime
) -> dict[str, Any]:
    """Items, days, causes and remedies of the month as of now, and the counts of the month before.

    These are the facts a proposal is decided on; submitted, they stand as they were.
    """
    period = month_of(month)
    now, before = book(committee, period, at), book(committee, period.previous(), at)
    lines, earlier = _of(now, unit, person), _of(before, unit, person)
    return {
        "of_whom": named(unit, person),
        "committee": committee.name,
        "period": spoken(period),
        "before": spoken(period.previous()),
        "as_of": moment(local(now.as_of)),
        "reasons": list(reasons_to_consider(lines.account, earlier.account)),
        "now": _account(lines),
        "then": _account(earlier),
        "items": [_told(line) for line in lines.lines],
    }


def _of(told: Book, unit: Agency, person: Officer | None) -> PersonLines:
    if person is None:
        return told.by_unit.get(unit.pk, NOBODY)
    return of_person(told, person.user_id)


def _account(lines: PersonLines) -> dict[str, int]:
    held: Account = lines.account
    return {
        "late": held.late, "still_open": held.still_open, "sent_back": held.sent_back,
        "days": sum(line.days for line in lines.lines if line.item.granted is None),
        "granted": len(lines.only("granted")),
    }  # fmt: skip


def _told(line: Line) -> dict[str, Any]:
    item, remedy, cause = line.item, line.item.remedy, line.item.granted
    return {
        "code": item.code,
        "content": " ".join(item.task.content.split()),
        "due": day_short(item.due_on) if item.due_on else "",
        "days": line.days,
        "whole_days": item.late_days,
        "returns": line.returns,
        "open": line.is_open,
        "cause": remedy.get_cause_display() if remedy and remedy.cause else "",
        "cause_told": remedy.cause_told if remedy else "",
        "solution": remedy.solution if remedy else "",
        "commit": day_short(remedy.commit_on) if remedy and remedy.commit_on else "",
        "remedied_in": item.remedied_in,
        "granted": cause.reason if cause else "",
        "granted_by": str(cause.decided_by) if cause and cause.decided_by else "",
        "extensions": [
            f"đến {day_short(one.due_on_granted)}, {one.decided_by.name}"
            for one in item.extensions
            if one.due_on_granted and one.decided_by
        ],
    }


def first_words(facts: dict[str, Any]) -> str:
    """The proposal as first drafted; the Office puts it into its own words."""
    now = facts["now"]
    head = (
        f"Trong {facts['period']}, {_lower(facts['of_whom'])} có {now['late']} việc chậm "
        f"({now['days']} ngày), {now['still_open']} việc còn quá hạn, {now['sent_back']} lượt kết "
        "quả bị trả lại; không kể việc đã được công nhận nguyên nhân khách quan."
    )
    why = "; ".join(facts["reasons"])
    asked = "Văn phòng kính trình Chủ tịch xem xét, quyết định trách nhiệm theo quy định."
    return "\n".join([head, f"Lý do đề xuất: {why}." if why else "", asked]).replace("\n\n", "\n")


def _lower(whom: str) -> str:
    return "tập thể" + whom.removeprefix("Tập thể") if whom.startswith("Tập thể ") else whom


def waiting_for(officer: Officer) -> list[Consideration]:
    """The proposals a leader may open that wait for the Chairman's decision, oldest first."""
    seen = Consideration.objects.visible_to(officer).filter(state=Consideration.State.SUBMITTED)
    return list(seen.defer("words").order_by("submitted_at", "pk")[:10])
