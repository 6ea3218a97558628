"""What a kind of subject must say to be told of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from dondoc.notifications.enclosures import Enclosure


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
    though not in mails of a subject that is `hushed`; `enclosed` is the file that goes with the
    mail of a notice.
    """

    rows: QuerySet[Any]
    words: Callable[[Any], dict[str, str]]
    page: Callable[[Any], str]
    content: Callable[[Any], str] = lambda subject: ""
    hushed: Callable[[Any], bool] = lambda subject: False
    enclosed: Callable[[Any, Any], Enclosure | None] = lambda notice, subject: None
