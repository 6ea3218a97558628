"""A notice to each who hears, and its way out by mail: written together or not at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.journal.models import kind_of
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Notice
from dondoc.notifications.reaching import unmailable
from dondoc.notifications.seats import Seats
from dondoc.notifications.subjects import page_of
from dondoc.notifications.words import saying_of, sentence

State = Delivery.State


@dataclass(frozen=True)
class Telling:
    """One deed, or one step of a deadline (`day`), and the officers who are told of it."""

    officers: Sequence[Officer]
    step: str
    deed: Deed
    at: datetime
    day: date | None = None
    urgent: bool = False

    @cached_property
    def notices(self) -> list[Notice]:
        """A notice for each officer, not yet written."""
        subject, kind = self.deed.subject, saying_of(self.step).kind
        words, url = sentence(self.step, self.deed), page_of(subject)
        return [
            Notice(
                officer=officer, entry=self.deed.entry, subject_kind=kind_of(subject),
                subject_id=subject.pk, kind=kind, step=self.step, day=self.day, urgent=self.urgent,
                words=words, url=url, created_at=self.at,
            )
            for officer in self.officers
        ]  # fmt: skip


def notice_each(
    officers: Sequence[Officer], step: str, deed: Deed, *, at: datetime, day: date | None = None
) -> list[Notice]:
    """Tells each officer once; `day` is the deadline a reminder is about."""
    return notice_all([Telling(officers, step, deed, at, day)])


def notice_all(tellings: Sequence[Telling]) -> list[Notice]:
    """Tells each officer of each telling once, all of them in two statements."""
    told = [telling for telling in tellings if telling.officers]
    written = Notice.objects.bulk_create([one for telling in told for one in telling.notices])
    Delivery.objects.bulk_create(mail for telling in told for mail in _mails_of(telling))
    return written


def _mails_of(telling: Telling) -> list[Delivery]:
    notices = telling.notices
    unwilling = telling.deed.seats.unwilling_about(notices[0].kind)
    return _mails(notices, unwilling, telling)


def _mails(
    notices: Sequence[Notice], unwilling: Collection[int], telling: Telling
) -> list[Delivery]:
    """One mail per person, though he may sit in several seats; none where he wants none."""
    first_seat = {notice.officer.user_id: notice for notice in reversed(notices)}
    seats, at = telling.deed.seats, telling.at
    return [
        _mail(notice, seats, at)
        for notice in first_seat.values()
        if notice.officer_id not in unwilling
    ]


def _mail(notice: Notice, seats: Seats, at: datetime) -> Delivery:
    reason = unmailable(notice.officer, day_of(at))
    when, together = seats.letter_for(notice.officer, at, urgent=notice.urgent)
    channel = Delivery.Channel.DIGEST if together else Delivery.Channel.MAIL
    return Delivery(
        notice=notice, channel=channel, error=reason, next_try_at=when,
        state=State.SKIPPED if reason else State.QUEUED,
    )  # fmt: skip
