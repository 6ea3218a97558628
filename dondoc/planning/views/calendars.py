"""Calendars of others that come in, and ours that go out to phones by private addresses."""

import hashlib

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import actions
from dondoc.planning.addresses import feed_at, token_of
from dondoc.planning.feeds import calendar_file
from dondoc.planning.forms.weeks import ImportForm, OutsideForm
from dondoc.planning.models import CalendarFeed, OutsideEvent
from dondoc.planning.outside_files import read_calendar
from dondoc.planning.views.weeks import committee_of
from dondoc.planning.week_flow import arranges_for
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

A_MINUTE = 60
ASKS_A_MINUTE = 20
"""How often one address may be asked in a minute; programs ask every quarter of an hour."""


def _office(request: SeatedRequest) -> Agency:
    committee = committee_of(request)
    if not arranges_for(request.officer, committee):
        raise Http404
    return committee


@seated()
def outside(request: SeatedRequest) -> HttpResponse:
    """What the Party Committee, the Council and bodies above have set; the Office notes it."""
    committee = _office(request)
    form = OutsideForm(
        request.POST or None, committee=committee, at=request.at,
        initial={"on": day_of(request.at)},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        attempt(
            form, actions.note_outside, committee, by=request.officer, at=request.at,
            facts=form.facts(),
        )  # fmt: skip
        if form.is_valid():
            return _noted(request, "Đã ghi lịch.")
    return _outside_page(request, committee, form=form)


def _outside_page(
    request: SeatedRequest,
    committee: Agency,
    form: HouseForm | None = None,
    bring: HouseForm | None = None,
) -> HttpResponse:
    about = {"committee": committee, "at": request.at}
    coming = OutsideEvent.objects.visible_to(request.officer).held()
    events = coming.filter(on__gte=day_of(request.at)).prefetch_related("officers__user")
    context = {
        "form": form or OutsideForm(**about),  # type: ignore[arg-type]
        "bring": bring or ImportForm(auto_id="bring_%s", **about),  # type: ignore[arg-type]
        "events": Paginator(events.order_by("on", "starts_at", "pk"), 50).get_page(
            request.GET.get("page")
        ),
    }
    status = (form or bring or HouseForm()).status
    return render(request, "planning/outside.html", context, status=status)


def _noted(request: SeatedRequest, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect("planning:outside")


@require_POST
@seated()
def import_outside(request: SeatedRequest) -> HttpResponse:
    """A calendar file is read and its events noted; read again, they take their own places."""
    committee = _office(request)
    form = ImportForm(
        request.POST, request.FILES, committee=committee, at=request.at, auto_id="bring_%s"
    )
    if form.is_valid():
        count = attempt(form, _bring, committee, request, form)
        if count is not None:
            return _noted(request, f"Đã nhập {count} sự kiện.")
    return _outside_page(request, committee, bring=form)


def _bring(committee: Agency, request: SeatedRequest, form: ImportForm) -> int:
    officers = list(form.cleaned_data["officers"])
    events = read_calendar(form.content(), day_of(request.at))
    actions.import_outside(
        committee, by=request.officer, at=request.at, body=form.cleaned_data["body"],
        events=[{**event, "officers": officers} for event in events],
    )  # fmt: skip
    return len(events)


@require_POST
@seated()
def forget_outside(request: SeatedRequest, pk: int) -> HttpResponse:
    """An event noted wrongly is taken off."""
    event = get_object_or_404(OutsideEvent.objects.visible_to(request.officer).held(), pk=pk)
    actions.forget_outside(event, by=request.officer, at=request.at)
    return _noted(request, "Đã bỏ khỏi lịch.")


@seated()
def addresses(request: SeatedRequest) -> HttpResponse:
    """The private addresses of one's own calendars, for one's own eyes."""
    owner = request.officer
    own = CalendarFeed.objects.own(owner).filter(closed_at=None).select_related("agency")
    feeds = {feed.agency_id: feed for feed in own}
    rows = [
        (label, agency, feeds.get(agency.pk if agency else None)) for label, agency in _kinds(owner)
    ]
    context = {"rows": [(*row, _address(request, row[2])) for row in rows]}
    answer = render(request, "planning/calendars.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _kinds(owner: Officer) -> list[tuple[str, Agency | None]]:
    """His own, his unit's, the committee's."""
    committee = owner.agency.committee
    kinds: list[tuple[str, Agency | None]] = [("Lịch của tôi", None)]
    if committee is not None and owner.agency_id != committee.pk:
        kinds.append((f"Lịch của {owner.agency.name}", owner.agency))
    if committee is not None:
        kinds.append((f"Toàn bộ lịch công tác của {committee.name}", committee))
    return kinds


def _address(request: HttpRequest, feed: CalendarFeed | None) -> str:
    if feed is None:
        return ""
    return request.build_absolute_uri(reverse("planning:feed", args=[token_of(feed)]))


@require_POST
@seated()
def renew(request: SeatedRequest) -> HttpResponse:
    """A new address; the one before is dead."""
    asked = request.POST.get("agency", "")
    own = {str(agency.pk if agency else ""): agency for _, agency in _kinds(request.officer)}
    if asked not in own:
        raise Http404
    actions.renew_feed(request.officer, by=request.officer, at=request.at, agency=own[asked])
    messages.success(request, "Đã cấp địa chỉ mới; địa chỉ cũ (nếu có) không còn dùng được.")
    return redirect("planning:calendars")


@require_POST
@seated()
def close(request: SeatedRequest, pk: int) -> HttpResponse:
    """The address is dead, and none takes its place."""
    feed = get_object_or_404(CalendarFeed.objects.own(request.officer), pk=pk)
    actions.close_feed(feed, by=request.officer, at=request.at)
    messages.success(request, "Đã thôi dùng địa chỉ lịch này.")
    return redirect("planning:calendars")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar at a private address, without a session; what is not alive is not there."""
    today = day_of(request.at)  # type: ignore[attr-defined]
    found = feed_at(token, today)
    if found is None:
        return _unlogged(HttpResponse(status=404))
    if _asks_too_often(found):
        return _unlogged(HttpResponse(status=429, headers={"Retry-After": str(A_MINUTE)}))
    there = request.build_absolute_uri(reverse("planning:week"))
    content = calendar_file(found, today, f"{there}entries/{{pk}}/")
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["Content-Disposition"] = 'attachment; filename="lich-cong-tac.ics"'
    answer["X-Robots-Tag"] = "noindex"
    patch_cache_control(answer, private=True, max_age=A_MINUTE)
    if request.headers.get("If-None-Match") == answer["ETag"]:
        answer.status_code, answer.content = 304, b""
    return answer


def _unlogged(answer: HttpResponse) -> HttpResponse:
    """Django writes addresses of what went wrong into the log; this one is a secret."""
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


def _asks_too_often(found: CalendarFeed) -> bool:
    key = f"feed:{found.pk}"
    cache.add(key, 0, A_MINUTE)
    try:
        return cache.incr(key) > ASKS_A_MINUTE
    except ValueError:  # it ran out between the two
        return False
