"""The doors through which an administrator keeps accounts."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.agencies import actions, queries
from dondoc.agencies.forms import NewcomerForm, ReasonForm
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import administers, administers_user
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import form_page
from dondoc.database.clock import day_of
from dondoc.database.models import Installation
from dondoc.workflow import attempt

PAGE = 50


@seated(Role.ADMINISTRATOR)
def people(request: SeatedRequest) -> HttpResponse:
    """The accounts one keeps; those long idle, disabled, or without a seat apart."""
    words, state = request.GET.get("q", "")[:100], request.GET.get("state", "")
    found = queries.users_visible_to(request.officer)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(username__icontains=words.casefold()))
    if state == "idle":
        found = queries.idle_since(found, request.at)
    elif state == "disabled":
        found = found.filter(is_active=False)
    elif state == "no_seat":
        held = Officer.objects.seated_on(day_of(request.at))
        found = found.exclude(pk__in=held.values("user_id"))
    page = Paginator(found.order_by("name", "pk"), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "q": words, "state": state, "idle_days": queries.IDLE_DAYS}
    return render(request, "agencies/people.html", context)


@seated(Role.ADMINISTRATOR)
def person(request: SeatedRequest, pk: int) -> HttpResponse:
    """One account: its seats and what may be done with it."""
    user = _user(request, pk)
    seats = Officer.objects.filter(user=user).select_related("agency", "delegated_by__user")
    context = {
        "person": user,
        "seats": seats.order_by("-from_on", "-pk"),
        "administers": administers_user(request.officer, user) and user.pk != request.user.pk,
    }
    return render(request, "agencies/person.html", context)


def _user(request: SeatedRequest, pk: int) -> User:
    return get_object_or_404(queries.users_visible_to(request.officer), pk=pk)


@never_cache
@seated(Role.ADMINISTRATOR)
def newcomer(request: SeatedRequest, pk: int) -> HttpResponse:
    """A person with a new account and a seat; the one-time password is shown once, here."""
    agency = get_object_or_404(Agency.objects.visible_to(request.officer), pk=pk)
    if not administers(request.officer, agency):
        raise Http404
    form = NewcomerForm(request.POST or None, initial={"from_on": day_of(request.at)})
    if request.method == "POST" and form.is_valid():
        secret = None if Installation.this().demo else Secret.draw()
        said = {"by": request.officer, "at": request.at, "password": secret, **form.cleaned_data}
        seat = attempt(form, actions.seat_newcomer, agency, **said)
        if seat is not None:
            return _show_once(request, seat.user, secret)
    context = {
        "form": form, "title": f"Thêm người mới tại {agency.name}", "note": "", "danger": False,
        "ending": None,
        "back": reverse("agencies:detail", args=[agency.pk]),
    }  # fmt: skip
    return render(request, "agencies/form.html", context, status=form.status)


@never_cache
@require_POST
@seated(Role.ADMINISTRATOR)
def reset(request: SeatedRequest, pk: int) -> HttpResponse:
    """A one-time password, shown once."""
    user, secret = _user(request, pk), Secret.draw()
    actions.reset_password(user, by=request.officer, at=request.at, password=secret)
    return _show_once(request, user, secret)


def _show_once(request: SeatedRequest, user: User, secret: Secret | None) -> HttpResponse:
    text = secret.text if secret else ""
    return render(request, "agencies/one_time.html", {"person": user, "password": text})


@seated(Role.ADMINISTRATOR)
def disable(request: SeatedRequest, pk: int) -> HttpResponse:
    """The account is shut."""
    user = _user(request, pk)
    return form_page(
        request, ReasonForm(request.POST or None), actions.disable, user,
        title=f"Khóa tài khoản {user.name}", back=reverse("agencies:person", args=[pk]),
        note="Các phiên đang mở của người này dừng ngay.", done="Đã khóa tài khoản.", danger=True,
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def enable(request: SeatedRequest, pk: int) -> HttpResponse:
    """The account is open again."""
    user = _user(request, pk)
    return form_page(
        request, ReasonForm(request.POST or None), actions.enable, user,
        title=f"Mở khóa tài khoản {user.name}", back=reverse("agencies:person", args=[pk]),
        done="Đã mở khóa tài khoản.",
    )  # fmt: skip
