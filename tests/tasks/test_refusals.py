"""What the body of a move refuses, in words that say what to do."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import State, Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.tasks.lives import RESULT, given, lived

Deed = Callable[[Cast, Task, datetime], Any]
LATER = timedelta(days=60)

REFUSED: list[tuple[tuple[str, ...], Deed, str]] = [
    ((), lambda c, t, at: actions.return_to_assigner(t, by=c.khoa, at=at, reason=" "), "lý do"),
    ((), lambda c, t, at: actions.post_update(t, by=c.hoa, at=at, narrative=" "), "một câu"),
    ((), lambda c, t, at: actions.post_update(
        t, by=c.hoa, at=at, narrative="Xong", claimed_on=date(2022, 3, 17)), "tương lai"),
    ((), lambda c, t, at: actions.post_update(
        t, by=c.hoa, at=at, narrative="Chậm", obstacle="Thiếu vốn"), "đề xuất"),
    ((), lambda c, t, at: actions.submit(t, by=c.hoa, at=at, narrative="Xong"), "minh chứng"),
    ((), lambda c, t, at: actions.submit(
        t, by=c.hoa, at=at + LATER, narrative=RESULT), "lý do chậm"),
    ((), lambda c, t, at: actions.entrust(t, by=c.khoa, at=at, executor=c.xuan), "không thuộc"),
    ((), lambda c, t, at: actions.pass_down(
        t, by=c.khoa, at=at, lead=c.finance, content="Đo", due=Due()), "không trực thuộc"),
    ((), lambda c, t, at: actions.pass_down(
        t, by=c.khoa, at=at, content="Đo", due=Due(date(2022, 4, 16)),
        lead=c.body(c.construction, "Phòng Quy hoạch", "division")), "không được sau"),
    ((), lambda c, t, at: actions.ask_extension(
        t, by=c.khoa, at=at, reason="Chờ", due_on=date(2022, 4, 15)), "phải sau"),
    ((), lambda c, t, at: actions.ask_extension(
        t, by=c.khoa, at=at + LATER, reason="Chờ", due_on=date(2022, 8, 1)), "đã qua"),
    (("asked",), lambda c, t, at: actions.ask_extension(
        t, by=c.khoa, at=at, reason="Chờ", due_on=date(2022, 6, 1)), "đang chờ"),
    (("asked",), lambda c, t, at: actions.grant_extension(
        t, by=c.lan, at=at, extension=t.extensions.get(), due_on=date(2022, 5, 16)),
     "không muộn hơn"),
    (("asked",), lambda c, t, at: actions.refuse_extension(
        t, by=c.lan, at=at, extension=t.extensions.get(), answer=""), "lý do không đồng ý"),
    ((), lambda c, t, at: actions.change_deadline(
        t, by=c.lan, at=at, due=Due(), reason=""), "căn cứ"),
    ((), lambda c, t, at: actions.star(t, by=c.binh, at=at, reason=""), "lý do gắn sao"),
    ((), lambda c, t, at: actions.unstar(t, by=c.binh, at=at, reason="Hết"), "chưa được gắn sao"),
    (("starred",), lambda c, t, at: actions.unstar(t, by=c.binh, at=at, reason=""), "lý do bỏ sao"),
    ((), lambda c, t, at: actions.recall(t, by=c.binh, at=at, reason=""), "lý do thu hồi"),
    ((), lambda c, t, at: actions.revise(
        t, by=c.binh, at=at, content=" ", supporting=[], reason="Sửa"), "không được để trống"),
    (("returned",), lambda c, t, at: actions.reassign(
        t, by=c.binh, at=at, lead=c.construction), "lý do không chấp nhận"),
    (("submitted",), lambda c, t, at: actions.send_back(
        t, by=c.binh, at=at, reason=""), "chưa đạt ở điểm nào"),
    (("submitted", "confirmed"), lambda c, t, at: actions.reopen(
        t, by=c.binh, at=at, reason=""), "lý do mở lại"),
]  # fmt: skip


@pytest.mark.parametrize(("stations", "deed", "words"), REFUSED)
def test_a_move_without_sense_is_refused_in_words(
    cast: Cast, at: datetime, stations: tuple[str, ...], deed: Deed, words: str
) -> None:
    task = lived(cast, at, *stations)
    before = Entry.objects.about(task).count()
    with pytest.raises(Refused, match=words):
        deed(cast, task, at)
    assert Entry.objects.about(task).count() == before


def test_a_result_waits_for_what_was_passed_down(cast: Cast, at: datetime) -> None:
    task = lived(cast, at, "accepted")
    lead = cast.body(cast.construction, "Phòng Quy hoạch", "division")
    actions.pass_down(
        task, by=cast.khoa, at=at, lead=lead, content="Đo vẽ", due=Due(date(2022, 4, 1))
    )
    with pytest.raises(Refused, match="cấp dưới chưa xong"):
        actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)


def test_a_task_is_not_given_for_yesterday_nor_without_words(cast: Cast, at: datetime) -> None:
    with pytest.raises(Refused, match="đã qua"):
        given(cast, at, due=date(2022, 3, 15))
    with pytest.raises(Refused, match="chưa có nội dung"):
        actions.assign(cast.city, by=cast.binh, at=at, lead=cast.finance, content="", due=Due())


def test_extensions_run_out_and_each_is_counted(cast: Cast, at: datetime) -> None:
    task = lived(cast, at, "asked")
    actions.grant_extension(
        task, by=cast.nam, at=at, extension=task.extensions.get(), due_on=date(2022, 5, 1)
    )
    assert (task.extensions_granted, task.original_due_on) == (1, date(2022, 4, 15))
    with pytest.raises(Refused, match="tối đa là 1"):
        actions.ask_extension(task, by=cast.khoa, at=at, reason="Chờ nữa", due_on=date(2022, 6, 1))


def test_a_result_sent_back_is_no_result_and_is_counted(cast: Cast, at: datetime) -> None:
    task = lived(cast, at, "submitted", "sent_back")
    assert (task.state, task.submitted_at, task.times_sent_back) == (State.REWORK, None, 1)
