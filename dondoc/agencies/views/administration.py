"""The doors of a committee's settings: the entry page, thresholds, the calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST

from dondoc.agencies import actions, forms, queries
from dondoc.agencies.models import Agency, CommitteeRules, Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import form_page
from dondoc.database.clock import day_of
from dondoc.workflow import attempt


@seated(Role.ADMINISTRATOR)
def administration(request: SeatedRequest) -> HttpResponse:
    """Where an administrator begins."""
    root, today = queries.root_of(request.officer), day_of(request.at)
    users = queries.users_visible_to(request.officer)
    bodies = Agency.objects.under(root).existing_on(today)
    context = {
        "root": root,
        "bodies": bodies.count(),
        "seats": Officer.objects.filter(agency__in=bodies).seated_on(today).count(),
        "users": users.count(),
        "idle_users": queries.idle_since(users, request.at).count(),
        "import_url": _address("import_directory"),
    }
    return render(request, "agencies/administration.html", context)


def _address(name: str) -> str:
    """A page of the attic, or nothing where it is not furnished."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@seated(Role.ADMINISTRATOR)
def rules(request: SeatedRequest) -> HttpResponse:
    """The thresholds of the committee's regulation."""
    root = queries.root_of(request.officer)
    kept = CommitteeRules.of(root)
    form = forms.RulesForm(request.POST or None)
    for name, field in form.fields.items():
        field.initial = getattr(kept, name)
    return form_page(
        request, form, _set_rules, root, title=f"Quy định của {root.name}",
        back=reverse("agencies:administration"), done="Đã lưu quy định.",
        note="Áp dụng cho số liệu và đề xuất từ nay; báo cáo đã phát hành không thay đổi.",
    )  # fmt: skip


def _set_rules(root: Agency, *, by: object, at: object, **numbers: int) -> None:
    actions.set_rules(root, by=by, at=at, numbers=numbers)  # type: ignore[arg-type]  # as form_page gives them


@seated(Role.ADMINISTRATOR)
def calendar(request: SeatedRequest) -> HttpResponse:
    """The days off and the days worked in exchange, of a year."""
    root = queries.root_of(request.officer)
    form = forms.DayForm(request.POST or None, root=root)
    if request.method == "POST" and form.is_valid():
        agency, said = _scoped(root, **form.cleaned_data)
        if attempt(form, actions.add_day, agency, by=request.officer, at=request.at, **said):
            messages.success(request, "Đã thêm vào lịch.")
            return redirect(request.get_full_path())
    year = _year(request)
    days = queries.days_visible_to(request.officer, year)
    context = {"form": form, "root": root, "year": year, "days": days}
    return render(request, "agencies/calendar.html", context, status=form.status)


def _scoped(root: Agency, *, scope: str, **said: object) -> tuple[Agency, dict[str, object]]:
    """The committee whose day it is, and how far it reaches."""
    if scope.isdecimal():
        return Agency.objects.under(root).get(pk=scope), said
    return root, said | {"national": scope == forms.NATIONAL, "below": scope == forms.BELOW}


def _year(request: SeatedRequest) -> int:
    said = request.GET.get("year", "")
    return int(said) if said.isdecimal() and 1990 < int(said) < 2100 else day_of(request.at).year


@require_POST
@seated(Role.ADMINISTRATOR)
def remove_day(request: SeatedRequest) -> HttpResponse:
    """A day leaves the calendar."""
    root = queries.root_of(request.officer)
    one = get_object_or_404(queries.days_visible_to(request.officer), pk=request.POST.get("pk", ""))
    who, national = one.scope or root, one.scope is None
    actions.remove_day(who, by=request.officer, at=request.at, day=one.day, national=national)
    messages.success(request, f"Đã bỏ ngày {one.day:%d/%m/%Y} khỏi lịch.")
    return redirect(f"{reverse('agencies:calendar')}?year={one.day.year}")
