"""Nobody grants more than he has, and no administrator reaches above or beside his committee."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from dondoc.accounts.signing import Person
from dondoc.agencies import actions
from dondoc.agencies.models import Officer, Role
from dondoc.agencies.queries import root_of, users_visible_to
from dondoc.agencies.roles import chairman_of
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

TODAY = date(2022, 3, 16)
EVERYBODY = ("nam", "lan", "binh", "hoa", "khoa", "tam", "minh", "thu", "dung", "quyen", "xuan")


@pytest.fixture
def ward_administrator(cast: Cast) -> Officer:
    return cast.seat(cast.ward, Role.ADMINISTRATOR, "Quản trị phường", "Hồ Quản")


@pytest.mark.parametrize("role", Role.values)
def test_what_is_granted_lies_within_what_the_grantor_administers(
    cast: Cast, at: datetime, role: str, ward_administrator: Officer
) -> None:
    people = [cast.seat(cast.finance, Role.OFFICER, "Chuyên viên", f"Người {n}") for n in range(6)]
    bodies = (cast.city, cast.office, cast.construction, cast.district, cast.ward)
    for by in (cast.quyen, ward_administrator, cast.lan, cast.khoa):
        for person, body in zip(people, (*bodies, cast.ward_division), strict=True):
            try:
                seat = actions.appoint(
                    body, by=by, at=at, user=person.user, role=role, title="Thử", from_on=TODAY
                )
            except Refused:
                continue
            assert by.role == Role.ADMINISTRATOR
            assert set(seat.scope()) <= set(_below(root_of(by)))
            seat.delete()


def _below(root: object) -> list[int]:
    from dondoc.agencies.models.agencies import subtree_ids

    return subtree_ids([root])  # type: ignore[list-item]


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_lent_seat_sees_no_more_than_the_lender(cast: Cast, at: datetime, name: str) -> None:
    lender: Officer = getattr(cast, name)
    friend = cast.seat(lender.agency, Role.OFFICER, "Chuyên viên", "Người thay")
    lent = actions.delegate(
        lender, by=lender, at=at, user=friend.user, from_on=TODAY, until_on=TODAY
    )
    assert set(lent.scope()) == set(lender.scope())
    assert lent.role == lender.role


def test_nobody_appoints_or_lends_to_himself(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotPermitted, match="chính mình"):
        actions.appoint(
            cast.city, by=cast.quyen, at=at, user=cast.quyen.user, role=Role.LEADER,
            title="Chủ tịch", from_on=TODAY,
        )  # fmt: skip
    with pytest.raises(NotPermitted, match="chính mình"):
        actions.delegate(
            cast.nam, by=cast.quyen, at=at, user=cast.quyen.user, from_on=TODAY, until_on=TODAY
        )
    with pytest.raises(NotPermitted):
        actions.end_seat(cast.quyen, by=cast.quyen, at=at, last_day=TODAY)


Deed = Callable[[Cast, Officer, datetime], object]
ABOVE: dict[str, Deed] = {
    "rename": lambda c, by, at: actions.rename(
        c.district, by=by, at=at, name="UBND quận Khác", from_on=TODAY
    ),
    "move_under": lambda c, by, at: actions.move_under(
        c.ward_division, by=by, at=at, parent=c.district, from_on=TODAY
    ),
    "appoint": lambda c, by, at: actions.appoint(
        c.city, by=by, at=at, user=c.thu.user, role=Role.LEADER, title="Thử", from_on=TODAY
    ),
    "end_seat": lambda c, by, at: actions.end_seat(c.nam, by=by, at=at, last_day=TODAY),
    "disable": lambda c, by, at: actions.disable(c.nam.user, by=by, at=at, reason="Thử"),
    "set_rules": lambda c, by, at: actions.set_rules(c.city, by=by, at=at, numbers={}),
}


@pytest.mark.parametrize("deed", ABOVE.values(), ids=ABOVE)
def test_the_ward_s_administrator_reaches_nothing_above(
    cast: Cast, at: datetime, ward_administrator: Officer, deed: Deed
) -> None:
    with pytest.raises(NotPermitted):
        deed(cast, ward_administrator, at)


def test_who_sat_above_is_not_the_ward_s_to_reset(
    cast: Cast, at: datetime, ward_administrator: Officer
) -> None:
    assert cast.thu.user in users_visible_to(ward_administrator)
    assert cast.nam.user not in users_visible_to(ward_administrator)
    both = cast.seat(cast.ward, Role.LEADER, "Chủ tịch UBND phường", cast.nam.user.name)
    assert both.user == cast.nam.user
    with pytest.raises(NotPermitted):
        actions.disable(both.user, by=ward_administrator, at=at, reason="Thử")


def test_a_person_without_a_seat_administers_nothing(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotPermitted):
        actions.establish(None, by=Person(cast.hoa.user), at=at, name="UBND giả", kind="province")


def test_the_chairman_is_the_leader_who_is_no_deputy(cast: Cast, at: datetime) -> None:
    lent = actions.delegate(
        cast.son, by=cast.son, at=at, user=cast.yen.user, from_on=TODAY, until_on=TODAY
    )
    ward = cast.ward.pk
    assert chairman_of(cast.son, ward)
    assert chairman_of(lent, ward)
    assert not chairman_of(cast.yen, ward)
    assert not chairman_of(cast.hanh, ward)
    assert not chairman_of(cast.son, cast.city.pk)
