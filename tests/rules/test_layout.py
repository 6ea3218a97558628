"""The layout settles words, punctuation and letter case before anything is drawn."""

from dataclasses import replace

import pytest

from dondoc.rules import decree30
from dondoc.rules.decree30 import Kind, Urgency
from dondoc.rules.layout import (
    Appendix,
    Column,
    Dash,
    HeaderCell,
    LegalBasis,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    cell,
    letterhead_lines,
    plain,
    prose,
)
from tests.documents.papers import DISPATCH, INVITATION, SCHEDULE, report


def test_a_cong_van_has_no_type_name_and_its_subject_stands_under_the_number() -> None:
    assert DISPATCH.title == ""
    assert DISPATCH.letter_subject == "V/v thực hiện nhiệm vụ do lãnh đạo UBND thành phố giao"
    assert DISPATCH.number_line == "Số: 2606/UBND-KSTT"
    assert DISPATCH.place_line == "Sông Hàn, ngày 16 tháng 5 năm 2022"


def test_a_report_bears_its_type_name_and_no_v_v() -> None:
    assert report().title == "BÁO CÁO"
    assert report().letter_subject == ""
    assert report().number_line == "Số: 05/BC-VP"


def test_a_draft_leaves_room_for_number_and_day() -> None:
    draft = replace(DISPATCH, draft=True, day=None)
    assert draft.number_line.split() == ["Số:", "/UBND-KSTT"]
    assert draft.place_line.split() == ["Sông", "Hàn,", "ngày", "tháng", "năm"]


def test_several_addressees_and_recipients_end_in_semicolons_and_a_full_stop() -> None:
    assert DISPATCH.addressee_lines == ("- Các sở, ban, ngành;", "- UBND các quận, huyện.")
    assert DISPATCH.recipient_lines[0] == "- Như trên;"
    assert DISPATCH.recipient_lines[-1] == "- Lưu: VT, KSTT."
    twice = replace(DISPATCH, recipients=("Như trên;", "Như trên."))
    assert twice.recipient_lines == ("- Như trên;", "- Như trên.")


def test_one_addressee_stands_as_he_is() -> None:
    alone = replace(DISPATCH, addressees=("UBND quận Bãi Bồi",))
    assert alone.addressee_lines == ("UBND quận Bãi Bồi",)


def test_an_invitation_names_its_guests_in_its_text() -> None:
    """Mẫu 1.7: "(cơ quan ban hành) trân trọng kính mời: …", and no line of greeting."""
    one = replace(INVITATION, addressees=("Ông Lê An, Giám đốc Sở Xây dựng",))
    first, *_ = one.main_blocks
    assert isinstance(first, Paragraph)
    assert first.runs[0].text == (
        "Ủy ban nhân dân phường Bến Gỗ trân trọng kính mời: Ông Lê An, Giám đốc Sở Xây dựng"
    )
    assert (one.addressee_lines, one.title) == ((), "GIẤY MỜI")
    many = replace(one, addressees=("Sở Xây dựng", "Sở Tài chính"))
    assert [block.runs[0].text for block in many.main_blocks[1:3]] == [  # type: ignore[union-attr]
        "Sở Xây dựng;", "Sở Tài chính.",
    ]  # fmt: skip
    office = replace(one, issuer="Văn phòng", parent_agency="UBND thành phố Sông Hàn")
    assert (
        office.main_blocks[0]
        .runs[0]
        .text.startswith(  # type: ignore[union-attr]
            "Văn phòng UBND thành phố Sông Hàn trân trọng kính mời:"
        )
    )
    assert len(INVITATION.main_blocks) == 1


def test_papers_of_practice_bear_the_name_practice_gives_them() -> None:
    assert (SCHEDULE.title, SCHEDULE.number_line) == ("LỊCH CÔNG TÁC TUẦN", "")
    assert SCHEDULE.full_title.startswith("Lịch công tác tuần: ")
    slip = replace(DISPATCH, kind=Kind.SLIP, type_name="Phiếu đôn đốc", symbol="PĐĐ-VP", number=3)
    assert (slip.title, slip.spoken) == ("PHIẾU ĐÔN ĐỐC", "Phiếu đôn đốc số 03/PĐĐ-VP")
    for kind, name in (
        (Kind.NOTICE, "THÔNG BÁO"), (Kind.PROGRAMME, "CHƯƠNG TRÌNH"), (Kind.PLAN, "KẾ HOẠCH"),
        (Kind.MINUTES, "BIÊN BẢN"),
    ):  # fmt: skip
        paper = replace(DISPATCH, kind=kind, symbol=f"{kind.abbreviation}-UBND")
        assert (paper.title, paper.letter_subject) == (name, "")


def test_minutes_without_a_place_bear_no_place_and_date() -> None:
    assert replace(DISPATCH, place="").place_line == ""


def test_prose_becomes_paragraphs_and_dashes() -> None:
    assert prose("Một\n\n - Hai\n+ Ba") == (
        Paragraph(plain("Một")), Dash(plain("Hai")), Dash(plain("Ba")),
    )  # fmt: skip


def test_legal_bases_end_in_semicolons_and_a_full_stop() -> None:
    assert LegalBasis(("Căn cứ A;", "Căn cứ B")).lines == ("Căn cứ A;", "Căn cứ B.")


def test_the_committee_is_broken_from_its_place_as_on_the_real_letterhead() -> None:
    assert letterhead_lines("Ủy ban nhân dân thành phố Sông Hàn") == (
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ SÔNG HÀN",
    )
    assert letterhead_lines("Văn phòng\nHĐND và UBND") == ("VĂN PHÒNG", "HĐND VÀ UBND")
    assert letterhead_lines("") == ()


def test_the_last_words_are_closed_once() -> None:
    *_, last = DISPATCH.main_blocks
    assert isinstance(last, Paragraph)
    assert last.runs[-1].text.endswith("thực hiện./.")
    again = replace(DISPATCH, body=(last,))
    assert again.main_blocks == (last,)


def test_a_body_that_ends_in_a_table_or_is_empty_is_left_alone() -> None:
    table = Table((Column(1),), ((HeaderCell("TT"),),), (Row(("1",)),))
    assert replace(DISPATCH, body=(table,)).main_blocks == (table,)
    assert replace(DISPATCH, body=()).main_blocks == ()


def test_the_signature_is_in_capitals_and_the_name_without_titles() -> None:
    signature = Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch", "TS. Lê An")
    assert signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature.printed_name == "Lê An"


def test_appendices_follow_the_signature_and_say_what_they_belong_to() -> None:
    first, second = report().appendices
    assert (first.heading, second.heading) == ("Phụ lục I", "Phụ lục II")
    assert Appendix(None, "Danh sách", ()).heading == "Phụ lục"
    assert report().attached_to == (
        "(Kèm theo Báo cáo số 05/BC-VP ngày 05 tháng 02 năm 2026 của Văn phòng)"
    )


def test_urgency_and_circulation_are_stamped() -> None:
    stamped = replace(DISPATCH, urgency=Urgency.URGENT, circulation="Lưu hành nội bộ")
    assert stamped.stamps == ("KHẨN", "LƯU HÀNH NỘI BỘ")
    assert DISPATCH.stamps == ()


def test_whatever_is_printed_is_clean_from_the_start() -> None:
    assert Run("a\x00b\x1b").text == "ab"
    assert Row(("\x07một",)).cells == ("một",)
    assert replace(DISPATCH, subject="\u202eđảo").subject == "đảo"


def test_a_row_that_does_not_fit_its_table_is_refused() -> None:
    with pytest.raises(ValueError, match="Dòng không đủ 3 ô"):
        Table((Column(1),) * 3, (), (Row(("1", "2")),))


def test_a_cell_reaches_down_over_rows_that_have_none_of_their_own_there() -> None:
    day = cell("Thứ Hai\n11/5", bold=True, down=2)
    assert day.lines == ((Run("Thứ Hai", bold=True),), (Run("11/5", bold=True),))
    table = Table((Column(1),) * 2, (), (Row((day, "a")), Row(("b",)), Row(("Nhóm",))))
    assert table.grid == ((day, "a"), (None, "b"), ("Nhóm",))
    with pytest.raises(ValueError, match="không đủ 2 ô"):
        Table((Column(1),) * 2, (), (Row((day, "a")), Row(("b", "c"))))
    with pytest.raises(ValueError, match="quá dòng cuối"):
        Table((Column(1),) * 2, (), (Row((day, "a")),))


def test_the_measures_stay_within_the_decree() -> None:
    assert 20 <= decree30.MARGIN_TOP <= 25
    assert 20 <= decree30.MARGIN_BOTTOM <= 25
    assert 30 <= decree30.MARGIN_LEFT <= 35
    assert 15 <= decree30.MARGIN_RIGHT <= 20
    assert decree30.FIRST_LINE_INDENT in (10, 12.7)
    assert 1 <= decree30.LINE_SPACING <= 1.5
    assert 1 / 3 <= decree30.RULE_SHARE <= 1 / 2
    assert {u.stamp: u.width for u in Urgency if u.stamp} == {
        "KHẨN": 20,
        "THƯỢNG KHẨN": 40,
        "HỎA TỐC": 30,
    }


def test_every_kind_of_appendix_iii_has_its_own_abbreviation() -> None:
    named = [k for k in Kind if k.type_name and k not in (Kind.SLIP, Kind.SCHEDULE)]
    assert len({kind.abbreviation for kind in named}) == len(named) == 27
    assert Kind.OFFICIAL_LETTER.spoken == "Công văn"
    assert plain("x") == (Run("x"),)
