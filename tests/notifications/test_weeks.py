"""Who is told of the week: all of a new one, and at once those whom a change concerns."""

from datetime import datetime, time
from typing import Any

import pytest

from dondoc.agencies.models import Officer
from dondoc.journal.models import Untold
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.planning import actions
from dondoc.planning.week_facts import facts_now
from tests.cast import Cast
from tests.planning.hall import Hall


@pytest.fixture
def hall(cast: Cast, at: datetime, settings: Any, tmp_path: Any) -> Hall:
    settings.FILES = tmp_path
    hall = Hall(cast, at)
    people = (hall.lam, hall.vy, hall.khanh, hall.nhung, hall.toan, hall.truc, hall.thu)
    assert all(people)
    Untold.objects.all().delete()
    return hall


def told(officer: Officer) -> list[str]:
    return [n.step for n in Notice.objects.filter(officer=officer).order_by("pk")]


def test_a_proposal_is_told_to_the_office_and_its_fate_to_the_unit(
    hall: Hall, at: datetime
) -> None:
    entry = hall.proposed(by=hall.truc)
    tell(at)
    assert told(hall.khanh) == told(hall.nhung) == ["weekentry.propose_entry"]
    assert told(hall.lam) == []
    actions.decline_entry(entry, by=hall.nhung, at=at, reason="Trùng họp HĐND")
    tell(at)
    assert told(hall.truc) == told(hall.toan) == ["weekentry.decline_entry"]
    assert "Trùng họp HĐND" in Notice.objects.get(officer=hall.toan).words


def test_a_published_week_is_told_to_all_of_the_committee(hall: Hall, at: datetime) -> None:
    week = hall.arranged().week
    actions.submit_week(week, by=hall.nhung, at=at)
    actions.send_back_week(week, by=hall.lam, at=at, reason="Dời sang chiều")
    actions.publish_week(week, by=hall.lam, at=at)
    tell(at)
    assert told(hall.vy) == ["week.publish_week"]
    assert "week.submit_week" in told(hall.lam)
    assert told(hall.khanh) == ["week.send_back_week", "week.publish_week"]
    assert told(hall.truc) == told(hall.thu) == ["week.publish_week"]
    assert told(hall.cast.hoa) == []
    notice = Notice.objects.get(officer=hall.truc)
    assert notice.words == "Hoàng Lâm ban hành lịch công tác tuần 12 từ 21/03/2022."
    assert notice.url == "/weeks/?on=2022-03-21"


def test_a_change_is_told_at_once_to_those_it_concerns(hall: Hall, at: datetime) -> None:
    entry = hall.arranged(
        bodies=[hall.culture], persons=[hall.truc], preparing=hall.economy, follower=hall.khanh
    )
    hall.published(entry)
    tell(at)
    Notice.objects.all().delete()
    later = {**facts_now(entry), "starts_at": time(14), "ends_at": None}
    actions.arrange_entry(entry, by=hall.nhung, at=at, facts=later, reason="Chủ tịch bận")
    tell(at)
    for concerned in (hall.lam, hall.thu, hall.truc, hall.toan, hall.khanh):
        assert told(concerned) == ["weekentry.arrange_entry"]
    assert told(hall.vy) == told(hall.nhung) == []
    assert Notice.objects.get(officer=hall.lam).words == (
        "Thái Nhung đổi lịch, nay là 14h00 thứ Ba 22/03/2022 (trước: 08h00 – 09h30 thứ Ba "
        "22/03/2022): Chủ tịch bận"
    )
    actions.cancel_entry(entry, by=hall.lam, at=at, reason="Mưa bão")
    tell(at)
    assert told(hall.thu)[-1] == "weekentry.cancel_entry"


def test_what_is_only_arranged_is_told_to_nobody_outside_the_office(
    hall: Hall, at: datetime
) -> None:
    entry = hall.arranged()
    actions.arrange_entry(
        entry, by=hall.nhung, at=at, facts={**facts_now(entry), "place": "Nhà văn hóa"}
    )
    tell(at)
    assert not Notice.objects.exists()
