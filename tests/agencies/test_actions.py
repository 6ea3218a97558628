"""Bodies renamed, moved, ended; seats taken, lent, ended: dated, recorded, by the right one."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.agencies import actions
from dondoc.agencies.models import Agency, CalendarDay, Charge, CommitteeRules, Kind, Officer, Role
from dondoc.agencies.queries import directory
from dondoc.journal.models import Entry
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

TODAY = date(2022, 3, 16)
DECISION = "Quyết định số 15/QĐ-UBND ngày 10/02/2022"


def test_a_renamed_body_keeps_its_old_name_in_the_past(cast: Cast, at: datetime) -> None:
    body = cast.construction
    actions.rename(
        body, by=cast.quyen, at=at, name="Sở Xây dựng và Quy hoạch", from_on=date(2022, 3, 1),
        basis=DECISION,
    )  # fmt: skip
    then = {row.pk: row.name for row in directory(date(2022, 2, 28))}
    now = {row.pk: row.name for row in directory(TODAY)}
    assert (then[body.pk], now[body.pk]) == ("Sở Xây dựng", "Sở Xây dựng và Quy hoạch")
    entry = Entry.objects.about(body).get(verb="agency.rename")
    assert (entry.was["name"], entry.now["name"]) == ("Sở Xây dựng", "Sở Xây dựng và Quy hoạch")
    with pytest.raises(Refused, match="không sau hôm nay"):
        actions.rename(body, by=cast.quyen, at=at, name="Sở X", from_on=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="sau lần thay đổi trước"):
        actions.rename(body, by=cast.quyen, at=at, name="Sở X", from_on=date(2022, 2, 1))
    with pytest.raises(NotPermitted):
        actions.rename(body, by=cast.hoa, at=at, name="Sở X", from_on=TODAY)


def test_a_body_moves_with_all_below_it_and_the_past_stays(cast: Cast, at: datetime) -> None:
    division, ward, district = cast.ward_division, cast.ward, cast.district
    actions.move_under(ward, by=cast.quyen, at=at, parent=cast.city, from_on=date(2022, 3, 1))
    division.refresh_from_db()
    assert ward.path == f"{cast.city.path}{ward.pk}/"
    assert division.path == f"{ward.path}{division.pk}/"
    assert division.committee_id == ward.pk
    parents = {row.pk: row.parent for row in directory(date(2022, 2, 28))}
    assert parents[ward.pk] == district.name
    assert {row.pk: row.parent for row in directory(TODAY)}[ward.pk] == cast.city.name
    with pytest.raises(Refused, match="chính nó"):
        actions.move_under(ward, by=cast.quyen, at=at, parent=division, from_on=TODAY)


def test_a_division_moved_to_another_committee_belongs_to_it(cast: Cast, at: datetime) -> None:
    division = cast.ward_division
    actions.move_under(division, by=cast.quyen, at=at, parent=cast.district, from_on=TODAY)
    assert division.committee_id == cast.district.pk


def test_two_bodies_merge_into_one(cast: Cast, at: datetime) -> None:
    hoa, last = cast.hoa, date(2022, 3, 31)
    actions.dissolve(
        cast.construction, by=cast.quyen, at=at, until_on=last, successors=[cast.finance],
        basis=DECISION,
    )  # fmt: skip
    hoa.refresh_from_db()
    assert hoa.until_on == last
    assert cast.construction.successions.get().successor == cast.finance
    names = {row.name for row in directory(date(2022, 4, 1))}
    assert "Sở Xây dựng" not in names
    assert "Sở Xây dựng" in {row.name for row in directory(last)}
    with pytest.raises(Refused, match="đã kết thúc"):
        actions.dissolve(cast.construction, by=cast.quyen, at=at, until_on=last)


def test_a_body_with_others_below_does_not_end(cast: Cast, at: datetime) -> None:
    assert cast.ward_division.pk
    with pytest.raises(Refused, match="Còn 1 đơn vị"):
        actions.dissolve(cast.ward, by=cast.quyen, at=at, until_on=TODAY)


def test_identifiers_have_the_official_form(cast: Cast, at: datetime) -> None:
    said = {"symbol": "SXD", "place": "Đà Nẵng", "is_scored": True}
    actions.describe(
        cast.construction, by=cast.quyen, at=at, identifier="H17.1.5",
        old_identifier="000.00.05.H17", **said,
    )  # fmt: skip
    for wrong in ("17.H1", "Z17.1", "H17..1", "H17." + "1" * 40):
        with pytest.raises(Refused, match="QĐ 20/2020"):
            actions.describe(
                cast.construction, by=cast.quyen, at=at, identifier=wrong, old_identifier="", **said
            )


def test_names_and_fields_are_kept_and_let_go(cast: Cast, at: datetime) -> None:
    body, by = cast.construction, cast.binh
    actions.keep_alias(body, by=by, at=at, name="Sở XD")
    assert body.aliases.get().folded == "so xd"
    actions.forget_alias(body, by=by, at=at, name="sở xd")
    with pytest.raises(Refused, match="không còn"):
        actions.forget_alias(body, by=by, at=at, name="Sở XD")
    field = actions.found_field(cast.city, by=cast.quyen, at=at, name="Xây dựng")
    foreign = actions.found_field(cast.district, by=cast.quyen, at=at, name="Xây dựng")
    actions.set_fields(body, by=cast.quyen, at=at, fields=[field])
    assert list(body.fields.all()) == [field]
    with pytest.raises(Refused, match="UBND mà cơ quan trực thuộc"):
        actions.set_fields(body, by=cast.quyen, at=at, fields=[foreign])
    with pytest.raises(Refused, match="đã có"):
        actions.found_field(cast.city, by=cast.quyen, at=at, name="Xây dựng")


def test_nam_takes_charge_until_another_does(cast: Cast, at: datetime) -> None:
    field = actions.found_field(cast.city, by=cast.quyen, at=at, name="Xây dựng")
    actions.put_in_charge(cast.nam, by=cast.quyen, at=at, field=field, from_on=date(2022, 1, 1))
    other = cast.seat(cast.city, Role.LEADER, "Phó Chủ tịch UBND", "Lê Bắc")
    actions.put_in_charge(other, by=cast.quyen, at=at, field=field, from_on=TODAY)
    assert Charge.objects.get(officer=cast.nam).until_on == date(2022, 3, 15)


def test_nam_lends_his_seat_to_lan_while_away(cast: Cast, at: datetime) -> None:
    lent = actions.delegate(
        cast.nam, by=cast.nam, at=at, user=cast.lan.user, from_on=TODAY, until_on=date(2022, 3, 20)
    )
    assert (lent.role, lent.agency_id) == (Role.LEADER, cast.city.pk)
    assert lent.full_title.endswith("(thay Lê Nam)")
    actions.found_field(cast.city, by=cast.quyen, at=at, name="Nội vụ")
    entry = Entry.objects.about(lent).get()
    assert entry.actor_name == "Lê Nam"
    assert entry.said["user"]["name"] == "Trần Lan"
    with pytest.raises(Refused, match="không được ủy quyền tiếp"):
        actions.delegate(
            lent, by=lent, at=at, user=cast.binh.user, from_on=TODAY, until_on=date(2022, 3, 18)
        )
    actions.end_seat(lent, by=cast.nam, at=at, last_day=date(2022, 3, 15))
    assert not Officer.objects.filter(pk=lent.pk).seated_on(TODAY)


def test_a_seat_is_lent_only_within_the_committee_and_its_own_days(
    cast: Cast, at: datetime
) -> None:
    soon = date(2022, 3, 20)
    outsider = cast.thu.user
    with pytest.raises(Refused, match="cùng UBND"):
        actions.delegate(cast.nam, by=cast.nam, at=at, user=outsider, from_on=TODAY, until_on=soon)
    with pytest.raises(Refused, match="trở về trước"):
        actions.delegate(
            cast.nam, by=cast.nam, at=at, user=cast.lan.user, from_on=date(2022, 3, 1),
            until_on=soon,
        )  # fmt: skip
    with pytest.raises(NotPermitted):
        actions.delegate(
            cast.nam, by=cast.binh, at=at, user=cast.lan.user, from_on=TODAY, until_on=soon
        )


def test_when_a_seat_ends_what_was_lent_from_it_ends(cast: Cast, at: datetime) -> None:
    lent = actions.delegate(
        cast.nam, by=cast.nam, at=at, user=cast.lan.user, from_on=TODAY, until_on=date(2022, 3, 30)
    )
    actions.end_seat(cast.nam, by=cast.quyen, at=at, last_day=date(2022, 3, 20))
    lent.refresh_from_db()
    assert lent.until_on == date(2022, 3, 20)


def test_a_newcomer_gets_account_and_seat_or_neither(cast: Cast, at: datetime) -> None:
    said = {"by": cast.quyen, "at": at, "name": "Võ Mới", "from_on": TODAY, "title": "Chuyên viên"}
    seat = actions.seat_newcomer(
        cast.finance, username=" VoMoi ", password=Secret("mot-lan-dung-thoi"), role=Role.OFFICER,
        **said,
    )  # fmt: skip
    assert seat.user.username == "vomoi"
    assert seat.user.must_change_password
    assert seat.user.check_password("mot-lan-dung-thoi")
    assert not [e for e in Entry.objects.all() if "mot-lan" in e.content()]
    assert Entry.objects.get(verb="user.open_account").subject_id == seat.user_id
    with pytest.raises(Refused, match="đã có người dùng"):
        actions.seat_newcomer(
            cast.finance, username="vomoi", password=None, role=Role.OFFICER, **said
        )
    with pytest.raises(Refused, match="chỉ có ở UBND"):
        actions.seat_newcomer(
            cast.finance, username="vokhac", password=None, role=Role.LEADER, **said
        )
    assert not User.objects.filter(username="vokhac").exists()


def test_an_account_is_shut_opened_and_given_a_new_password(cast: Cast, at: datetime) -> None:
    user = cast.hoa.user
    actions.disable(user, by=cast.quyen, at=at, reason="Nghỉ hưu")
    assert not user.is_active
    actions.enable(user, by=cast.quyen, at=at, reason="Nhầm người")
    actions.reset_password(user, by=cast.quyen, at=at, password=Secret.draw())
    assert user.must_change_password
    with pytest.raises(Refused, match="tự khóa"):
        actions.disable(cast.quyen.user, by=cast.quyen, at=at, reason="Thử")
    with pytest.raises(NotPermitted):
        actions.disable(user, by=cast.khoa, at=at, reason="Thử")


def test_a_committee_sets_its_own_numbers_and_days(cast: Cast, at: datetime) -> None:
    actions.set_rules(cast.city, by=cast.quyen, at=at, numbers={"due_soon_days": 3})
    assert CommitteeRules.of(cast.city).due_soon_days == 3
    with pytest.raises(Refused, match="thấp hơn"):
        actions.set_rules(cast.city, by=cast.quyen, at=at, numbers={"criticise_below": 95})
    day = date(2022, 3, 29)
    said = {"kind": CalendarDay.Kind.OFF, "name": "Ngày truyền thống", "source": DECISION}
    actions.add_day(cast.city, by=cast.quyen, at=at, day=day, **said)
    with pytest.raises(Refused, match="đã có trong lịch"):
        actions.add_day(cast.city, by=cast.quyen, at=at, day=day, **said)
    actions.remove_day(cast.city, by=cast.quyen, at=at, day=day)
    assert not CalendarDay.objects.filter(day=day).exists()
    with pytest.raises(NotPermitted, match="cấp trên cùng"):
        actions.add_day(cast.district, by=cast.quyen, at=at, day=day, national=True, **said)


def test_a_body_is_born_under_another(cast: Cast, at: datetime) -> None:
    body = actions.establish(
        cast.district, by=cast.quyen, at=at, name="UBND phường Hòa Khánh Bắc", kind=Kind.COMMUNE,
        from_on=date(2022, 1, 1), basis=DECISION,
    )  # fmt: skip
    assert Agency.objects.under(cast.district).filter(pk=body.pk).exists()
    with pytest.raises(NotPermitted):
        actions.establish(cast.district, by=cast.minh, at=at, name="Phòng X", kind=Kind.DIVISION)
