"""From words to drafts: whom an order means, by when, and what is left to a person."""

from datetime import date, datetime, time

import pytest

from dondoc.agencies.actions import establish, keep_alias
from dondoc.agencies.directory import Directory
from dondoc.agencies.models import Agency, Kind
from dondoc.journal.models import House
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.deadlines import read_deadlines
from dondoc.rules.directive import read
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.reading import Days, binding_due, drafts_of, leads_of, terms_of
from tests.cast import Cast
from tests.tasks.dispatches import DISPATCH, real_dispatch


@pytest.fixture
def city(cast: Cast) -> Agency:
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.ward):
        pass
    return cast.city


def drafts(city: Agency, at: datetime) -> list[Draft]:
    return drafts_of(read(DISPATCH), city, at)


def test_four_orders_are_found_with_their_places(city: Agency, at: datetime) -> None:
    found = drafts(city, at)
    assert [draft.clause for draft in found] == ["1", "2", "3", "4"]
    assert found[0].content.startswith("Giao Sở Xây dựng")
    assert "Giao Sở Xây dựng" in DISPATCH[found[0].start : found[0].end]


def test_printed_names_become_the_bodies_of_the_day(cast: Cast, city: Agency, at: datetime) -> None:
    first, second, *_ = drafts(city, at)
    assert (list(first.leads), list(first.supporting)) == ([cast.construction], [cast.finance])
    assert list(second.leads) == [cast.district]
    assert first.lead_confidence >= 90


def test_a_name_nobody_knows_is_left_to_a_person(city: Agency, at: datetime) -> None:
    third = drafts(city, at)[2]
    assert (list(third.leads), third.lead_confidence) == ([], 0)
    assert third.lead_text == "Ban Quản lý vịnh Mân Quang"


def test_of_two_leads_none_drops_out_unnoticed(cast: Cast, city: Agency, at: datetime) -> None:
    directory = Directory.of(city, at.date())
    both = directory.find_all(("Sở Xây dựng", "Sở Tài chính"))
    assert leads_of(both) == [cast.construction, cast.finance]
    assert leads_of(directory.find_all(("Sở Xây dựng", "Ban Quản lý vịnh"))) == []


def test_a_name_once_taught_is_known(cast: Cast, city: Agency, at: datetime) -> None:
    keep_alias(cast.district, by=cast.binh, at=at, name="Ban Quản lý vịnh Mân Quang")
    assert list(drafts(city, at)[2].leads) == [cast.district]


def test_a_group_means_each_unit_that_exists_that_day(
    cast: Cast, city: Agency, at: datetime
) -> None:
    board = establish(
        city, by=House(), at=at, name="Ban Dân tộc", kind=Kind.BOARD, from_on=date(2022, 4, 1)
    )
    assert set(drafts(city, at)[3].leads) == {cast.construction, cast.finance}
    later = drafts_of(read(DISPATCH), city, datetime(2022, 4, 2, tzinfo=at.tzinfo))
    assert set(later[3].leads) == {cast.construction, cast.finance, board}


def test_a_group_may_spare_some_and_those_concerned_are_not_guessed(
    cast: Cast, city: Agency, at: datetime
) -> None:
    directory = Directory.of(city, at.date())
    spared = directory.find("các sở, ban, ngành (trừ Sở Tài chính)")
    assert spared.agencies == (cast.construction,)
    concerned = directory.find("các cơ quan, đơn vị liên quan")
    assert (concerned.agencies, concerned.concerned) == ((), True)


def test_a_doubtful_name_comes_with_its_nearest(cast: Cast, city: Agency, at: datetime) -> None:
    found = Directory.of(city, at.date()).find("Văn phòng")
    assert [one.agency for one in found.candidates] == [cast.office]


def test_deadlines_are_fixed_and_say_how(city: Agency, at: datetime) -> None:
    first, second, third, fourth = (draft.due for draft in drafts(city, at))
    assert (first.on, first.strict) == (date(2022, 4, 15), True)
    assert second.on == date(2022, 3, 28), "26/3/2022 là thứ Bảy"
    assert "16/03/2022" in second.rule
    assert (third.on, fourth.on) == (None, None)


@pytest.mark.parametrize(
    ("words", "on", "hour"),
    [
        ("trước 17 giờ ngày 20/4/2022", date(2022, 4, 20), time(17)),
        ("trước ngày 25 hằng tháng", date(2022, 3, 25), None),
        ("khẩn trương thực hiện", None, None),
        ("thường xuyên rà soát", None, None),
        ("trước 02 ngày tổ chức hội nghị", None, None),
        ("Giao Sở Xây dựng rà soát", None, None),
    ],
)
def test_no_day_is_ever_invented(words: str, on: date | None, hour: time | None) -> None:
    issued_on = date(2022, 3, 14)
    days = Days(date(2022, 3, 16), issued_on, WorkingCalendar())
    due = binding_due(terms_of(read_deadlines(words, issued_on), days))
    assert (due.on, due.at) == (on, hour)


def test_the_real_dispatch_gives_four_orders_and_no_day(
    cast: Cast, city: Agency, at: datetime
) -> None:
    promotion = cast.body(city, "Ban Xúc tiến và Hỗ trợ đầu tư", Kind.BOARD)
    found = drafts_of(read(real_dispatch()), city, at)
    assert [list(draft.leads) for draft in found[:2]] == [[cast.district], [promotion]]
    assert len(found) == 4
    assert {cast.construction, cast.finance, cast.district, promotion} <= set(found[2].leads)
    assert list(found[3].leads) == [cast.office]
    assert [draft.due.on for draft in found] == [None] * 4
