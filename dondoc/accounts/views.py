"""The doors of signing in and out; allauth does the work, the words are ours."""

from typing import Any

from allauth.account.internal.flows.password_change import finalize_password_change
from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dondoc.accounts import actions
from dondoc.accounts.forms import ChangePassword, SignInForm
from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.accounts.sessions import living_sessions
from dondoc.accounts.signing import Person, at_of


class SignIn(LoginView):  # type: ignore[misc]  # allauth ships no types
    """Name and password; in a demonstration, one press."""

    form_class = SignInForm

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        """A refusal answers 422, so that no program takes it for a welcome."""
        answer: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return answer


class SignOut(LogoutView):  # type: ignore[misc]  # allauth ships no types
    """Asks on GET, signs out on POST."""


class Password(PasswordChangeView):  # type: ignore[misc]  # allauth ships no types
    """A new password; forced at the first sign-in."""

    form_class = ChangePassword
    success_url = reverse_lazy("home")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _owner(request).has_usable_password():
            return render(request, "account/no_password.html")
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        return {**kwargs, "user": _owner(self.request)}

    def form_valid(self, form: ChangePassword) -> HttpResponse:
        secret = Secret(form.cleaned_data["password1"])
        actions.change_password(
            form.user, by=Person(form.user), at=at_of(self.request), password=secret
        )
        finalize_password_change(self.request, form.user)
        messages.success(self.request, "Đã đổi mật khẩu; các phiên khác đã kết thúc.")
        return redirect(self.get_success_url())

    def form_invalid(self, form: ChangePassword) -> HttpResponse:
        answer: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return answer


password = never_cache(login_required(Password.as_view()))


@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """One's own sessions."""
    found = living_sessions(_owner(request), request.session.session_key or "", at_of(request))
    return render(request, "account/sessions.html", {"sessions": found})


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends one of one's own sessions."""
    user = _owner(request)
    actions.end_session(user, by=Person(user), at=at_of(request), session=pk)
    messages.success(request, "Đã kết thúc phiên.")
    return redirect("accounts:sessions")


@login_required
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Ends all sessions of one's own but this."""
    user, this = _owner(request), Secret(request.session.session_key or "")
    actions.end_other_sessions(user, by=Person(user), at=at_of(request), keep=this)
    messages.success(request, "Đã kết thúc các phiên khác.")
    return redirect("accounts:sessions")


@login_required
@require_POST
def keepalive(request: HttpRequest) -> HttpResponse:
    """A sign of life: the idle clock starts again from now."""
    request.session["seen"] = int(at_of(request).timestamp())
    return HttpResponse(status=204)


def _owner(request: HttpRequest) -> User:
    """The person himself, freshly read (`request.user` is a lazy stand-in)."""
    return User.objects.get(pk=request.user.pk or 0)
