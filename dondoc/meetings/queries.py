"""What pages and other rooms ask of meetings."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, Charge, Field, Officer
from dondoc.database.clock import VIET_NAM
from dondoc.meetings.models import (
    ConclusionNotice,
    Meeting,
    Participant,
    Preparation,
    Resource,
    Series,
)
from dondoc.meetings.models.meetings import MeetingQuerySet
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.clashes import USUAL_LENGTH
from dondoc.rules.preparation import LABELS, Light, light_of
from dondoc.tasks.models import Task, TaskQuerySet
from dondoc.tasks.models.tasks import OPEN

LONGEST = timedelta(hours=12)
"""No meeting is thought to last longer; those that began earlier cannot overlap."""
RELATED = (
    "committee", "lead", "series", "field", "room", "vehicle", "leader__user", "leader__agency",
    "chair__user", "chair__agency", "follower__user", "follower__agency", "invitation", "notice",
    "created_by__user", "created_by__agency",
)  # fmt: skip


@dataclass(frozen=True)
class Readiness:
    """How a meeting's preparation stands on a day, and what it lacks."""

    light: Light
    missing: list[Preparation] = field(default_factory=list)
    ready_by: date | None = None
    count: int = 0

    @property
    def word(self) -> str:
        return LABELS[self.light]

    @property
    def is_ready(self) -> bool:
        return self.light is Light.READY

    @property
    def ready(self) -> int:
        """How many things are ready."""
        return self.count - len(self.missing)

    @property
    def names(self) -> str:
        """What is missing, in one line."""
        return ", ".join(map(str, self.missing))


def readiness(meeting: Meeting, today: date, calendar: WorkingCalendar | None = None) -> Readiness:
    """Judged from the preparations of the dossier; prefetch them for a list."""
    things = sorted(meeting.preparations.all(), key=lambda one: (one.due_on, one.pk))
    missing = [one for one in things if one.done_at is None]
    calendar = calendar or calendar_of(meeting.committee)
    light = light_of((one.due_on for one in missing), meeting.day, today, calendar)
    last = max((one.due_on for one in things), default=None)
    return Readiness(light, missing, last, len(things))


def unready(committee: Agency, today: date) -> list[tuple[Meeting, Readiness]]:
    """Meetings to come whose preparation is late, the soonest first: what the Office must see."""
    late = Preparation.objects.filter(meeting=OuterRef("pk"), done_at=None, due_on__lt=today)
    rows = _planned(committee).filter(Exists(late), starts_at__gte=begin_of(today))
    calendar = calendar_of(committee)
    meetings = rows.select_related("lead", "committee").prefetch_related("preparations")
    return [(one, readiness(one, today, calendar)) for one in meetings.order_by("starts_at", "pk")]


def held_between(
    committee: Agency, since: datetime, until: datetime
) -> list[tuple[Meeting, list[Preparation]]]:
    """Meetings that began in a stretch of time, each with what was not ready by its day."""
    rows = Meeting.objects.filter(
        committee=committee, starts_at__gte=since, starts_at__lt=until
    ).exclude(state=Meeting.State.CANCELLED)
    meetings = rows.select_related("lead").prefetch_related("preparations")
    return [(one, _missed(one)) for one in meetings.order_by("starts_at", "pk")]


def _missed(meeting: Meeting) -> list[Preparation]:
    missed = [one for one in meeting.preparations.all() if not one.was_in_time]
    return sorted(missed, key=lambda one: (one.due_on, one.pk))


def _planned(committee: Agency) -> MeetingQuerySet:
    return Meeting.objects.filter(committee=committee, state=Meeting.State.PLANNED)


def begin_of(day: date) -> datetime:
    """Midnight in Việt Nam with which the day begins."""
    return datetime.combine(day, time.min, VIET_NAM)


@dataclass(frozen=True)
class Clash:
    """Another meeting at the same hour that wants the same room, vehicle or people."""

    meeting: Meeting
    what: tuple[str, ...]

    @property
    def words(self) -> str:
        return ", ".join(self.what)


def key_people(meeting: Meeting) -> list[Officer]:
    """Who cannot be elsewhere while it is held: the chair, and those asked by name."""
    asked = Participant.objects.standing().filter(meeting=meeting, officer__isnull=False)
    people = [one.officer for one in asked.select_related("officer__user") if one.officer]
    return [meeting.chair, *people]


def clashes(
    committee: Agency,
    starts_at: datetime | None,
    ends_at: datetime | None,
    *,
    room: Resource | None = None,
    vehicle: Resource | None = None,
    officers: Collection[Officer] = (),
    except_meeting: Meeting | None = None,
) -> list[Clash]:
    """Who or what would have to be in two places at once."""
    if starts_at is None:
        return []
    ends_at = ends_at or starts_at + USUAL_LENGTH
    rows = _planned(committee).filter(starts_at__lt=ends_at, starts_at__gt=starts_at - LONGEST)
    if except_meeting is not None:
        rows = rows.exclude(pk=except_meeting.pk)
    related = ("room", "vehicle", "chair__user", "lead")
    asked = Prefetch("participants", Participant.objects.standing())
    near = rows.select_related(*related).prefetch_related(asked).order_by("starts_at", "pk")
    found = (
        Clash(one, tuple(_shared(one, room, vehicle, officers)))
        for one in near
        if one.over_at > starts_at
    )
    return [clash for clash in found if clash.what]


def _shared(
    other: Meeting, room: Resource | None, vehicle: Resource | None, officers: Collection[Officer]
) -> Iterable[str]:
    if room is not None and other.room_id == room.pk:
        yield room.name
    if vehicle is not None and other.vehicle_id == vehicle.pk:
        yield vehicle.name
    there = {other.chair.user_id}
    seats = {one.officer_id for one in other.participants.all()} | {other.chair_id}
    for officer in {one.user_id: one for one in officers}.values():
        if officer.pk in seats or officer.user_id in there:
            yield f"đồng chí {officer.name}"


def in_charge_of(field: Field | None, today: date) -> Officer | None:
    """The leader in charge of the field on the day."""
    if field is None:
        return None
    charges = Charge.objects.filter(field=field, from_on__lte=today)
    standing = charges.filter(Q(until_on=None) | Q(until_on__gte=today))
    found = standing.select_related("officer__user", "officer__agency").order_by("-from_on").first()
    return found.officer if found else None


def notices_before(meeting: Meeting) -> list[int]:
    """The documents of the notices of conclusions of earlier meetings in the series."""
    if meeting.series_id is None:
        return []
    notices = ConclusionNotice.objects.filter(
        meeting__series=meeting.series_id, meeting__starts_at__lt=meeting.starts_at, state="issued"
    )
    return [pk for pk in notices.values_list("document", flat=True) if pk]


def commitments(meeting: Meeting, officer: Officer) -> TaskQuerySet:
    """What earlier meetings of the series concluded and is not done yet; of what one may see."""
    tasks = Task.objects.visible_to(officer).filter(
        document__in=notices_before(meeting), state__in=OPEN
    )
    return tasks.select_related("lead", "issuer", "document").order_by("due_on", "pk")


def tasks_from(documents: Sequence[int], officer: Officer) -> TaskQuerySet:
    """The tasks that conclusions have become."""
    tasks = Task.objects.visible_to(officer).filter(document__in=documents)
    return tasks.select_related("lead", "issuer").order_by("due_on", "pk")


def series_of(officer: Officer) -> list[Series]:
    """The series of the officer's committee with how many meetings each has."""
    rows = Series.objects.visible_to(officer).annotate(count=Count("meetings"))
    return list(rows.order_by("name", "pk"))


def asked_of(meetings: Collection[Meeting], officer: Officer) -> dict[int, Participant]:
    """By meeting, the row under which the officer is asked to it himself, or his body."""
    person = [pk for pk in (officer.pk, officer.delegated_by_id) if pk]
    mine = Q(officer__in=person) | Q(deputy=officer, consent=True)
    rows = Participant.objects.standing().filter(meeting__in=[one.pk for one in meetings])
    found = rows.filter(mine | Q(agency=officer.agency_id)).order_by("meeting", "-officer")
    return {row.meeting_id: row for row in found}


def commitments_of_series(series: Series, officer: Officer) -> TaskQuerySet:
    """All that the series concluded and is not done yet."""
    notices = ConclusionNotice.objects.filter(meeting__series=series, state="issued")
    documents = notices.values("document")
    tasks = Task.objects.visible_to(officer).filter(document__in=documents, state__in=OPEN)
    return tasks.select_related("lead", "issuer").order_by("due_on", "pk")
