"""A notice to each who hears, and its ways out by mail, message and device: written all or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.conf import settings

from dondoc.agencies.models import Officer
from dondoc.journal.models import kind_of
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Notice
from dondoc.notifications.reaching import NOT_WANTED, unreachable
from dondoc.notifications.seats import Seats
from dondoc.notifications.subjects import page_of
from dondoc.notifications.words import saying_of, sentence

State, Channel = Delivery.State, Delivery.Channel
OTHER_SEAT = "Mỗi người một thư: xem ở chức vụ khác của cùng người này."


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
    Delivery.objects.bulk_create(way for telling in told for way in _ways_of(telling))
    return written


def _ways_of(telling: Telling) -> list[Delivery]:
    """By mail and message once to a person, though he may sit in several seats.

    What does not go out is written down too, with its reason: the Office may ask for it.
    """
    ways: list[Delivery] = []
    reached: set[int] = set()
    for notice in telling.notices:
        if notice.officer.user_id in reached:
            ways.append(_unwanted(notice, OTHER_SEAT))
            continue
        reached.add(notice.officer.user_id)
        ways += _ways(notice, telling)
    return ways


def _ways(notice: Notice, telling: Telling) -> list[Delivery]:
    seats, at, officer = telling.deed.seats, telling.at, notice.officer
    wanted = seats.preference_of(officer)
    ways = [_unwanted(notice, NOT_WANTED)]
    if wanted.wants(notice, Channel.MAIL):
        when, together = seats.letter_for(officer, at, urgent=notice.urgent)
        ways = [_way(notice, Channel.DIGEST if together else Channel.MAIL, when, seats)]
    open_to = {Channel.TEXT: bool(settings.TEXT_GATEWAY), Channel.PUSH: seats.has_device(officer)}
    for channel, is_open in open_to.items():
        if is_open and wanted.wants(notice, channel):
            when = at if notice.urgent else seats.rest_until(officer, at)
            ways.append(_way(notice, channel, when, seats))
    return ways


def _unwanted(notice: Notice, reason: str) -> Delivery:
    return Delivery(notice=notice, channel=Channel.MAIL, state=State.UNWANTED, error=reason)


def _way(notice: Notice, channel: Delivery.Channel, when: datetime, seats: Seats) -> Delivery:
    reason = unreachable(notice.officer, channel, seats.day)
    state = State.SKIPPED if reason else State.QUEUED
    return Delivery(notice=notice, channel=channel, state=state, error=reason, next_try_at=when)
