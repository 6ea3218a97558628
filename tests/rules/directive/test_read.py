"""An officer drops a directive in; its elements and orders come out as they are printed."""

from datetime import date

import pytest

from dondoc.rules.directive import Signer, read
from dondoc.rules.directive.as_json import to_json
from tests.rules.directive.texts import DISPATCH, PLAN, TELEGRAM, WARD_LETTER


def asked(directive):
    """Each order as (clause, leads, supporting, terms)."""
    return [
        (o.clause, list(o.lead), list(o.supporting), [(d.kind, d.due_on) for d in o.deadlines])
        for o in directive.orders
    ]


def test_the_letterhead_of_a_dispatch_is_read():
    read_ = read(DISPATCH)
    assert read_.number == "1207/UBND-KSTT"
    assert read_.issued_on == date(2024, 6, 3)
    assert read_.issuer == "Ủy ban nhân dân thành phố Sông Trắng"
    assert (read_.type, read_.urgency, read_.secrecy) == ("công văn", "HỎA TỐC", None)
    assert read_.subject == "đôn đốc nhiệm vụ do lãnh đạo UBND thành phố giao"
    assert read_.addressees == ("Các sở, ban, ngành", "UBND các quận, huyện")
    assert read_.recipients == ("Như trên", "CT và các PCT UBND thành phố", "Lưu: VT, KSTT")
    assert read_.signer == Signer("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An")


def test_criticism_is_no_order_but_the_demand_after_it_is():
    assert asked(read(DISPATCH)) == [
        ("1", ["UBND quận Bến Đò"], [], [("date", date(2024, 6, 15))]),
        (
            "2",
            ["Sở Xây dựng"],
            ["Sở Tài chính", "Công an thành phố", "các đơn vị liên quan"],
            [("urgent", None)],
        ),
        ("3", ["các cơ quan, đơn vị"], [], [("continuous", None)]),
    ]


def test_offsets_point_into_the_text_that_was_given():
    first, second, _ = read(DISPATCH).orders
    assert DISPATCH[first.start : first.end].startswith("Yêu cầu UBND quận Bến Đò")
    assert DISPATCH[second.start : second.end].startswith("2. Giao Sở Xây dựng")
    (term,) = first.deadlines
    assert DISPATCH[term.start : term.end] == term.phrase == "trước ngày 15/6/2024"


def test_a_plan_in_two_flattened_columns_is_read():
    plan = read(PLAN)
    assert plan.number == "08/KH-UBND"
    assert plan.issued_on == date(2025, 2, 10)
    assert plan.issuer == "Ủy ban nhân dân tỉnh Núi Xanh"
    assert (plan.type, plan.subject) == ("kế hoạch", "TRỒNG CÂY VEN ĐƯỜNG NĂM 2025")
    assert plan.signer == Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Bình")


def test_headings_hand_down_their_lead_and_forms_and_tables_give_work():
    sonn, ward = "Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân các xã, phường"
    assert asked(read(PLAN)) == [
        (
            "1",
            [sonn],
            ["Sở Tài chính", "UBND các xã, phường"],
            [("date", date(2025, 6, 30))],
        ),
        ("1.a", [sonn], ["Sở Tài chính"], [("date", date(2025, 3, 1))]),
        ("1.b", [sonn], [], [("yearly", None)]),
        ("2.-1", [ward], [], []),
        ("2.-2", [ward], [], [("monthly", date(2025, 2, 20))]),
        ("3", ["Sở Nội vụ"], [], []),
        (
            "1",
            ["Sở Xây dựng"],
            ["Công an tỉnh", "UBND các xã, phường"],
            [("date", date(2025, 3, 31))],
        ),
        ("2", ["UBND các xã, phường"], [], [("continuous", None)]),
    ]


def test_a_telegram_names_its_addressees_after_the_issuer():
    telegram = read(TELEGRAM)
    assert telegram.type == "công điện"
    assert telegram.issuer == "Thủ tướng Chính phủ"
    assert telegram.addressees == (
        "Chủ tịch Ủy ban nhân dân các tỉnh ven biển",
        "Bộ trưởng các Bộ: Quốc phòng, Công an",
    )
    assert telegram.signer == Signer(None, "THỦ TƯỚNG", "Phạm Văn Cường")


def test_what_was_reported_is_no_order_and_an_hour_is_kept():
    first, second, third, fourth = read(TELEGRAM).orders
    assert first.lead == second.lead == ("Chủ tịch Ủy ban nhân dân các tỉnh ven biển",)
    assert first.deadlines[0].time == "17:00"
    assert third.lead == ("Chủ tịch Ủy ban nhân dân cấp tỉnh",)
    assert fourth.lead == ("Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Công an")


def test_a_double_spaced_letter_without_letterhead_is_read():
    letter = read(WARD_LETTER)
    assert (letter.number, letter.issued_on, letter.issuer, letter.signer) == (None,) * 4
    assert letter.addressees == ("Trưởng các phòng chuyên môn thuộc UBND phường",)
    assert asked(letter) == [
        ("1", ["Các phòng, bộ phận chuyên môn"], ["Văn phòng HĐND-UBND"], [("event", None)]),
        ("2", ["các phòng chuyên môn"], [], [("monthly", None)]),
        ("3", ["Văn phòng HĐND và UBND phường"], [], []),
    ]


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("1. Giao Sở X, Sở Y và các đơn vị liên quan rà soát.", 3),
        ("1. Văn phòng HĐND và UBND phường tổng hợp báo cáo.", 1),
        ("1. Các cơ quan, tổ chức, cá nhân liên quan có trách nhiệm thực hiện.", 1),
        ("1. Sở Văn hóa, Thể thao và Du lịch tổ chức lễ hội.", 1),
        ("1. Giám đốc các sở, Chủ tịch UBND các xã, phường báo cáo kết quả.", 2),
        ("1. Về dự án cầu Trắng: Sở Xây dựng khẩn trương nghiệm thu.", 1),
        ("1. Để kịp tiến độ, Sở Tài chính bố trí vốn.", 1),
        ("1. Giao Ban Quản lý các khu công nghiệp và chế xuất kiểm tra.", 1),
    ],
)
def test_names_are_told_apart_as_a_reader_would(sentence, leads):
    (order,) = read(sentence + "\n").orders
    assert len(order.lead) == leads


def test_commas_in_a_list_with_semicolons_part_whole_names_and_hold_fields_together():
    (order,) = read(
        "1. Giao Bảo hiểm xã hội Thành phố, Chi nhánh Ngân hàng Chính sách xã hội; Sở Văn hóa, "
        "Thể thao và Du lịch; Bộ trưởng các Bộ: Quốc phòng, Công an rà soát.\n"
    ).orders
    assert order.lead == (
        "Bảo hiểm xã hội Thành phố", "Chi nhánh Ngân hàng Chính sách xã hội",
        "Sở Văn hóa, Thể thao và Du lịch", "Bộ trưởng các Bộ: Quốc phòng, Công an",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm Điều độ bến bãi",
        "Ban Quản lý bảo trì đường bộ",
        "Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp",
        "Trung tâm Quan trắc tài nguyên và môi trường",
        "Trung tâm Dịch vụ việc làm Thành phố",
    ],
)
def test_a_body_named_after_its_work_is_named_to_its_last_word(name):
    asking, acting = read(f"1. Giao {name} chủ trì rà soát.\n2. {name} báo cáo.\n").orders
    assert asking.lead == acting.lead == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Tổ chức chính quyền địa phương;\n",
        "1. Biểu dương Sở Y tế đã hoàn thành nhiệm vụ.\n",
        "Theo báo cáo, Sở Y tế đã hoàn thành 20 nhiệm vụ.\n",
        "I. Mục đích, yêu cầu\n1. Sở Y tế nâng cao nhận thức.\n",
        "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.\n",
    ],
)
def test_reasons_praise_aims_and_calls_are_no_orders(text):
    assert read(text).orders == ()


def test_praise_under_a_heading_is_no_order_either():
    text = "1. Sở Y tế\na) Biểu dương các trạm y tế.\nb) Rà soát thuốc.\n"
    assert [o.clause for o in read(text).orders] == ["1.b"]


def test_those_a_lead_directs_to_work_together_do_not_support_it():
    (order,) = read("1. Công an tỉnh chỉ đạo Công an xã phối hợp với Sở Y tế tuần tra.\n").orders
    assert (order.lead, order.supporting) == (("Công an tỉnh",), ())


def test_json_has_iso_days_and_the_text():
    out = to_json(read(DISPATCH), DISPATCH)
    assert out["issued_on"] == "2024-06-03"
    assert out["text"] == DISPATCH
    assert out["tasks"][0]["deadlines"][0]["due_on"] == "2024-06-15"
    assert out["signer"]["name"] == "Trần Văn An"
