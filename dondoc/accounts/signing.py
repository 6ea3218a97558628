"""What the journal keeps of signing in and out; the same work whether the name exists or not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.http import HttpRequest

from dondoc.accounts.models import User
from dondoc.database.models import Installation
from dondoc.journal.models import Entry, House


@dataclass(frozen=True)
class Person:
    """Somebody signing in, who sits in no seat yet."""

    user: User
    actor_id: None = None
    agency_id: None = None
    actor_title: str = ""

    @property
    def user_id(self) -> int:
        return self.user.pk

    @property
    def actor_name(self) -> str:
        return self.user.name


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name that failures are counted by: in one form, however it was typed."""
    said = credentials or request.POST
    name = said.get("username") or said.get("login") or ""
    return str(name).strip().casefold()[:60]


def note_signed_in(request: HttpRequest, user: User, how: str = "mật khẩu") -> None:
    """The journal learns that a person has signed in, and how."""
    _note(user, "user.sign_in", Person(user), at_of(request), {"how": how})


def note_signed_out(request: HttpRequest) -> None:
    """The journal learns that a person has signed out."""
    user = User.objects.filter(pk=request.user.pk or 0).first()
    if user is not None:
        _note(user, "user.sign_out", Person(user), at_of(request), {})


def note_refused(request: HttpRequest, name: str) -> None:
    """A refusal stands at the account, or at the installation when there is no such account."""
    subject: models.Model = User.objects.filter(username__iexact=name).first() or Installation(pk=1)
    said = {"name": name[:60], "locked": bool(getattr(request, "axes_locked_out", False))}
    _note(subject, "user.sign_in_refused", House(), at_of(request), said)


def _note(subject: models.Model, verb: str, by: Any, at: datetime, said: dict[str, Any]) -> None:
    with transaction.atomic():
        type(subject)._base_manager.select_for_update().filter(pk=subject.pk).first()
        Entry.write(subject, verb, by=by, at=at, said=said)


def at_of(request: HttpRequest) -> datetime:
    """The instant the door has read."""
    at: datetime = request.at  # type: ignore[attr-defined]
    return at
