"""The register as people ask for it: by words, type, state, year; pages; what is being read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from dondoc.agencies.models import Officer
from dondoc.documents import spool
from dondoc.documents.models import Document, DocumentPage, HandIn, Type
from dondoc.jobs.models import Job
from dondoc.jobs.queue import job_of, jobs_of
from dondoc.rules.folding import fold

READ_HAND_IN = "read_hand_in"
"""The work of reading a hand-in, as the queue knows it."""
MOST_WAITING = 20
"""Hand-ins shown; older ones come when these are settled."""


@dataclass(frozen=True)
class Wanted:
    """What the address asks for; what it says wrongly is left out."""

    words: str = ""
    type: str = ""
    state: str = ""
    year: int | None = None

    @classmethod
    def said_by(cls, query: Mapping[str, str]) -> "Wanted":
        """Reads the address: ?q=…&type=plan&state=read&year=2022."""
        kind, state, year = (query.get(name, "") for name in ("type", "state", "year"))
        return cls(
            words=query.get("q", "").strip()[:200],
            type=kind if kind in Type.values else "",
            state=state if state in Document.State.values else "",
            year=int(year) if year.isdecimal() and 1945 <= int(year[:5]) <= 9999 else None,
        )


def found(officer: Officer, wanted: Wanted) -> QuerySet[Document]:
    """The visible documents that are asked for, newest arrival first."""
    documents = Document.objects.visible_to(officer).defer("text", "search")
    for word in fold(wanted.words).split():
        documents = documents.filter(search__contains=word)
    if wanted.type:
        documents = documents.filter(type=wanted.type)
    if wanted.state:
        documents = documents.filter(state=wanted.state)
    if wanted.year:
        documents = documents.filter(issued_on__year=wanted.year)
    return documents.order_by("-arrived_at", "-pk")


def years_of(officer: Officer) -> list[int]:
    """The years of issue of the documents the officer may see, newest first."""
    dates = Document.objects.visible_to(officer).filter(issued_on__isnull=False)
    return [day.year for day in dates.dates("issued_on", "year", order="DESC")]


def pages_of(document: Document) -> QuerySet[DocumentPage]:
    """The pages that were kept of a document, in order; none where its kind has no pictures."""
    return document.pages.order_by("number")


@dataclass(frozen=True)
class Waiting:
    """One's own hand-in with how far its reading is."""

    hand_in: HandIn
    name: str
    done: int = 0
    total: int = 0

    @property
    def percent(self) -> int | None:
        """How much of it is read; None before the first page is counted."""
        return 100 * self.done // self.total if self.total else None

    @property
    def words(self) -> str:
        """Where the reading stands, as one says it."""
        if not self.total:
            return "Đang chờ đến lượt đọc"
        if self.done >= self.total:
            return "Đang xem lại chữ đã đọc"
        return f"Đang đọc trang {self.done + 1}/{self.total}"


def waiting_of(hand_in: HandIn) -> Waiting:
    """How far the reading of one is."""
    return _told(hand_in, job_of(READ_HAND_IN, hand_in.pk))


def hand_ins_of(officer: Officer) -> list[Waiting]:
    """What the officer handed in and has not settled, newest first, in two queries."""
    mine = HandIn.objects.visible_to(officer).under_way().select_related("original")
    found = list(mine.defer("text", "pages").order_by("-handed_in_at", "-pk")[:MOST_WAITING])
    jobs = jobs_of(READ_HAND_IN, [one.pk for one in found])
    return [_told(one, jobs.get(one.pk)) for one in found]


def _told(hand_in: HandIn, job: Job | None) -> Waiting:
    name = hand_in.original.name if hand_in.original else spool.name_of(hand_in.spool)
    return Waiting(hand_in, name, job.done if job else 0, job.total if job else 0)
