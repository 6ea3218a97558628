"""The reader finds the body an officer meant, or asks; it never guesses wildly."""

import unicodedata

import pytest

from dondoc.rules.folding import fold
from dondoc.rules.names import GroupKind, KnownName, is_group, match

CITY = [
    KnownName(1, ("Sở Nông nghiệp và Môi trường",)),
    KnownName(2, ("Sở Xây dựng",)),
    KnownName(3, ("Sở Y tế",)),
    KnownName(4, ("UBND quận Liên Chiểu", "Ủy ban nhân dân quận Liên Chiểu")),
    KnownName(5, ("UBND quận Thanh Khê",)),
    KnownName(6, ("Ban Xúc tiến và Hỗ trợ đầu tư",)),
    KnownName(7, ("Văn phòng UBND thành phố",)),
    KnownName(8, ("Sở Kế hoạch và Đầu tư",)),
    KnownName(9, ("Sở Lao động - Thương binh và Xã hội",)),
    KnownName(10, ("UBND phường Hòa Hải",)),
    KnownName(11, ("Công an thành phố Đà Nẵng",)),
    KnownName(12, ("UBND phường Hòa Quý",)),
    KnownName(13, ("Sở Giao thông vận tải",)),
    KnownName(14, ("UBND quận 1",)),
    KnownName(15, ("Văn phòng HĐND&UBND phường Hòa Hải",)),
]


def test_folding_forgets_marks_capitals_and_ways_of_typing():
    assert fold("Hoà  Hải") == fold("hòa hải") == "hoa hai"
    assert fold("ĐƯỜNG") == "duong"
    assert fold(unicodedata.normalize("NFD", "Ủy ban\n nhân dân")) == "uy ban nhan dan"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Sở Xây dựng", 2),
        ("Sở NN&MT", 1),
        ("Sở Nông nghiệp & Môi trường", 1),
        ("Sở KH&ĐT", 8),
        ("Sở KHĐT", 8),
        ("Sở LĐ-TB&XH", 9),
        ("Sở LĐTB và XH", 9),
        ("Sở GTVT", 13),
        ("Uỷ ban nhân dân quận Liên Chiểu", 4),
        ("Quận Liên Chiểu", 4),
        ("Chủ tịch UBND quận Thanh Khê", 5),
        ("Giám đốc Sở Y tế", 3),
        ("Sở Y tế thành phố Đà Nẵng", 3),
        ("UBND P. Hoà Hải", 10),
        ("Công an Thành phố", 11),
        ("Chánh Văn phòng UBND thành phố", 7),
        ("Văn phòng Ủy ban nhân dân TP", 7),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Hòa Hải", 15),
        ("Ban Xúc tiến và Hổ trợ đâu tư", 6),
        ("UBND quận Liên Chiếu", 4),
        ("UBND quận Liên Chiều", 4),
        ("UBND quận Liên Chiễn", 4),
        ("Ban Xúc tiến và Hỗ trự đầu tư", 6),
    ],
)
def test_a_printed_name_finds_its_body(printed, meant):
    first, *others = match(printed, CITY)
    assert first.id == meant
    assert all(other.confidence < first.confidence for other in others)


@pytest.mark.parametrize(
    "printed",
    [
        "UBND phường Hòa Hả",
        "UBND quận Thanh Khôi",
        "Sở Giao thương vốn tải",
        "Sở Tư pháp",
        "UBND quận 2",
        "UBND phường Hòa Khánh",
        "Sở",
        "",
        "UBND",
        "Sở Y",
    ],
)
def test_an_unknown_name_is_asked_for(printed):
    assert all(found.confidence < 0.7 for found in match(printed, CITY))


def test_the_surest_names_have_the_highest_confidence():
    assert match("Sở Xây dựng", CITY)[0].confidence == 1.0
    exact, abbreviated, slip = (
        match(name, CITY)[0].confidence
        for name in ("Sở Y tế", "Sở NN&MT", "Ban Xúc tiến và Hỗ trự đầu tư")
    )
    assert exact > abbreviated > slip


def test_an_office_without_its_committee_is_found_where_there_is_but_one():
    ward = [KnownName(1, ("Văn phòng HĐND và UBND phường",)), KnownName(2, ("Phòng Kinh tế",))]
    assert match("Văn phòng", ward)[0].id == 1
    assert match("Văn phòng", CITY)[0].confidence < 0.6


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ("các sở, ban, ngành", {"department", "board"}),
        ("Các Sở, ban, ngành Thành phố", {"department", "board"}),
        ("Sở, ban, ngành", {"department", "board"}),
        ("UBND các quận, huyện", {"district"}),
        ("UBND các xã, phường, đặc khu", {"commune"}),
        ("Ủy ban nhân dân xã, phường", {"commune"}),
        ("UBND cấp xã", {"commune"}),
        ("các phòng chuyên môn", {"division"}),
        ("Các phòng, bộ phận chuyên môn", {"division"}),
        ("Trưởng các phòng chuyên môn, đơn vị thuộc UBND phường", {"division"}),
        ("Giám đốc các sở", {"department"}),
        ("Chủ tịch UBND các quận, huyện", {"district"}),
        ("các sở, ban, ngành, địa phương", {"department", "board", "district", "commune"}),
        ("Các đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân Thành phố", {"centre"}),
    ],
)
def test_a_group_is_known_by_the_kinds_it_covers(printed, kinds):
    group = is_group(printed)
    assert group is not None
    assert group.kinds == kinds
    assert not group.everyone


@pytest.mark.parametrize("printed", ["các cơ quan, đơn vị", "Các cơ quan, tổ chức, đơn vị"])
def test_everyone_is_everyone(printed):
    group = is_group(printed)
    assert group is not None
    assert group.everyone


def test_localities_named_with_units_are_still_a_group():
    group = is_group("các đơn vị, địa phương")
    assert group is not None
    assert group.kinds >= {"district", "commune"}


def test_only_those_concerned_are_to_be_picked_by_a_person():
    group = is_group("các đơn vị liên quan")
    assert group is not None
    assert group.related
    assert not group.everyone


def test_exceptions_are_kept_by_name():
    group = is_group("UBND các quận, huyện (trừ UBND huyện Hoàng Sa)")
    assert group == GroupKind(frozenset({"district"}), except_names=("UBND huyện Hoàng Sa",))


@pytest.mark.parametrize(
    "printed",
    [
        "Sở Y tế",
        "UBND quận Liên Chiểu",
        "Ban Xúc tiến và Hỗ trợ đầu tư",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Văn phòng UBND thành phố",
        "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
        "",
    ],
)
def test_a_single_body_is_no_group(printed):
    assert is_group(printed) is None
