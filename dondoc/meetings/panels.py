"""What meetings lend to the desk: what waits for this seat, first what is not ready."""

from datetime import datetime

from markupsafe import Markup

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import office_of
from dondoc.database.clock import day_of
from dondoc.meetings.filters import Wanted
from dondoc.meetings.models import Meeting, Participant, Preparation
from dondoc.meetings.queries import asked_of, unready
from dondoc.ui.panels import drawn

MOST = 5
RELATED = ("lead", "committee", "room", "chair__user", "chair__agency")


def meetings_panel(officer: Officer, at: datetime) -> Markup:
    """Meetings not ready (the Office), content to approve (leaders), invitations not answered."""
    today, committee = day_of(at), officer.agency.committee
    tracks = committee is not None and office_of(officer, committee.pk)
    opinions = Wanted("opinion").of(officer, today).select_related(*RELATED)[:MOST]
    context = {
        "unready": unready(committee, today) if tracks and committee else [],
        "opinions": list(opinions), "unanswered": _unanswered(officer, at), "today": today,
        "things": _things(officer, at),
    }  # fmt: skip
    if not any(context[name] for name in ("unready", "opinions", "unanswered", "things")):
        return Markup("")
    return drawn("meetings/desk.html", context)


def _unanswered(officer: Officer, at: datetime) -> list[Meeting]:
    mine = Wanted("mine").of(officer, day_of(at)).select_related(*RELATED)
    meetings = list(mine.filter(participants__asked_at__isnull=False).distinct()[: 4 * MOST])
    asked = asked_of(meetings, officer)
    waiting = Participant.Answer.NONE
    return [one for one in meetings if one.pk in asked and asked[one.pk].answer == waiting][:MOST]


def _things(officer: Officer, at: datetime) -> list[Preparation]:
    """What was given to this person or his unit to make ready, and is not."""
    rows = Preparation.objects.filter(done_at=None, meeting__state=Meeting.State.PLANNED)
    own = rows.filter(unit=officer.agency_id, meeting__starts_at__gte=at)
    by_hand = own.exclude(kind__in=(Preparation.Kind.APPROVAL, Preparation.Kind.INVITATION))
    return list(by_hand.select_related("meeting").order_by("due_on", "pk")[:MOST])
