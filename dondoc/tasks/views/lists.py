"""Lists of tasks: looked at, searched, taken out as a sheet, kept under a name."""

from datetime import datetime
from tempfile import TemporaryFile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.rules.timeliness import LABELS
from dondoc.tasks import actions
from dondoc.tasks.filters import FLAGS, SCOPES, TaskFilter
from dondoc.tasks.forms.lists import ForgetFilterForm, SaveFilterForm
from dondoc.tasks.models import State
from dondoc.tasks.queries import Options, TaskList, documents_found
from dondoc.tasks.sheets import write_tasks
from dondoc.workflow import attempt

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OF_UNITS = ("unit", "mine", "supporting", "issued", "watching", "all")
SCOPES_OF = {
    Role.LEADER: ("issued", "mine", "unit", "watching", "all"),
    Role.OFFICE_HEAD: ("issued", "unit", "mine", "supporting", "watching", "all"),
    Role.TRACKING_OFFICER: ("issued", "mine", "unit", "supporting", "watching", "all"),
    Role.CLERK: ("issued", "unit", "watching", "all"),
    Role.UNIT_HEAD: OF_UNITS,
    Role.FOCAL_POINT: OF_UNITS,
    Role.OFFICER: ("mine", "unit", "supporting", "watching", "all"),
}
ONLOOKERS = ("issued", "watching", "all")


@seated()
@require_GET
def list_tasks(request: SeatedRequest) -> HttpResponse:
    """The list that the address asks for, one page of it."""
    wanted = TaskFilter.read(request.GET)
    shown = TaskList(wanted, request.officer, request.at)
    page = shown.page(request.GET.get("page"))
    options = Options.of(request.officer, wanted)
    context = {
        "wanted": wanted,
        "page": page,
        "rows": page.object_list,
        "tabs": _tabs(wanted, request.officer),
        "chips": _chips(wanted, options),
        "choices": _choices(options, request.at),
        "saved": options.saved,
        "soon_words": shown.thresholds.soon_words,
    }
    answer = render(request, "tasks/list.html", context)
    answer["HX-Push-Url"] = _address(wanted, page.number)
    return answer


def _address(wanted: TaskFilter, page: int) -> str:
    query = QueryDict(wanted.to_query(), mutable=True)
    if page > 1:
        query["page"] = str(page)
    return f"{reverse('tasks:list')}?{query.urlencode()}" if query else reverse("tasks:list")


def _tabs(wanted: TaskFilter, officer: Officer) -> list[dict[str, Any]]:
    scopes = SCOPES_OF.get(Role(officer.role), ONLOOKERS)
    return [
        {
            "label": SCOPES[scope],
            "href": _address(TaskFilter.read(wanted.to_query(scope=scope)), 1),
            "current": scope == wanted.scope,
        }
        for scope in (*scopes, *({wanted.scope} - {*scopes}))
    ]


def _chips(wanted: TaskFilter, options: Options) -> list[dict[str, str]]:
    root = reverse("tasks:list")
    chips = wanted.chips(options.names())
    return [{"label": chip.label, "href": f"{root}?{chip.query}"} for chip in chips]


def _choices(options: Options, moment: datetime) -> dict[str, list[tuple[Any, str]]]:
    year = day_of(moment).year
    listed: dict[str, list[tuple[Any, str]]] = {
        "state": list(State.choices),
        "timeliness": list(LABELS.items()),
        "unit": list(options.unit),
        "leader": list(options.leader),
        "field": list(options.field),
        "year": [(each, str(each)) for each in range(year, year - 6, -1)],
    }
    flags: dict[str, list[tuple[Any, str]]] = {flag: [("1", "Có")] for flag in FLAGS}
    return {name: [("", "Tất cả"), *rows] for name, rows in (listed | flags).items()}


@seated()
@require_GET
def search(request: SeatedRequest) -> HttpResponse:
    """Tasks and documents that hold the words typed."""
    wanted = TaskFilter(q=TaskFilter.read(request.GET).q)
    shown = TaskList(wanted, request.officer, request.at)
    page = shown.page(request.GET.get("page")) if wanted.q else None
    context = {
        "typed": wanted.q,
        "page": page,
        "rows": page.object_list if page else [],
        "documents": documents_found(request.officer, wanted.q),
        "list_query": wanted.to_query(),
    }
    return render(request, "tasks/search.html", context)


@seated()
@require_GET
def export(request: SeatedRequest) -> HttpResponseBase:
    """Exactly the list shown, all pages of it, as a sheet; the journal keeps who took it."""
    wanted = TaskFilter.read(request.GET)
    shown = TaskList(wanted, request.officer, request.at)
    names = Options.of(request.officer, wanted).names()
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    count = write_tasks(shown, [chip.label for chip in wanted.chips(names)], file)
    actions.export_tasks(
        request.officer, by=request.officer, at=request.at, query=wanted.to_query(), count=count
    )
    file.seek(0)
    name = f"nhiem-vu-{day_of(request.at):%Y-%m-%d}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


@seated()
@require_http_methods(["GET", "POST"])
def save_filter(request: SeatedRequest) -> HttpResponse:
    """Asks for a name, and keeps the list under it."""
    asked = {"query": TaskFilter.read(request.GET).to_query()}
    form = SaveFilterForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        officer = request.officer
        saved = attempt(
            form, actions.save_filter, officer, by=officer, at=request.at, **form.cleaned_data
        )
        if saved:
            messages.success(request, f"Đã lưu bộ lọc “{saved.name}”.")
            return redirect(f"{reverse('tasks:list')}?{saved.query}")
    query = form["query"].value() or ""
    chips = _chips(TaskFilter.read(query), Options.of(request.officer, TaskFilter.read(query)))
    context = {"form": form, "chips": chips, "query": query}
    return render(request, "tasks/save_filter.html", context, status=form.status)


@seated()
@require_POST
def forget_filter(request: SeatedRequest) -> HttpResponse:
    """Drops a kept list."""
    form = ForgetFilterForm(request.POST)
    if form.is_valid():
        name = form.cleaned_data["name"]
        actions.forget_filter(request.officer, by=request.officer, at=request.at, name=name)
        messages.success(request, f"Đã bỏ bộ lọc “{name}”.")
    return redirect("tasks:list")
