"""Mail on its way: each delivery is leased to one sender, tried again, and given up in sight.

A sender killed between handing a mail over and writing so sends it again, with the same
Message-ID: that, and nothing else, can arrive twice.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any, TypeVar

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.db.models import F, Q

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.notifications.mail import mail_of, message_id
from dondoc.notifications.models import Delivery, Outgoing
from dondoc.notifications.reaching import NOT_WANTED, unreachable
from dondoc.notifications.seats import Seats
from dondoc.notifications.subjects import key_of, subjects_of

log = logging.getLogger(__name__)

Letter = TypeVar("Letter", bound=Outgoing)
RELATED = ("notice__officer__user", "notice__officer__agency__committee")
BATCH = 20
LEASE = timedelta(minutes=5)
LONGEST_DELAY = timedelta(hours=1)
LAST_TRY = 80
"""Tries before giving up: a server that is down over three days off is waited for."""
PERMANENT = 500
"""SMTP answers from here on will be the same tomorrow."""


class NotTaken(Exception):
    """A way out did not take what was handed to it; `hopeless` where it never will."""

    def __init__(self, words: str, *, hopeless: bool = False) -> None:
        super().__init__(words)
        self.hopeless = hopeless


def deliver(at: datetime) -> int:
    """Sends what is due until nothing is; the number of mails handed over."""
    sent, seats = 0, Seats(day_of(at))
    while (batch := deliver_once(at, seats)) is not None:
        sent += batch
    return sent


def deliver_once(at: datetime, seats: Seats, limit: int = BATCH) -> int | None:
    """Sends the oldest mails that are due; the number handed over, or None where none was due."""
    alone = Q(channel=Delivery.Channel.MAIL)
    mine = lease(Delivery, at, limit, *RELATED, which=alone) if settings.EMAIL_HOST else []
    if not mine:
        return None
    ready = [one for one in mine if may_leave(one, seats, at)]
    return _send_all(ready, at) if ready else 0


def send_each(
    channel: Delivery.Channel, at: datetime, hand_over: Callable[[Delivery, Any], str]
) -> int:
    """Hands over what is due by a channel until nothing is; the number that was taken.

    `hand_over(delivery, subject)` answers the mark under which it was taken, or raises NotTaken.
    """
    sent, seats = 0, Seats(day_of(at))
    while mine := lease(Delivery, at, BATCH, *RELATED, which=Q(channel=channel)):
        ready = [one for one in mine if may_leave(one, seats, at)]
        subjects = subjects_of(one.notice for one in ready)
        for one in ready:
            try:
                mark = hand_over(one, subjects.get(key_of(one.notice)))
            except NotTaken as error:
                log.warning("%s %s was not handed over: %s", channel, one.pk, error)
                try_again(one, str(error), at, hopeless=error.hopeless)
            else:
                close(one, state=Delivery.State.SENT, sent_at=at, error="", message_id=mark)
                sent += 1
    return sent


def may_leave(delivery: Delivery, seats: Seats, at: datetime) -> bool:
    """Asked again when it leaves: it may be late by an outage, and its reader resting or gone."""
    notice, channel = delivery.notice, delivery.channel
    if reason := unreachable(notice.officer, channel, seats.day):
        close(delivery, state=Delivery.State.SKIPPED, error=reason)
        return False
    if not seats.preference_of(notice.officer).wants(notice, channel):
        close(delivery, state=Delivery.State.UNWANTED, error=NOT_WANTED)
        return False
    return notice.urgent or is_awake(delivery, notice.officer, seats, at)


def is_awake(letter: Outgoing, officer: Officer, seats: Seats, at: datetime) -> bool:
    """May a letter reach the officer now? If not it waits for the hour, and no try is counted."""
    when = seats.rest_until(officer, at)
    if when > at:
        close(letter, next_try_at=when, tries=letter.tries - 1)
    return when <= at


def _send_all(mine: Sequence[Delivery], at: datetime) -> int:
    server, subjects = get_connection(), subjects_of(delivery.notice for delivery in mine)
    try:
        server.open()
    except OSError as error:  # SMTPException is one too
        for delivery in mine:
            put_off(delivery, error, at)
        return 0
    try:
        return sum(_send(one, subjects.get(key_of(one.notice)), server, at) for one in mine)
    finally:
        server.close()


def lease(
    kind: type[Letter], at: datetime, limit: int, *related: str, which: Q | None = None
) -> list[Letter]:
    """Takes mails for this sender alone; one left by a dead sender is free after its lease."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=at)
    mails = kind._default_manager
    waiting = mails.filter(which or Q(), free, state=Outgoing.State.QUEUED, next_try_at__lte=at)
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        ids = list(waiting.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])
        taken = mails.filter(pk__in=ids)
        taken.update(leased_until=at + LEASE, tries=F("tries") + 1)
    return list(taken.select_related(*related).order_by("pk"))


def _send(delivery: Delivery, subject: Any, server: BaseEmailBackend, at: datetime) -> int:
    try:
        mail_of(delivery.notice, subject, server).send()
    except Exception as error:
        log.warning("mail %s was not handed over: %s", delivery.pk, error)
        put_off(delivery, error, at)
        return 0
    close(
        delivery, state=Delivery.State.SENT, sent_at=at, error="",
        message_id=message_id(delivery.notice),
    )  # fmt: skip
    return 1


def put_off(delivery: Outgoing, error: Exception, at: datetime) -> None:
    """A mail the server did not take, tried again unless that is of no use."""
    try_again(delivery, in_words(error), at, hopeless=_is_permanent(error))


def try_again(delivery: Outgoing, words: str, at: datetime, *, hopeless: bool) -> None:
    """Later and later, or given up where that is of no use."""
    pause = min(timedelta(minutes=2 ** min(delivery.tries - 1, 10)), LONGEST_DELAY)
    final = hopeless or delivery.tries >= LAST_TRY
    state = Outgoing.State.FAILED if final else Outgoing.State.QUEUED
    close(delivery, state=state, error=words[:300], next_try_at=at + pause)


def in_words(error: Exception) -> str:
    """What the Office can do something with, then what the server's keeper can."""
    if isinstance(error, SMTPRecipientsRefused):
        said = "Máy chủ thư từ chối địa chỉ người nhận"
    elif isinstance(error, SMTPException):
        said = "Máy chủ thư không nhận thư"
    elif isinstance(error, OSError):
        said = "Không kết nối được máy chủ thư"
    else:
        said = "Không soạn được thư cho địa chỉ này"
    return f"{said} ({error})."


def _is_permanent(error: Exception) -> bool:
    """The server knows the address and will never take mail for it, or the address is none."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _ in error.recipients.values())
    return isinstance(error, ValueError)


def close(delivery: Outgoing, **facts: object) -> None:
    """Writes the end of a try, unless another sender has taken it over since."""
    mine = type(delivery)._default_manager.filter(pk=delivery.pk, tries=delivery.tries)
    mine.update(leased_until=None, **facts)
