"""How the parts of a dossier are kept: called by the deeds, inside their transaction."""

from collections.abc import Iterable
from datetime import datetime

from dondoc.agencies.models import Agency, Kind, Officer
from dondoc.meetings.clocks import clock_of
from dondoc.meetings.models import AgendaItem, Meeting, Participant, Preparation
from dondoc.meetings.parts import Point, Thing, Who
from dondoc.workflow import Refused

Kinds = Preparation.Kind
BOOKED = (Kinds.ROOM, Kinds.VEHICLE)
"""What was made ready for another hour is not ready for this one."""


def office_for(committee: Agency) -> Agency:
    """The Office that sees to the conditions; a committee without one sees to them itself."""
    found = Agency.objects.filter(parent=committee, kind=Kind.OFFICE).order_by("pk").first()
    return found or committee


def usual_things(committee: Agency, lead: Agency, *, vehicle: bool) -> list[Thing]:
    """What every meeting needs: the lead unit its content, the Office its conditions."""
    house = office_for(committee)
    conditions = [Kinds.INVITATION, Kinds.ROOM, Kinds.SCREEN, Kinds.WATER]
    conditions += [Kinds.VEHICLE] if vehicle else []
    content = (Kinds.CONTENT, Kinds.PAPERS, Kinds.REPORT, Kinds.APPROVAL)
    return [Thing(kind, unit=lead) for kind in content] + [
        Thing(kind, unit=house) for kind in conditions
    ]


def put_preparations(meeting: Meeting, things: Iterable[Thing]) -> None:
    """Each thing with its clock."""
    due_on = clock_of(meeting)
    Preparation.objects.bulk_create(
        Preparation(
            meeting=meeting, kind=thing.kind, label=thing.label.strip(), person=thing.person,
            unit=thing.unit or (thing.person.agency if thing.person else meeting.lead),
            ahead=thing.ahead, due_on=due_on(thing.ahead),
        )
        for thing in things
    )  # fmt: skip


def set_clocks(meeting: Meeting) -> None:
    """The clocks run back from the meeting's day, wherever it is moved to."""
    due_on, rows = clock_of(meeting), list(Preparation.objects.filter(meeting=meeting))
    for row in rows:
        row.due_on = due_on(row.ahead)
    Preparation.objects.bulk_update(rows, ["due_on"])


def done(meeting: Meeting, *kinds: str, by: Officer, at: datetime) -> None:
    """What ticks itself when the deed is done."""
    waiting = Preparation.objects.filter(meeting=meeting, kind__in=kinds, done_at=None)
    waiting.update(done_at=at, done_by=by)


def undone(meeting: Meeting, *kinds: str) -> None:
    """What has to be made ready again."""
    Preparation.objects.filter(meeting=meeting, kind__in=kinds).update(done_at=None, done_by=None)


def put_participants(
    meeting: Meeting, whom: Iterable[Who], asked_at: datetime | None = None
) -> list[Participant]:
    """Each once; one whose invitation was withdrawn is asked anew."""
    return [_put_participant(meeting, who, asked_at) for who in whom]


def _put_participant(meeting: Meeting, who: Who, asked_at: datetime | None) -> Participant:
    if not (who.agency or who.officer or who.name.strip()):
        raise Refused("Hãy chọn đơn vị, người dự, hoặc ghi tên khách mời.")
    rows = Participant.objects.filter(meeting=meeting)
    if who.officer is not None:
        key = {"officer": who.officer}
    elif who.agency is not None:
        key = {"agency": who.agency}  # type: ignore[dict-item]
    else:
        key = {"name": who.name.strip()}  # type: ignore[dict-item]
    found = rows.filter(**key).first()
    if found is not None and found.withdrawn_at is None:
        return found
    row = found or Participant(meeting=meeting, **key)
    row.email = who.email or row.email
    row.withdrawn_at, row.asked_at = None, asked_at
    row.answer, row.consent, row.deputy = Participant.Answer.NONE, None, None
    row.save()
    return row


def put_agenda(meeting: Meeting, points: Iterable[Point]) -> None:
    """The agenda anew, in the order given."""
    AgendaItem.objects.filter(meeting=meeting).delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, place=place, content=point.content, starts=point.starts,
            minutes=point.minutes, presenter=point.presenter,
        )
        for place, point in enumerate(points, start=1)
    )  # fmt: skip
