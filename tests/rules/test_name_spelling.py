"""However a name is shortened, typed or accented, it is the same words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.folding import fold
from dondoc.rules.names.abbreviations import canonical, spell


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("VP UBND TP", "Văn phòng Ủy ban nhân dân thành phố"),
        ("VP HĐND-UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("Sở GTVT", "Sở Giao thông vận tải"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở KH - ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ, TB & XH", "Sở Lao động, Thương binh và Xã hội"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở KHCN", "Sở Khoa học và Công nghệ"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
        ("SXD", "Sở Xây dựng"),
        ("sở xd", "sở xây dựng"),
        ("Sở TC", "Sở Tài chính"),
        ("Sở NV", "Sở Nội vụ"),
        ("Sở YT", "Sở Y tế"),
        ("Sở CT", "Sở Công Thương"),
        ("Sở TP", "Sở Tư pháp"),
        ("Sở XD TP", "Sở Xây dựng thành phố"),
        ("Công an TP", "Công an thành phố"),
        ("CA TP", "Công an thành phố"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh"),
        ("BCHQS phường", "Ban Chỉ huy quân sự phường"),
        ("UBMTTQ VN TP", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"),
        ("BHXH TP", "Bảo hiểm xã hội thành phố"),
        ("KBNN", "Kho bạc Nhà nước"),
        ("BQL KCN", "Ban Quản lý Khu công nghiệp"),
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
        ("TT PVHCC", "Trung tâm Phục vụ hành chính công"),
        ("Cảnh sát PCCC và CNCH", "Cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ"),
        ("Chi cục QLTT", "Chi cục Quản lý thị trường"),
        ("P. KT, HT&ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("P. Hòa Hải", "phường Hòa Hải"),
        ("UBND Q.12", "UBND quận 12"),
        ("P1", "phường 1"),
        ("UBND H. Hòa Vang", "UBND huyện Hòa Vang"),
        ("UBND X. Hòa Phú", "UBND xã Hòa Phú"),
        ("UBND TX. An Nhơn", "UBND thị xã An Nhơn"),
        ("UBND TT. Lao Bảo", "UBND thị trấn Lao Bảo"),
        ("UBNDphường Hòa Hải", "UBND phường Hòa Hải"),
        ("CT UBND TP", "Chủ tịch UBND thành phố"),
        ("GĐ Sở XD", "Giám đốc Sở Xây dựng"),
        ("P. Giám đốc Sở XD", "Phó Giám đốc Sở Xây dựng"),
        ("Q. Chủ tịch UBND TP", "Quyền Chủ tịch Ủy ban nhân dân thành phố"),
        ("Văn phòng TP", "Văn phòng thành phố"),
        ("Phòng TP", "Phòng Tư pháp"),
        ("UBND P. Trường Sơn", "UBND phường Trường Sơn"),
    ],
)
def test_short_forms_are_written_out(short, full):
    assert canonical(short) == canonical(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Hải", "Hòa Hải"),
        ("Uỷ ban", "Ủy ban"),
        ("Hoà Quý", "Hòa Quí"),
        ("Lý Sơn", "Lí Sơn"),
        ("Mỹ Sơn", "Mĩ Sơn"),
        ("Phòng Kỹ thuật", "Phòng Kĩ thuật"),
        ("Nông nghiệp & Môi trường", "Nông nghiệp và Môi trường"),
        ("Văn hoá – Xã hội", "Văn hóa, Xã hội"),
        ("Xây\u200b dựng", "Xây dựng"),
    ],
)
def test_two_ways_of_writing_are_one_name_marks_and_all(one, other):
    assert spell(one).toned == spell(other).toned
    assert spell(unicodedata.normalize("NFD", one)) == spell(one)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("XÃ CA THÀNH", "xa ca thanh"),
        ("UBND xã Cà Lúi", "uy ban nhan dan xa ca lui"),
        ("Phường Tân Tạo A", "phuong tan tao a"),
        ("Sở Y tế", "so y te"),
    ],
)
def test_words_that_look_like_short_forms_stay(name, words):
    assert canonical(name) == words


def test_marks_tell_two_places_apart():
    assert canonical("Cẩm Giang") == canonical("Cẩm Giàng")
    assert spell("Cẩm Giang").toned != spell("Cẩm Giàng").toned


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="Ủỷ ủyĐđÐVPUBNDTPSởXQ.&-,và12\u0301\u0323\u00adİß"))
def test_any_text_is_spelled_and_canonical_words_stay(text):
    words = spell(text)
    assert len(words.plain) == len(words.toned)
    assert " ".join(map(fold, words.plain)) == words.text
