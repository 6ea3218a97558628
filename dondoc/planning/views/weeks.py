"""The week on screen: the table, today on a phone, publishing, the printed paper, discipline."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.rendering.files import RENDERERS
from dondoc.documents.views.downloads import download
from dondoc.meetings.models import Resource
from dondoc.planning import actions, discipline
from dondoc.planning.forms.weeks import PublishForm, ReasonForm
from dondoc.planning.models import Week
from dondoc.planning.opening import closes_at
from dondoc.planning.papers import papers_of
from dondoc.planning.readiness import unready_meetings
from dondoc.planning.week_clashes import clashes_left
from dondoc.planning.week_flow import arranges_for, proposes_for, week_flow
from dondoc.planning.week_paper import week_paper
from dondoc.planning.week_table import Lens, Table, leaders_of, next_of
from dondoc.rules.named_periods import month_of, spoken
from dondoc.rules.weeks import monday_of
from dondoc.workflow import attempt

ONE_WEEK = timedelta(weeks=1)


def committee_of(request: SeatedRequest) -> Agency:
    """The committee whose week the officer works in."""
    committee = request.officer.agency.committee
    if committee is None:
        raise Http404
    return committee


def asked_day(request: HttpRequest, today: date) -> date:
    """The day in the address; a word that is no day means today."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today


@require_safe
@seated()
def week(request: SeatedRequest) -> HttpResponse:
    """The classic table of one week, whole or through one person's, unit's or room's eyes."""
    committee, today = committee_of(request), day_of(request.at)
    monday = monday_of(asked_day(request, today))
    table = Table(committee, monday, request.officer, _lens(request, committee))
    context = {
        "table": table,
        "week": table.week,
        "today": today,
        "before": f"{monday - ONE_WEEK}",
        "after": f"{monday + ONE_WEEK}",
        "changed": any(entry.change for entry in table.entries),
        "closes_at": table.week.closes_at if table.week else closes_at(committee, monday),
        "choices": _choices(committee, today),
        "may": _may(request, table.week),
        "may_arrange": arranges_for(request.officer, committee),
        "may_propose": proposes_for(request.officer, committee),
    }
    return render(request, "planning/week.html", context)


def _lens(request: HttpRequest, committee: Agency) -> Lens:
    """Whose calendar is asked for; a stranger's is not there."""
    found: dict[str, Any] = {}
    rows = {
        "leader": Officer.objects.filter(agency__committee=committee).select_related(
            "user", "agency"
        ),
        "unit": Agency.objects.filter(committee=committee),
        "resource": Resource.objects.filter(committee=committee),
    }
    for name, some in rows.items():
        if (asked := request.GET.get(name, "")).isdecimal():
            found[name] = some.filter(pk=asked).first()
    return Lens(**found)


def _choices(committee: Agency, today: date) -> dict[str, list[tuple[str, str]]]:
    """What the filters of the page offer."""
    things = Resource.objects.filter(committee=committee, in_use=True).order_by("kind", "name")
    units = Agency.objects.existing_on(today).filter(parent=committee).order_by("name", "pk")
    return {
        "leader": [(str(o.pk), o.user.name) for o in leaders_of(committee, today)],
        "unit": [(str(unit.pk), unit.name) for unit in units],
        "resource": [(str(thing.pk), thing.name) for thing in things],
    }


def _may(request: SeatedRequest, found: Week | None) -> set[str]:
    return {move.verb for move in week_flow.open_to(request.officer, found)} if found else set()


@require_safe
@seated()
def today(request: SeatedRequest) -> HttpResponse:
    """What is next for whoever looks: hours, place, papers."""
    day = day_of(request.at)
    lines = next_of(request.officer, day)
    context = {
        "today": day,
        "now": [one for one in lines if one.entry.repeats or one.entry.on == day],
        "tomorrow": [one for one in lines if one.entry.on > day],
        "papers": papers_of([one.entry for one in lines], request.officer),
    }
    return render(request, "planning/week_today.html", context)


def _week(request: SeatedRequest, pk: int) -> Week:
    related = ("committee", "decided_by__user")
    return get_object_or_404(
        Week.objects.visible_to(request.officer).select_related(*related), pk=pk
    )


def address_of(found: Week) -> str:
    """The page of a week."""
    return f"{reverse('planning:week')}?on={found.monday:%Y-%m-%d}"


@seated()
def publish(request: SeatedRequest, pk: int) -> HttpResponse:
    """What still clashes or is not ready, and over whose signature it goes out."""
    found = _week(request, pk)
    form = PublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(
            form, actions.publish_week, found, by=request.officer, at=request.at,
            by_order=form.cleaned_data["by_order"],
        )  # fmt: skip
        if form.is_valid():
            return _back(request, found, f"Đã ban hành {str(found)[0].lower()}{str(found)[1:]}.")
    if not week_flow.moves["publish_week"].is_open_to(request.officer, found) and form.is_valid():
        raise Http404
    context = {
        "week": found, "form": form, "back": address_of(found), "at": request.at,
        "clashes": clashes_left(found), "unready": unready_meetings(found, day_of(request.at)),
        "table": Table(found.committee, found.monday, request.officer),
    }  # fmt: skip
    return render(request, "planning/week_publish.html", context, status=form.status)


def _back(request: SeatedRequest, found: Week, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect(address_of(found))


@require_POST
@seated()
def submit(request: SeatedRequest, pk: int) -> HttpResponse:
    """The arranged week is laid before the leaders."""
    found = _week(request, pk)
    actions.submit_week(found, by=request.officer, at=request.at)
    return _back(request, found, "Đã trình duyệt lịch tuần.")


@seated()
def send_back(request: SeatedRequest, pk: int) -> HttpResponse:
    """A leader wants it arranged otherwise."""
    found = _week(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempt(
            form, actions.send_back_week, found, by=request.officer, at=request.at,
            **form.cleaned_data,
        )  # fmt: skip
        if form.is_valid():
            return _back(request, found, "Đã yêu cầu Văn phòng xếp lại.")
    context = {
        "form": form, "title": "Yêu cầu xếp lại", "back": address_of(found),
        "action": request.path, "about": str(found), "send": "Gửi yêu cầu",
    }  # fmt: skip
    return render(request, "planning/week_ask.html", context, status=form.status)


@require_safe
@seated()
def paper(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The printed week: the kept files once published, before that a draft; or as it is now."""
    found = _week(request, pk)
    if kind not in RENDERERS:
        raise Http404
    if found.is_published and request.GET.get("now") is None:
        return redirect("documents:file", found.docx_id if kind == "docx" else found.pdf_id)
    drawn = RENDERERS[kind](week_paper(found, request.officer))
    return download(drawn, f"{str(found).replace('/', '-')}.{kind}")


@require_safe
@seated()
def week_discipline(request: SeatedRequest) -> HttpResponse:
    """Of a month: who proposed late, added and changed after publication, by unit."""
    committee = committee_of(request)
    month = month_of(asked_day(request, day_of(request.at)))
    days = (month.from_on, month.to_on)
    context = {
        "rows": discipline.week_discipline(committee, *days, request.at),
        "weeks": discipline.weeks_published(committee, *days, request.at),
        "month": spoken(month),
        "before": month.previous().from_on,
        "after": month.to_on + timedelta(days=1),
    }
    return render(request, "planning/week_discipline.html", context)
