"""The doors of one's own seats: choosing, lending, taking back."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dondoc.agencies import actions
from dondoc.agencies.forms import ChargeForm, DelegateForm, EndSeatForm
from dondoc.agencies.models import Officer
from dondoc.agencies.roles import administers_seat, ends_seat, lends_seat
from dondoc.agencies.seating import SEAT, SeatedRequest, seat_of, seated, seats_of
from dondoc.agencies.views.moves import form_page
from dondoc.database.clock import day_of


@login_required
def seats(request: HttpRequest) -> HttpResponse:
    """The seats one holds, one's own and those lent to one, and to whom one has lent."""
    held = seats_of(request)
    if not held:
        return render(request, "agencies/no_seat.html", status=403)
    today = day_of(request.at)  # type: ignore[attr-defined]
    lent = Officer.objects.filter(delegated_by__in=held, until_on__gte=today)
    context = {
        "seats": held,
        "using": seat_of(request),
        "lent": lent.select_related("user", "agency", "delegated_by").order_by("from_on", "pk"),
    }
    return render(request, "agencies/seats.html", context)


@login_required
@require_POST
def choose_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on one acts from that seat."""
    seat = next((seat for seat in seats_of(request) if seat.pk == pk), None)
    if seat is None:
        raise Http404
    request.session[SEAT] = seat.pk
    messages.success(request, f"Bạn đang làm việc với chức vụ {seat.full_title}.")
    return redirect("home")


@seated()
def delegate(request: SeatedRequest, pk: int) -> HttpResponse:
    """A seat is lent for an absence."""
    seat = _seat(request, pk)
    if not lends_seat(request.officer, seat):
        raise Http404
    return form_page(
        request, DelegateForm(request.POST or None, seat=seat), actions.delegate, seat,
        title=f"Ủy quyền chức vụ {seat.full_title}",
        note="Người nhận làm thay với đúng quyền của chức vụ này; nhật ký ghi tên cả hai người.",
        back=_back(request, seat), done="Đã ủy quyền.",
    )  # fmt: skip


@seated()
def end_seat(request: SeatedRequest, pk: int) -> HttpResponse:
    """A seat ends; a lent one goes back early."""
    seat = _seat(request, pk)
    if not ends_seat(request.officer, seat):
        raise Http404
    yesterday = day_of(request.at) - timedelta(days=1)
    form = EndSeatForm(request.POST or None, initial={"last_day": yesterday})
    return form_page(
        request, form, actions.end_seat, seat,
        title=f"Kết thúc: {seat.name}, {seat.full_title}",
        note="Chọn hôm qua hoặc trước đó: quyền của chức vụ này dừng ngay.",
        back=_back(request, seat), done="Đã kết thúc chức vụ.", danger=True, ends=True,
    )  # fmt: skip


@seated()
def put_in_charge(request: SeatedRequest, pk: int) -> HttpResponse:
    """A leader takes charge of a field."""
    seat = _seat(request, pk)
    if not administers_seat(request.officer, seat):
        raise Http404
    return form_page(
        request, ChargeForm(request.POST or None, seat=seat), actions.put_in_charge, seat,
        title=f"Phân công phụ trách lĩnh vực: {seat.name}",
        note="Người phụ trách trước đó thôi phụ trách từ ngày này.",
        back=_back(request, seat), done="Đã phân công.",
    )  # fmt: skip


def _seat(request: SeatedRequest, pk: int) -> Officer:
    related = ("user", "agency", "agency__committee", "delegated_by__user")
    visible = Officer.objects.visible_to(request.officer).select_related(*related)
    return get_object_or_404(visible, pk=pk)


def _back(request: SeatedRequest, seat: Officer) -> str:
    """Whoever administers goes back to the body, others to their own seats."""
    if administers_seat(request.officer, seat):
        return reverse("agencies:detail", args=[seat.agency_id])
    return reverse("agencies:seats")
