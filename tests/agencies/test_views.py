"""The pages of people and bodies, as those who may open them and those who may not."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Agency, CalendarDay, CommitteeRules, Officer, Role
from dondoc.database.models import Installation
from dondoc.journal.models import Entry
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
FORMS = ("establish", "rename", "describe", "move_under", "dissolve", "name_successors",
         "keep_alias", "set_fields", "found_field", "appoint", "newcomer")  # fmt: skip
PAGES = ("administration", "people", "rules", "calendar", "audit", "list", "seats")


def test_everybody_may_look_up_and_search(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    assert all((cast.construction.pk, cast.ward_division.pk))
    client = as_officer(cast.hoa)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("agencies:list")).content.decode()
    assert "UBND quận Liên Chiểu" in page
    assert "Thành lập" not in page
    found = client.get(reverse("agencies:list"), {"q": "hoa"}).content.decode()
    assert "Ngô Hoa" in found
    none = client.get(reverse("agencies:list"), {"on": "1999-01-01"}).content.decode()
    assert "Không có cơ quan nào khớp" in none
    assert client.get(reverse("agencies:list"), {"on": "hôm qua"}).status_code == 200


def test_a_body_s_page_shows_its_people_and_no_buttons_to_strangers(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    there = reverse("agencies:detail", args=[cast.construction.pk])
    assert cast.tam.pk
    client = as_officer(cast.hoa)
    with django_assert_max_num_queries(24):
        page = client.get(there).content.decode()
    assert "Hồ Tâm" in page
    assert "Đổi tên" not in page
    assert "Đổi tên" in as_officer(cast.quyen).get(there).content.decode()


@pytest.mark.parametrize("name", FORMS)
def test_forms_open_for_the_administrator_alone(cast: Cast, as_officer: SignIn, name: str) -> None:
    there = reverse(f"agencies:{name}", args=[cast.construction.pk])
    page = as_officer(cast.quyen).get(there)
    assert page.status_code == 200
    assert "idempotency_key" in page.content.decode()
    assert as_officer(cast.quyen).post(there, {}).status_code == 200
    assert as_officer(cast.hoa).get(there).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_administration_open(cast: Cast, as_officer: SignIn, name: str) -> None:
    assert as_officer(cast.quyen).get(reverse(f"agencies:{name}")).status_code == 200
    others = {"list", "seats"}
    expected = 200 if name in others else 404
    assert as_officer(cast.hoa).get(reverse(f"agencies:{name}")).status_code == expected


def test_quyen_renames_a_body_and_a_refusal_loses_nothing(cast: Cast, as_officer: SignIn) -> None:
    there = reverse("agencies:rename", args=[cast.construction.pk])
    client = as_officer(cast.quyen)
    late = client.post(there, {"name": "Sở Xây dựng mới", "from_on": "2022-12-01"})
    assert late.status_code == 422
    assert "Sở Xây dựng mới" in late.content.decode()
    done = client.post(there, {"name": "Sở Xây dựng mới", "from_on": "2022-03-01"}, follow=True)
    assert "Sở Xây dựng mới" in done.content.decode()
    assert "Tên và vị trí qua các thời kỳ" in done.content.decode()


def test_a_newcomer_s_password_is_shown_once(cast: Cast, as_officer: SignIn) -> None:
    there = reverse("agencies:newcomer", args=[cast.construction.pk])
    said = {"name": "Võ Mới", "username": "vomoi", "role": Role.OFFICER, "title": "Chuyên viên",
            "from_on": "2022-03-01", "idempotency_key": "mot-khoa-chong-lap"}  # fmt: skip
    client = as_officer(cast.quyen)
    page = client.post(there, said)
    shown = page.content.decode()
    user = Officer.objects.get(user__username="vomoi").user
    secret = shown.split("<code>")[1].split("</code>")[0]
    assert user.check_password(secret)
    assert "no-store" in page["Cache-Control"]
    assert "Đã ghi nhận từ lần gửi trước" in client.post(there, said, follow=True).content.decode()
    assert secret not in client.get(reverse("agencies:person", args=[user.pk])).content.decode()
    again = client.post(reverse("agencies:reset", args=[user.pk])).content.decode()
    user.refresh_from_db()
    assert not user.check_password(secret)
    assert user.check_password(again.split("<code>")[1].split("</code>")[0])


def test_a_demonstration_gives_no_password(
    at: datetime, db: None, clock_at: Callable[[datetime], None]
) -> None:
    from dondoc.accounts.models import User
    from dondoc.agencies.actions import appoint, establish
    from dondoc.journal.models import House

    clock_at(at)
    city = establish(None, by=House(), at=at, name="UBND thành phố", kind="province")
    user = User.objects.create_user("quantri", name="Lý Quyên")
    seat = appoint(
        city, by=House(), at=at, user=user, role=Role.ADMINISTRATOR, title="Quản trị",
        from_on=date(2021, 1, 1),
    )  # fmt: skip
    Installation.objects.update_or_create(pk=1, defaults={"demo": True})
    client = Client()
    client.post(reverse("sign_in_as", args=[seat.pk]))
    said = {"name": "Võ Mới", "username": "vomoi", "role": Role.OFFICER, "title": "Chuyên viên",
            "from_on": "2022-03-01"}  # fmt: skip
    page = client.post(reverse("agencies:newcomer", args=[city.pk]), said).content.decode()
    assert "không dùng mật khẩu" in page
    assert not User.objects.get(username="vomoi").has_usable_password()


def test_people_are_listed_shut_and_opened(cast: Cast, as_officer: SignIn) -> None:
    hoa, client = cast.hoa, as_officer(cast.quyen)
    assert "Ngô Hoa" in client.get(reverse("agencies:people"), {"q": "ngô"}).content.decode()
    there = reverse("agencies:disable", args=[hoa.user_id])
    assert client.post(there, {"reason": "Chuyển công tác"}).status_code == 302
    shut = client.get(reverse("agencies:people"), {"state": "disabled"}).content.decode()
    assert "Ngô Hoa" in shut
    assert client.post(reverse("agencies:enable", args=[hoa.user_id]), {"reason": "Nhầm"})
    hoa.user.refresh_from_db()
    assert hoa.user.is_active
    for state in ("idle", "no_seat"):
        assert client.get(reverse("agencies:people"), {"state": state}).status_code == 200


def test_nam_lends_his_seat_in_the_page_and_takes_it_back(cast: Cast, as_officer: SignIn) -> None:
    lan, client = cast.lan, as_officer(cast.nam)
    there = reverse("agencies:delegate", args=[cast.nam.pk])
    said = {"user": lan.user_id, "from_on": "2022-03-16", "until_on": "2022-03-20"}
    assert client.post(there, said)["Location"] == reverse("agencies:seats")
    lent = Officer.objects.get(delegated_by=cast.nam)
    page = as_officer(lan).get(reverse("agencies:seats")).content.decode()
    assert "Thay cho" in page
    assert "Trần Lan" in client.get(reverse("agencies:seats")).content.decode()
    end = reverse("agencies:end_seat", args=[lent.pk])
    assert client.post(end, {"last_day": "2022-03-15"}).status_code == 302
    assert "Thay cho" not in as_officer(lan).get(reverse("agencies:seats")).content.decode()
    assert as_officer(cast.hoa).get(end).status_code == 404


def test_days_are_added_and_removed(cast: Cast, as_officer: SignIn) -> None:
    client = as_officer(cast.quyen)
    there = reverse("agencies:calendar")
    said = {"day": "2022-03-29", "kind": "off", "name": "Ngày truyền thống", "source": "QĐ 1"}
    said["scope"] = "own"
    assert client.post(there, said).status_code == 302
    assert "Ngày truyền thống" in client.get(there).content.decode()
    assert client.post(there, said).status_code == 422
    one = CalendarDay.objects.get(day=date(2022, 3, 29))
    client.post(reverse("agencies:remove_day"), {"pk": one.pk})
    assert not CalendarDay.objects.filter(day=date(2022, 3, 29)).exists()


def test_a_storm_day_is_given_to_the_place_it_hits(cast: Cast, as_officer: SignIn) -> None:
    client, there = as_officer(cast.quyen), reverse("agencies:calendar")
    said = {"kind": "off", "name": "Nghỉ tránh bão", "source": "Công điện số 3"}
    for day, scope in (
        ("2022-09-26", "below"), ("2022-09-27", cast.district.pk), ("2022-09-28", "national"),
    ):  # fmt: skip
        assert client.post(there, {**said, "day": day, "scope": scope}).status_code == 302
    kept = CalendarDay.objects.filter(name="Nghỉ tránh bão").order_by("day")
    assert [(one.scope, one.reaches_below) for one in kept] == [
        (cast.city, True), (cast.district, False), (None, False),
    ]  # fmt: skip
    page = client.get(f"{there}?year=2022").content.decode()
    assert f"{cast.city.name} và các UBND trực thuộc" in page
    for one in kept:
        client.post(reverse("agencies:remove_day"), {"pk": one.pk})
    assert not kept.all().exists()
    assert client.post(there, {**said, "day": "2022-09-29", "scope": "999999"}).status_code == 200


def test_rules_are_saved_and_journalled(cast: Cast, as_officer: SignIn) -> None:
    client, there = as_officer(cast.quyen), reverse("agencies:rules")
    said = {
        "due_soon_days": 7, "stale_days": 20, "max_extensions": 2, "criticise_below": 40,
        "criticise_update_below": 40, "request_below": 60, "praise_above": 95,
        "minimum_sample": 5, "star_quota": 10, "register_day": 22, "approve_day": 26,
        "week_decided_weekday": 3, "week_decided_hour": 16, "meeting_ready_days": 3,
        "conclusion_days": 5, "remedy_report_day": 24, "due_soon_percent": 75,
        "urge_again_hours": 6, "slip_answer_days": 4, "explanation_days": 2,
        "instruction_days": 7, "obstacle_days": 3, "red_periods_to_criticise": 2,
        "red_periods_to_summon": 3,
    }  # fmt: skip
    assert client.post(there, said).status_code == 302
    assert 'value="7"' in client.get(there).content.decode()
    for wrong in ({"praise_above": 400}, {"register_day": 31}, {"approve_day": 20}):
        assert client.post(there, {**said, **wrong}).status_code in (200, 422)
    entry = Entry.objects.get(verb="agency.set_rules")
    assert entry.said["numbers"]["due_soon_days"] == 7


def test_each_kind_of_committee_begins_with_the_days_of_its_profile(cast: Cast) -> None:
    """The ward's papers are ready 02 days before a meeting, the city's 03 working days."""
    city, ward = CommitteeRules.of(cast.city), CommitteeRules.of(cast.ward)
    assert (city.meeting_ready_days, city.meeting_ready_in_working_days) == (3, True)
    assert (ward.meeting_ready_days, ward.meeting_ready_in_working_days) == (2, False)


def test_dung_searches_the_journal(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    as_officer(cast.quyen).post(
        reverse("agencies:rename", args=[cast.construction.pk]),
        {"name": "Sở Xây dựng mới", "from_on": "2022-03-01"},
    )
    client, there = as_officer(cast.dung), reverse("agencies:audit")
    with django_assert_max_num_queries(14):
        page = client.get(there).content.decode()
    assert "Đổi tên" in page
    asked = {"who": "Quyên", "verb": "agency.rename", "kind": "agency", "id": cast.construction.pk}
    assert "Sở Xây dựng mới" in client.get(there, asked).content.decode()
    empty = client.get(there, {"since": "2020-01-01", "until": "2020-01-31"}).content.decode()
    assert "Không có mục nhật ký nào khớp" in empty


def test_the_ward_s_auditor_sees_nothing_of_the_city(cast: Cast, as_officer: SignIn) -> None:
    as_officer(cast.quyen).post(
        reverse("agencies:rename", args=[cast.construction.pk]),
        {"name": "Sở Xây dựng mới", "from_on": "2022-03-01"},
    )
    auditor = cast.seat(cast.ward, Role.AUDITOR, "Thanh tra nhân dân", "Hồ Soát")
    page = as_officer(auditor).get(reverse("agencies:audit")).content.decode()
    assert "Sở Xây dựng mới" not in page


def test_the_administrator_of_a_ward_finds_no_door_above(cast: Cast, as_officer: SignIn) -> None:
    by = cast.seat(cast.ward, Role.ADMINISTRATOR, "Quản trị phường", "Hồ Quản")
    client = as_officer(by)
    assert client.get(reverse("agencies:rename", args=[cast.ward.pk])).status_code == 200
    for body in (cast.city, cast.district, cast.construction):
        assert client.get(reverse("agencies:rename", args=[body.pk])).status_code == 404
    for person in (cast.nam, cast.hoa):
        assert client.get(reverse("agencies:person", args=[person.user_id])).status_code == 404
        assert client.post(reverse("agencies:reset", args=[person.user_id])).status_code == 404
    assert Agency.objects.get(pk=cast.district.pk).name == "UBND quận Liên Chiểu"
