"""The sessions in which a person is signed in: on what device, from where, last seen when."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from dondoc.accounts.models import User


@dataclass(frozen=True)
class SignedIn:
    """One living session as its owner sees it."""

    pk: int
    device: str
    address: str
    seen_at: datetime
    is_this: bool


def living_sessions(user: User, this: str, at: datetime) -> list[SignedIn]:
    """The sessions not yet idle out, the last seen first; two queries."""
    kept = {row.session_key: row for row in UserSession.objects.filter(user=user)}
    stored = Session.objects.filter(session_key__in=kept)
    found = [
        SignedIn(row.pk, device_of(row.user_agent), row.ip, seen, store.session_key == this)
        for store in stored
        if (row := kept[store.session_key])
        and (seen := _seen(store.get_decoded(), user))
        and at - seen <= timedelta(seconds=settings.IDLE_SECONDS)
    ]
    return sorted(found, key=lambda row: (not row.is_this, -row.seen_at.timestamp()))


def _seen(told: dict[str, Any], user: User) -> datetime | None:
    """The last sign of life, if the session still answers to the present password."""
    if "seen" not in told or told.get("_auth_user_hash") != user.get_session_auth_hash():
        return None
    return datetime.fromtimestamp(told["seen"], UTC)


def own_session(user: User, pk: int) -> UserSession:
    """One session of this very person."""
    return UserSession.objects.get(pk=pk, user=user)


def end_sessions(user: User, keep: str = "") -> None:
    """Ends every session of the person, but the one to keep."""
    for session in UserSession.objects.filter(user=user).exclude(session_key=keep):
        session.end()


_BROWSERS = (
    ("Edge", r"\bEdgA?/"), ("Cốc Cốc", r"coc_coc"), ("Opera", r"\bOPR/"), ("Firefox", r"Firefox/"),
    ("Chrome", r"Chrom(e|ium)/"), ("Safari", r"Safari/"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("macOS", "Mac OS"), ("Linux", "Linux"),
)  # fmt: skip


def device_of(agent: str) -> str:
    """The browser and the machine in words: 'Chrome trên Windows'."""
    browser = next((word for word, mark in _BROWSERS if re.search(mark, agent)), "Trình duyệt khác")
    system = next((word for word, mark in _SYSTEMS if mark in agent), "")
    return f"{browser} trên {system}" if system else browser
