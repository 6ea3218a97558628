"""The doors of the directory: who and what there is, today and on any day."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from dondoc.agencies import queries
from dondoc.agencies.models import Agency, Charge, Field, Kind, Officer, Role, Succession
from dondoc.agencies.roles import administrator_of, keeps_names
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of, local
from dondoc.journal.models import Entry

PAGE = 100
NAMED = {str(value): label for value, label in (*Role.choices, *Kind.choices)}


@seated()
def listing(request: SeatedRequest) -> HttpResponse:
    """The tree of bodies as of a day, searched by name and kind; people too."""
    today = day_of(request.at)
    day = _day(request.GET.get("on", "")) or today
    words, kind = request.GET.get("q", "")[:100], request.GET.get("kind", "")
    bodies = queries.directory(day, words, kind)
    context = {
        "page": Paginator(bodies, PAGE).get_page(request.GET.get("page")),
        "people": queries.people_called(words, day),
        "kinds": Kind.choices,
        "kind_names": dict(Kind.choices),
        "q": words,
        "kind": kind,
        "day": day,
        "today": today,
        "root": queries.root_of(request.officer),
        "may_establish": administrator_of(request.officer, queries.root_of(request.officer)),
    }
    return render(request, "agencies/list.html", context)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """One body: what it is, was, and who sits in it."""
    agency = get_object_or_404(
        Agency.objects.visible_to(request.officer).select_related("parent", "committee"), pk=pk
    )
    return render(request, "agencies/detail.html", {"agency": agency, **_about(request, agency)})


def _about(request: SeatedRequest, agency: Agency) -> dict[str, Any]:
    today = day_of(request.at)
    seats = list(queries.seats_in(agency))
    administers = administrator_of(request.officer, agency)
    return {
        "today": today,
        "forms": agency.forms.select_related("parent").order_by("-from_on"),
        "children": Agency.objects.filter(parent=agency).existing_on(today).order_by("name", "pk"),
        "successions": agency.successions.select_related("successor"),
        "predecessors": Succession.objects.filter(successor=agency).select_related("ended"),
        "aliases": agency.aliases.select_related("taught_by__user").order_by("name", "pk"),
        "fields": agency.fields.order_by("name", "pk"),
        "own_fields": Field.objects.filter(committee=agency).order_by("name", "pk"),
        "charges": _charges(seats, today),
        "seats": [seat for seat in seats if _is_held(seat, today)],
        "former": [seat for seat in seats if not _is_held(seat, today)],
        "days": _days(queries.history_of(agency)),
        "administers": administers,
        "keeps_names": keeps_names(request.officer, agency),
    }


def _is_held(seat: Officer, today: date) -> bool:
    return seat.until_on is None or seat.until_on >= today


def _charges(seats: list[Officer], today: date) -> dict[int, list[str]]:
    """The fields each seat is in charge of today, by the seat's id."""
    held: dict[int, list[str]] = {}
    rows = Charge.objects.filter(officer__in=seats, from_on__lte=today).select_related("field")
    for row in rows.order_by("field__name", "pk"):
        if row.until_on is None or row.until_on >= today:
            held.setdefault(row.officer_id, []).append(row.field.name)
    return held


def _days(entries: list[Entry]) -> list[dict[str, Any]]:
    days: list[dict[str, Any]] = []
    for entry in entries:
        label = f"{local(entry.recorded_at):%d/%m/%Y}"
        if not days or days[-1]["label"] != label:
            days.append({"label": label, "entries": []})
        days[-1]["entries"].append(_line(entry))
    return days


def _line(entry: Entry) -> dict[str, Any]:
    who = ", ".join(part for part in (entry.actor_name, entry.actor_title) if part)
    moment: datetime = entry.recorded_at
    return {
        "label": queries.label_of(entry.verb),
        "icon": "history",
        "who": who,
        "at": moment.isoformat(),
        "clock": f"{local(moment):%H:%M}",
        "text": words_of(entry),
    }


def words_of(entry: Entry) -> str:
    """What was said with the deed, in a line."""
    said = [_word(value) for value in entry.said.values()]
    return " · ".join(dict.fromkeys(word for word in said if word))[:300]


def _word(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or ", ".join(f"{k}: {v}" for k, v in value.items()))
    if isinstance(value, list):
        return ", ".join(_word(part) for part in value)
    if isinstance(value, bool) or value is None:
        return ""
    day = _day(str(value)[:10])
    return f"{day:%d/%m/%Y}" if day else NAMED.get(str(value), str(value))
