"""Notices on a person's own devices, shown by the browser though no page is open (Web Push).

The services of the browser makers carry them encrypted for the device alone (RFC 8291). They show
on locked screens, so they say no more than a message does: the kind of word and the task's code.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from email.utils import parseaddr
from fnmatch import fnmatchcase
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid
from pywebpush import WebPushException, webpush

from dondoc.notifications.delivering import NotTaken, send_each
from dondoc.notifications.models import Delivery, PushDevice
from dondoc.notifications.words import headline

TIMEOUT = 10
"""Seconds a service may take; then it is asked again later."""
KEPT = int(timedelta(days=1).total_seconds())
"""Seconds a service keeps a notice for a device that is switched off."""
GONE = (requests.codes.not_found, requests.codes.gone)
"""The person took the permission back, or the browser is no more."""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points the curve P-256 has: keys are smaller."""


class DeviceGone(Exception):
    """The device shows nothing any more: forget it."""


@cache
def _key(secret: str) -> Vapid:
    """The house's own key (RFC 8292), drawn from its secret: the same on each of its nodes."""
    drawn = HKDF(SHA256(), 48, salt=None, info=b"dondoc web push").derive(secret.encode())
    number = int.from_bytes(drawn, "big") % (ORDER - 1) + 1
    return Vapid(ec.derive_private_key(number, ec.SECP256R1()))


def public_key() -> str:
    """What a browser is told, so that nobody but the house can write to the device."""
    known = _key(settings.SECRET_KEY).public_key
    point = known.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def is_key(p256dh: str) -> bool:
    """Is it a point of the curve, as a browser gives one? Nothing can be encrypted for another."""
    try:
        raw = urlsafe_b64decode(p256dh + "=" * (-len(p256dh) % 4))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError:
        return False
    return True


def is_service(endpoint: str) -> bool:
    """Is it an address of a service the operator trusts? The house posts to no other."""
    parts = urlsplit(endpoint)
    if not re.fullmatch(r"[a-z0-9.-]+(:\d+)?", parts.netloc):
        return False
    there = f"{parts.scheme}://{parts.netloc}"
    return any(fnmatchcase(there, one) for one in settings.PUSH_SERVICES)


def deliver_pushes(at: datetime) -> int:
    """Sends what is due until nothing is; the number of notices at least one device was given."""
    with to_services() as services:

        def send(delivery: Delivery, subject: Any) -> str:
            notice = delivery.notice
            said = {
                "title": headline(notice, subject), "url": f"/inbox/{notice.pk}/",
                "tag": f"notice-{notice.pk}", "urgent": notice.urgent,
            }  # fmt: skip
            show_on_all(notice.officer.user_id, said, services)
            return ""

        return send_each(Delivery.Channel.PUSH, at, send)


def to_services() -> requests.Session:
    """Goes where it was sent and no further: another address was not looked at."""
    session = requests.Session()
    session.max_redirects = 0
    return session


def show_on_all(user: int, said: dict[str, Any], services: requests.Session) -> None:
    """On every device of the person; enough where one takes it. Those that are gone are let go.

    A device replaces what it shows under the same tag, so a second try shows nothing twice.
    """
    shown, problems = 0, []
    for device in PushDevice.objects.filter(user=user).order_by("pk"):
        try:
            _show(device, said, services)
            shown += 1
        except DeviceGone:
            device.delete()
        except NotTaken as error:
            problems.append(error)
    if problems and not shown:
        raise min(problems, key=lambda one: one.hopeless)
    if not shown:
        raise NotTaken("Người nhận không còn thiết bị nào bật thông báo.", hopeless=True)


def _show(device: PushDevice, said: dict[str, Any], services: requests.Session) -> None:
    if not is_service(device.endpoint):
        raise DeviceGone
    try:
        webpush(
            {"endpoint": device.endpoint, "keys": {"p256dh": device.p256dh, "auth": device.auth}},
            json.dumps(said, ensure_ascii=False), _key(settings.SECRET_KEY),
            {"sub": f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"},
            timeout=TIMEOUT, ttl=KEPT, headers={"Urgency": "high" if said["urgent"] else "normal"},
            requests_session=services,
        )  # fmt: skip
    except WebPushException as error:
        raise _refusal(error.status_code or 0) from error
    except requests.RequestException as error:
        kind = type(error).__name__
        raise NotTaken(f"Không kết nối được dịch vụ thông báo ({kind}).") from error


def _refusal(status: int) -> Exception:
    if status in GONE:
        return DeviceGone()
    hopeless = requests.codes.bad_request <= status < requests.codes.server_error
    hopeless = hopeless and status != requests.codes.too_many_requests
    return NotTaken(f"Dịch vụ thông báo không nhận (mã {status}).", hopeless=hopeless)
