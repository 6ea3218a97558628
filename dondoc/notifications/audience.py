"""Who hears of what: one line per verb of every flow, as an Office chief would ask to see it.

A verb without a line fails the build; `nobody` is a legal answer, silence is not. Whoever did
the deed is never told of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.journal.models import Entry
from dondoc.tasks.models import Extension, Task, Watch
from dondoc.tasks.models.tasks import Support

ANSWERABLE = (Role.UNIT_HEAD, Role.FOCAL_POINT)
OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)


@dataclass(frozen=True)
class Deed:
    """What is told: a task, the entry about it (none for a deadline), and the day of telling."""

    task: Task
    day: date
    entry: Entry | None = None


Hearers = Callable[[Deed], Q]
NONE = Q(pk__in=())


def nobody(deed: Deed) -> Q:
    """It stands in the journal; nobody needs to be told."""
    return NONE


def lead(deed: Deed) -> Q:
    """Heads and focal points of the lead unit, and the person it entrusted."""
    return _answer_for(deed.task.lead, deed.day) | executor(deed)


def executor(deed: Deed) -> Q:
    """The person entrusted with the task."""
    return Q(pk__in=[deed.task.executor_id])


def supporting(deed: Deed) -> Q:
    """Focal points and heads of the coordinating units."""
    heard = NONE
    for support in Support.objects.filter(task=deed.task).select_related("agency"):
        heard |= _answer_for(support.agency, deed.day)
    return heard


def tracker(deed: Deed) -> Q:
    """Who tracks the task for the side that gave it: the one named, else all who track there."""
    named = Q(pk__in=[deed.task.tracker_id])
    if deed.task.tracker_id and Officer.objects.seated_on(deed.day).filter(named).exists():
        return named
    return _answer_for(deed.task.issuer, deed.day)


def decider(deed: Deed) -> Q:
    """Who may decide on a deadline: the head of the Office, or the head of a smaller body."""
    issuer = deed.task.issuer
    if not issuer.is_committee:
        return _answer_for(issuer, deed.day)
    return Q(role=Role.OFFICE_HEAD, agency__committee=issuer)


def watchers(deed: Deed) -> Q:
    """Those who follow a task that is not theirs."""
    return Q(pk__in=Watch.objects.filter(task=deed.task).values("officer"))


def asker(deed: Deed) -> Q:
    """Who asked for the extension that was decided."""
    asked = (deed.entry.said if deed.entry else {}).get("extension") or {}
    return Q(pk__in=Extension.objects.filter(pk__in=[asked.get("id")]).values("asked_by"))


def _answer_for(body: Agency, day: date) -> Q:
    """A committee's Office, a unit's head and focal points; where there are none, whoever sits."""
    theirs = Q(agency=body, role__in=ANSWERABLE)
    if body.is_committee:
        theirs |= Q(agency__committee=body, role__in=OFFICE)
    if Officer.objects.seated_on(day).filter(theirs).exists():
        return theirs
    return Q(agency=body, role__in=(Role.LEADER, Role.CLERK, Role.OFFICER))


def all_of(*hearers: Hearers) -> Hearers:
    """Each of these."""

    def together(deed: Deed) -> Q:
        heard = NONE
        for who in hearers:
            heard |= who(deed)
        return heard

    return together


lead_and_supporting = all_of(lead, supporting)

AUDIENCE: dict[str, Hearers] = {
    "task.assign": all_of(lead_and_supporting, tracker),
    "task.pass_down": watchers,  # the body below hears of its own task.assign
    "task.entrust": all_of(executor, watchers),
    "task.reassign": lead_and_supporting,
    "task.revise": all_of(lead_and_supporting, watchers),
    "task.recall": all_of(lead_and_supporting, watchers),
    "task.accept": nobody,
    "task.return_to_assigner": all_of(tracker, watchers),
    "task.post_update": watchers,
    "task.ask_extension": all_of(decider, tracker),
    "task.grant_extension": all_of(asker, lead_and_supporting, watchers),
    "task.refuse_extension": all_of(asker, lead, watchers),
    "task.change_deadline": all_of(lead_and_supporting, watchers),
    "task.submit": all_of(tracker, watchers),
    "task.confirm": all_of(lead, watchers),
    "task.send_back": all_of(lead, watchers),
    "task.reopen": all_of(lead_and_supporting, watchers),
    "task.star": all_of(lead, watchers),
    "task.unstar": all_of(lead, watchers),
    "task.watch": nobody,
    "task.unwatch": nobody,
    "document.register": nobody,
    "document.correct": nobody,
    "document.issue": nobody,
    "agency.establish": nobody,
    "agency.keep_alias": nobody,
    "agency.found_field": nobody,
    "officer.put_in_charge": nobody,
    "officer.appoint": nobody,
}

REMINDED: dict[str, Hearers] = {
    "due_soon": lead,
    "overdue": all_of(lead, tracker, watchers),
}
"""Who is reminded of a deadline by the clock."""


def officers_who_hear(hearers: Hearers, deed: Deed) -> list[Officer]:
    """Who is told, seated on the day and able to sign in; one's own seats before those lent."""
    seated = Officer.objects.seated_on(deed.day).filter(hearers(deed), user__is_active=True)
    if deed.entry and deed.entry.user_id:
        seated = seated.exclude(user=deed.entry.user_id)
    return list(seated.select_related("user").order_by("delegated_by_id", "pk"))
