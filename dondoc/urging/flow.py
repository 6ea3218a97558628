"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import administers, hands_over_for, leader_of, office_of, speaks_for
from dondoc.tasks.models import Task
from dondoc.urging.models import LeaderWord, Review, ReviewLine, Slip


def sets_ladder(by: Any, agency: Agency) -> bool:
    """The administrator, or the head of the committee's Office."""
    heads = isinstance(by, Officer) and by.role == Role.OFFICE_HEAD
    return administers(by, agency) or (heads and by.committee_id == agency.pk)


def urges_for(by: Any, committee: Agency) -> bool:
    """The Office of the committee, and its leaders."""
    return office_of(by, committee.pk) or leader_of(by, committee.pk)


def urges(by: Any, slip: Slip) -> bool:
    """The Office or a leader of the committee, never somebody of the unit itself."""
    works = office_of(by, slip.committee_id) or leader_of(by, slip.committee_id)
    return works and not speaks_for(by, slip.unit_id)


def answers_slip(by: Any, slip: Slip) -> bool:
    """Those of the unit who answer for it to the outside: not a single officer of it."""
    return speaks_for(by, slip.unit_id) and by.role != Role.OFFICER


def leads_giver(by: Any, task: Task) -> bool:
    """A leader of the committee that gave the task."""
    return leader_of(by, task.issuer_id)


def answers_word(by: Any, word: LeaderWord) -> bool:
    """The unit he spoke to: its head, focal point, or whoever carries the task out."""
    if isinstance(by, Officer) and by.pk == word.task.executor_id:
        return True
    return speaks_for(by, word.unit_id)


def reads_word(by: Any, word: LeaderWord) -> bool:
    """Whoever said it, another leader of the committee, or its Office."""
    works = office_of(by, word.committee_id) or leader_of(by, word.committee_id)
    return works and not speaks_for(by, word.unit_id)


def hands_over_urging(by: Any, asked: Slip | LeaderWord) -> bool:
    """Whoever hands over for the unit that owes the answer, or for the committee that asked."""
    return hands_over_for(by, asked.unit) or hands_over_for(by, asked.committee)


def hands_over_line(by: Any, line: ReviewLine) -> bool:
    """Whoever hands over for the unit under review, or for the committee that reviews."""
    return hands_over_for(by, line.unit) or hands_over_for(by, line.review.committee)


def keeps_review(by: Any, review: Review) -> bool:
    """The Office and the leaders of the committee that reviews."""
    return urges_for(by, review.committee)


def confirms_line(by: Any, line: ReviewLine) -> bool:
    """Those of the unit who answer for it, or whoever carries the task out."""
    if isinstance(by, Officer) and by.pk == line.task.executor_id:
        return True
    return speaks_for(by, line.unit_id) and by.role != Role.OFFICER
