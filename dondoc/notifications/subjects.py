"""What can be told of: how each kind of subject is loaded, named in a sentence, and opened.

A kind (the journal's word for it, `subject_kind`) without a line here is told to nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import QuerySet
from django.urls import reverse

from dondoc.journal.models import kind_of
from dondoc.tasks.models import Schedule, Task


class About(Protocol):
    """Whatever names its subject as the journal does: an entry, a notice."""

    subject_kind: str
    subject_id: int


Key = tuple[str, int]


@dataclass(frozen=True)
class Subject:
    """How the subjects of one kind are told of.

    `rows` fetches all that hearers, words and pages read, in one query; `words` are those of the
    sentences (`code` also stands in the subject of a mail); `content` is shown beneath a sentence,
    though not in mails of a subject that is `hushed`.
    """

    rows: QuerySet[Any]
    words: Callable[[Any], dict[str, str]]
    page: Callable[[Any], str]
    content: Callable[[Any], str] = lambda subject: ""
    hushed: Callable[[Any], bool] = lambda subject: False


def _due(day: date | None) -> str:
    return f"thời hạn {day:%d/%m/%Y}" if day else "không thời hạn"


SUBJECTS: dict[str, Subject] = {
    "task": Subject(
        rows=Task.objects.select_related("lead", "issuer", "document").defer("document__text"),
        words=lambda task: {
            "code": task.code, "lead": task.lead.name, "due": _due(task.due_on),
        },
        page=lambda task: reverse("tasks:detail", args=[task.code]),
        content=lambda task: task.content,
        # of a confidential document only the number is tracked, so its task says nothing either
        hushed=lambda task: bool(task.document and task.document.number_only),
    ),
    "schedule": Subject(
        rows=Schedule.objects.select_related("committee"),
        words=lambda schedule: {"code": "", "name": schedule.name},
        page=lambda schedule: reverse("tasks:schedule", args=[schedule.pk]),
    ),
}  # fmt: skip


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


def content_for_mail(subject: Any) -> str:
    """What may be said of it outside the house."""
    return "" if SUBJECTS[kind_of(subject)].hushed(subject) else content_of(subject)
