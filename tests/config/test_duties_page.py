"""The page of what the house does by the clock, and the header that turns red when it stands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.actions import run_again
from dondoc.agencies.models import Officer
from dondoc.config.duties import DUTIES
from dondoc.jobs.duties import PULSE, RETRY
from dondoc.jobs.models import DutyRun, Lease
from dondoc.journal.models import Entry
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]
RED = "dd-ribbon-alarm"


def all_is_well(at: datetime) -> None:
    """Every duty was done when it was due, and somebody leads."""
    for duty in DUTIES:
        facts = {"holder": "máy-1:7", "started_at": at, "finished_at": at, "done": 3}
        DutyRun.objects.update_or_create(name=duty.name, slot=duty.slot(at), defaults=facts)
    Lease.hold("supervisor", "máy-1:7", at)


def page_of(client: Client, there: str = "/administration/duties/") -> str:
    return client.get(there).content.decode()


def test_each_duty_is_shown_with_its_hour_last_and_next_run(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    all_is_well(at)
    page = page_of(as_officer(cast.binh))
    for duty in DUTIES:
        assert duty.label in page
        assert duty.hour in page
    assert "máy-1:7" in page
    assert "07:00 17/03/2022" in page
    assert RED not in page


@pytest.mark.parametrize("who", ["lan", "binh", "quyen"])
def test_who_watches_over_the_house_sees_the_header_turn_red_when_nobody_leads(
    cast: Cast, as_officer: SignIn, at: datetime, who: str
) -> None:
    all_is_well(at - timedelta(minutes=2))
    client = as_officer(getattr(cast, who))
    there = "/agencies/"
    assert "đang ngừng tự chạy việc theo lịch" in page_of(client, there)
    Lease.hold("supervisor", "máy-2:9", at)
    assert RED not in page_of(client, there), "it is gone as soon as somebody leads again"


@pytest.mark.parametrize("who", ["hoa", "nam", "thao", "dung"])
def test_others_are_not_alarmed_and_have_no_such_page(
    cast: Cast, as_officer: SignIn, who: str
) -> None:
    client = as_officer(getattr(cast, who))
    assert RED not in page_of(client, "/agencies/")
    assert client.get("/administration/duties/").status_code == 404


def test_a_duty_that_is_late_is_named_in_the_header(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    all_is_well(at)
    DutyRun.objects.filter(name="remind").delete()
    page = page_of(as_officer(cast.lan), "/agencies/")
    assert "1 việc chạy theo lịch đang trễ" in page
    assert "Nhắc sắp đến hạn" in page


def test_a_pulse_that_only_fails_turns_the_header_red_after_ten_minutes(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    all_is_well(at)
    long_ago = at - timedelta(minutes=11)
    told = DutyRun.objects.filter(name="tell", slot=PULSE)
    told.update(finished_at=long_ago, error="Traceback\nOSError: hết đĩa")
    page = page_of(as_officer(cast.lan))
    assert RED in page
    assert "OSError: hết đĩa" in page


def test_a_clock_set_back_or_forward_frightens_nobody_for_long(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    """Runs of a future that was taken back neither count as today's nor hide them."""
    all_is_well(at)
    all_is_well(at + timedelta(days=9))
    assert RED not in page_of(as_officer(cast.lan), "/agencies/")


def failed(at: datetime) -> DutyRun:
    all_is_well(at)
    run = DutyRun.objects.get(name="remind")
    run.finished_at, run.error, run.leased_until = None, "Traceback\nValueError: nứt", at + RETRY
    run.save()
    return run


def test_one_that_failed_is_run_again_at_a_press_and_the_journal_says_who_pressed(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    run, client = failed(at), as_officer(cast.binh)
    page = page_of(client)
    assert "ValueError: nứt" in page
    assert "Chạy lại ngay" in page
    client.post(f"/administration/duties/{run.pk}/run/")
    run.refresh_from_db()
    assert run.leased_until is None
    assert Entry.objects.get(verb="dutyrun.run_again").actor_name == "Phạm Bình"


def test_neither_a_sound_run_nor_a_stranger_starts_it_again(cast: Cast, at: datetime) -> None:
    run = failed(at)
    with pytest.raises(NotPermitted):
        run_again(run, by=cast.hoa, at=at)
    DutyRun.objects.update(finished_at=at)
    with pytest.raises(Refused, match="không bị lỗi"):
        run_again(run, by=cast.lan, at=at)


def test_the_watch_costs_a_page_one_query(
    cast: Cast, as_officer: SignIn, at: datetime, django_assert_max_num_queries: Any
) -> None:
    all_is_well(at)
    client = as_officer(cast.binh)
    with django_assert_max_num_queries(14):
        page_of(client)
