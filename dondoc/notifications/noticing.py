"""A notice to each who hears, and its way out by mail: written together or not at all."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.conf import settings

from dondoc.agencies.models import Officer
from dondoc.journal.models import kind_of
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Notice
from dondoc.notifications.subjects import page_of
from dondoc.notifications.words import SAYINGS, sentence

State = Delivery.State


def notice_each(
    officers: Sequence[Officer], step: str, deed: Deed, *, at: datetime, day: date | None = None
) -> list[Notice]:
    """Tells each officer once; `day` is the deadline a reminder is about."""
    if not officers:
        return []
    subject = deed.subject
    words, url = sentence(step, deed), page_of(subject)
    notices = Notice.objects.bulk_create(
        Notice(
            officer=officer, entry=deed.entry, subject_kind=kind_of(subject), subject_id=subject.pk,
            kind=SAYINGS[step].kind, step=step, day=day, words=words, url=url, created_at=at,
        )
        for officer in officers
    )  # fmt: skip
    Delivery.objects.bulk_create(_mails(notices, deed.seats.quiet_about(notices[0].kind), at))
    return notices


def _mails(notices: Sequence[Notice], quiet: Collection[int], at: datetime) -> list[Delivery]:
    """One mail per person, though he may sit in several seats; none where he wants none."""
    first_seat = {notice.officer.user_id: notice for notice in reversed(notices)}
    return [_mail(notice, at) for notice in first_seat.values() if notice.officer_id not in quiet]


def _mail(notice: Notice, at: datetime) -> Delivery:
    reason = ""
    if not settings.EMAIL_HOST:
        reason = "Hệ thống chưa được cài đặt máy chủ thư (DONDOC_SMTP_HOST)."
    elif not notice.officer.user.email:
        reason = "Người nhận chưa có địa chỉ thư điện tử."
    return Delivery(
        notice=notice, channel=Delivery.Channel.MAIL, error=reason, next_try_at=at,
        state=State.SKIPPED if reason else State.QUEUED,
    )  # fmt: skip
