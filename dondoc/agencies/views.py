"""The doors of people and bodies."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dondoc.agencies.seating import SEAT, seat_of, seats_of


@login_required
def seats(request: HttpRequest) -> HttpResponse:
    """The seats one holds, one's own and those lent."""
    held = seats_of(request)
    if not held:
        return render(request, "agencies/no_seat.html", status=403)
    return render(request, "agencies/seats.html", {"seats": held, "using": seat_of(request)})


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
