"""Tables that give work, wherever they stand in a paper."""

from dondoc.rules.directive import read

TABLE = """\
|
STT
|
Nhiệm vụ
|
Văn bản giao nhiệm vụ
|
Đơn vị chủ trì
|
Thời hạn
|
Tiến độ
|
|
1.
|
Xây dựng cơ sở dữ liệu nhà ở
|
Quyết định số 12 ngày 03/3/2025
|
Sở Xây dựng
|
{first}
|
Đang làm
|
|
2.
|
Số hóa hồ sơ lưu trữ
|
Quyết định số 12 ngày 03/3/2025
|
nt
|
Quý II/2025
|
|
|
"""


def rows(text):
    return [
        (o.clause, o.content, o.lead, [str(d.due_on) for d in o.deadlines])
        for o in read(text).orders
    ]


WORK = [
    ("1", "Xây dựng cơ sở dữ liệu nhà ở", ("Sở Xây dựng",), ["2025-04-30"]),
    ("2", "Số hóa hồ sơ lưu trữ", ("Sở Xây dựng",), ["2025-06-30"]),
]


def test_a_table_in_the_body_gives_work_between_the_orders_around_it():
    text = (
        "1. Giao Sở Nội vụ theo dõi.\n"
        + TABLE.format(first="30/4/2025")
        + "\n2. Giao Sở Tài chính bố trí kinh phí.\nNơi nhận:\n- Như trên;\n"
    )
    assert rows(text) == [
        ("1", "1. Giao Sở Nội vụ theo dõi.", ("Sở Nội vụ",), []),
        *WORK,
        ("2", "2. Giao Sở Tài chính bố trí kinh phí.", ("Sở Tài chính",), []),
    ]


def test_a_table_of_late_work_says_when_it_was_due():
    top = "Số: 5/TB-UBND\nSông Trắng, ngày 5 tháng 12 năm 2025\nTHÔNG BÁO\nNhiệm vụ chậm muộn\n\n"
    assert rows(top + TABLE.format(first="30/4/2025")) == WORK


def test_the_day_of_the_paper_that_gave_a_task_is_not_its_term():
    assert rows(TABLE.format(first=""))[0][3] == []


def test_where_no_column_says_it_the_work_tells_by_when_and_with_whom():
    cells = (
        "STT", "Nhiệm vụ", "Đơn vị chủ trì",
        "1", "Chủ trì, phối hợp với Sở Tài chính rà soát nhà trước ngày 15/12/2025", "Sở Xây dựng",
        "2", "Số hóa hồ sơ lưu trữ", "Sở Nội vụ",
    )  # fmt: skip
    top = "Số: 5/TB-UBND\nSông Trắng, ngày 5 tháng 12 năm 2025\nTHÔNG BÁO\nNhiệm vụ\n\n"
    table = "|\n" + "|\n|\n".join("\n|\n".join(cells[i : i + 3]) + "\n" for i in (0, 3, 6)) + "|\n"
    first, second = read(top + table).orders
    assert (first.lead, first.supporting) == (("Sở Xây dựng",), ("Sở Tài chính",))
    assert [str(d.due_on) for d in first.deadlines] == ["2025-12-15"]
    assert (second.supporting, second.deadlines) == ((), ())
