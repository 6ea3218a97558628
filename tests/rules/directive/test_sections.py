"""Who is asked by a heading, a section, an announcement or a place; what belongs to one order."""

import pytest

from dondoc.rules.directive import read


def orders(text):
    return [(order.clause, order.lead) for order in read(text).orders]


def test_a_province_acts_under_its_bare_name():
    assert orders("II. KIẾN NGHỊ\n1. Về xe cứu thương: Tỉnh căn cứ quy định để bố trí xe.") == [
        ("1", ("Tỉnh",))
    ]
    assert orders("Tỉnh đã hoàn thành 12 chỉ tiêu.") == []


def test_a_section_that_tells_may_end_by_asking():
    text = (
        "I. ĐÁNH GIÁ CHUNG\nTỉnh đã hoàn thành các chỉ tiêu.\n"
        "Để phát huy kết quả, tỉnh Sông Trắng cần tập trung thực hiện một số nhiệm vụ sau đây:\n"
        "1. Rà soát quy hoạch của địa phương.\n2. Đẩy mạnh giải ngân vốn đầu tư công.\n"
    )
    assert orders(text) == [("1", ("tỉnh Sông Trắng",)), ("2", ("tỉnh Sông Trắng",))]


CONCLUSIONS = """\
VĂN PHÒNG CHÍNH PHỦ
Số: 36/TB-VPCP
Hà Nội, ngày 24 tháng 11 năm 2025
THÔNG BÁO
KẾT LUẬN TẠI BUỔI LÀM VIỆC VỚI {host}

I. ĐÁNH GIÁ CHUNG
1. Ghi nhận kết quả của địa phương.
II. MỘT SỐ NHIỆM VỤ, GIẢI PHÁP
1. Khẩn trương rà soát quy hoạch.
2. Đẩy nhanh tiến độ các dự án.
III. VỀ KIẾN NGHỊ
1. Về vốn: Giao Bộ Tài chính nghiên cứu.
"""


def test_work_without_a_doer_is_meant_for_the_province_the_meeting_was_held_with():
    work = [("1", ("tỉnh Sông Trắng",)), ("2", ("tỉnh Sông Trắng",)), ("1", ("Bộ Tài chính",))]
    assert orders(CONCLUSIONS.format(host="LÃNH ĐẠO TỈNH SÔNG TRẮNG")) == work
    assert orders(CONCLUSIONS.format(host="CÁC DOANH NGHIỆP")) == work[2:]


def test_a_body_at_the_head_of_an_item_ends_the_section_that_only_tells():
    text = (
        "I. MỤC TIÊU\n- Sở Y tế đạt 100%.\n[... cắt bớt ...]\n"
        "5. Sở Y tế\n- Xây dựng kế hoạch tiêm chủng.\n6. Sở Nội vụ\n\nTham mưu bố trí biên chế.\n"
    )
    assert orders(text) == [("5.-1", ("Sở Y tế",)), ("6", ("Sở Nội vụ",))]


def test_requirements_below_an_announcement_are_work():
    text = (
        "UBND thành phố yêu cầu các sở, ban, ngành thực hiện một số nội dung sau:\n"
        "1. Yêu cầu chung:\n- Đẩy nhanh tiến độ lựa chọn nhà thầu.\n"
    )
    assert orders(text) == [("1.-1", ("các sở, ban, ngành",))]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông trên địa bàn tỉnh",
         "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông trên địa bàn tỉnh"),
        ("Các chủ rừng là tổ chức:", "Các chủ rừng là tổ chức"),
        ("Trách nhiệm của Sở Y tế:", "Sở Y tế"),
        ("Trách nhiệm của đối tượng kiểm kê:", "đối tượng kiểm kê"),
        ("Đối với các cơ quan cấp trên:", "các cơ quan cấp trên"),
        ("Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo", "Sở Tài chính"),
        ("UBND các xã: Hòa Phú, Hòa Tiến, Hòa Bắc", "UBND các xã: Hòa Phú, Hòa Tiến, Hòa Bắc"),
        ("Sở\nXây dựng", "Sở Xây dựng"),
        ("Đề nghị: Hội Nông dân tỉnh", "Hội Nông dân tỉnh"),
    ],
)  # fmt: skip
def test_a_heading_hands_down_whoever_it_names(heading, lead):
    text = f"1. {heading}\n- Rà soát hồ sơ lưu trữ.\n- Tổng hợp kết quả kiểm kê.\n"
    assert [found for _, found in orders(text)] == [(lead,), (lead,)]


def test_what_concerns_bodies_but_holds_no_work_is_no_order():
    text = "1. Đối với Ban Thường vụ các hội:\n- Về thành phần: theo điểm 2 Hướng dẫn số 5.\n"
    assert orders(text) == []


def test_an_announcement_names_whom_it_asks_at_its_end():
    text = (
        "Thực hiện Kết luận số 21 và ý kiến của Thường trực, Ban Chỉ đạo về sắp xếp bộ máy (sau "
        "đây viết là Ban Chỉ đạo) yêu cầu Chủ tịch UBND các xã tập trung một số nội dung sau:\n"
        "1. Về tổ chức bộ máy\n- Kiện toàn các phòng chuyên môn.\n"
    )
    assert orders(text) == [("1.-1", ("Chủ tịch UBND các xã",))]


def test_after_somebody_had_an_opinion_whoever_is_named_is_asked():
    text = (
        "Xét báo cáo của tỉnh, Phó Thủ tướng có ý kiến như sau:\n"
        "Chủ tịch UBND tỉnh Sông Trắng khẩn trương làm việc với nhà thầu; báo cáo kết quả.\n"
        "Văn phòng thông báo để các cơ quan biết, thực hiện./."
    )
    assert orders(text) == [(None, ("Chủ tịch UBND tỉnh Sông Trắng",))]


def test_a_case_belongs_to_the_order_above_it():
    text = (
        "1. Sở Xây dựng:\na) Tiếp nhận hồ sơ, lập báo cáo thẩm định.\n"
        "Trường hợp các cơ quan có ý kiến khác nhau, cơ quan chủ trì có trách nhiệm làm rõ.\n"
        "b) Công khai quy hoạch.\n"
    )
    found = read(text).orders
    assert [order.clause for order in found] == ["1.a", "1.b"]
    assert "ý kiến khác nhau" in found[0].content


def test_a_list_of_papers_or_figures_belongs_to_the_order_that_introduces_it():
    text = (
        "1. Các sở, ban, ngành:\n"
        "1.1. Nghiên cứu, quán triệt các quy định:\n- Nghị định số 21/2025/NĐ-CP;\n- Chỉ thị 2.\n"
        "1.2. Báo cáo các số liệu:\n(1). Tổng số gói thầu;\n(2). Tỷ lệ tiết kiệm.\n"
    )
    assert [clause for clause, _ in orders(text)] == ["1.1", "1.2"]


def test_items_inside_a_paragraph_are_orders_with_terms_of_their_own():
    text = (
        "1. Công an tỉnh: (1) Xây dựng Trung tâm dữ liệu tỉnh, hoàn thành trước ngày 10/12/2025; "
        "(2) Tham mưu ban hành quy chế khai thác dữ liệu dùng chung trong tháng 11 năm 2025.\n"
    )
    found = read(text).orders
    assert [order.clause for order in found] == ["1.1", "1.2"]
    assert [[str(term.due_on) for term in order.deadlines] for order in found] == [
        ["2025-12-10"], ["2025-11-30"],
    ]  # fmt: skip


def test_names_or_figures_counted_inside_a_paragraph_are_not():
    text = "1. Sở Y tế rà soát 03 trung tâm: (1) Hòa Phú, (2) Hòa Tiến, (3) Hòa Bắc.\n"
    assert [clause for clause, _ in orders(text)] == ["1"]


def test_an_item_with_work_of_its_own_is_an_order_beside_those_below_it():
    text = (
        "1. UBND các xã tổ chức theo dõi sát tình hình, tập trung khắc phục nhanh hậu quả các đợt "
        "bão, lũ vừa qua theo chỉ đạo của tỉnh, đồng thời chủ động các biện pháp phòng, tránh, "
        "ứng phó với bão và mưa lũ, trong đó:\n(1) Hướng dẫn tàu thuyền về nơi tránh trú;\n"
        "(2) Rà soát phương án sơ tán.\n"
    )
    assert [clause for clause, _ in orders(text)] == ["1", "1.1", "1.2"]
    for sooner in ("tập trung một số nhiệm vụ cụ thể sau:", "trong đó tập trung các nội dung sau:"):
        assert orders(text.replace("trong đó:", sooner)) == orders(text)
    called = text.replace("trong đó:", "thực hiện các nhiệm vụ sau:")
    assert [clause for clause, _ in orders(called)] == ["1.1", "1.2"]


def test_those_named_later_act_beside_the_body_of_the_heading():
    text = (
        "1. Sở Y tế:\n- Rà soát thuốc dự trữ. UBND các xã phối hợp kiểm tra kho.\n"
        "- Tổng hợp báo cáo; trường hợp vượt thẩm quyền, Sở Nội vụ trình UBND tỉnh.\n"
    )
    assert [lead for _, lead in orders(text)] == [
        ("Sở Y tế", "UBND các xã"), ("Sở Y tế",),
    ]  # fmt: skip


def test_a_dash_alone_on_its_line_marks_the_words_below_it():
    text = (
        "1. Sở Tài chính\n-\nTuyên truyền, phổ biến quy định về tài sản công.\n- Báo cáo kết quả.\n"
    )
    assert [clause for clause, _ in orders(text)] == ["1.-1", "1.-2"]


def test_a_full_line_ends_no_paragraph_and_a_short_one_does():
    text = (
        "1. Về việc hỗ trợ xe chuyên dùng cho các trung tâm: Sở Y tế căn cứ quy định hiện hành\n"
        "để sắp xếp, bố trí xe bảo đảm hiệu quả, phù hợp tiêu chuẩn, định mức theo quy định.\n"
        "Trường hợp còn thiếu, Sở Y tế tổng hợp nhu cầu, báo cáo cấp có thẩm quyền quyết định.\n"
        "2. Sở Nội vụ theo dõi.\n"
    )
    found = read(text).orders
    assert [order.clause for order in found] == ["1", "2"]
    assert found[0].content.endswith("cấp có thẩm quyền quyết định.")


def test_the_topic_of_an_order_sets_no_term():
    text = (
        "1. Đối với các nhiệm vụ triển khai trong năm 2025, các sở, ngành bố trí kinh phí.\n"
        "2. Về Kế hoạch tháng 11/2025: Sở Y tế báo cáo trước ngày 05/12/2025.\n"
    )
    assert [[str(term.due_on) for term in order.deadlines] for order in read(text).orders] == [
        [], ["2025-12-05"],
    ]  # fmt: skip


def test_partners_are_told_apart():
    text = (
        "1. Sở Y tế phối hợp với UBND các phường, xã và lực lượng chức năng kiểm tra.\n"
        "2. Sở Y tế phối hợp với Công an xã, phường hoặc UBND các xã, phường tuần tra.\n"
        "3. Chánh Văn phòng Ban chỉ đạo phòng thủ dân sự phối hợp với cơ quan chức năng theo dõi.\n"
    )
    assert [order.supporting for order in read(text).orders] == [
        ("UBND các phường, xã", "lực lượng chức năng"),
        ("Công an xã, phường", "UBND các xã, phường"),
        ("cơ quan chức năng",),
    ]


def terms(text):
    return [
        (order.clause, [str(deadline.due_on) for deadline in order.deadlines])
        for order in read(text).orders
    ]


def test_a_term_below_a_list_is_said_of_all_of_it_unless_its_items_have_terms_of_their_own():
    two = "1. Sở Tài chính:\n- Rà soát hồ sơ{}.\n- Báo cáo kết quả.\n"
    two += "Thời gian: trước ngày 15/12/2025.\n"
    assert terms(two.format("")) == [("1.-1", ["2025-12-15"]), ("1.-2", ["2025-12-15"])]
    own = terms(two.format(" trước ngày 1/12/2025"))
    assert own == [("1.-1", ["2025-12-01"]), ("1.-2", ["2025-12-15"])]


def test_a_day_for_all_that_stands_above_binds_what_has_no_day_but_a_day_to_report_does_not():
    text = "1. Sở Xây dựng rà soát.\n2. Sở Tài chính bố trí vốn trước ngày 1/12/2025.\n{}\n"
    whole = "Yêu cầu các sở hoàn thành các nội dung nêu trên trước ngày 15/12/2025."
    report = (
        "Yêu cầu các sở báo cáo kết quả hoàn thành các nội dung nêu trên trước ngày 15/12/2025."
    )
    mine = [("2", ["2025-12-01"]), (None, ["2025-12-15"])]
    assert terms(text.format(whole)) == [("1", ["2025-12-15"]), *mine]
    assert terms(text.format(report)) == [("1", []), *mine]


def test_a_title_that_asks_for_its_work_dates_what_has_no_date_below_it():
    text = (
        "1. Hoàn thành 300 km đường bộ trong năm 2025\na) Sở Xây dựng khẩn trương thi công.\n"
        "b) Sở Tài chính bố trí vốn trước ngày 10/12/2025.\n2. Sở Nội vụ rà soát.\n"
    )
    assert terms(text) == [("1.a", ["2025-12-31"]), ("1.b", ["2025-12-10"]), ("2", [])]


def test_an_article_is_one_though_the_line_was_broken_before_its_number():
    text = (
        "**Điều\n14. Trách nhiệm của Sở Khoa học và Công nghệ**\n\n"
        "1. Chủ trì cải tiến Hệ thống.\n\n2. Bảo đảm an toàn thông tin.\n\n"
        "**Điều\n15. Trách nhiệm của Công an thành phố**\n\n1. Giám sát an toàn thông tin.\n"
    )
    science, police = ("Sở Khoa học và Công nghệ",), ("Công an thành phố",)
    assert [lead for _, lead in orders(text)] == [science, science, police]


def test_a_name_parted_at_its_dash_by_the_line_is_no_item():
    text = "1. Sở Y tế:\na) Phối hợp tổ chức chính trị\n- xã hội tại địa phương vận động.\n"
    assert [clause for clause, _ in orders(text)] == ["1.a"]


def test_a_basis_inside_an_item_may_name_who_acts_on_it():
    basis = "Căn cứ vào kết quả kiểm tra, Ủy ban nhân dân cấp xã quyết định khen thưởng;"
    text = f"1. Cấp xã\na) {basis}\n"
    assert orders(text) == [("1.a", ("Ủy ban nhân dân cấp xã",))]


def test_how_things_stand_and_how_ranks_are_given_asks_nothing():
    text = "{}\n- Sở Y tế có 05 trạm.\n- Đối với các xã, phường: xếp hạng theo tổng số điểm.\n"
    assert orders(text.format("1. Hiện trạng")) == []
    assert orders(text.format("4. Cách thức xếp hạng")) == []


def test_those_a_report_is_sent_to_are_not_asked_for_anything():
    asked = "1. Giao Công an tỉnh kiểm tra; định kỳ báo cáo kết quả "
    text = asked + "về Bộ Công an, UBND tỉnh theo quy định."
    assert orders(text) == [("1", ("Công an tỉnh",))]
