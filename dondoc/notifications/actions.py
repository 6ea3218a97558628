"""What people do with their notices: small and personal, so it leaves no entry in the journal."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of, local
from dondoc.notifications.delivering import NotTaken, in_words
from dondoc.notifications.models import Delivery, Kind, Notice, Preference, PushDevice
from dondoc.notifications.pushing import is_service, show_on_all, to_services
from dondoc.notifications.queries import inbox_of
from dondoc.notifications.reaching import unmailable, unpushable, unreachable, untextable
from dondoc.notifications.seats import Seats
from dondoc.notifications.texting import hand_over
from dondoc.notifications.unsubscribing import ALL, Refusal
from dondoc.workflow import Refused

MOST_DEVICES = 10


def read(notice: Notice, *, at: datetime) -> None:
    """The officer has seen the notice."""
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=at)


def read_all(officer: Officer, kind: str = "", *, at: datetime) -> int:
    """The officer has seen all of them, or all of one kind; the number newly read."""
    return inbox_of(officer, kind).unread().order_by().update(read_at=at)


def choose(
    officer: Officer, *, kinds: Collection[str], at: datetime,
    pushed: Collection[str] | None = None, **hours: Any,
) -> None:  # fmt: skip
    """The officer says what reaches him by mail and on devices, and when.

    The inbox has all of it regardless. What already waits follows: into the letter of the new
    hour, or out one by one.
    """
    unmailed = sorted(set(Kind.values) - set(kinds))
    if pushed is not None:
        hours["unpushed"] = sorted(set(Kind.values) - set(pushed))
    with transaction.atomic():
        wanted, _ = Preference.objects.update_or_create(
            officer=officer, defaults={"unmailed": unmailed, **hours}
        )
        _follow(wanted, at)


def _follow(wanted: Preference, at: datetime) -> None:
    """What was gathered goes with the new hour, or out one by one where there is none."""
    officer = wanted.officer
    gathered = Delivery.objects.filter(
        notice__officer=officer, channel=Delivery.Channel.DIGEST, digest=None,
        state=Delivery.State.QUEUED,
    )  # fmt: skip
    if wanted.digest_at is None:
        gathered.update(channel=Delivery.Channel.MAIL, next_try_at=at)
    else:
        gathered.update(next_try_at=Seats(day_of(at)).letter_for(officer, at, urgent=False)[0])


def unsubscribe(refusal: Refusal, *, at: datetime) -> None:
    """From the mail itself: no more of its kind, or no letters but the urgent ones."""
    with transaction.atomic():
        wanted, _ = Preference.objects.get_or_create(officer=refusal.officer)
        if refusal.kind == ALL:
            wanted.unmailed, wanted.digest_at, wanted.sums_up = Kind.values, None, False
        else:
            wanted.unmailed = sorted({*wanted.unmailed, refusal.kind})
        wanted.save()
        _follow(wanted, at)


def send_test(officer: Officer, *, at: datetime) -> None:
    """A letter to the officer himself, now; a refusal says what stands in its way."""
    if reason := unmailable(officer, day_of(at)):
        raise Refused(f"{reason} Hãy nhờ quản trị bổ sung.")
    try:
        EmailMessage("[Đôn Đốc] Thư thử", _trial("Thư", at), to=[officer.user.email]).send()
    except OSError as error:  # SMTPException is one too
        raise Refused(f"Chưa gửi được thư thử: {in_words(error)}") from error


def send_test_text(officer: Officer, *, at: datetime) -> None:
    """A message to the officer's own telephone, now."""
    if reason := untextable(officer, day_of(at)):
        raise Refused(f"{reason} Hãy nhờ quản trị bổ sung.")
    key = f"test-{officer.pk}-{at:%Y%m%d%H%M}"
    try:
        hand_over(officer.user.phone, _trial("Tin nhắn", at), key=key, urgent=False)
    except NotTaken as error:
        raise Refused(f"Chưa gửi được tin nhắn thử: {error}") from error


def add_device(
    officer: Officer, *, at: datetime, endpoint: str, p256dh: str, auth: str, name: str
) -> PushDevice:
    """Notices show on this browser from now on; whoever used it before hears there no more."""
    if not settings.PUSH_SERVICES:
        raise Refused(unpushable(officer, day_of(at)))
    if not is_service(endpoint):
        raise Refused(
            "Trình duyệt này dùng dịch vụ thông báo mà hệ thống chưa cho phép. "
            "Hãy dùng trình duyệt khác, hoặc nhờ quản trị bổ sung."
        )
    others = PushDevice.objects.visible_to(officer).exclude(endpoint=endpoint)
    if others.count() >= MOST_DEVICES:
        raise Refused(f"Đã bật trên {MOST_DEVICES} thiết bị. Hãy tắt bớt một thiết bị trước.")
    facts = {"user": officer.user, "p256dh": p256dh, "auth": auth, "name": name, "added_at": at}
    device, _ = PushDevice.objects.update_or_create(endpoint=endpoint, defaults=facts)
    return device


def remove_device(device: PushDevice) -> None:
    """Nothing shows there any more."""
    device.delete()


def send_test_push(officer: Officer, *, at: datetime) -> None:
    """A notice on the officer's own devices, now."""
    if reason := unpushable(officer, day_of(at)):
        raise Refused(f"{reason} Hãy nhờ quản trị bổ sung.")
    said = {"title": "Thông báo thử", "url": "/inbox/", "tag": "test", "urgent": False}
    try:
        with to_services() as services:
            show_on_all(officer.user_id, said, services)
    except NotTaken as error:
        raise Refused(f"Chưa gửi được thông báo thử: {error}") from error


def _trial(what: str, at: datetime) -> str:
    when = f"{local(at):%H:%M ngày %d/%m/%Y}"
    return f"{what} thử của hệ thống Đôn Đốc, gửi lúc {when} theo yêu cầu của ông/bà."


def retry(delivery: Delivery, *, at: datetime) -> None:
    """The Office or the administrator has it tried again, once its cause is mended."""
    if delivery.state == Delivery.State.SENT:
        raise Refused("Thư này đã gửi xong, không cần gửi lại.")
    if delivery.state == Delivery.State.UNWANTED:
        raise Refused(f"{delivery.error} Không gửi lại được.")
    gathered = delivery.channel == Delivery.Channel.DIGEST
    channel = Delivery.Channel.MAIL if gathered else delivery.channel
    if reason := unreachable(delivery.notice.officer, channel, day_of(at)):
        raise Refused(f"{reason} Hãy khắc phục trước khi gửi lại.")
    Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.SENT).update(
        state=Delivery.State.QUEUED, next_try_at=at, tries=0, channel=channel
    )
