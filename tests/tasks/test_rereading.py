"""A document is read again after a correction: what people decided stands, the rest follows."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from dondoc.documents.actions import register
from dondoc.documents.models import Document
from dondoc.rules.directive import read
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.models import Proposal
from dondoc.tasks.reading import drafts_of
from tests.cast import Cast
from tests.tasks.dispatches import DISPATCH

ON = date(2022, 4, 15)


@pytest.fixture
def document(cast: Cast, at: datetime) -> Document:
    for _ in (cast.office, cast.construction, cast.finance, cast.district):
        pass
    document = register(
        cast.city, by=cast.binh, at=at, text=DISPATCH, letterhead={"issued_on": date(2022, 3, 14)}
    )
    actions.propose(document, by=cast.binh, at=at, drafts=drafts_of(read(DISPATCH), cast.city, at))
    return document


def contents(document: Document) -> list[tuple[str, str]]:
    rows = document.proposals.order_by("position")
    return [(p.content.split()[0], p.state) for p in rows]


def again(cast: Cast, document: Document, at: datetime, *, less: int = 0) -> str:
    drafts = drafts_of(read(DISPATCH), cast.city, at)
    kept = drafts[: len(drafts) - less]
    return str(actions.propose(document, by=cast.binh, at=at, drafts=kept))


def test_a_second_reading_of_the_same_text_changes_nothing(
    cast: Cast, document: Document, at: datetime
) -> None:
    before = list(document.proposals.order_by("position").values())
    assert again(cast, document, at) == "giữ 4, thêm 0, bỏ 0"
    assert list(document.proposals.order_by("position").values()) == before


def test_what_was_given_dropped_or_edited_is_not_touched(
    cast: Cast, document: Document, at: datetime
) -> None:
    first, second, third, fourth = document.proposals.order_by("position")
    actions.confirm_proposal(first, by=cast.binh, at=at)
    actions.edit(second, by=cast.binh, at=at, content="Lời khác hẳn", leads=[cast.finance])
    actions.drop(third, by=cast.binh, at=at)
    actions.set_due(fourth, by=cast.binh, at=at, due=Due(ON))
    assert again(cast, document, at) == "giữ 4, thêm 0, bỏ 0"
    states = [state for _, state in contents(document)]
    assert states == ["confirmed", "proposed", "dropped", "proposed"]
    second.refresh_from_db()
    fourth.refresh_from_db()
    assert (second.content, second.leads.get()) == ("Lời khác hẳn", cast.finance)
    assert (fourth.due_on, fourth.edited) == (ON, True)


def test_untouched_ones_follow_the_text_in_their_place(
    cast: Cast, document: Document, at: datetime
) -> None:
    second = document.proposals.order_by("position")[1]
    drafts = drafts_of(read(DISPATCH), cast.city, at)
    changed = [drafts[0], replace(drafts[1], content="Kiểm tra lại"), *drafts[2:]]
    told = actions.propose(document, by=cast.binh, at=at, drafts=changed)
    assert str(told) == "giữ 4, thêm 0, bỏ 0"
    second.refresh_from_db()
    assert second.content == "Kiểm tra lại"


def test_new_ones_stand_where_the_paper_has_them_and_lost_ones_go(
    cast: Cast, document: Document, at: datetime
) -> None:
    Proposal.objects.filter(pk=document.proposals.order_by("position")[1].pk).delete()
    assert again(cast, document, at, less=1) == "giữ 2, thêm 1, bỏ 1"
    rows = list(document.proposals.order_by("position"))
    assert [row.clause for row in rows] == ["1", "2", "3"]
    assert [row.position for row in rows] == [1, 2, 3]


def test_halves_and_merged_ones_are_not_proposed_again(
    cast: Cast, document: Document, at: datetime
) -> None:
    first, second, third, _ = document.proposals.order_by("position")
    actions.split(first, by=cast.binh, at=at, first="Rà soát", second="Báo cáo")
    second.refresh_from_db()
    actions.merge(second, by=cast.binh, at=at, other=third)
    assert again(cast, document, at) == "giữ 5, thêm 0, bỏ 0"
    assert "Rà soát" in document.proposals.values_list("content", flat=True)


def test_an_order_added_by_hand_stays(cast: Cast, document: Document, at: datetime) -> None:
    actions.add(document, by=cast.binh, at=at, draft=Draft("Báo cáo tháng", [cast.finance]))
    assert again(cast, document, at) == "giữ 5, thêm 0, bỏ 0"
    assert document.proposals.order_by("-position")[0].content == "Báo cáo tháng"
