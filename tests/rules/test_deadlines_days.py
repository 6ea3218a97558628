"""Days, hours and periods as offices print them, neatly and not; issued Thursday 20/11/2025."""

from datetime import date

import pytest

from dondoc.rules.deadlines import read_deadlines

ISSUED = date(2025, 11, 20)

# sentence, then each deadline: kind, due day, hour
DAYS = [
    # every spelling of a day
    ("Sở Xây dựng gửi báo cáo trước 05/12/2025.", [("date", "2025-12-05", None)]),
    ("Sở Xây dựng gửi báo cáo trước ngày 5-12-2025.", [("date", "2025-12-05", None)]),
    ("Sở Xây dựng gửi báo cáo trước ngày 5.12.2025.", [("date", "2025-12-05", None)]),
    ("Sở Xây dựng gửi báo cáo trước ngày 05/12/25.", [("date", "2025-12-05", None)]),
    ("gửi trước ngày 05 tháng 12 năm 2025;", [("date", "2025-12-05", None)]),
    ("gửi trước ngày 05 tháng 12, năm 2025;", [("date", "2025-12-05", None)]),
    ("gửi trước ngày 05 tháng 12/2025;", [("date", "2025-12-05", None)]),
    ("gửi trước ngày 05 tháng 12 tới.", [("date", "2025-12-05", None)]),
    ("gửi trước ngày 25 tháng này.", [("date", "2025-11-25", None)]),
    ("gửi trước ngày 05 tháng tới.", [("date", "2025-12-05", None)]),
    ("hoàn thành trước mồng 5 tháng 12 năm 2025.", [("date", "2025-12-05", None)]),
    ("hoàn thành trước ngày mùng 5 tháng 12.", [("date", "2025-12-05", None)]),
    ("gửi về Văn phòng trước 25/11.", [("date", "2025-11-25", None)]),
    ("gửi về Văn phòng trước ngày 25/11 tới.", [("date", "2025-11-25", None)]),
    ("gửi về Văn phòng trước ngày 25-12- 2025.", [("date", "2025-12-25", None)]),
    ("gửi về Văn phòng trước ngày 30/11 /2025.", [("date", "2025-11-30", None)]),
    ("gửi về Văn phòng trước\nngày 30 tháng\n11 năm\n2025.", [("date", "2025-11-30", None)]),
    ("gửi về Văn phòng trước  ngày  30 / 11 / 2025 .", [("date", "2025-11-30", None)]),
    ("gửi về Văn phòng trước ngày l5/12/2025.", [("date", "2025-12-15", None)]),
    ("gửi về Văn phòng trước ngày 1O/12/2O25.", [("date", "2025-12-10", None)]),
    ("gửi về Văn phòng trưóc ngày 10 thảng 12 nám 2025.", [("date", "2025-12-10", None)]),
    ("gửi về Văn phòng trước ngay 10/12/2025.", [("date", "2025-12-10", None)]),
    ("hoàn thành trong quí I/2026.", [("date", "2026-03-31", None)]),
    ("gửi trước ngày 15 tháng 12 của năm kế tiếp.", [("date", "2026-12-15", None)]),
    ("gửi về Văn phòng trước ngày10/12/2025.", [("date", "2025-12-10", None)]),
    ("gửi về Văn phòng trước ngày 10tháng 12, 2025.", [("date", "2025-12-10", None)]),
    ("Chậm nhất: ngày 10/12/2025.", [("date", "2025-12-10", None)]),
    ("gửi trước ngày 10/01 năm sau.", [("date", "2026-01-10", None)]),
    ("gửi trước ngày 31/11/2025.", [("date", "2025-11-30", None)]),
    ("gửi trước ngày 30/02/2026.", [("date", "2026-02-28", None)]),
    (
        "trước 30/11 (cấp xã) và 15/12/2025 (cấp tỉnh).",
        [("date", "2025-11-30", None), ("date", "2025-12-15", None)],
    ),
    # words before it
    ("ngày 30/11/2025 phải hoàn thành.", [("date", "2025-11-30", None)]),
    ("chậm nhất ngày 05/12/2025 phải xong.", [("date", "2025-12-05", None)]),
    ("Chậm nhất là ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("chậm nhất đến hết ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("muộn nhất vào ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("hạn cuối là ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("Hạn chót: 05/12/2025.", [("date", "2025-12-05", None)]),
    ("thời hạn gửi báo cáo là ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("Thời hạn báo cáo đến ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("hoàn thành vào ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("hoàn thành xong trước 05/12.", [("date", "2025-12-05", None)]),
    ("không được để quá ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("không muộn hơn ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("nộp hồ sơ đến hết ngày 05/12/2025.", [("date", "2025-12-05", None)]),
    ("Đến ngày 31/12/2025, phải hoàn thành 100%.", [("date", "2025-12-31", None)]),
    ("Hạn nộp: 05/12/2025; gửi bản mềm.", [("date", "2025-12-05", None)]),
    ("trước thời điểm 31/12/2025.", [("date", "2025-12-31", None)]),
    # hours and parts of the day
    ("trước 17h00 ngày 27/11/2025.", [("date", "2025-11-27", "17:00")]),
    ("trước 17h ngày 27/11/2025.", [("date", "2025-11-27", "17:00")]),
    ("trước 17 giờ 30 ngày 27/11/2025.", [("date", "2025-11-27", "17:30")]),
    ("trước 17g ngày 27/11/2025.", [("date", "2025-11-27", "17:00")]),
    ("trước 8h30' ngày 27/11/2025.", [("date", "2025-11-27", "08:30")]),
    ("trước 15 giờ 00 phút ngày 27/11/2025.", [("date", "2025-11-27", "15:00")]),
    ("trước 15 giờ 00 phút, ngày 27 tháng 11 năm 2025.", [("date", "2025-11-27", "15:00")]),
    ("trước 16:30 ngày 27/11/2025.", [("date", "2025-11-27", "16:30")]),
    ("chậm nhất 3 giờ chiều ngày 27/11/2025.", [("date", "2025-11-27", "15:00")]),
    ("chậm nhất 16h00 thứ Sáu, ngày 28/11/2025.", [("date", "2025-11-28", "16:00")]),
    ("trước ngày thứ Sáu (28/11/2025).", [("date", "2025-11-28", None)]),
    ("trước ngày 28/11/2025 (trước 17 giờ).", [("date", "2025-11-28", "17:00")]),
    ("chậm nhất vào lúc 10 giờ 00 phút ngày 25/11/2025.", [("date", "2025-11-25", "10:00")]),
    ("vào hồi 14 giờ 00, ngày 25/11/2025.", [("date", "2025-11-25", "14:00")]),
    ("trước cuối giờ làm việc ngày 28/11/2025.", [("date", "2025-11-28", None)]),
    ("trong buổi sáng ngày 28/11/2025.", [("date", "2025-11-28", None)]),
    ("trong ngày 28/11/2025.", [("date", "2025-11-28", None)]),
    # days told from the day of issue
    ("báo cáo trong ngày hôm nay.", [("date", "2025-11-20", None)]),
    ("báo cáo Chủ tịch ngay trong ngày.", [("date", "2025-11-20", None)]),
    ("báo cáo trước 10 giờ ngày mai.", [("date", "2025-11-21", "10:00")]),
    ("gửi chậm nhất thứ Sáu tuần này.", [("date", "2025-11-21", None)]),
    ("gửi trước 16h thứ Ba tuần sau.", [("date", "2025-11-25", "16:00")]),
    ("hoàn thành trong tuần này.", [("date", "2025-11-21", None)]),
    ("hoàn thành trong tuần tới.", [("date", "2025-11-28", None)]),
    ("hoàn thành trong tháng này.", [("date", "2025-11-30", None)]),
    ("hoàn thành trong quý này.", [("date", "2025-12-31", None)]),
    ("hoàn thành trong năm nay.", [("date", "2025-12-31", None)]),
    ("hoàn thành trước cuối năm.", [("date", "2025-12-31", None)]),
    # periods
    ("hoàn thành trong tháng 12.", [("date", "2025-12-31", None)]),
    ("hoàn thành trong tháng 02/2026.", [("date", "2026-02-28", None)]),
    ("hoàn thành trong tháng 01 năm sau.", [("date", "2026-01-31", None)]),
    ("hoàn thành vào cuối tháng 11.", [("date", "2025-11-30", None)]),
    ("hoàn thành trong quý I năm 2026.", [("date", "2026-03-31", None)]),
    ("hoàn thành trong Quý 2/2026.", [("date", "2026-06-30", None)]),
    ("hoàn thành quý IV/2025.", [("date", "2025-12-31", None)]),
    ("chậm nhất cuối quý I/2026.", [("date", "2026-03-31", None)]),
    ("xong trước tháng 12/2025.", [("date", "2025-11-30", None)]),
    ("xong trước quý II/2026.", [("date", "2026-03-31", None)]),
    ("xong trước năm 2027.", [("date", "2026-12-31", None)]),
    ("đến hết năm 2026 hoàn thành.", [("date", "2026-12-31", None)]),
    ("chậm nhất đến hết quý III/2026.", [("date", "2026-09-30", None)]),
    ("tổ chức tổng kết vào quý III/2028.", [("date", "2028-09-30", None)]),
    ("Đến cuối năm 2026, hoàn thành số hóa.", [("date", "2026-12-31", None)]),
    ("- Tháng 12/2025: ban hành kế hoạch.", [("date", "2025-12-31", None)]),
    ("Quý I/2026, các sở hoàn thành đề án.", [("date", "2026-03-31", None)]),
    ("phấn đấu đến 31/12/2025 giải ngân hết.", [("date", "2025-12-31", None)]),
    (
        "trong tháng 11/2025 đối với cấp xã, tháng 12/2025 đối với cấp tỉnh.",
        [("date", "2025-11-30", None), ("date", "2025-12-31", None)],
    ),
    ("tổng kết vào cuối năm.", [("date", "2025-12-31", None)]),
    # ranges
    ("trong các ngày 25, 26/11/2025.", [("range", "2025-11-26", None)]),
    ("Từ nay đến hết năm 2025.", [("range", "2025-12-31", None)]),
    ("từ nay đến cuối năm.", [("range", "2025-12-31", None)]),
    ("từ nay đến trước ngày 31/12/2025.", [("range", "2025-12-31", None)]),
    ("từ 08 giờ ngày 24/11 đến 17 giờ ngày 26/11/2025.", [("range", "2025-11-26", "17:00")]),
    ("từ ngày 24 đến ngày 28/11/2025.", [("range", "2025-11-28", None)]),
    ("từ ngày 24/11 đến 28/11.", [("range", "2025-11-28", None)]),
    ("từ ngày 24-28/11/2025.", [("range", "2025-11-28", None)]),
    ("trong tuần 24-28/11/2025.", [("range", "2025-11-28", None)]),
    ("trong tuần đầu tháng 12/2025.", [("range", None, None)]),
    ("từ ngày 24/11 - 28/11/2025.", [("range", "2025-11-28", None)]),
    ("trong tháng 11 và tháng 12 năm 2025.", [("range", "2025-12-31", None)]),
    ("trong các tháng 11, 12/2025.", [("range", "2025-12-31", None)]),
    ("trong quý IV/2025 và quý I/2026.", [("range", "2026-03-31", None)]),
    ("trong 02 năm 2026, 2027.", [("range", "2027-12-31", None)]),
    ("trong 6 tháng đầu năm 2026.", [("range", "2026-06-30", None)]),
    ("trong 9 tháng đầu năm 2026.", [("range", "2026-09-30", None)]),
    ("trong 02 tháng cuối năm.", [("range", "2025-12-31", None)]),
    ("trong nửa đầu tháng 12/2025.", [("range", "2025-12-15", None)]),
    ("trong nửa đầu năm 2026.", [("range", "2026-06-30", None)]),
    ("hoàn thành trong giai đoạn 2026-2030.", [("range", "2030-12-31", None)]),
    # a period that ends, the text does not say when
    ("triển khai vào giữa tháng 12.", [("range", None, None)]),
    ("triển khai vào đầu quý I/2026.", [("range", None, None)]),
    ("triển khai vào đầu tuần sau.", [("range", None, None)]),
    ("trong những ngày đầu tháng 12/2025.", [("range", None, None)]),
    ("trong năm học 2025 - 2026.", [("range", None, None)]),
    # several days in one order
    (
        "hoàn thành trước 30/11, báo cáo trước 05/12.",
        [("date", "2025-11-30", None), ("date", "2025-12-05", None)],
    ),
    (
        "báo cáo trước ngày 15/12 và ngày 25/12/2025.",
        [("date", "2025-12-15", None), ("date", "2025-12-25", None)],
    ),
    (
        "báo cáo trước các ngày 05/12, 15/12 và 25/12/2025.",
        [("date", "2025-12-05", None), ("date", "2025-12-15", None), ("date", "2025-12-25", None)],
    ),
    (
        "gửi dự thảo trước ngày 01/12/2025, góp ý trước ngày 05/12/2025, trình trong tháng 12.",
        [("date", "2025-12-01", None), ("date", "2025-12-05", None), ("date", "2025-12-31", None)],
    ),
    (
        "báo cáo trước ngày 25/11/2025 và hằng tuần.",
        [("date", "2025-11-25", None), ("weekly", None, None)],
    ),
    ("trong năm 2025 và các năm tiếp theo.", [("continuous", None, None)]),
]

# a cell of a table, or what follows “Thời gian thực hiện:”
CELLS = [
    ("30/11/2025", [("date", "2025-11-30", None)]),
    ("25/11/2025 - 30/11/2025", [("range", "2025-11-30", None)]),
    ("11/2025", [("date", "2025-11-30", None)]),
    ("2026", [("date", "2026-12-31", None)]),
    ("Năm 2026", [("date", "2026-12-31", None)]),
    ("Cả năm 2026", [("date", "2026-12-31", None)]),
    ("Trong năm", [("date", "2025-12-31", None)]),
    ("Đến năm 2030", [("date", "2030-12-31", None)]),
    ("Cuối năm 2025", [("date", "2025-12-31", None)]),
    ("Đầu năm 2026", [("range", None, None)]),
    ("2026 - 2030", [("range", "2030-12-31", None)]),
    ("Giai đoạn 2026-2030", [("range", "2030-12-31", None)]),
    ("Năm 2025, 2026", [("range", "2026-12-31", None)]),
    ("Năm 2025-2026", [("range", "2026-12-31", None)]),
    ("Tháng 11, 12/2025", [("range", "2025-12-31", None)]),
    ("Tháng 11 - 12/2025", [("range", "2025-12-31", None)]),
    ("Quý I, II/2026", [("range", "2026-06-30", None)]),
    ("Quý I - Quý II/2026", [("range", "2026-06-30", None)]),
    ("Từ năm 2026 đến năm 2030", [("range", "2030-12-31", None)]),
    ("Năm học 2025 - 2026", [("range", None, None)]),
    ("Hằng quý", [("quarterly", None, None)]),
    ("Quý I hằng năm", [("yearly", None, None)]),
    ("Quý IV/2025 và Quý I/2026", [("range", "2026-03-31", None)]),
    ("Quý IV/2025, năm 2026", [("range", "2026-12-31", None)]),
    ("03 năm (2026 - 2028)", [("range", "2028-12-31", None)]),
    ("Tháng 11/2025 và các tháng tiếp theo", [("continuous", None, None)]),
    ("Từ năm 2026", [("continuous", None, None)]),
    ("Từ 01/7/2025", [("continuous", None, None)]),
    ("Từ ngày 01/12/2025", [("continuous", None, None)]),
    ("Giai đoạn 2026-2030 và những năm tiếp theo", [("continuous", None, None)]),
    ("Liên tục", [("continuous", None, None)]),
    ("Năm 2025 và những năm tiếp theo", [("continuous", None, None)]),
    ("Sau khi có hướng dẫn của Trung ương", [("event", None, None)]),
    ("Khi có yêu cầu", [("event", None, None)]),
    ("Hoàn thành trước 15/12/2025", [("date", "2025-12-15", None)]),
    ("Thời gian thực hiện: Quý I/2026", [("date", "2026-03-31", None)]),
]


def told(found):
    return [(d.kind, d.due_on.isoformat() if d.due_on else None, d.time) for d in found]


@pytest.mark.parametrize(("said", "expected"), DAYS, ids=[row[0][:60] for row in DAYS])
def test_a_day_is_read_however_it_is_printed(said, expected):
    found = read_deadlines(said, ISSUED)
    assert told(found) == expected
    assert all(d.phrase == " ".join(said[d.start : d.end].split()) for d in found)


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=[row[0] for row in CELLS])
def test_a_cell_is_a_deadline_by_itself(cell, expected):
    assert told(read_deadlines(cell, ISSUED, field=True)) == expected


@pytest.mark.parametrize(("cell", "expected"), CELLS[:16], ids=[row[0] for row in CELLS[:16]])
def test_the_value_of_a_printed_field_is_a_deadline(cell, expected):
    assert told(read_deadlines(f"- Thời gian thực hiện: {cell}.", ISSUED)) == expected
