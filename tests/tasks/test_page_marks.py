"""A proposal is marked on the picture of its page, and stays marked when slips are put right."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.documents.actions import Mended, correct_text, register
from dondoc.documents.models import Document, DocumentPage
from dondoc.rules.directive import read
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.models import Task
from dondoc.tasks.reading import drafts_of
from tests.cast import Cast
from tests.tasks.dispatches import DISPATCH

As = Callable[[Officer], Client]
HARD = "Hòa Khánh"
"""Words of the first order that the scan shows badly."""


def printed(text: str) -> list[list[Any]]:
    """Every word at a place of its own: a line of the text is a line of the page."""
    words, at = [], 0
    for y, line in enumerate(text.split("\n")):
        for word in line.split():
            at = text.index(word, at)
            x = (at - text.rfind("\n", 0, at)) / 250
            words.append([at, at + len(word), x, y / 60, x + len(word) / 260, y / 60 + 0.01, 96])
            at += len(word)
    return words


@pytest.fixture
def document(cast: Cast, at: datetime, settings: Any, tmp_path: Path) -> Document:
    settings.FILES = tmp_path
    for _ in (cast.office, cast.construction, cast.finance, cast.district):
        pass
    document = register(cast.city, by=cast.binh, at=at, text=DISPATCH, letterhead={})
    hard = DISPATCH.index(HARD)
    words = [[*w[:6], 41] if hard <= w[0] < hard + len(HARD) else w for w in printed(DISPATCH)]
    DocumentPage.objects.create(
        document=document, number=1, start=0, end=len(DISPATCH), scanned=True, words=words
    )
    actions.propose(document, by=cast.binh, at=at, drafts=drafts_of(read(DISPATCH), cast.city, at))
    return document


def page_of(client: Client, document: Document) -> str:
    return client.get(f"/documents/{document.pk}/intake/").content.decode()


def test_each_proposal_lies_on_the_picture_with_its_unit_and_day(
    cast: Cast, document: Document, as_officer: As
) -> None:
    page = page_of(as_officer(cast.binh), document)
    first = document.proposals.order_by("position")[0]
    assert f'src="/documents/{document.pk}/pages/1.png"' in page
    mark = page[page.index(f'data-mark="src-{first.pk}"') :].split("</a>")[0]
    assert mark.count("dd-mark-line") == 1, "một dòng in, một khung"
    assert mark.count("dd-mark-lead") == 1
    assert mark.count("dd-mark-due") == 1
    assert page.count('class="dd-mark-faint"') == 2
    assert f'<span class="dd-faint">{HARD.split()[0]}</span>' in page


def test_a_deadline_that_is_hard_to_read_is_asked_about(cast: Cast, document: Document) -> None:
    due = DISPATCH.index("15/4/2022")
    drafts = drafts_of(read(DISPATCH), cast.city, document.arrived_at, [(due, due + 9)])
    assert [one["about"] for one in drafts[0].doubts] == ["due"]
    assert drafts[1].doubts == []


def test_marks_and_tasks_follow_the_words_when_slips_are_put_right(
    cast: Cast, document: Document, at: datetime
) -> None:
    first = document.proposals.order_by("position")[0]
    actions.confirm_proposal(first, by=cast.binh, at=at)
    now = DISPATCH.replace("Xét đề nghị của Sở Xây dựng", "Xét đề nghị của Giám đốc Sở Xây dựng")
    correct_text(document, by=cast.binh, at=at, mended=Mended(DISPATCH, now))
    first.refresh_from_db()
    term, task = first.deadlines[0], Task.objects.get()
    assert now[first.start : first.end].startswith("1. Giao Sở Xây dựng")
    assert now[term["start"] : term["end"]] == "trước ngày 15/4/2022"
    assert (task.source_start, task.source_end) == (first.start, first.end)
    again = actions.propose(
        document, by=cast.binh, at=at, drafts=drafts_of(read(now), cast.city, at)
    )
    assert str(again) == "giữ 4, thêm 0, bỏ 0"
