"""Addresses by which a mail is refused from the mail program itself, with one press (RFC 8058)."""

from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Kind

_SIGNER = Signer(salt="dondoc.unsubscribe")
ALL = "all"
"""Instead of one kind: every letter but the urgent ones."""


@dataclass(frozen=True)
class Refusal:
    """Who wants no more mail, and of which kind; `label` is the kind in words."""

    officer: Officer
    kind: str

    @property
    def label(self) -> str:
        return "" if self.kind == ALL else Kind(self.kind).label


def unsubscribe_headers(officer: Officer, kind: str) -> dict[str, str]:
    """The headers by which mail programs show their own button."""
    token = _SIGNER.sign(f"{officer.pk}.{kind}")
    there = settings.BASE_URL.rstrip("/") + reverse("notifications:unsubscribe", args=[token])
    return {
        "List-Unsubscribe": f"<{there}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def refusal_of(token: str) -> Refusal | None:
    """What the address says, if it was written by this house."""
    try:
        officer, kind = _SIGNER.unsign(token).split(".")
    except (BadSignature, ValueError):
        return None
    found = Officer.objects.filter(pk=int(officer)).select_related("user", "agency").first()
    return Refusal(found, kind) if found else None
