"""The address to which a notice may be answered: it says which notice, signed by the house.

In lower case throughout, since mail servers may change the case of an address; that is why it is
not one of Django's signed values, whose letters differ by case.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import base36_to_int, int_to_base36

from dondoc.notifications.models import Notice
from dondoc.notifications.subjects.tasks import is_hushed
from dondoc.tasks.actions import post_update  # noqa: F401  puts the move on the flow
from dondoc.tasks.flow import flow

_SIGNED = re.compile(r"([0-9a-z]{1,12})-([0-9a-f]{20})")
_LENGTH = 20
"""Hexadecimal digits of the seal: 80 bits, not to be guessed through a mail server."""


def reply_address(notice: Notice, subject: Any) -> str:
    """Where its officer may answer with an update; nothing where that is not asked or not his."""
    if not settings.REPLY_ADDRESS or subject is None or not notice.asks_update:
        return ""
    if is_hushed(subject) or not flow.moves["post_update"].is_open_to(notice.officer, subject):
        return ""
    local, _, domain = settings.REPLY_ADDRESS.rpartition("@")
    return f"{local}+{int_to_base36(notice.pk)}-{_seal(notice.pk)}@{domain}"


def notice_answered(recipients: Iterable[str]) -> int | None:
    """The key of the notice named by the first address that is ours and whose seal holds."""
    local, _, domain = settings.REPLY_ADDRESS.lower().rpartition("@")
    for recipient in recipients:
        name, _, host = recipient.lower().rpartition("@")
        begin, _, signed = name.rpartition("+")
        found = _SIGNED.fullmatch(signed)
        if not local or (begin, host) != (local, domain) or found is None:
            continue
        pk = base36_to_int(found[1])
        if constant_time_compare(found[2], _seal(pk)):
            return pk
    return None


def _seal(pk: int) -> str:
    return salted_hmac("dondoc.reply", str(pk), algorithm="sha256").hexdigest()[:_LENGTH]
