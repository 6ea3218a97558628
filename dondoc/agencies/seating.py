"""Which seat a signed-in person acts from: the one he chose, else his first."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of

SEAT = "seat"


class SeatedRequest(HttpRequest):
    """A request by an officer in a seat, at an instant the door has read."""

    officer: Officer
    at: datetime


View = Callable[..., HttpResponseBase]


def seats_of(request: HttpRequest) -> list[Officer]:
    """The seats the person holds today, his own before those lent to him."""
    today = day_of(request.at)  # type: ignore[attr-defined]
    seats = Officer.objects.filter(user_id=request.user.pk or 0).seated_on(today)
    related = ("user", "agency", "agency__committee", "delegated_by__user")
    return list(seats.select_related(*related).order_by("delegated_by_id", "pk"))


def seat_of(request: HttpRequest) -> Officer | None:
    """The seat in use; None for a person who holds none today."""
    seats = seats_of(request)
    chosen = request.session.get(SEAT)
    return next((seat for seat in seats if seat.pk == chosen), seats[0] if seats else None)


def _seat_has_ended(request: HttpRequest) -> HttpResponse:
    """Nobody slips unawares from a seat that has ended into another of his."""
    del request.session[SEAT]
    messages.warning(request, "Chức vụ bạn đang dùng đã kết thúc. Hãy chọn chức vụ để tiếp tục.")
    return redirect("agencies:seats")


def seated(*roles: str) -> Callable[[View], View]:
    """A page for people in a seat; with roles, for those alone: to others it is not there."""

    def only(view: View) -> View:
        @wraps(view)
        @login_required
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            officer = request.officer  # type: ignore[attr-defined]
            if request.user.must_change_password:  # type: ignore[union-attr]  # signed in, above
                return redirect("accounts:password")
            if officer is None:
                return render(request, "agencies/no_seat.html", status=403)
            if request.session.get(SEAT, officer.pk) != officer.pk:
                return _seat_has_ended(request)
            if roles and officer.role not in roles:
                raise Http404
            return view(request, *args, **kwargs)

        return door

    return only
