"""The day's one letter: what was gathered since the last, and for a head how his people stand.

Its row is unique to the officer and the day, and the notices it holds point to it, so that a crash,
two senders or days of outage end in one letter with everything in it.
"""

import logging
from datetime import datetime
from email.headerregistry import Address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.template.loader import render_to_string

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of, local
from dondoc.notifications.delivering import BATCH, close, is_awake, lease, put_off
from dondoc.notifications.models import Delivery, Digest, Preference
from dondoc.notifications.reaching import NOT_WANTED, unmailable
from dondoc.notifications.seats import Seats
from dondoc.notifications.unsubscribing import ALL, unsubscribe_headers
from dondoc.tasks.models import Task

log = logging.getLogger(__name__)
State = Digest.State
MOST = 200
"""Notices named in one letter; the rest are counted, and read in the house."""


def deliver_digests(at: datetime) -> int:
    """Gathers what is due, and sends each letter; the number handed over."""
    if not settings.EMAIL_HOST:
        return 0
    seats = Seats(day_of(at))
    for wanted in _due(at):
        _gather(wanted, seats, at)
    sent = 0
    while mine := lease(Digest, at, BATCH, "officer__user", "officer__agency__committee"):
        ready = [digest for digest in mine if _may_leave(digest, seats, at)]
        server = get_connection()
        sent += sum(_send(digest, server, at) for digest in ready)
        server.close()
    return sent


def _due(at: datetime) -> list[Preference]:
    """Those whose hour has come today, with something to hear and no letter of the day yet."""
    had = Digest.objects.filter(day=day_of(at)).values("officer")
    theirs = _gathered(at).values("notice__officer")
    heads = Q(sums_up=True, officer__user__is_active=True) & (
        Q(officer__until_on=None) | Q(officer__until_on__gte=day_of(at))
    )
    wanted = Preference.objects.filter(heads | Q(officer__in=theirs))
    found = wanted.filter(digest_at__lte=local(at).time()).exclude(officer__in=had)
    return list(found.select_related("officer__user", "officer__agency__committee"))


def _gathered(at: datetime) -> QuerySet[Delivery]:
    """What waits for a letter of the day."""
    digest = Delivery.Channel.DIGEST
    return Delivery.objects.filter(
        channel=digest, state=State.QUEUED, next_try_at__lte=at, digest=None
    )


def _gather(wanted: Preference, seats: Seats, at: datetime) -> None:
    """One letter for what waits; where nobody can be reached, the reason stands in its place."""
    officer, waiting = wanted.officer, _gathered(at).filter(notice__officer=wanted.officer)
    if reason := unmailable(officer, seats.day):
        waiting.update(state=State.SKIPPED, error=reason)
        return
    refused = waiting.filter(notice__kind__in=wanted.unmailed, notice__urgent=False)
    refused.update(state=State.UNWANTED, error=NOT_WANTED)
    if not (wanted.sums_up or waiting.exists()):
        return
    if seats.rest_until(officer, at) > at:
        return
    with transaction.atomic():
        digest, is_new = Digest.objects.get_or_create(
            officer=officer, day=seats.day, defaults={"created_at": at, "next_try_at": at}
            | {"state": State.QUEUED},
        )  # fmt: skip
        if is_new:
            waiting.update(digest=digest)


def _may_leave(digest: Digest, seats: Seats, at: datetime) -> bool:
    """Asked again when it leaves: since it was written its reader may have gone, or gone to bed."""
    if reason := unmailable(digest.officer, seats.day):
        close(digest, state=State.SKIPPED, error=reason)
        digest.deliveries.update(state=State.SKIPPED, error=reason)
        return False
    return is_awake(digest, digest.officer, seats, at)


def _send(digest: Digest, server: BaseEmailBackend, at: datetime) -> int:
    try:
        digest_mail(digest, at, server).send()
    except Exception as error:
        log.warning("digest %s was not handed over: %s", digest.pk, error)
        put_off(digest, error, at)
        digest.refresh_from_db()
        if digest.state == State.FAILED:
            digest.deliveries.update(state=State.FAILED, error=digest.error)
        return 0
    with transaction.atomic():
        said = {"state": State.SENT, "sent_at": at, "error": "", "message_id": _identity(digest)}
        close(digest, **said)
        digest.deliveries.update(**said)
    return 1


def digest_mail(
    digest: Digest, at: datetime, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """The letter in words and in HTML."""
    officer = digest.officer
    held = Delivery.objects.filter(digest=digest).select_related("notice").order_by("notice_id")
    home = settings.BASE_URL.rstrip("/")
    notices = [
        {"words": one.notice.words, "link": home + one.notice.url, "urgent": one.notice.urgent}
        for one in held[:MOST]
    ]
    sums_up = Preference.objects.filter(officer=officer, sums_up=True).exists()
    facts = {
        "officer": officer, "seat": officer.full_title, "day": digest.day, "notices": notices,
        "more": max(0, held.count() - MOST), "unit": standing_of(officer, at) if sums_up else [],
        "home": home,
    }  # fmt: skip
    mail = EmailMultiAlternatives(
        subject=f"[Đôn Đốc] Tình hình ngày {digest.day:%d/%m/%Y}: {held.count()} thông báo",
        body=_text(facts), to=[str(Address(officer.user.name, addr_spec=officer.user.email))],
        connection=connection,
        headers={
            "Message-ID": _identity(digest), "Auto-Submitted": "auto-generated",
            **unsubscribe_headers(officer, ALL),
        },
    )  # fmt: skip
    mail.attach_alternative(render_to_string("notifications/digest.html", facts), "text/html")
    return mail


def standing_of(officer: Officer, at: datetime) -> list[str]:
    """How the unit stands, then each of its people who holds open work."""
    unit, thresholds = officer.agency, thresholds_of(officer.agency.committee or officer.agency, at)
    held = Task.objects.filter(lead=unit).order_by()
    late, soon = held.overdue(at), held.due_soon(at, thresholds.soon_until)
    quiet = held.stale(at, thresholds.stale_days)
    whole = (
        f"{unit.name}: {held.open().count()} nhiệm vụ đang thực hiện, {late.count()} quá hạn, "
        f"{soon.count()} sắp đến hạn, {quiet.count()} lâu chưa cập nhật."
    )
    mine = held.open().exclude(executor=None).values("executor__user__name")
    people = mine.annotate(
        n=Count("pk"), late=_among(late), soon=_among(soon), quiet=_among(quiet)
    ).order_by("executor__user__name")
    by_lateness = sorted(people, key=lambda row: -row["late"])
    return [whole, *(_STANDS.format(**row) for row in by_lateness)]


def _among(some: QuerySet[Task]) -> Count:
    return Count("pk", filter=Q(pk__in=some.values("pk")))


_STANDS = (
    "{executor__user__name}: quá hạn {late}/{n}, sắp đến hạn {soon}, lâu chưa cập nhật {quiet}"
)


def _text(facts: dict[str, object]) -> str:
    officer, notices, unit = facts["officer"], facts["notices"], facts["unit"]
    assert isinstance(officer, Officer)
    assert isinstance(notices, list)
    assert isinstance(unit, list)
    parts = [f"Kính gửi {officer.user.name} ({facts['seat']}),"]
    parts += ["\n".join(unit)] if unit else []
    parts += [f"- {one['words']}\n  {one['link']}" for one in notices]
    if facts["more"]:
        parts.append(f"Và {facts['more']} thông báo khác, xem tại {facts['home']}/inbox/")
    parts.append("Thư tự động từ hệ thống Đôn Đốc; đổi giờ nhận ở mục Thông báo, Cài đặt.")
    return "\n\n".join(parts)


def _identity(digest: Digest) -> str:
    """The same for the same officer and day, whenever it is sent."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<digest-{digest.officer_id}-{digest.day:%Y%m%d}@{host}>"
