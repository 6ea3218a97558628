"""The register as people ask for it: by words, type, state, year."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from dondoc.agencies.models import Officer
from dondoc.documents.models import Document, DocumentPage, Type
from dondoc.rules.folding import fold


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
