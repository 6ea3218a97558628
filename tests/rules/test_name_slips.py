"""What a scanner misread is found or asked about; it is never taken for another body."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dondoc.rules.names import KnownName, Names, is_group, spelled_out
from dondoc.rules.names.abbreviations import spell
from dondoc.rules.names.slips import outline

NAMES = (
    "Sở Xây dựng", "Sở Tài chính", "Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Sở Y tế",
    "Sở Du lịch", "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo", "Sở Văn hóa và Thể thao", "Ban Quản lý An toàn thực phẩm",
    "Trung tâm Chuyển đổi số", "Trung tâm Phục vụ hành chính công", "Công an thành phố",
    "Thanh tra thành phố", "Văn phòng UBND thành phố", "Văn phòng HĐND thành phố",
    "UBND quận Liên Chiểu", "UBND quận Thanh Khê", "UBND quận 1", "UBND quận 11",
    "UBND phường Hòa Khánh Bắc", "UBND phường Hòa Khánh Nam", "UBND phường Hòa Hiệp",
    "UBND xã Hòa Phú", "UBND xã Hòa Phi", "UBND xã Hòa Phong", "UBND xã Hòa Phước",
    "UBND phường Cẩm Giang", "UBND phường Cẩm Giàng", "UBND phường Phương Mai",
    "UBND xã Thanh Bình", "UBND xã Thạch Bình", "UBND xã Trung Sơn", "UBND xã Trường Sơn",
)  # fmt: skip
CITY = Names(
    [KnownName(n, (name,)) for n, name in enumerate(NAMES)], home="UBND thành phố Cửa Biển"
)
LETTERS = "aáàảăâeêiíoôơuưyđbcdghklmnpqrstvx1l0 "


def known(printed):
    """The body recognised, or none."""
    found = CITY.find(printed)
    sure = [m for m in found if m.confidence == found[0].confidence >= 0.7]
    return NAMES[sure[0].id] if len(sure) == 1 else None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Sở Xây đựng", "Sở Xây dựng"),
        ("SởXây dựng", "Sở Xây dựng"),
        ("Sở Xây d ựng", "Sở Xây dựng"),
        ("So Xây dưng", "Sở Xây dựng"),
        ("Sở Tài chinh", "Sở Tài chính"),
        ("Sở Du 1ịch", "Sở Du lịch"),
        ("Sở Du Iịch", "Sở Du lịch"),
        ("Sở Công Thưong", "Sở Công Thương"),
        ("Trung târn Chuyển đổi số", "Trung tâm Chuyển đổi số"),
        ("Trung tâm Chuyển đối sô", "Trung tâm Chuyển đổi số"),
        ("Sở Nông nghỉệp và Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở Nônq nghiệp và Môi trườnq", "Sở Nông nghiệp và Môi trường"),
        ("Sở Giáo dục và Đào tao", "Sở Giáo dục và Đào tạo"),
        ("Ban Quản lý An toàn thục phẩm", "Ban Quản lý An toàn thực phẩm"),
        ("Ủy ban nhân dàn quận Liên Chiểu", "UBND quận Liên Chiểu"),
        ("UBND quận Llên Chiểu", "UBND quận Liên Chiểu"),
        ("UBND quận Liên Chiếư", "UBND quận Liên Chiểu"),
        ("ĐBND quận Liên Chiểu", "UBND quận Liên Chiểu"),
        ("ÿBND xã Hòa Phú; ệ", "UBND xã Hòa Phú"),
        ("UBÑD xã Hòa Phú: j", "UBND xã Hòa Phú"),
        ("s-=UBND xã Hòa Phú", "UBND xã Hòa Phú"),
        ("ˆ._=UBND xã Hòa Phú", "UBND xã Hòa Phú"),
        ("§ở Văn hóa và Thể thao", "Sở Văn hóa và Thể thao"),
    ],
)
def test_a_scanner_s_slip_is_mended(printed, meant):
    assert known(printed) == meant


@pytest.mark.parametrize(
    "printed",
    [
        "Bộ Xây dựng",  # another body, one letter away
        "Sở Nọi vụ thành phố khác",
        "UBND quận l",  # numbers are never mended
        "UBND quận 12",
        "UBND quận 111",
        "UBND quận 1; 11",  # two bodies: none drops out unnoticed
        "UBND xã Hòa Pha",  # Phú or Phi?
        "UBND phường Hòa Khánh",  # Bắc or Nam?
        "UBND phường Câm Giang",  # Giang or Giàng, when marks are lost
        "ubnd phuong cam giang",
        "Công an phường Hòa Hiệp",
        "Sở Xây dựng tỉnh Bên Kia",
        "Công an thành phố, Thanh tra thành phố",  # none of two drops out unnoticed
        "Thanh tra thành phố và Sở Xây dựng",
    ],
)
def test_what_may_be_another_is_asked(printed):
    assert known(printed) is None
    assert CITY.find(printed), "nhưng luôn có gợi ý"


def test_two_bodies_in_one_print_are_two_even_where_the_city_has_no_name():
    names = Names([KnownName(n, (name,)) for n, name in enumerate(NAMES)], home="UBND thành phố")
    assert names.find("Công an thành phố Bờ Bắc")[0].confidence == 0.9
    assert names.find("Công an thành phố, Sở Y tế")[0].confidence < 0.7


def test_reasons_are_told_in_a_few_words():
    said = {
        "Sở Xây dựng": "đúng tên",
        "Sở XD": "tên viết tắt",
        "so xay dung": "viết không dấu",
        "Sở Xảy dựng": "khác dấu",
        "Giám đốc Sở Xây dựng": "chức danh người đứng đầu",
        "Sở Xây dựng thành phố": "lược địa danh",
        "Sở Xây dựng Cửa Biển": "lược địa danh",
        "quận Liên Chiểu": "địa danh của UBND",
        "Liên Chiểu": "chỉ ghi địa danh",
        "SởXây dựng": "gần giống, có thể lỗi quét",
        "Sở Nông nghiệp": "một phần của tên",
    }
    for printed, reason in said.items():
        assert CITY.find(printed)[0].reason == reason


@given(st.sampled_from(NAMES))
def test_an_exact_name_always_wins_with_full_confidence(name):
    assert CITY.find(name)[0].confidence == 1.0
    assert known(name) == name
    assert known(name.upper()) == name


@given(st.sampled_from(NAMES), st.integers(0, 60), st.sampled_from(LETTERS), st.integers(0, 3))
def test_one_slip_never_leads_to_another_body(name, at, letter, kind):
    at %= len(name)
    printed = {
        0: name[:at] + letter + name[at + 1 :],
        1: name[:at] + name[at + 1 :],
        2: name[:at] + letter + name[at:],
        3: name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    }[kind]
    others = [other for other in NAMES if other != name]
    assume(all(spell(printed).toned != spell(other).toned for other in others))
    assume(all(outline(spell(printed)) != outline(spell(other)) for other in others))
    assert known(printed) in (name, None)


@given(st.text(max_size=60))
def test_any_text_gives_ranked_candidates_and_no_error(text):
    found = CITY.find(text)
    assert len(found) <= 5
    assert [m.confidence for m in found] == sorted((m.confidence for m in found), reverse=True)
    is_group(text)
    spelled_out(text, CITY)


@pytest.mark.parametrize(
    "hostile",
    ["Sở " * 5000, "(" * 10_000, "các " * 3000, "a" * 10_000, " trừ" * 3000, ", và" * 3000,
     "UBND các phường " + "A, " * 3000, "\u0301" * 10_000, "1" * 10_000, ";" * 10_000,
     ":; " * 3000, "ubnd" * 2500],
)  # fmt: skip
def test_hostile_names_are_refused_in_no_time(hostile):
    start = time.perf_counter()
    assert known(hostile) is None
    is_group(hostile)
    spelled_out(hostile, CITY)
    assert time.perf_counter() - start < 2


BESIDE = Path(__file__).parents[2].parent / "shared" / "data"
UNITS = Path(os.environ.get("DONDOC_SHARED", BESIDE)) / "vn_units.json"


@pytest.mark.skipif(not UNITS.exists(), reason="the list of communes is not at hand")
def test_every_commune_of_the_country_is_known_within_its_province():
    for province in json.loads(UNITS.read_text()):
        wards = [f"UBND {w['FullName'][0].lower()}{w['FullName'][1:]}" for w in province["Wards"]]
        names = Names([KnownName(n, (ward,)) for n, ward in enumerate(wards)])
        for n, ward in enumerate(wards):
            for printed in (ward, ward.upper(), f"Chủ tịch {ward}", ward.removeprefix("UBND ")):
                first = names.find(printed)[0]
                assert (first.id, first.confidence >= 0.7) == (n, True), printed
