"""Work printed as a form: who leads it, with whom and until when on lines of their own."""

from dondoc.rules.directive import read

ALL_THREE = """
Đơn vị chủ trì tham mưu thực hiện: {}.

Đơn vị phối hợp: Sở Tư pháp; các cơ quan, đơn vị liên quan.

Thời gian thực hiện: {}.
"""


def told(text):
    return [
        (order.clause, order.lead, [term.kind for term in order.deadlines])
        for order in read(text).orders
    ]


def test_each_item_of_a_list_has_the_form_printed_below_it():
    text = (
        "**1. Đẩy mạnh chuyển đổi số**\n\n- Cập nhật Cổng pháp luật quốc gia.\n"
        + ALL_THREE.format("Sở Nội vụ", "Thường xuyên, theo yêu cầu nhiệm vụ")
        + "\n- Ra mắt trợ lý pháp luật.\n"
        + ALL_THREE.format("Sở Y tế", "Theo kế hoạch công tác tư pháp hàng năm")
    )
    assert told(text) == [
        ("1.-1", ("Sở Nội vụ",), ["continuous"]),
        ("1.-2", ("Sở Y tế",), ["event"]),
    ]
    assert read(text).orders[0].supporting == ("Sở Tư pháp", "các cơ quan, đơn vị liên quan")
    assert "Sở Y tế" not in read(text).orders[0].content


def test_the_form_below_the_last_item_is_that_of_all_since_the_form_before():
    text = (
        "1. Nâng cao năng lực\n\n- Tăng cường giáo dục chính trị.\n\n- Nâng cao nhận thức.\n"
        + ALL_THREE.format("Các sở, ngành", "Từ 01/7/2025")
        + "\n- Tổ chức tập huấn.\n"
        + ALL_THREE.format("Sở Tư pháp", "Giai đoạn 2026-2030 và những năm tiếp theo")
    )
    assert told(text) == [
        ("1.-1", ("Các sở, ngành",), ["continuous"]),
        ("1.-2", ("Các sở, ngành",), ["continuous"]),
        ("1.-3", ("Sở Tư pháp",), ["continuous"]),
    ]


def test_a_form_in_the_lines_of_an_item_makes_it_one_order():
    text = "1. Biên soạn tài liệu.\nCơ quan chủ trì: Sở Tư pháp.\nThời gian: Quý I/2026.\n"
    assert told(text) == [("1", ("Sở Tư pháp",), ["date"])]
