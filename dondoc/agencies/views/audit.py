"""The door of the journal, for the auditor and the administrator."""

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from dondoc.agencies import queries
from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.directory import words_of
from dondoc.database.clock import VIET_NAM, day_of
from dondoc.journal.models import Entry

PAGE = 50
WEEK = timedelta(days=7)


@seated(Role.AUDITOR, Role.ADMINISTRATOR)
def audit(request: SeatedRequest) -> HttpResponse:
    """Who did what, when, to what: always within a stretch of days, so always by an index."""
    today = day_of(request.at)
    until = _day(request.GET.get("until", "")) or today
    since = _day(request.GET.get("since", "")) or until - WEEK
    number = max(int(n) if (n := request.GET.get("page", "")).isdecimal() else 1, 1)
    found = _filtered(request, queries.entries_visible_to(request.officer), since, until)
    start = (min(number, 400) - 1) * PAGE
    rows = list(found.order_by("-recorded_at", "-pk")[start : start + PAGE + 1])
    context = {
        "rows": [_row(entry) for entry in rows[:PAGE]],
        "has_next": len(rows) > PAGE,
        "number": number,
        "since": since,
        "until": until,
        "verbs": queries.verbs(),
        "kinds": queries.kinds(),
        "said": {name: request.GET.get(name, "")[:80] for name in ("who", "verb", "kind", "id")},
    }
    return render(request, "agencies/audit.html", context)


def _filtered(
    request: SeatedRequest, entries: QuerySet[Entry], since: date, until: date
) -> QuerySet[Entry]:
    found = entries.filter(
        recorded_at__gte=_start(since), recorded_at__lt=_start(until + timedelta(days=1))
    )
    asked = request.GET
    if who := asked.get("who", "")[:80]:
        found = found.filter(actor_name__icontains=who)
    if verb := asked.get("verb"):
        found = found.filter(verb=verb)
    if kind := asked.get("kind"):
        found = found.filter(subject_kind=kind)
    if (number := asked.get("id", "")).isdecimal():
        found = found.filter(subject_id=int(number[:15]))
    return found


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), VIET_NAM).astimezone(UTC)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _row(entry: Entry) -> dict[str, object]:
    return {
        "entry": entry,
        "label": queries.label_of(entry.verb),
        "subject": queries.kind_name(entry.subject_kind),
        "words": words_of(entry),
    }
