"""A printed name leads to the body of the day, through mergers, lists, groups and aliases."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from dondoc.agencies import actions
from dondoc.agencies.directory import Directory, agencies_of
from dondoc.agencies.models import Agency, Alias, Kind
from dondoc.journal.models import Entry, House
from dondoc.workflow import Refused
from tests.cast import Cast

TODAY = date(2022, 3, 16)
MERGED_ON = date(2022, 3, 1)
BEFORE = date(2022, 2, 10)
DECISION = "Quyết định số 15/QĐ-UBND ngày 10/02/2022"


@pytest.fixture
def transport(cast: Cast) -> Agency:
    """Sở Giao thông vận tải, which ended when Sở Xây dựng took it over."""
    body = cast.body(cast.city, "Sở Giao thông vận tải", Kind.DEPARTMENT, short_name="SGTVT")
    _end(cast, body, [cast.construction])
    return body


def _end(cast: Cast, body: Agency, successors: list[Agency]) -> None:
    actions.dissolve(
        body, by=House(), at=cast.at, until_on=MERGED_ON - timedelta(days=1),
        successors=successors, basis=DECISION,
    )  # fmt: skip


def today(cast: Cast, printed_on: date | None = None) -> Directory:
    return Directory.of(cast.city, TODAY, printed_on)


def test_a_merged_body_leads_to_its_successor_and_is_asked_first(
    cast: Cast, transport: Agency
) -> None:
    for printed in ("Sở Giao thông vận tải", "Sở GTVT", "Giám đốc Sở Giao thông vận tải"):
        found = today(cast).find(printed)
        assert found.agencies == ()
        best = found.candidates[0]
        assert best.agency == cast.construction
        assert 50 <= best.confidence < 70
        assert best.reason == "đã sáp nhập vào Sở Xây dựng từ 01/03/2022"
    then = Directory.of(cast.city, BEFORE)
    assert then.find("Sở GTVT").agencies == (transport,)


def test_a_divided_body_leads_to_each_that_took_over_a_part(cast: Cast) -> None:
    divided = cast.body(cast.city, "Sở Tài nguyên và Môi trường", Kind.DEPARTMENT)
    _end(cast, divided, [cast.construction, cast.finance])
    found = today(cast).find("Sở TN&MT")
    assert found.agencies == ()
    assert {c.agency for c in found.candidates[:2]} == {cast.construction, cast.finance}
    assert "kế thừa một phần việc từ 01/03/2022" in found.candidates[0].reason


def test_the_chain_of_mergers_is_followed_to_the_end(cast: Cast, transport: Agency) -> None:
    actions.dissolve(
        cast.construction, by=House(), at=cast.at, until_on=date(2022, 3, 10),
        successors=[cast.finance], basis=DECISION,
    )  # fmt: skip
    best = today(cast).find("Sở Giao thông vận tải").candidates[0]
    assert (best.agency, best.reason) == (
        cast.finance, "đã sáp nhập vào Sở Tài chính từ 11/03/2022",
    )  # fmt: skip


def test_who_took_over_may_be_said_later_or_corrected(cast: Cast, as_officer) -> None:
    body = cast.body(cast.city, "Sở Giao thông vận tải", Kind.DEPARTMENT)
    assert cast.construction.pk
    _end(cast, body, [])
    assert today(cast).find("Sở GTVT").candidates[0].confidence < 50
    there = reverse("agencies:name_successors", args=[body.pk])
    said = {"successors": [cast.construction.pk], "basis": DECISION}
    assert as_officer(cast.hoa).post(there, said).status_code == 404
    as_officer(cast.quyen).post(there, said)
    assert today(cast).find("Sở GTVT").candidates[0].agency == cast.construction
    as_officer(cast.quyen).post(there, {"successors": [cast.finance.pk]})
    assert today(cast).find("Sở GTVT").candidates[0].agency == cast.finance
    page = as_officer(cast.quyen).get(reverse("agencies:detail", args=[body.pk])).content.decode()
    assert there in page
    assert "QuerySet" not in page
    deeds = Entry.objects.about(body).filter(verb="agency.name_successors")
    said_to = [entry.said["successors"] for entry in deeds]
    assert [row[0]["name"] for row in said_to] == ["Sở Xây dựng", "Sở Tài chính"]
    with pytest.raises(Refused, match="còn hoạt động"):
        actions.name_successors(
            cast.finance, by=cast.quyen, at=cast.at, successors=[cast.construction]
        )


def test_old_and_new_names_of_one_body_are_both_known(cast: Cast, at: datetime) -> None:
    actions.rename(
        cast.construction, by=House(), at=at, name="Sở Quy hoạch và Xây dựng", from_on=MERGED_ON
    )
    old = today(cast).find("Sở Xây dựng")
    assert old.agencies == (cast.construction,)
    assert 70 <= old.confidence < 100
    assert old.candidates[0].reason == "tên cũ, đến 28/02/2022"
    assert today(cast, printed_on=BEFORE).find("Sở Xây dựng").confidence == 100
    early = Directory.of(cast.city, BEFORE).find("Sở Quy hoạch và Xây dựng")
    assert early.agencies == (cast.construction,)


def test_a_name_borne_by_another_when_the_paper_was_written_is_asked(cast: Cast) -> None:
    old = cast.body(cast.city, "UBND phường Bến Đò", Kind.COMMUNE)
    _end(cast, old, [cast.district])
    new = cast.body(cast.city, "UBND phường Bến Đò", Kind.COMMUNE, from_on=MERGED_ON)
    assert today(cast).find("UBND phường Bến Đò").agencies == (new,)
    found = today(cast, printed_on=BEFORE).find("UBND phường Bến Đò")
    assert found.agencies == ()
    assert {c.agency for c in found.candidates[:2]} == {new, cast.district}
    heir = cast.body(cast.city, "UBND phường Bãi Sậy", Kind.COMMUNE, from_on=MERGED_ON)
    part = cast.body(cast.city, "UBND phường Bãi Sậy", Kind.COMMUNE)
    _end(cast, part, [heir])
    assert today(cast, printed_on=BEFORE).find("UBND phường Bãi Sậy").agencies == (heir,)


def test_a_list_printed_as_one_gives_each_of_its_names(cast: Cast) -> None:
    ward, isle = (
        cast.body(cast.city, name, Kind.COMMUNE)
        for name in ("UBND phường Hòa Hải", "UBND xã Cồn Cát")
    )
    culture = cast.body(cast.city, "Sở Văn hóa, Thể thao và Du lịch", Kind.DEPARTMENT)
    known = today_after(cast)
    lists = {
        "UBND các phường Hòa Minh, Hòa Hải và xã Cồn Cát": [cast.ward, ward, isle],
        "Chủ tịch UBND các phường: Hòa Minh, Hòa Hải": [cast.ward, ward],
        "UBND các xã, phường: Cồn Cát, Hòa Minh": [isle, cast.ward],
        "UBND phường Hòa Minh, phường Hòa Hải": [cast.ward, ward],
        "các Sở: Xây dựng, Văn hóa, Thể thao và Du lịch, Tài chính": [
            cast.construction, culture, cast.finance,
        ],
        "Các sở Xây dựng và Tài chính": [cast.construction, cast.finance],
        "Sở Xây dựng; Sở Tài chính": [cast.construction, cast.finance],
        "Sở Xây dựng, Tài chính": [cast.construction, cast.finance],
        "UBND phường Hòa Minh, Hòa Hải và xã Cồn Cát": [cast.ward, ward, isle],
        "Giám đốc các Sở: Xây dựng, Tài chính": [cast.construction, cast.finance],
    }  # fmt: skip
    wards = [cast.ward, ward, isle]
    assert sorted(known.find("Sở Tài chính, UBND các xã, phường").agencies, key=str) == sorted(
        [cast.finance, *(a for a in wards if a.parent_id == cast.city.pk)], key=str
    )
    for printed, meant in lists.items():
        assert known.find(printed).agencies == tuple(meant), printed
        assert agencies_of(known.find_all([printed])) == meant, printed


def today_after(cast: Cast) -> Directory:
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.ward):
        pass
    return today(cast)


def test_of_a_list_only_the_unknown_name_is_asked(cast: Cast) -> None:
    known = today_after(cast)
    found = known.find_all(["các Sở: Xây dựng, Phép thuật và Tài chính"])
    assert [one.printed for one in found if not one.agencies] == ["Sở Phép thuật"]
    assert agencies_of(found) == [cast.construction, cast.finance]
    assert known.find("các Sở: Xây dựng, Phép thuật và Tài chính").agencies == ()
    wards = known.find_all(["UBND các phường: Hòa Minh, Xa Lạ"])
    assert [one.printed for one in wards if not one.agencies] == ["UBND phường Xa Lạ"]
    assert known.find_all(["Sở Phép thuật, Xây dựng"])[0].agencies == ()


def test_a_group_spares_by_name_and_asks_when_the_name_is_doubtful(cast: Cast) -> None:
    cast.body(cast.city, "UBND quận Hải Châu", Kind.DISTRICT)
    known = today_after(cast)
    spared = known.find("UBND các quận, huyện (trừ quận Liên Chiểu)")
    assert [a.name for a in spared.agencies] == ["UBND quận Hải Châu"]
    absent = known.find("UBND các quận, huyện, trừ huyện đảo Xa Xôi")
    assert len(absent.agencies) == 2
    assert absent.confidence < spared.confidence
    assert known.find("UBND các quận, huyện (trừ xã Liên Chiểu)").agencies == ()


def test_those_concerned_are_left_to_a_person_even_outside_the_directory(cast: Cast) -> None:
    known = today_after(cast)
    for printed in ("các đơn vị liên quan", "Các doanh nghiệp viễn thông có liên quan"):
        found = known.find(printed)
        assert (found.concerned, found.agencies) == (True, ())
    mixed = known.find_all(["Các Sở: Xây dựng, Tài chính và các đơn vị liên quan"])
    assert agencies_of(mixed) == [cast.construction, cast.finance]
    assert mixed[-1].concerned


def test_nothing_is_recognised_without_offering_the_nearest(cast: Cast) -> None:
    found = today_after(cast).find("Sở Xây dựng và Quy hoạch đô thị")
    assert found.agencies == ()
    assert found.candidates[0].agency == cast.construction
    assert found.candidates[0].reason


def test_what_an_officer_taught_is_known_and_says_by_whom(cast: Cast, at: datetime) -> None:
    known = today_after(cast)
    actions.keep_alias(cast.finance, by=cast.binh, at=at, name="Cơ quan thường trực CCHC")
    later = at + timedelta(days=1)
    actions.keep_alias(cast.construction, by=cast.binh, at=later, name="cơ quan thường trực CCHC")
    assert known.find("Cơ quan thường trực CCHC").agencies == ()
    found = today(cast).find("Cơ quan thường trực CCHC")
    assert found.agencies == (cast.construction,), "lần chọn sau thắng lần trước"
    assert found.candidates[0].reason == "tên gọi đã ghi nhớ"
    alias = Alias.objects.get()
    assert (alias.taught_by, alias.taught_at) == (cast.binh, later)
    assert Directory.of(cast.ward, TODAY).find("Cơ quan thường trực CCHC").agencies == ()
    actions.keep_alias(cast.finance, by=cast.binh, at=at, name="BQL vịnh")
    actions.keep_alias(cast.construction, by=cast.binh, at=later, name="Ban Quản lý vịnh")
    assert today(cast).find("BQL vịnh").agencies == (cast.construction,), "dù viết tắt hay không"


def test_an_alias_never_takes_the_name_of_a_living_body(cast: Cast, at: datetime) -> None:
    today_after(cast)
    with pytest.raises(Refused, match="là tên của Sở Tài chính"):
        actions.keep_alias(cast.construction, by=cast.binh, at=at, name="sở tài chính")
    Alias.objects.create(
        agency=cast.construction, committee=cast.city, name="Sở Tài chính", folded="so tai chinh"
    )
    assert today(cast).find("Sở Tài chính").agencies == (cast.finance,)


def test_an_alias_of_a_merged_body_leads_to_its_successor_but_is_asked(
    cast: Cast, at: datetime
) -> None:
    body = cast.body(cast.city, "Sở Giao thông vận tải", Kind.DEPARTMENT)
    actions.keep_alias(body, by=cast.binh, at=at, name="Ngành giao thông")
    _end(cast, body, [cast.construction])
    found = today(cast).find("Ngành giao thông")
    assert found.agencies == ()
    assert found.candidates[0].agency == cast.construction


def test_the_office_sees_who_taught_a_name_and_takes_it_back(cast, as_officer, at) -> None:
    there = reverse("agencies:detail", args=[cast.construction.pk])
    actions.keep_alias(cast.construction, by=cast.binh, at=at, name="Ngành xây dựng")
    page = as_officer(cast.quyen).get(there).content.decode()
    assert "Phạm Bình ghi nhớ ngày" in page
    forget = reverse("agencies:forget_alias", args=[cast.construction.pk])
    assert as_officer(cast.hoa).post(forget, {"name": "Ngành xây dựng"}).status_code == 404
    as_officer(cast.binh).post(forget, {"name": "Ngành xây dựng"})
    assert not Alias.objects.exists()
    verbs = [entry.verb for entry in Entry.objects.about(cast.construction)]
    assert verbs[-2:] == ["agency.keep_alias", "agency.forget_alias"]


def test_a_directory_is_read_in_four_queries(cast: Cast, django_assert_num_queries) -> None:
    today_after(cast)
    with django_assert_num_queries(4):
        today(cast).find_all(["Sở Xây dựng", "các sở, ban, ngành", "Sở Ma thuật"])
