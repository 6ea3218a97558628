"""Taking documents in, and putting right what was read wrongly."""

from datetime import date, datetime

import pytest

from dondoc.documents import actions
from dondoc.documents.models import Document, Register
from dondoc.journal.models import Entry
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

HEAD = {"number": "815/UBND-KSTT", "issuer": "UBND thành phố", "issued_on": date(2022, 3, 14)}


@pytest.fixture
def document(cast: Cast, at: datetime) -> Document:
    return actions.register(
        cast.city, by=cast.binh, at=at, text="1. Giao Sở Xây dựng rà soát.", letterhead=dict(HEAD)
    )


def test_a_document_is_taken_in_and_remembered(document: Document) -> None:
    assert document.state == Document.State.REGISTERED
    assert [e.verb for e in Entry.objects.about(document)] == ["document.register"]
    assert "815/ubnd-kstt" in document.search


def test_a_stranger_keeps_no_register_of_the_city(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotPermitted):
        actions.register(cast.city, by=cast.hoa, at=at, letterhead=dict(HEAD))
    assert not Document.objects.exists()


def test_of_a_secret_only_the_number_is_kept(cast: Cast, at: datetime) -> None:
    for told in ({"text": "nội dung"}, {"letterhead": {**HEAD, "subject": "trích yếu"}}):
        with pytest.raises(Refused, match="mật"):
            actions.register(
                cast.city, by=cast.binh, at=at, number_only=True,
                **{"letterhead": dict(HEAD), **told},
            )  # fmt: skip
    kept = actions.register(cast.city, by=cast.binh, at=at, number_only=True, letterhead=dict(HEAD))
    assert kept.number_only
    assert kept.text == ""


def test_what_was_read_wrongly_is_put_right_and_both_are_kept(
    cast: Cast, document: Document, at: datetime
) -> None:
    actions.correct(document, by=cast.binh, at=at, letterhead={"number": "816/UBND-KSTT"})
    entry = Entry.objects.about(document).get(verb="document.correct")
    assert (entry.was["number"], entry.now["number"]) == ("815/UBND-KSTT", "816/UBND-KSTT")
    with pytest.raises(Refused):
        actions.correct(document, by=cast.binh, at=at, letterhead={"state": "closed"})
    with pytest.raises(NotPermitted):
        actions.correct(document, by=cast.hoa, at=at, letterhead={"number": "1"})


def test_the_same_number_of_the_same_issuer_and_year_is_the_same_paper(
    cast: Cast, document: Document
) -> None:
    def twins(number: str, issuer: str, day: date | None) -> list[Document]:
        return list(actions.same_number(cast.city, number, issuer, day))

    assert twins("815/ubnd-kstt", "Ubnd Thành phố", date(2022, 9, 1)) == [document]
    assert twins("815/UBND-KSTT", "UBND thành phố", date(2023, 3, 14)) == []
    assert twins("815/UBND-KSTT", "Sở Xây dựng", date(2022, 3, 14)) == []
    assert twins("", "UBND thành phố", None) == []


def test_a_document_is_issued_under_the_next_number(cast: Cast, at: datetime) -> None:
    said = {"series": "công văn", "symbol": "UBND-KSTT", "issued_on": date(2022, 3, 16)}
    first, second = (
        actions.issue(cast.city, by=cast.lan, at=at, text="…", original=None, letterhead={}, **said)
        for _ in range(2)
    )
    assert (first.number, second.number) == ("01/UBND-KSTT", "02/UBND-KSTT")
    assert Register.objects.get(series="công văn").last == 2
