"""What people do with their notices: small and personal, so it leaves no entry in the journal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from dondoc.agencies.models import Officer
from dondoc.database.clock import local
from dondoc.notifications.delivering import in_words
from dondoc.notifications.models import Delivery, Kind, MailHabit, Notice, Quiet
from dondoc.notifications.queries import inbox_of
from dondoc.workflow import Refused


def read(notice: Notice, *, at: datetime) -> None:
    """The officer has seen the notice."""
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=at)


def read_all(officer: Officer, kind: str = "", *, at: datetime) -> int:
    """The officer has seen all of them, or all of one kind; the number newly read."""
    return inbox_of(officer, kind).unread().order_by().update(read_at=at)


def choose_mail(officer: Officer, wanted: Iterable[str]) -> None:
    """The officer says which kinds reach him by mail; the inbox has them all regardless."""
    with transaction.atomic():
        Quiet.objects.filter(officer=officer).delete()
        unwanted = sorted(set(Kind.values) - set(wanted))
        Quiet.objects.bulk_create([Quiet(officer=officer, kind=kind) for kind in unwanted])


def choose_hours(officer: Officer, *, at: datetime, **hours: Any) -> None:
    """The officer says when letters may come; with nothing said they come at once.

    Who wants no letter of the day any more has what was gathered for it one by one.
    """
    with transaction.atomic():
        if any(hours.values()):
            MailHabit.objects.update_or_create(officer=officer, defaults=hours)
        else:
            MailHabit.objects.filter(officer=officer).delete()
        if not hours.get("digest_at"):
            gathered = Delivery.objects.filter(
                notice__officer=officer, channel=Delivery.Channel.DIGEST, digest=None
            )
            gathered.filter(state=Delivery.State.QUEUED).update(
                channel=Delivery.Channel.MAIL, next_try_at=at
            )


def send_test(officer: Officer, *, at: datetime) -> None:
    """A letter to the officer himself, now; a refusal says what stands in its way."""
    if not settings.EMAIL_HOST:
        raise Refused("Hệ thống chưa được cài đặt máy chủ thư (DONDOC_SMTP_HOST).")
    if not officer.user.email:
        raise Refused("Tài khoản chưa có địa chỉ thư điện tử. Hãy nhờ quản trị bổ sung.")
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
    if not settings.EMAIL_HOST:
        raise Refused("Hệ thống chưa được cài đặt máy chủ thư (DONDOC_SMTP_HOST).")
    if not delivery.notice.officer.user.email:
        raise Refused("Người nhận chưa có địa chỉ thư điện tử. Hãy bổ sung địa chỉ trước.")
    Delivery.objects.filter(pk=delivery.pk).exclude(state=Delivery.State.SENT).update(
        state=Delivery.State.QUEUED, next_try_at=at, tries=0, channel=Delivery.Channel.MAIL
    )
