"""An objective cause of a late task: asked for, granted or refused, and never inside the rates."""

from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.remedies import actions
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.remedies.queries import month_figures
from dondoc.rules.periods import last_months
from dondoc.scorecards.queries import behind, figures
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
pytestmark = pytest.mark.django_db
WHY = "Chờ Bộ Xây dựng trả lời công văn 12/SXD, đã nhắc hai lần"


@pytest.fixture
def late(cast: Cast, at: datetime) -> Task:
    """A task of Sở Xây dựng due yesterday."""
    given = at - timedelta(days=10)
    return tasks.assign(
        cast.city, by=cast.binh, at=given, lead=cast.construction, supporting=[],
        content="Rà soát quy hoạch", due=Due((at - timedelta(days=1)).date()), tracker=cast.binh,
    )  # fmt: skip


def ask_page(task: Task) -> str:
    return reverse("remedies:ask_cause", args=[task.code])


def test_the_unit_asks_on_the_tasks_page_and_the_chairman_grants_on_his(
    cast: Cast, late: Task, at: datetime, as_officer: SignIn
) -> None:
    head = as_officer(cast.khoa)
    page = reverse("tasks:detail", args=[late.code])
    assert ask_page(late) in head.get(page).content.decode()
    head.post(ask_page(late), {"reason": " "})
    assert not ObjectiveCause.objects.exists()
    assert head.post(ask_page(late), {"reason": WHY}).status_code == 302
    assert ask_page(late) not in head.get(page).content.decode(), "asked once"
    cause = ObjectiveCause.objects.get()
    chairman = as_officer(cast.nam)
    there = reverse("remedies:cause", args=[cause.pk])
    assert there in chairman.get("/leader/").content.decode()
    assert "Công nhận nguyên nhân khách quan" in chairman.get(there).content.decode()
    grant = reverse("remedies:decide_cause", args=[cause.pk, "grant_objective"])
    assert WHY in chairman.get(grant).content.decode()
    chairman.post(grant, {"answer": ""})
    cause.refresh_from_db()
    assert cause.state == "asked", "not without words"
    chairman.post(grant, {"answer": "Đã xem công văn nhắc"})
    cause.refresh_from_db()
    assert (cause.state, cause.decided_by) == ("granted", cast.nam)
    assert "Đã xem công văn nhắc" in head.get(page).content.decode()
    assert there not in chairman.get("/leader/").content.decode()


def test_a_granted_cause_stands_beside_the_rates_and_moves_none(
    cast: Cast, late: Task, at: datetime, as_officer: SignIn
) -> None:
    month, after, asked = last_months(at.date(), 1)[0], at, at - timedelta(hours=1)
    before = figures(cast.city, month, after)
    cause = actions.ask_objective(late, by=cast.khoa, at=asked, reason=WHY)
    actions.grant_objective(cause, by=cast.lan, at=asked + timedelta(minutes=1), answer="Đúng")
    rows = figures(cast.city, month, after)
    changed = [
        name
        for old, new in zip(before, rows, strict=True)
        for name, value in vars(old.tally).items()
        if vars(new.tally)[name] != value
    ]
    assert changed == ["objective"]
    (task,) = behind(cast.city, month, after, cast.construction.pk, "objective")
    assert task.task == late
    assert not behind(cast.city, month, asked, None, "objective"), "not yet granted then"
    page = as_officer(cast.lan).get("/scorecards/").content.decode()
    assert "chậm do khách quan" in page


def test_who_asks_and_who_decides(cast: Cast, late: Task, at: datetime) -> None:
    for stranger in (cast.xuan, cast.binh, cast.tam):
        with pytest.raises(NotPermitted):
            actions.ask_objective(late, by=stranger, at=at, reason=WHY)
    cause = actions.ask_objective(late, by=cast.hoa, at=at, reason=WHY)
    for nobody in (cast.khoa, cast.binh):
        with pytest.raises(NotPermitted):
            actions.grant_objective(cause, by=nobody, at=at, answer="Đúng")
    with pytest.raises(Refused, match="Đã có đề nghị"):
        actions.ask_objective(late, by=cast.khoa, at=at, reason=WHY)
    actions.refuse_objective(cause, by=cast.lan, at=at, answer="Chưa đủ căn cứ")
    again = actions.ask_objective(late, by=cast.khoa, at=at, reason=f"{WHY}, kèm văn bản")
    assert again.state == "asked", "with new grounds it may be asked again"


def test_what_is_not_late_has_no_cause_to_grant(cast: Cast, at: datetime) -> None:
    task = tasks.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, supporting=[],
        content="Rà soát", due=Due((at + timedelta(days=20)).date()), tracker=cast.binh,
    )  # fmt: skip
    with pytest.raises(Refused, match="xin gia hạn"):
        actions.ask_objective(task, by=cast.khoa, at=at, reason=WHY)


def test_the_side_that_decides_and_the_unit_that_asked_are_told(
    cast: Cast, late: Task, at: datetime
) -> None:
    assert all((cast.lan, cast.hoa, cast.khoa))
    tell(at)
    cause = actions.ask_objective(late, by=cast.khoa, at=at, reason=WHY)
    tell(at)
    heard = Notice.objects.about(cause)
    assert {one.officer for one in heard} == {cast.lan}
    assert heard.get().url == reverse("remedies:cause", args=[cause.pk])
    actions.refuse_objective(cause, by=cast.lan, at=at, answer="Chưa đủ căn cứ")
    tell(at)
    assert cast.hoa in {one.officer for one in Notice.objects.about(cause)}


def test_others_see_neither_the_list_nor_the_cause(
    cast: Cast, late: Task, at: datetime, as_officer: SignIn
) -> None:
    cause = actions.ask_objective(late, by=cast.khoa, at=at, reason=WHY)
    there = reverse("remedies:cause", args=[cause.pk])
    other = as_officer(cast.xuan)
    assert other.get(there).status_code == 404
    assert WHY not in other.get("/causes/").content.decode()
    assert other.get(ask_page(late)).status_code == 404
    office = as_officer(cast.lan)
    assert WHY in office.get("/causes/?state=asked").content.decode()
    assert office.get("/causes/?state=" + quote("không có")).status_code == 200
    assert office.get(f"{there}close/").status_code == 404


def test_a_cause_of_poor_quality_excuses_no_lateness(cast: Cast, late: Task, at: datetime) -> None:
    month, asked = last_months(at.date(), 1)[0], at - timedelta(hours=1)
    poor = actions.call_for(
        cast.city, by=cast.lan, at=asked, unit=cast.construction, ground=Remedy.Ground.POOR,
        month=month.from_on, task=late,
    )  # fmt: skip
    cause = actions.ask_objective(poor, by=cast.khoa, at=asked, reason=WHY)
    actions.grant_objective(cause, by=cast.lan, at=asked, answer="Đúng")
    assert not behind(cast.city, month, at, None, "objective")


def test_a_cause_granted_before_the_month_ends_is_told_with_its_remedy(
    cast: Cast, late: Task, at: datetime
) -> None:
    cause = actions.ask_objective(late, by=cast.khoa, at=at, reason=WHY)
    actions.grant_objective(cause, by=cast.lan, at=at, answer="Đúng")
    month = last_months(at.date(), 1)[0].from_on
    for ground in (Remedy.Ground.LATE, Remedy.Ground.POOR):
        actions.call_for(
            cast.city, by=cast.lan, at=at, unit=cast.construction, ground=ground, month=month,
            task=late,
        )  # fmt: skip
    told = month_figures(cast.city, month, at)[cast.construction.pk]
    (remedy,) = told.behind("granted")
    assert (remedy.ground, remedy.excuse) == (Remedy.Ground.LATE, cause)
