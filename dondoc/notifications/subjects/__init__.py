"""What can be told of: how each kind of subject is loaded, named in a sentence, and opened.

A kind (the journal's word for it, `subject_kind`) without a line in its room's module is told to
nobody.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dondoc.journal.models import kind_of
from dondoc.notifications.enclosures import Enclosure
from dondoc.notifications.subjects import (
    handovers,
    meetings,
    programmes,
    remedies,
    reports,
    tasks,
    urging,
    weeks,
)
from dondoc.notifications.subjects.kinds import About, Key, Subject

SUBJECTS: dict[str, Subject] = {
    kind: subject
    for room in (tasks, meetings, programmes, weeks, remedies, reports, handovers, urging)
    for kind, subject in room.SUBJECTS.items()
}


def subjects_of(those: Iterable[About]) -> dict[Key, Any]:
    """The subjects of entries or notices by `key_of` each: one query for each kind."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in those:
        wanted[one.subject_kind].add(one.subject_id)
    return {
        (kind, pk): subject
        for kind, ids in wanted.items()
        if kind in SUBJECTS
        for pk, subject in SUBJECTS[kind].rows.in_bulk(ids).items()
    }


def key_of(one: About) -> Key:
    """Under which `subjects_of` gives the subject."""
    return one.subject_kind, one.subject_id


def words_of(subject: Any) -> dict[str, str]:
    """What sentences about it may name."""
    return SUBJECTS[kind_of(subject)].words(subject)


def page_of(subject: Any) -> str:
    """Where it is read."""
    return SUBJECTS[kind_of(subject)].page(subject)


def content_of(subject: Any) -> str:
    """What it is about, for whoever has signed in."""
    return SUBJECTS[kind_of(subject)].content(subject)


def enclosed_with(notice: Any, subject: Any) -> Enclosure | None:
    """The file that goes with the mail of this notice, made from its subject as it is now."""
    return SUBJECTS[kind_of(subject)].enclosed(notice, subject)


def content_for_mail(subject: Any) -> str:
    """What may be said of it outside the house."""
    return "" if SUBJECTS[kind_of(subject)].hushed(subject) else content_of(subject)
