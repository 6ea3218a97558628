"""What people do with their notices: small and personal, so it leaves no entry in the journal."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of, local
from dondoc.notifications.delivering import in_words
from dondoc.notifications.models import Delivery, Kind, Notice, Preference
from dondoc.notifications.queries import inbox_of
from dondoc.notifications.reaching import unmailable, unreachable, untextable
from dondoc.notifications.seats import Seats
from dondoc.notifications.texting import GatewayError, hand_over
from dondoc.notifications.unsubscribing import ALL, Refusal
from dondoc.workflow import Refused


def read(notice: Notice, *, at: datetime) -> None:
    """The officer has seen the notice."""
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=at)


def read_all(officer: Officer, kind: str = "", *, at: datetime) -> int:
    """The officer has seen all of them, or all of one kind; the number newly read."""
    return inbox_of(officer, kind).unread().order_by().update(read_at=at)


def choose(officer: Officer, *, kinds: Collection[str], at: datetime, **hours: Any) -> None:
    """The officer says what reaches him by mail, and when; the inbox has all of it regardless.

    What already waits follows: into the letter of the new hour, or out one by one.
    """
    unmailed = sorted(set(Kind.values) - set(kinds))
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
    except GatewayError as error:
        raise Refused(f"Chưa gửi được tin nhắn thử: {error}") from error


def _trial(what: str, at: datetime) -> str:
    when = f"{local(at):%H:%M ngày %d/%m/%Y}"
    return f"{what} thử của hệ thống Đôn Đốc, gửi lúc {when} theo yêu cầu của ông/bà."


def retry(delivery: Delivery, *, at: datetime) -> None:
    """The Office or the administrator has it tried again, once its cause is mended."""
    if delivery.state == Delivery.State.SENT:
        raise Refused("Thư này đã gửi xong, không cần gửi lại.")
    if delivery.state == Delivery.State.UNWANTED:
        raise Refused(f"{delivery.error} Không gửi lại được.")
    by_text = delivery.channel == Delivery.Channel.TEXT
    channel = Delivery.Channel.TEXT if by_text else Delivery.Channel.MAIL
    if reason := unreachable(delivery.notice.officer, channel, day_of(at)):
        raise Refused(f"{reason} Hãy khắc phục trước khi gửi lại.")
    Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.SENT).update(
        state=Delivery.State.QUEUED, next_try_at=at, tries=0, channel=channel
    )
