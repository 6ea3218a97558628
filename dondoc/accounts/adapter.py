"""How allauth behaves in this house: nobody signs himself up, and the journal is told."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse

from dondoc.accounts.models import User
from dondoc.accounts.signing import note_refused, note_signed_in, note_signed_out

WRONG = "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock."


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "enter_current_password": "Mật khẩu hiện nay không đúng.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Signing in and out need no words."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """A disabled account is refused in the same words as an unknown one."""
        user = authenticate(request, **credentials)
        if user is None:
            note_refused(request, credentials.get("username", ""))
        return user

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        note_signed_in(request, user)
        answer: HttpResponse = super().post_login(request, user, **facts)
        return answer

    def logout(self, request: HttpRequest) -> None:
        note_signed_out(request)
        super().logout(request)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Words go out from the journal, by the room notifications."""
