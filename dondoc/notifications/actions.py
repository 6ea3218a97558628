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
from dondoc.notifications.reaching import unmailable
from dondoc.notifications.seats import Seats
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
        gathered = Delivery.objects.filter(
            notice__officer=officer, channel=Delivery.Channel.DIGEST, digest=None
        ).filter(state=Delivery.State.QUEUED)
        if wanted.digest_at is None:
            gathered.update(channel=Delivery.Channel.MAIL, next_try_at=at)
        else:
            gathered.update(next_try_at=Seats(day_of(at)).letter_for(officer, at, urgent=False)[0])


def send_test(officer: Officer, *, at: datetime) -> None:
    """A letter to the officer himself, now; a refusal says what stands in its way."""
    if reason := unmailable(officer, day_of(at)):
        raise Refused(f"{reason} Hãy nhờ quản trị bổ sung.")
    when = f"{local(at):%H:%M ngày %d/%m/%Y}"
    words = f"Thư thử của hệ thống Đôn Đốc, gửi lúc {when} theo yêu cầu của ông/bà."
    try:
        EmailMessage("[Đôn Đốc] Thư thử", words, to=[officer.user.email]).send()
    except OSError as error:  # SMTPException is one too
        raise Refused(f"Chưa gửi được thư thử: {in_words(error)}") from error


def retry(delivery: Delivery, *, at: datetime) -> None:
    """The Office or the administrator has a mail tried again, once its cause is mended."""
    if delivery.state == Delivery.State.SENT:
        raise Refused("Thư này đã gửi xong, không cần gửi lại.")
    if reason := unmailable(delivery.notice.officer, day_of(at)):
        raise Refused(f"{reason} Hãy khắc phục trước khi gửi lại.")
    Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.SENT).update(
        state=Delivery.State.QUEUED, next_try_at=at, tries=0, channel=Delivery.Channel.MAIL
    )
