"""Guests without a seat in the house: asked by mail with the calendar file, told of each change."""

import logging
from datetime import datetime
from email.headerregistry import Address
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet

from dondoc.meetings.letters import calendar_file
from dondoc.meetings.models import Meeting, Participant
from dondoc.notifications.audience import Deed
from dondoc.notifications.delivering import BATCH, close, lease, put_off
from dondoc.notifications.enclosures import CALENDAR_STEPS, Enclosure
from dondoc.notifications.models import GuestLetter
from dondoc.notifications.words import SAYINGS, sentence

log = logging.getLogger(__name__)
State = GuestLetter.State
RELATED = (
    "participant__meeting__committee", "participant__meeting__room",
    "participant__meeting__chair__user", "participant__meeting__invitation",
)  # fmt: skip


def write_to_guests(deed: Deed, step: str, at: datetime) -> None:
    """A letter to each guest whom the deed concerns, in the transaction of the telling."""
    if step not in CALENDAR_STEPS or deed.entry is None or not deed.subject.is_invited:
        return
    words, sends = sentence(step, deed), bool(settings.EMAIL_HOST)
    GuestLetter.objects.bulk_create(
        GuestLetter(
            participant=guest, entry=deed.entry, step=step, words=words, created_at=at,
            next_try_at=at, state=State.QUEUED if sends else State.SKIPPED,
        )
        for guest in _guests(deed, step)
    )  # fmt: skip


def _guests(deed: Deed, step: str) -> QuerySet[Participant]:
    guests = Participant.objects.filter(meeting=deed.subject, officer=None, agency=None)
    asked = guests.exclude(email="").filter(asked_at__isnull=False).order_by("pk")
    assert deed.entry is not None
    if step == "meeting.drop_participant":
        said = deed.said.get("participant") or {}
        return asked.filter(pk__in=[said.get("id")])
    if step == "meeting.add_participants":
        return asked.filter(asked_at=deed.entry.recorded_at)
    return asked.filter(Q(withdrawn_at=None))


def deliver_to_guests(at: datetime) -> int:
    """Sends what is due until nothing is; the number of mails handed over."""
    sent = 0
    while mine := lease(GuestLetter, at, BATCH, *RELATED) if settings.EMAIL_HOST else []:
        server = get_connection()
        sent += sum(_send(letter, server, at) for letter in mine)
        server.close()
    return sent


def _send(letter: GuestLetter, server: BaseEmailBackend, at: datetime) -> int:
    try:
        mail_to_guest(letter, server).send()
    except Exception as error:
        log.warning("letter %s was not handed over: %s", letter.pk, error)
        put_off(letter, error, at)
        return 0
    close(letter, state=State.SENT, sent_at=at, error="", message_id=_identity(letter.pk))
    return 1


def mail_to_guest(letter: GuestLetter, connection: BaseEmailBackend | None = None) -> EmailMessage:
    """In words, with the calendar file; nothing in it leads into the house."""
    guest, meeting = letter.participant, letter.participant.meeting
    mail = EmailMessage(
        subject=f"[{meeting.committee.name}] {SAYINGS[letter.step].title}",
        body=_text(letter, meeting), to=[str(Address(guest.name, addr_spec=guest.email))],
        connection=connection,
        headers={"Message-ID": _identity(letter.pk), "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    mail.attach(_calendar(letter, meeting).part())
    return mail


def _calendar(letter: GuestLetter, meeting: Meeting) -> Enclosure:
    guest = letter.participant
    return Enclosure(
        *calendar_file(
            meeting,
            organizer=(meeting.committee.name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
            attendee=(guest.name, guest.email),
            link="",
            stamp=letter.created_at,
            withdrawn=letter.step == "meeting.drop_participant",
        )
    )


def _text(letter: GuestLetter, meeting: Meeting) -> str:
    number = meeting.invitation.letterhead.get("number", "")
    return "\n\n".join(
        [
            f"Kính gửi {letter.participant.name},",
            letter.words,
            f"Chủ trì: {meeting.chair.name}, {meeting.chair.title}.",
            f"Theo Giấy mời số {number} của {meeting.committee.name}. Tệp lịch kèm theo.",
            "Thư tự động; vui lòng liên hệ Văn phòng nếu cần trao đổi.",
        ]
    )


def _identity(pk: int) -> str:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<guest-{pk}@{host}>"
