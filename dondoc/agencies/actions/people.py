"""Accounts, as an administrator keeps them; a password passes through and is never recorded."""

from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.actions import user_flow
from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.accounts.sessions import end_sessions
from dondoc.agencies.actions.seats import appoint
from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import administers, administers_user
from dondoc.database.models import Installation
from dondoc.journal.models import Actor
from dondoc.workflow import Refused


@user_flow.start("Mở tài khoản", who=administers)
def open_account(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    username: str,
    name: str,
    password: Secret | None,
    email: str = "",
    phone: str = "",
) -> User:
    """A person of the body may sign in, with a password he must change first."""
    username = username.strip().casefold()
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(f"Tên đăng nhập “{username}” đã có người dùng.")
    return User.objects.create_user(
        username, _text(password), name=name, email=email, phone=phone,
        must_change_password=password is not None,
    )  # fmt: skip


def _text(password: Secret | None) -> str | None:
    return password.text if password else None


def seat_newcomer(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    username: str,
    name: str,
    password: Secret | None,
    email: str = "",
    phone: str = "",
    role: str,
    title: str,
    from_on: date,
    until_on: date | None = None,
    authority: str = "",
) -> Officer:
    """A newcomer gets an account and his seat, or neither."""
    with transaction.atomic():
        user = open_account(
            agency, by=by, at=at, username=username, name=name, password=password, email=email,
            phone=phone,
        )  # fmt: skip
        return appoint(
            agency, by=by, at=at, user=user, role=role, title=title, from_on=from_on,
            until_on=until_on, authority=authority,
        )  # fmt: skip


@user_flow.step("Khóa tài khoản", who=administers_user, frm=None)
def disable(user: User, *, by: Actor, at: datetime, reason: str) -> None:
    """The person can no longer sign in; whatever session he is in stops at once."""
    if by.user_id == user.pk:
        raise Refused("Không ai tự khóa tài khoản của mình.")
    user.is_active = False
    end_sessions(user)


@user_flow.step("Mở khóa tài khoản", who=administers_user, frm=None)
def enable(user: User, *, by: Actor, at: datetime, reason: str) -> None:
    """The person may sign in again."""
    user.is_active = True


@user_flow.step("Cấp lại mật khẩu", who=administers_user, frm=None)
def reset_password(user: User, *, by: Actor, at: datetime, password: Secret) -> None:
    """A one-time password, shown once to the administrator; the old one and its sessions end."""
    if Installation.this().demo:
        raise Refused("Trong bản trình diễn không ai có mật khẩu.")
    user.set_password(password.text)
    user.must_change_password = True
    end_sessions(user)
