"""What an officer's inbox shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.notifications.models import IS_READ, Notice, NoticeQuerySet, Preference


def unread_count(officer: Officer) -> int:
    """How many notices the officer has not read, for the page frame."""
    return Notice.objects.visible_to(officer).unread().count()


def unread_by_kind(officer: Officer) -> dict[str, int]:
    """How many unread there are of each kind."""
    unread = Notice.objects.visible_to(officer).unread().order_by()
    return dict(unread.values_list("kind").annotate(Count("pk")))


def inbox_of(officer: Officer, kind: str = "") -> NoticeQuerySet:
    """The officer's notices, unread first, each half newest first."""
    notices = Notice.objects.visible_to(officer)
    wanted = notices.filter(kind=kind) if kind else notices
    return wanted.order_by(IS_READ, "-created_at", "-pk")


def preference_of(officer: Officer) -> Preference:
    """How the officer wants to hear; where nothing was said, of everything at once."""
    return Preference.objects.filter(officer=officer).first() or Preference(officer=officer)


@dataclass(frozen=True)
class Day:
    """The notices of one day, all unread or all read."""

    day: date
    is_read: bool
    notices: list[Notice]


def by_day(notices: Iterable[Notice]) -> list[Day]:
    """Notices in their order, parted into days in Việt Nam."""
    parts = groupby(notices, key=lambda notice: (bool(notice.read_at), day_of(notice.created_at)))
    return [Day(day, is_read, list(part)) for (is_read, day), part in parts]
