"""Messages to telephones (SMS, Zalo) on their way through a gateway, as docs/gateway says.

A message is read by carriers and on locked screens: it says what kind of word waits and of which
task, never the content.
"""

from datetime import datetime
from typing import Any

import requests
from django.conf import settings

from dondoc.notifications.delivering import NotTaken, send_each
from dondoc.notifications.mail import message_id
from dondoc.notifications.models import Delivery, Notice
from dondoc.notifications.words import headline
from dondoc.rules.phones import mobile_number

TIMEOUT = 10
"""Seconds a gateway may take; then it is asked again later."""
LATER = (requests.codes.request_timeout, requests.codes.too_many_requests)
"""Refusals that say: not now."""


def deliver_texts(at: datetime) -> int:
    """Sends what is due until nothing is; the number of messages handed over."""
    if not settings.TEXT_GATEWAY:
        return 0
    with requests.Session() as gateway:

        def send(delivery: Delivery, subject: Any) -> str:
            notice = delivery.notice
            told = hand_over(
                notice.officer.user.phone, text_of(notice, subject), key=message_id(notice),
                urgent=notice.urgent, gateway=gateway,
            )  # fmt: skip
            return told[:120]

        return send_each(Delivery.Channel.TEXT, at, send)


def text_of(notice: Notice, subject: Any) -> str:
    """What a locked screen may show, and where to read the rest."""
    there = f"{settings.BASE_URL.rstrip('/')}{notice.url}"
    return f"[Đôn Đốc] {headline(notice, subject)}. Xem: {there}"


def hand_over(
    phone: str, text: str, *, key: str, urgent: bool, gateway: requests.Session | None = None
) -> str:
    """Hands one message to the gateway; the gateway's own mark of it.

    The key is the same whenever the same message is handed over, and a gateway sends it once.
    """
    said = {"to": mobile_number(phone), "text": text, "urgent": urgent, "via": settings.TEXT_VIA}
    headers = {"Authorization": f"Bearer {settings.TEXT_KEY}", "Idempotency-Key": key}
    try:
        answer = (gateway or requests).post(
            settings.TEXT_GATEWAY, json=said, headers=headers, timeout=TIMEOUT,
            allow_redirects=False,
        )  # fmt: skip
    except requests.RequestException as error:
        raise NotTaken(f"Không kết nối được cổng tin nhắn ({type(error).__name__}).") from error
    return _mark(answer)


def _mark(answer: requests.Response) -> str:
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        said = {}
    said = said if isinstance(said, dict) else {}
    if answer.status_code in (requests.codes.ok, requests.codes.created, requests.codes.accepted):
        return str(said.get("id") or "")
    why = str(said.get("error") or answer.reason or "không nói lý do")
    hopeless = requests.codes.bad_request <= answer.status_code < 500
    raise NotTaken(
        f"Cổng tin nhắn không nhận: {why} (mã {answer.status_code}).",
        hopeless=hopeless and answer.status_code not in LATER,
    )
