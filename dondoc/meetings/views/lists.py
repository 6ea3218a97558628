"""Lists: meetings by how ready they are, series, and what the Office keeps for them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import form_page
from dondoc.database.clock import day_of
from dondoc.meetings import actions
from dondoc.meetings.filters import VIEWS, Wanted
from dondoc.meetings.flow import plans_for, the_office
from dondoc.meetings.forms.choices import heads_of, units_of
from dondoc.meetings.forms.resources import ChangeResourceForm, ResourceForm, SeriesForm
from dondoc.meetings.models import Meeting, Resource, Series
from dondoc.meetings.queries import asked_of, commitments_of_series, readiness, series_of
from dondoc.ui.address import address
from dondoc.workflow import attempt

ON_A_PAGE = 25
LISTED = ("committee", "lead", "room", "chair__user", "chair__agency", "series", "invitation")


def committee_of(officer: Officer) -> Agency:
    """The committee whose meetings the officer deals with."""
    return officer.agency.committee or officer.agency


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """The meetings of a view, with their lights."""
    officer, today = request.officer, day_of(request.at)
    wanted, committee = Wanted.read(request.GET), committee_of(request.officer)
    found = wanted.of(officer, today).select_related(*LISTED).prefetch_related("preparations")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    calendar, asked = calendar_of(committee), asked_of(list(page), officer)
    context = {
        "page": page,
        "rows": [
            {"meeting": one, "ready": readiness(one, today, calendar), "asked": asked.get(one.pk)}
            for one in page
        ],
        "wanted": wanted, "tabs": _tabs(request, wanted), "chips": _chips(request, wanted),
        "units": [("", "Tất cả"), *units_of(committee, today).values_list("pk", "name")],
        "chairs": [("", "Tất cả"), *((one.pk, one.name) for one in heads_of(committee, today))],
        "may_plan": plans_for(officer, committee), "keeps": the_office(officer, committee),
    }  # fmt: skip
    return render(request, "meetings/list.html", context)


def _tabs(request: SeatedRequest, wanted: Wanted) -> list[dict[str, Any]]:
    root = reverse("meetings:list")
    return [
        {"label": label, "href": f"{root}?view={view}", "current": view == wanted.view}
        for view, label in VIEWS.items()
    ]


def _chips(request: SeatedRequest, wanted: Wanted) -> list[dict[str, str]]:
    words = {
        "q": f"“{wanted.words}”" if wanted.words else "",
        "lead": "Đơn vị chủ trì đã chọn" if wanted.lead else "",
        "chair": "Người chủ trì đã chọn" if wanted.chair else "",
    }
    return [
        {"label": label, "href": address(request, **{name: None, "page": None})}
        for name, label in words.items()
        if label
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@seated()
def series(request: SeatedRequest) -> HttpResponse:
    """All series of the committee; the Office begins new ones."""
    committee = committee_of(request.officer)
    keeps = the_office(request.officer, committee)
    form = SeriesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        deed = actions.begin_series
        attempt(form, deed, committee, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, "Đã lập chuỗi cuộc họp.")
            return redirect("meetings:series")
    context = {"rows": series_of(request.officer), "form": form, "keeps": keeps}
    return render(request, "meetings/series_list.html", context, status=form.status)


@require_safe
@seated()
def one_series(request: SeatedRequest, pk: int) -> HttpResponse:
    """Its meetings, newest first, and what they concluded that is not done."""
    row = get_object_or_404(Series.objects.visible_to(request.officer), pk=pk)
    seen = Meeting.objects.visible_to(request.officer).filter(series=row)
    meetings = seen.select_related(*LISTED, "notice").order_by("-starts_at", "-pk")
    page = Paginator(meetings, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "series": row, "page": page, "tasks": commitments_of_series(row, request.officer),
        "keeps": the_office(request.officer, committee_of(request.officer)),
    }  # fmt: skip
    return render(request, "meetings/series.html", context)


@seated()
def rename_series(request: SeatedRequest, pk: int) -> HttpResponse:
    """Another name or rhythm."""
    row = get_object_or_404(Series.objects.visible_to(request.officer), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = SeriesForm(posted, initial={"name": row.name, "rhythm": row.rhythm})
    return form_page(
        request, form, actions.rename_series, row, title="Sửa chuỗi cuộc họp",
        back=reverse("meetings:one_series", args=[pk]), done="Đã sửa chuỗi cuộc họp.",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@seated()
def resources(request: SeatedRequest) -> HttpResponse:
    """Rooms and vehicles; the Office adds to them."""
    committee = committee_of(request.officer)
    if not the_office(request.officer, committee):
        raise Http404
    form = ResourceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        deed = actions.add_resource
        attempt(form, deed, committee, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, "Đã thêm.")
            return redirect("meetings:resources")
    rows = Resource.objects.visible_to(request.officer).order_by("kind", "name", "pk")
    return render(
        request, "meetings/resources.html", {"rows": rows, "form": form}, status=form.status
    )


@seated()
def change_resource(request: SeatedRequest, pk: int) -> HttpResponse:
    """Another name, other seats, or out of use."""
    row = get_object_or_404(Resource.objects.visible_to(request.officer), pk=pk)
    now = {"name": row.name, "seats": row.seats, "in_use": row.in_use}
    form = ChangeResourceForm(request.POST if request.method == "POST" else None, initial=now)
    return form_page(
        request, form, actions.change_resource, row, title=f"Sửa {row.name}",
        back=reverse("meetings:resources"), done="Đã sửa.",
    )  # fmt: skip
