"""What happens to every request: whose seat, what the journal is told, how refusals are said."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme

from dondoc.agencies.seating import seat_of
from dondoc.database import clock
from dondoc.journal.models import AlreadyDone, RequestFacts, request_facts
from dondoc.workflow import Refused

Answer = Callable[[HttpRequest], HttpResponse]
KEY = re.compile(r"[\w-]{8,64}")


def seat(answer: Answer) -> Answer:
    """Puts the clock and the seated officer on the request; ends a session left idle.

    Whoever signs in again is led to where he was going, or to the page he was on.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.at = clock.now()  # type: ignore[attr-defined]
        request.officer = None  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            if _left_idle(request):
                if _listens(request):  # the next page asked for will say so, at the door
                    return HttpResponse(status=204)
                logout(request)
                messages.info(
                    request, "Phiên làm việc đã hết do lâu không thao tác. Hãy đăng nhập lại."
                )
                return _to_the_door(request)
            request.officer = seat_of(request)  # type: ignore[attr-defined]
        return answer(request)

    return middleware


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """To sign in again, and from there on to the page that was wanted, or was being read."""
    page = request.method == "GET" and "HX-Request" not in request.headers
    wanted = request.get_full_path() if page else _back(request)
    at_the_door = request.path in (reverse("account_login"), reverse("account_logout"))
    if at_the_door or wanted == "home":
        return redirect(settings.LOGIN_URL)
    return redirect_to_login(wanted)


def _left_idle(request: HttpRequest) -> bool:
    """Is the last sign of life older than the idle time? Noted once a minute, not every request.

    A page that listens to the bell by itself is no sign of life.
    """
    now = int(request.at.timestamp())  # type: ignore[attr-defined]
    seen = request.session.get("seen", now)
    if now - seen > settings.IDLE_SECONDS:
        return True
    if (now - seen >= 60 and not _listens(request)) or "seen" not in request.session:
        request.session["seen"] = now
    return False


def _listens(request: HttpRequest) -> bool:
    return request.path == reverse("notifications:bell")


def journal_facts(answer: Answer) -> Answer:
    """Tells the journal where the request came from and which form it was."""

    def middleware(request: HttpRequest) -> HttpResponse:
        key = request.POST.get("idempotency_key", "") if request.method == "POST" else ""
        facts = RequestFacts(
            address=request.META.get("REMOTE_ADDR", ""),
            agent=request.headers.get("User-Agent", ""),
            request_id=get_random_string(12),
            key=f"{request.user.pk}:{key}" if KEY.fullmatch(key) else "",
        )
        token = request_facts.set(facts)
        try:
            return answer(request)
        finally:
            request_facts.reset(token)

    return middleware


class refusals:  # noqa: N801  Django names middleware as functions
    """Turns a refusal into an answer in words, and a form sent twice into the first one's end."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, AlreadyDone):
            messages.info(
                request,
                "Đã ghi nhận từ lần gửi trước; không ghi hai lần.",
                extra_tags=request.POST.get("idempotency_key", ""),
            )
            return redirect(_back(request))
        if isinstance(error, Refused):
            context = {"words": str(error), "status": error.status}
            return render(request, "refused.html", context, status=error.status)
        return None


def _back(request: HttpRequest) -> str:
    """The page the form asks to go to, or came from, if it is one of ours."""
    for there in (request.POST.get("next"), request.META.get("HTTP_REFERER")):
        if there and url_has_allowed_host_and_scheme(there, {request.get_host()}):
            return there
    return "home"
