"""The inbox and its doors: one's own notices, two taps to an update, what mail did not do."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from dondoc.agencies.models import Officer
from dondoc.notifications.actions import retry
from dondoc.notifications.models import Delivery, Kind, Notice, Preference
from dondoc.notifications.queries import unread_count
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from dondoc.workflow import Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]


@pytest.fixture
def told(cast: Cast, task: Task, at: datetime) -> Notice:
    """Hoa has been told of her unit's new task."""
    tell(at)
    return Notice.objects.get(officer=cast.hoa)


def test_an_officer_reads_what_he_was_told_and_opens_the_task(
    cast: Cast, told: Notice, as_officer: SignIn
) -> None:
    hoa = as_officer(cast.hoa)
    page = hoa.get("/inbox/").content.decode()
    assert "Phạm Bình giao nhiệm vụ" in page
    assert "&lt;khu vực&gt;" in page
    assert f'href="{told.url}post_update/"' in page  # two taps: the inbox, the form
    answer = hoa.get(f"/inbox/{told.pk}/")
    assert answer["Location"] == told.url
    told.refresh_from_db()
    assert told.read_at is not None
    assert unread_count(cast.hoa) == 0


@pytest.mark.parametrize("kind", Kind.values)
def test_a_notice_of_every_kind_is_drawn(
    kind: str, cast: Cast, told: Notice, as_officer: SignIn
) -> None:
    Notice.objects.filter(pk=told.pk).update(kind=kind)
    assert Kind(kind).label in as_officer(cast.hoa).get("/inbox/").content.decode()


def test_a_stranger_finds_nothing(cast: Cast, told: Notice, as_officer: SignIn) -> None:
    xuan = as_officer(cast.xuan)
    assert xuan.get(f"/inbox/{told.pk}/").status_code == 404
    assert xuan.post(f"/inbox/{told.pk}/read/").status_code == 404
    told.refresh_from_db()
    assert told.read_at is None


def test_whoever_may_not_update_is_not_offered_it(
    cast: Cast, told: Notice, as_officer: SignIn
) -> None:
    assert "post_update" not in as_officer(cast.xuan).get("/inbox/").content.decode()


def test_unread_stand_first_and_are_read_one_by_one_or_all_of_a_kind(
    cast: Cast, task: Task, told: Notice, at: datetime, as_officer: SignIn
) -> None:
    hoa = as_officer(cast.hoa)
    actions.star(task, by=cast.binh, at=at, reason="Trọng tâm")
    tell(at + timedelta(days=1))
    hoa.post(f"/inbox/{Notice.objects.get(officer=cast.hoa, step='task.star').pk}/read/")
    page = hoa.get("/inbox/").content.decode()
    assert page.index("Chưa đọc · 16/03/2022") < page.index("Đã đọc · 17/03/2022")
    assert "giao nhiệm vụ" not in hoa.get("/inbox/?kind=change").content.decode()
    hoa.post("/inbox/read_all/", {"kind": "change"})
    assert unread_count(cast.hoa) == 1
    hoa.post("/inbox/read_all/")
    assert unread_count(cast.hoa) == 0
    assert unread_count(cast.khoa) == 2


def test_a_bad_filter_shows_all(cast: Cast, told: Notice, as_officer: SignIn) -> None:
    page = as_officer(cast.hoa).get("/inbox/?kind=%00'--&page=abc")
    assert (page.status_code, "giao nhiệm vụ" in page.content.decode()) == (200, True)


def test_an_empty_inbox_says_what_will_come(cast: Cast, as_officer: SignIn) -> None:
    assert "Không có thông báo nào" in as_officer(cast.tam).get("/inbox/").content.decode()


def test_a_full_inbox_asks_the_database_a_few_questions_only(
    cast: Cast, task: Task, told: Notice, at: datetime, as_officer: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for number in range(40):
        actions.star(task, by=cast.binh, at=at, reason=f"Lần {number}")
    tell(at)
    hoa = as_officer(cast.hoa)
    with django_assert_max_num_queries(20):
        hoa.get("/inbox/")


def test_an_officer_chooses_what_comes_by_mail(
    cast: Cast, told: Notice, as_officer: SignIn
) -> None:
    hoa = as_officer(cast.hoa)
    assert hoa.get("/inbox/settings/").content.decode().count("checked") == len(Kind)
    hoa.post("/inbox/settings/", {"kinds": ["overdue", "returned"]})
    assert len(Preference.objects.get(officer=cast.hoa).unmailed) == len(Kind) - 2
    assert hoa.post("/inbox/settings/", {"kinds": ["bịa"]}).status_code == 200
    assert len(Preference.objects.get(officer=cast.hoa).unmailed) == len(Kind) - 2


def test_the_office_sees_what_did_not_go_out_and_has_it_tried_again(
    cast: Cast, told: Notice, as_officer: SignIn, settings: Settings
) -> None:
    delivery = told.deliveries.get()
    lan = as_officer(cast.lan)
    page = lan.get("/inbox/deliveries/").content.decode()
    assert "Ngô Hoa" in page
    assert "DONDOC_SMTP_HOST" in page
    settings.EMAIL_HOST = "thu.example.vn"
    lan.post(f"/inbox/deliveries/{delivery.pk}/retry/")
    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.QUEUED
    assert as_officer(cast.hoa).get("/inbox/deliveries/").status_code == 404
    assert as_officer(cast.hoa).post(f"/inbox/deliveries/{delivery.pk}/retry/").status_code == 404


def test_a_mail_that_went_out_or_has_no_address_is_not_sent_again(
    cast: Cast, told: Notice, at: datetime, settings: Settings
) -> None:
    delivery = told.deliveries.get()
    with pytest.raises(Refused, match="máy chủ thư"):
        retry(delivery, at=at)
    settings.EMAIL_HOST = "thu.example.vn"
    delivery.state = Delivery.State.SENT
    with pytest.raises(Refused, match="đã gửi xong"):
        retry(delivery, at=at)
    delivery.state = Delivery.State.SKIPPED
    delivery.notice.officer.user.email = ""
    with pytest.raises(Refused, match="chưa có địa chỉ"):
        retry(delivery, at=at)
