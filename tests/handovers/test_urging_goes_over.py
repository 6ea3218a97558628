"""A unit that was urged, and spoken to by a leader, is merged: nothing waits for the absent."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.holdings import OF_UNITS
from dondoc.handovers.models import Handover
from dondoc.handovers.orphans import orphans_of
from dondoc.journal.models import Entry
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging import actions as urging
from dondoc.urging.models import LeaderWord, Slip
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.handovers.stage import given, merges

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=5)
ANSWER = "Đã họp với tư vấn, hoàn thiện hồ sơ trong tuần này."


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


def urged(cast: Cast, at: datetime) -> tuple[Task, Slip, LeaderWord]:
    """Sở Xây dựng is late with a task, has a letter to answer and a leader's word; then it ends."""
    assert cast.xuan
    due = Due(day_of(at) - timedelta(days=9))
    task = given(cast, at - timedelta(days=30), executor=None, leader=cast.nam, due=due)
    slip = urging.draw_up_slip(
        cast.city, by=cast.binh, at=at, kind="letter", unit=cast.construction, tasks=[task]
    )
    urging.send_slip(slip, by=cast.lan, at=at)
    word = urging.say_word(task, by=cast.nam, at=at, kind="explain", words="Vì sao chậm?")
    merges(cast.construction, [cast.finance], at)
    return task, slip, word


def carried_out(cast: Cast, at: datetime) -> Handover:
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    return handover


def test_what_a_leader_asked_of_it_its_successor_answers(cast: Cast, at: datetime) -> None:
    _, _, word = urged(cast, at)
    head = cast.seat(cast.finance, "unit_head", "Giám đốc Sở", "Ngô Tài")
    with pytest.raises(NotPermitted):
        urging.answer_word(word, by=head, at=at, answer=ANSWER)
    until = word.answer_on
    carried_out(cast, at)
    word.refresh_from_db()
    assert (word.unit, word.words, word.answer_on) == (cast.finance, "Vì sao chậm?", until)
    assert Entry.objects.about(word).latest("seq").verb == "leaderword.succeed_in_word"
    urging.answer_word(word, by=head, at=at + LATER, answer=ANSWER)


def test_a_word_already_answered_can_still_be_asked_again(cast: Cast, at: datetime) -> None:
    _, _, word = urged(cast, at)
    LeaderWord.objects.filter(pk=word.pk).update(state=LeaderWord.State.ANSWERED, answer=ANSWER)
    carried_out(cast, at)
    word.refresh_from_db()
    urging.return_word(word, by=cast.nam, at=at + LATER, remark="Nêu rõ ngày xong.")
    head = cast.seat(cast.finance, "unit_head", "Giám đốc Sở", "Ngô Tài")
    assert LeaderWord.objects.waiting().visible_to(head).get() == word


def test_a_letter_keeps_its_addressee_and_the_successor_is_urged_anew(
    cast: Cast, at: datetime
) -> None:
    task, slip, _ = urged(cast, at)
    carried_out(cast, at)
    slip.refresh_from_db()
    task.refresh_from_db()
    assert (slip.unit, slip.state) == (cast.construction, Slip.State.CLOSED)
    assert slip.remark.endswith("việc chuyển Sở Tài chính.")
    assert Entry.objects.about(slip).latest("seq").verb == "slip.succeed_in_slip"
    again = urging.draw_up_slip(
        cast.city, by=cast.binh, at=at + LATER, kind="letter", unit=cast.finance, tasks=[task]
    )
    assert again.unit == cast.finance


def test_the_page_of_what_has_no_owner_counts_them_until_they_went_over(
    cast: Cast, at: datetime, as_officer: Any
) -> None:
    urged(cast, at)
    client: Client = as_officer(cast.lan)
    counted = {one.key: n for one, n in orphans_of(cast.lan, day_of(at)).by_holding()}
    assert (counted["word"], counted["slip"]) == (1, 1)
    page = client.get(reverse("handovers:orphans")).content.decode()
    assert "Ý kiến của lãnh đạo chưa xong" in page
    assert "Phiếu, công văn đôn đốc chưa trả lời" in page
    handover = carried_out(cast, at)
    assert orphans_of(cast.lan, day_of(at)).bodies == []
    listed = client.get(reverse("handovers:detail", args=[handover.pk])).content.decode()
    assert "Vì sao chậm?" in listed
    assert not any(kind.held_by(cast.construction).exists() for kind in OF_UNITS)


def test_neither_goes_over_twice_nor_to_a_body_that_ended(cast: Cast, at: datetime) -> None:
    _, slip, word = urged(cast, at)
    said: dict[str, Any] = {"by": cast.lan, "at": at, "ended": cast.construction, "handover": "thử"}
    for move, row in ((urging.succeed_in_word, word), (urging.succeed_in_slip, slip)):
        with pytest.raises(Refused, match="không hoạt động"):
            move(row, successor=cast.construction, **said)
        with pytest.raises(NotPermitted):
            move(row, successor=cast.finance, **said | {"by": cast.tam})
        move(row, successor=cast.finance, **said)
        with pytest.raises(NotNow):
            move(row, successor=cast.finance, **said)
