"""Each deed is told to each who must hear, once, whatever breaks meanwhile."""

from datetime import date, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.journal.models import Untold
from dondoc.notifications import noticing
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Kind, Notice
from dondoc.notifications.seats import Seats
from dondoc.notifications.telling import tell, tell_once
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."


def told(officer: Officer) -> list[str]:
    return [n.step for n in Notice.objects.filter(officer=officer).order_by("pk")]


def test_an_assignment_is_told_once_to_the_unit_and_not_to_who_made_it(
    cast: Cast, task: Task, at: datetime
) -> None:
    for _ in range(50):
        tell(at)
    assert told(cast.hoa) == told(cast.khoa) == told(cast.xuan) == ["task.assign"]
    assert told(cast.binh) == []
    notice = Notice.objects.get(officer=cast.hoa)
    assert (
        notice.words == f"Phạm Bình giao nhiệm vụ {task.code} cho Sở Xây dựng, thời hạn 15/04/2022."
    )
    assert (notice.kind, notice.url) == (Kind.ASSIGNED, reverse("tasks:detail", args=[task.code]))
    assert not Untold.objects.exists()


def test_a_life_of_a_task_is_told_to_either_side(cast: Cast, task: Task, at: datetime) -> None:
    asked = actions.ask_extension(
        task, by=cast.khoa, at=at, reason="Chờ ý kiến Bộ", due_on=date(2022, 5, 15)
    )
    actions.refuse_extension(task, by=cast.lan, at=at, extension=asked, answer="Phải đúng hạn")
    actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)
    actions.send_back(task, by=cast.binh, at=at, reason="Thiếu tờ trình")
    actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)
    actions.confirm(task, by=cast.binh, at=at)
    actions.reopen(task, by=cast.binh, at=at, reason="Báo cáo lại")
    actions.star(task, by=cast.binh, at=at, reason="Trọng tâm")
    actions.entrust(task, by=cast.khoa, at=at, executor=cast.tam)
    actions.recall(task, by=cast.lan, at=at, reason="Giao nhầm")
    tell(at)
    assert told(cast.binh) == ["task.ask_extension", "task.submit", "task.submit"]
    assert told(cast.khoa) == [
        "task.assign", "task.refuse_extension", "task.send_back", "task.confirm", "task.reopen",
        "task.star", "task.recall",
    ]  # fmt: skip
    # the past is told of the task as it stands: Tâm is entrusted by the time the bell rings
    assert "task.entrust" in told(cast.tam)


def test_what_is_passed_down_is_told_once_to_the_body_below(
    cast: Cast, task: Task, at: datetime
) -> None:
    task = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.district, content="Kiểm tra", due=Due()
    )
    head = cast.seat(cast.district, "office_head", "Chánh Văn phòng", "Lý Sơn")
    assert cast.thu
    tell(at)
    actions.pass_down(task, by=head, at=at, lead=cast.ward_division, content="Kiểm tra", due=Due())
    tell(at)
    assert told(cast.thu) == ["task.assign"]


def test_a_poisoned_entry_is_put_off_and_does_not_stop_the_bell(
    cast: Cast, task: Task, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.finance, content="Việc khác", due=Due()
    )
    sentence = noticing.sentence

    def poisoned(step: str, deed: Deed) -> str:
        if deed.subject.pk == task.pk:
            raise ValueError("hỏng")
        return sentence(step, deed)

    monkeypatch.setattr(noticing, "sentence", poisoned)
    tell(at)
    assert [n.subject_id for n in Notice.objects.filter(officer=cast.xuan)] == [good.pk]
    put_off = Untold.objects.get()
    assert (put_off.failures, put_off.not_before) == (1, at + timedelta(minutes=2))
    monkeypatch.setattr(noticing, "sentence", sentence)
    assert tell(at + timedelta(minutes=1)) == 0
    assert tell(at + timedelta(minutes=2)) == 1
    assert told(cast.hoa) == ["task.assign"]


def test_nothing_is_half_told_when_the_house_falls_mid_way(
    cast: Cast, task: Task, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*args: object, **facts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(QuerySet, "delete", fall)
    with pytest.raises(KeyboardInterrupt):
        tell_once(at, Seats(day_of(at)))
    monkeypatch.undo()
    assert not Notice.objects.exists()
    tell(at)
    assert told(cast.hoa) == ["task.assign"]


def test_without_a_mail_server_the_inbox_still_works_and_says_why_no_mail_went(
    cast: Cast, task: Task, at: datetime
) -> None:
    tell(at)
    delivery = Delivery.objects.filter(notice__officer=cast.hoa).get()
    assert (delivery.state, "máy chủ thư" in delivery.error) == (Delivery.State.SKIPPED, True)


@pytest.mark.usefixtures("committed")
def test_two_bells_at_once_tell_each_deed_once(cast: Cast, task: Task, at: datetime) -> None:
    for number in range(30):
        actions.star(task, by=cast.binh, at=at, reason=f"Lần {number}")

    def ring() -> None:
        tell_once(at, Seats(day_of(at)), 3)
        tell(at)
        connection.close()

    bells = [Thread(target=ring) for _ in range(2)]
    for bell in bells:
        bell.start()
    for bell in bells:
        bell.join()
    assert sorted(told(cast.hoa)) == ["task.assign"] + ["task.star"] * 30  # in whatever order
    assert not Untold.objects.exists()
