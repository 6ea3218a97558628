"""The tops of papers as they come: typed, flattened, scanned, with letters apart."""

from datetime import date

import pytest

from dondoc.rules.directive import read
from dondoc.rules.directive.as_json import to_json

BODY = """
Thực hiện chỉ đạo của Thành ủy, Ủy ban nhân dân thành phố yêu cầu:

1. Sở Xây dựng rà soát các dự án, báo cáo trước ngày 15/6/2022.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Bình
"""
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TYPED = f"""\
ỦY BAN NHÂN DÂN          {NATION}
THÀNH PHỐ SÔNG TRẮNG           {MOTTO}
Số: 1234/UBND-KT           Sông Trắng, ngày 16 tháng 5 năm 2022
V/v rà soát dự án chậm tiến độ
Kính gửi: Sở Xây dựng.
"""
RUN_TOGETHER = f"""\
ỦY BAN NHÂN DÂN {NATION}
THÀNH PHỐ SÔNG TRẮNG {MOTTO}
Số: 1234/UBND-KT Sông Trắng, ngày 16 tháng 5 năm 2022
V/v rà soát dự án chậm tiến độ
Kính gửi: Sở Xây dựng.
"""
ONE_AFTER_THE_OTHER = f"""\
ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG TRẮNG
Số: 1234/UBND-KT
V/v rà soát dự án chậm tiến độ
{NATION}
{MOTTO}
Sông Trắng, ngày 16 tháng 5 năm 2022
Kính gửi: Sở Xây dựng.
"""
SCANNED = """\
UY BAN NHÂN DÂN       CONG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ SÔNG TRẮNG      Độc lập — Tự do — Hanh phúc
Só : 1234/UBND - KT      Sông Trắng, ngày 16 tháng 5 năm 2022
V/v rà soát dự án chậm tiến độ
Kính gửi: Sở Xây dựng.
"""


@pytest.mark.parametrize("top", [TYPED, RUN_TOGETHER, ONE_AFTER_THE_OTHER, SCANNED])
def test_one_letterhead_says_the_same_however_its_columns_were_read(top):
    paper = read(top + BODY)
    assert (paper.number, paper.issued_on, paper.type, paper.issuer, paper.subject) == (
        "1234/UBND-KT", date(2022, 5, 16), "công văn",
        "Ủy ban nhân dân thành phố Sông Trắng", "rà soát dự án chậm tiến độ",
    )  # fmt: skip
    assert paper.addressees == ("Sở Xây dựng",)
    assert [order.lead for order in paper.orders] == [("Sở Xây dựng",)]


@pytest.mark.parametrize("mark", ["MẬT", "HỎA TỐC"])
def test_a_mark_stamped_below_the_issuer_is_no_part_of_its_name(mark):
    paper = read(ONE_AFTER_THE_OTHER.replace("Số:", f"{mark}\nSố:") + BODY)
    assert paper.issuer == "Ủy ban nhân dân thành phố Sông Trắng"
    assert mark in (paper.secrecy, paper.urgency)


def test_letters_set_apart_for_weight_are_the_words_they_spell():
    top = TYPED.replace(
        "V/v rà soát dự án chậm tiến độ", "\nC H Ỉ   T H Ị\nVề việc quản lý đất đai\n"
    )
    paper = read(top.replace("1234/UBND-KT", "12 / CT - UBND") + BODY)
    assert (paper.type, paper.number, paper.subject) == ("chỉ thị", "12/CT-UBND", "quản lý đất đai")


def test_a_number_not_yet_given_is_none_and_spoils_nothing():
    paper = read(TYPED.replace("1234/UBND-KT", "      /UBND-KT") + BODY)
    assert paper.number is None
    assert paper.issuer == "Ủy ban nhân dân thành phố Sông Trắng"


def test_the_body_that_decides_is_no_part_of_the_subject():
    top = (
        "ỦY BAN NHÂN DÂN\nXÃ SÔNG TRẮNG\nSố: 55/QĐ-UBND\nSông Trắng, ngày 5/5/2022\n"
        "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch phòng chống thiên tai\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG TRẮNG\n"
    )
    assert read(top + BODY).subject == "ban hành Kế hoạch phòng chống thiên tai"


def test_the_prime_minister_is_one_issuer_though_his_name_stands_on_two_lines():
    top = (
        "THỦ TƯỚNG\nCHÍNH PHỦ\nSố: 23/QĐ-TTg\nHà Nội, ngày 5 tháng 5 năm 2022\n"
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\n"
    )
    assert read(top + BODY).issuer == "Thủ tướng Chính phủ"


def test_the_party_writes_its_own_letterhead():
    top = (
        "THÀNH ỦY SÔNG TRẮNG       ĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
        "Số 55-CV/TU       Sông Trắng, ngày 5 tháng 5 năm 2022\nV/v nghỉ lễ\n\n"
        "Kính gửi: - Ban Tổ chức Thành ủy,\n- Văn phòng Thành ủy.\n"
    )
    paper = read(top + BODY)
    assert (paper.number, paper.issuer) == ("55-CV/TU", "Thành ủy Sông Trắng")
    assert paper.addressees == ("Ban Tổ chức Thành ủy", "Văn phòng Thành ủy")


def test_those_a_telegram_is_wired_to_are_no_orders_and_a_cut_of_power_is_no_address():
    top = TYPED.replace("V/v rà soát dự án chậm tiến độ\nKính gửi: Sở Xây dựng.\n", "")
    wired = (
        "CÔNG ĐIỆN\nVề ứng phó mưa lũ\nSỞ XÂY DỰNG điện:\n- UBND các xã;\n- Ban Quản lý Dự án 85.\n"
    )
    paper = read(top + wired + BODY)
    assert paper.addressees == ("UBND các xã", "Ban Quản lý Dự án 85")
    assert [order.lead for order in paper.orders] == [("Sở Xây dựng",)]
    plan = top + "KẾ HOẠCH\nKhắc phục hậu quả\nĐã mất các công điện: số 1 và số 2;\n" + BODY
    assert read(plan).addressees == ()


def test_what_a_website_prints_below_a_short_paper_is_not_its_letterhead():
    tail = "\nTHÔNG BÁO\nvề lưu trữ thông tin\nKính gửi: Quý thành viên, chúng tôi cam kết.\n"
    paper = read(TYPED + BODY.replace("15/6/2022.", "15/6/2022./.") + tail)
    assert (paper.type, paper.addressees) == ("công văn", ("Sở Xây dựng",))


def test_submissions_have_a_name_of_their_own_and_are_other_papers_for_the_measure():
    text = TYPED.replace("V/v rà soát dự án chậm tiến độ", "TỜ TRÌNH\nVề mức chi\n") + BODY
    assert read(text).type == "tờ trình"
    assert to_json(read(text), text)["type"] == "khác"


def test_recipients_go_on_after_a_semicolon_and_below_a_heading():
    foot = BODY.replace(
        "- Như trên;", "- VPUB: CVP, các PCVP;\nCác Vụ: TH, KTTH;\n- Các ban:\n+ Ban A;\n+ Ban B;"
    )
    assert read(TYPED + foot).recipients == (
        "VPUB: CVP, các PCVP; Các Vụ: TH, KTTH", "Các ban: + Ban A; + Ban B", "Lưu: VT",
    )  # fmt: skip


def test_either_place_of_the_tone_mark_is_read_and_printed_as_it_stood():
    text = TYPED.replace("ỦY BAN", "UỶ BAN") + BODY.replace(
        "1. Sở Xây dựng", "1. Uỷ ban nhân dân quận Hoà Bình"
    )
    paper = read(text)
    assert [order.lead for order in paper.orders] == [("Ủy ban nhân dân quận Hòa Bình",)]
    assert text[paper.orders[0].start :].startswith("1. Uỷ ban nhân dân quận Hoà Bình")


def test_the_subject_in_capitals_ends_with_them_though_its_first_line_is_one_letter():
    top = TYPED.replace("V/v rà soát dự án chậm tiến độ\nKính gửi: Sở Xây dựng.\n", "")
    said = (
        "THÔNG BÁO\nÝ\nKIẾN CHỈ ĐẠO VỀ CÁC DỰ ÁN ĐIỆN\nNgày 2 tháng 5, lãnh đạo đã đi khảo sát.\n"
    )
    assert read(top + said + BODY).subject == "Ý KIẾN CHỈ ĐẠO VỀ CÁC DỰ ÁN ĐIỆN"


ARTICLE = """\
# Toàn văn {} về dữ liệu dân cư ra sao?

Ngày 13/9/2025, Thủ tướng Chính phủ đã có Chỉ thị 24/CT-TTg năm 2025 về việc kết nối dữ liệu dân cư.

(1) Bộ Công an khẩn trương rà soát.
"""


def test_an_article_says_in_its_first_sentence_which_paper_its_title_is_about():
    paper = read(ARTICLE.format("Chỉ thị 24/CT-TTg"))
    assert (paper.number, paper.issued_on) == ("24/CT-TTg", date(2025, 9, 13))
    assert (paper.type, paper.issuer) == ("chỉ thị", "Thủ tướng Chính phủ")
    assert paper.subject == "kết nối dữ liệu dân cư"
    other = read(ARTICLE.format("công văn của tỉnh"))
    assert (other.number, other.issued_on, other.issuer) == (None, None, None)
    assert read(ARTICLE.format("Chỉ thị 24/CT-TTg").replace("13/9", "31/9")).issued_on is None
