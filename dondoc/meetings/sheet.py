"""All that the page of a dossier shows, read in a bounded number of queries."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.meetings.clocks import conclusion_due
from dondoc.meetings.flow import flow
from dondoc.meetings.models import Meeting, Participant, Preparation
from dondoc.meetings.queries import (
    Clash,
    Readiness,
    clashes,
    commitments,
    readiness,
    tasks_from,
)
from dondoc.meetings.story import story_of
from dondoc.tasks.models import Task

PEOPLE = (
    "agency", "officer__user", "officer__agency", "officer__delegated_by",
    "deputy__user", "deputy__agency",
)  # fmt: skip


def participants_of(meeting: Meeting) -> list[Participant]:
    """Who is asked, in the order in which they were put down."""
    rows = Participant.objects.standing().filter(meeting=meeting).select_related(*PEOPLE)
    return list(rows.order_by("pk"))


@dataclass(frozen=True)
class Sheet:
    """The parts of a dossier."""

    things: list[Preparation]
    readiness: Readiness
    participants: list[Participant]
    agenda: list[Any]
    papers: list[Any]
    commitments: list[Task]
    tasks: list[Task]
    clashes: list[Clash]
    conclude_by: date | None
    late: bool
    story: list[dict[str, Any]]
    may: set[str]
    today: date

    @classmethod
    def of(cls, meeting: Meeting, officer: Officer, at: datetime) -> "Sheet":
        """As the officer sees it at the moment."""
        today = day_of(at)
        related = ("unit", "person__user", "done_by__user")
        things = list(meeting.preparations.select_related(*related).order_by("due_on", "pk"))
        meeting._prefetched_objects_cache = {"preparations": things}  # type: ignore[attr-defined]
        held = meeting.state == Meeting.State.HELD
        due = conclusion_due(meeting) if held else None
        notice = getattr(meeting, "notice", None)
        given = [notice.document_id] if notice and notice.document_id else []
        people = participants_of(meeting)
        return cls(
            things=things, readiness=readiness(meeting, today), participants=people,
            agenda=list(meeting.agenda.order_by("place")),
            papers=list(meeting.papers.select_related("file", "added_by__user").order_by("pk")),
            commitments=list(commitments(meeting, officer)) if meeting.series_id else [],
            tasks=list(tasks_from(given, officer)) if given else [],
            clashes=_clashes(meeting, people) if meeting.is_open else [],
            conclude_by=due, late=due is not None and due < today, story=story_of(meeting),
            may={move.verb for move in flow.open_to(officer, meeting)}, today=today,
        )  # fmt: skip

    @property
    def opened(self) -> int:
        """How many of those asked have opened the papers."""
        return sum(one.read_at is not None for one in self.participants)

    @property
    def answers(self) -> dict[str, int]:
        """How many gave each answer."""
        counts: dict[str, int] = {}
        for one in self.participants:
            counts[one.answer] = counts.get(one.answer, 0) + 1
        return counts


def _clashes(meeting: Meeting, people: list[Participant]) -> list[Clash]:
    officers = [meeting.chair, *(one.officer for one in people if one.officer is not None)]
    return clashes(
        meeting.committee, meeting.starts_at, meeting.ends_at, room=meeting.room,
        vehicle=meeting.vehicle, officers=officers, except_meeting=meeting,
    )  # fmt: skip
