"""Bringing tasks in from a sheet: chosen, previewed, its names explained, confirmed."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dondoc.agencies.actions import keep_alias
from dondoc.agencies.models import Agency, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.guard import FileRefused
from dondoc.documents.sheets import ExtractionFailed
from dondoc.tasks.forms.imports import ConfirmImportForm, ImportForm, NamesForm
from dondoc.tasks.importing import Outcome, Plan, bring_in, plan_import
from dondoc.tasks.importing.template import write_template
from dondoc.tasks.importing.waiting import keep, take
from dondoc.tasks.views.lists import XLSX
from dondoc.workflow import Refused, attempt

OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
ROWS_SHOWN = 200
MOST_ON_THE_WEB = 3000


@seated(*OFFICE)
@require_http_methods(["GET", "POST"])
def import_tasks(request: SeatedRequest) -> HttpResponse:
    """Asks for the sheet, and says what would become of each of its rows."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            plan = _plan(request, content)
        except (FileRefused, ExtractionFailed, Refused) as refusal:
            form.add_error("file", str(refusal))
            form.status = 422
        else:
            keep(content, request.officer, request.at)
            return _preview(request, plan)
    return render(request, "tasks/import.html", {"form": form}, status=form.status)


def _plan(request: SeatedRequest, content: bytes) -> Plan:
    committee = request.officer.agency.committee or request.officer.agency
    plan = plan_import(content, issuer=committee, officer=request.officer, today=day_of(request.at))
    if len(plan.rows) > MOST_ON_THE_WEB:
        raise Refused(
            f"Tệp có {len(plan.rows)} dòng; qua trình duyệt nhập nhiều nhất {MOST_ON_THE_WEB}. "
            "Hãy tách tệp, hoặc nhờ quản trị dùng lệnh “dondoc import”."
        )
    return plan


def _preview(
    request: SeatedRequest, plan: Plan, confirm: ConfirmImportForm | None = None
) -> HttpResponse:
    changed = plan.of(Outcome.CHANGED)
    told = [row for row in plan.rows if row.outcome != Outcome.NEW or row.words]
    context: dict[str, Any] = {
        "plan": plan,
        "told": told[:ROWS_SHOWN],
        "untold": max(0, len(told) - ROWS_SHOWN),
        "sample": plan.of(Outcome.NEW)[:10],
        "names": NamesForm(None, plan) if plan.unmatched else None,
        "confirm": confirm or ConfirmImportForm(initial={"sha256": plan.sha256}),
        "changed": len(changed),
    }
    status = confirm.status if confirm else 200
    return render(request, "tasks/import_preview.html", context, status=status)


@seated(*OFFICE)
@require_POST
def name_bodies(request: SeatedRequest) -> HttpResponse:
    """Remembers which bodies the names mean, and previews again."""
    content = take(request.POST.get("sha256", ""), request.officer)
    form = NamesForm(request.POST, _plan(request, content))
    if form.is_valid():
        chosen = form.chosen()
        bodies = Agency.objects.visible_to(request.officer).in_bulk(chosen.values())
        for name, key in chosen.items():
            keep_alias(bodies[key], by=request.officer, at=request.at, name=name)
        messages.success(request, f"Đã ghi nhớ {len(chosen)} tên gọi.")
    return _preview(request, _plan(request, content))


@seated(*OFFICE)
@require_POST
def confirm_import(request: SeatedRequest) -> HttpResponse:
    """Brings in what the preview showed, all of it or nothing."""
    form = ConfirmImportForm(request.POST)
    plan = _plan(request, take(request.POST.get("sha256", ""), request.officer))
    if form.is_valid():
        revise = form.cleaned_data["revise"]
        made = attempt(form, bring_in, plan, by=request.officer, at=request.at, revise=revise)
        if made is not None:
            messages.success(request, f"Đã nhập {len(made)} nhiệm vụ từ tệp.")
            return redirect(f"{reverse('tasks:list')}?scope=issued&sort=-assigned")
    return _preview(request, plan, form)


@seated(*OFFICE)
@require_GET
def template(request: SeatedRequest) -> HttpResponse:
    """The template to fill, with its instructions."""
    file = BytesIO()
    write_template(file)
    answer = HttpResponse(file.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="mau-nhap-nhiem-vu.xlsx"'
    return answer
