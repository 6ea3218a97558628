"""Two printed columns, decisions with a plan attached, notices of conclusions, invitations."""

from datetime import date

from dondoc.rules.directive import Signer, read

LETTER_IN_COLUMNS = """\
   UBND TỈNH SÔNG TRẮNG             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ XÂY DỰNG                          Độc lập - Tự do - Hạnh phúc
    Số: 45/SXD-QLN                    Sông Trắng, ngày 05 tháng 3 năm 2024
 V/v báo cáo tình hình nhà ở xã hội

                 Kính gửi: UBND các huyện, thị xã, thành phố

       Thực hiện Công văn số 1234/UBND-KTN ngày 01/3/2024 của UBND tỉnh, Sở Xây dựng
đề nghị UBND các huyện, thị xã, thành phố báo cáo tình hình về Sở Xây dựng trước ngày
15/3/2024 để tổng hợp.

   Nơi nhận:                                        KT. GIÁM ĐỐC
   - Như trên;                                      PHÓ GIÁM ĐỐC
   - UBND tỉnh (b/c);
   - Lưu: VT, QLN.                                  Nguyễn Văn Bình
"""

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH NÚI XANH
Số: 29/QĐ-UBND
Núi Xanh, ngày 20 tháng 11 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch chuyển đổi số năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2026.
Điều 2. Giao Sở Khoa học và Công nghệ theo dõi, báo cáo UBND tỉnh trước ngày 20/12/2025.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Duy Đông

KẾ HOẠCH
Chuyển đổi số năm 2026
(Ban hành kèm theo Quyết định số 29/QĐ-UBND ngày 20/11/2025)

I. MỤC TIÊU
- Sở Y tế đạt 100%.
II. NHIỆM VỤ
1. Sở Y tế
- Hoàn thành bệnh án điện tử trong tháng 3/2026.
- Báo cáo kết quả hằng quý./.
"""

CONCLUSIONS = """\
ỦY BAN NHÂN DÂN
QUẬN BẾN ĐÒ
VĂN PHÒNG
Số: 12/TB-VP
Bến Đò, ngày 01 tháng 4 năm 2024
THÔNG BÁO
Kết luận của Chủ tịch UBND quận tại cuộc họp giao ban

Tham dự cuộc họp có lãnh đạo các phòng. Chủ tịch UBND quận kết luận:
1. Phòng Quản lý đô thị: Khẩn trương kiểm tra vỉa hè, báo cáo trước 16h00 ngày 10/4/2024.
2. UBND các phường gửi danh sách; định kỳ thứ Sáu hằng tuần báo cáo kết quả.
3. Thống nhất đề xuất của Phòng Tài chính - Kế hoạch về kinh phí.
Trên đây là kết luận của Chủ tịch UBND quận, Văn phòng thông báo để các đơn vị thực hiện./.
Nơi nhận:
- Lưu: VT.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Lê Thị Hoa
"""

INVITATION = """\
Số: 9/GM-UBND
Sông Trắng, ngày 2 tháng 1 năm 2024
GIẤY MỜI
Họp giao ban đầu năm
Kính gửi: Giám đốc các sở; Chủ tịch UBND các quận, huyện.
Chủ tịch UBND thành phố mời dự họp lúc 8 giờ 00 ngày 10/01/2024.
Đề nghị các đơn vị gửi tài liệu về Văn phòng trước ngày 08/01/2024.
"""


def test_two_columns_on_one_line_are_told_apart():
    letter = read(LETTER_IN_COLUMNS)
    assert (letter.parent, letter.issuer) == ("UBND tỉnh Sông Trắng", "Sở Xây dựng")
    assert letter.issued_on == date(2024, 3, 5)
    assert letter.subject == "báo cáo tình hình nhà ở xã hội"
    assert letter.recipients == ("Như trên", "UBND tỉnh (b/c)", "Lưu: VT, QLN")
    assert letter.signer == Signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Bình")
    (order,) = letter.orders
    assert order.lead == ("UBND các huyện, thị xã, thành phố",)
    assert order.deadlines[0].due_on == date(2024, 3, 15)


def test_a_decision_orders_in_its_articles_and_in_the_plan_attached():
    decision = read(DECISION)
    assert decision.type == "quyết định"
    assert [(o.clause, o.lead[0]) for o in decision.orders] == [
        ("Điều 2", "Sở Khoa học và Công nghệ"),
        ("1.-1", "Sở Y tế"),
        ("1.-2", "Sở Y tế"),
    ]
    assert decision.signer == Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Duy Đông")


def test_a_notice_of_conclusions_orders_and_agrees():
    notice = read(CONCLUSIONS)
    assert (notice.type, notice.issuer) == ("thông báo", "Văn phòng")
    assert notice.parent == "Ủy ban nhân dân quận Bến Đò"
    first, second = notice.orders
    assert (first.lead, first.deadlines[0].time) == (("Phòng Quản lý đô thị",), "16:00")
    assert (second.lead, second.deadlines[0].kind) == (("UBND các phường",), "weekly")


def test_the_words_by_whose_order_a_notice_goes_out_are_no_part_of_its_last_order():
    closing = CONCLUSIONS[CONCLUSIONS.index("Trên đây") : CONCLUSIONS.index("Nơi nhận")]
    for said in (
        "Thừa lệnh Chủ tịch UBND quận, Văn phòng thông báo để các đơn vị biết, thực hiện./.\n",
        "Văn phòng xin thông báo để các đơn vị biết, thực hiện./.\n",
    ):
        text = CONCLUSIONS.replace("3. Thống nhất đề xuất", "3. Phòng Kinh tế rà soát")
        last = read(text.replace(closing, said)).orders[-1]
        assert (last.clause, "thông báo" in last.content) == ("3", False)


def test_the_hour_of_a_meeting_is_no_deadline():
    invitation = read(INVITATION)
    assert invitation.type == "giấy mời"
    assert invitation.addressees == ("Giám đốc các sở", "Chủ tịch UBND các quận, huyện")
    (order,) = invitation.orders
    assert [d.due_on for d in order.deadlines] == [date(2024, 1, 8)]
