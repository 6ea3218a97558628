"""Letters put together from everyday work: every order is found, and nothing else is."""

import random
from datetime import date

import pytest

from dondoc.rules.directive import read

HEAD = """\
ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG TRẮNG
Số: 321/UBND-TH
Sông Trắng, ngày 11 tháng 5 năm 2022

Kính gửi: Các sở, ban, ngành; UBND các quận, huyện.

Chủ tịch UBND thành phố có ý kiến như sau:

"""
FOOT = """

Nhận được Công văn này, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Trần Văn An
"""
UNITS = (
    "Sở Tài chính", "Sở Xây dựng", "Sở Tư pháp", "Sở Công Thương", "Sở Giáo dục và Đào tạo",
    "Sở Lao động - Thương binh và Xã hội", "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giao thông vận tải", "Sở Nông nghiệp và Phát triển nông thôn", "UBND quận Liên Chiểu",
    "UBND thành phố Huế", "UBND các quận, huyện", "UBND huyện Hòa Vang", "UBND phường 12",
    "Ủy ban nhân dân xã Bình Minh", "Chủ tịch UBND quận Bến Đò", "Giám đốc Sở Y tế",
    "Công an thành phố", "Bộ Chỉ huy Quân sự thành phố", "Văn phòng UBND thành phố",
    "Chánh Văn phòng UBND thành phố", "Thanh tra thành phố", "Kho bạc Nhà nước tỉnh",
    "Cục Thuế tỉnh",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông", "Ban Xúc tiến và Hỗ trợ đầu tư",
    "Trung tâm Phát triển quỹ đất", "Trung tâm Kiểm soát bệnh tật thành phố", "Hội Nông dân tỉnh",
    "Phòng Tài nguyên và Môi trường", "Phòng Quản lý đô thị quận", "Phòng Tài chính - Kế hoạch",
    "Công ty Cổ phần Cấp nước Sông Trắng", "Liên đoàn Lao động tỉnh", "các đơn vị liên quan",
    "Đài Phát thanh và Truyền hình thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
)  # fmt: skip
WORK = (
    "lập dự toán", "lập phương án sử dụng kinh phí dự phòng", "bố trí kinh phí",
    "làm việc với nhà đầu tư", "giải quyết đơn của công dân", "cấp phép xây dựng",
    "di dời các hộ dân",
    "lắp đặt biển báo", "nạo vét mương thoát nước", "vận động nhân dân hiến đất",
    "mua sắm trang thiết bị", "thẩm định hồ sơ", "trả lời công dân bằng văn bản",
    "cưỡng chế công trình trái phép", "bồi thường cho các hộ bị ảnh hưởng", "thu hồi đất",
    "đấu giá quyền sử dụng đất", "xử phạt các trường hợp vi phạm", "chi trả trợ cấp",
    "tiêm chủng cho trẻ em", "khởi công công trình", "nghiệm thu công trình",
    "trình HĐND thành phố", "góp ý dự thảo", "thống kê thiệt hại", "đính chính thông tin",
    "công khai quy hoạch", "tập huấn cho cán bộ", "tuyển dụng viên chức", "điều động nhân lực",
    "sắp xếp lại trụ sở", "sửa chữa mặt đường", "trồng cây xanh", "thu gom rác",
    "bảo đảm an ninh", "trực 24/24", "cung cấp số liệu", "ký hợp đồng", "tạm ứng vốn",
    "quyết toán công trình", "thanh tra việc sử dụng đất", "rà soát các trường hợp vi phạm",
    "chấm dứt tình trạng chậm trễ", "xin lỗi người dân", "tháo dỡ lều quán", "khoanh vùng dịch",
    "thông xe kỹ thuật", "vớt bèo trên sông", "gia cố đê", "tặng quà người cao tuổi",
    "đối thoại với tiểu thương", "phun thuốc diệt muỗi", "xóa các điểm đen về giao thông",
)  # fmt: skip
# what is printed, and what it says: (kind, day)
TERMS = (
    ("", []),
    (", báo cáo trước ngày 30/6/2022", [("date", date(2022, 6, 30))]),
    (", hoàn thành trong tháng 6 năm 2022", [("date", date(2022, 6, 30))]),
    (", chậm nhất ngày 20 tháng 8 năm 2022", [("date", date(2022, 8, 20))]),
    (" trong Quý III/2022", [("date", date(2022, 9, 30))]),
    (", định kỳ hằng tháng báo cáo", [("monthly", None)]),
)
FRAMES = (
    "Giao {unit} {work}{term}.", "Yêu cầu {unit} {work}{term}.", "Đề nghị {unit} {work}{term}.",
    "Phân công {unit} {work}{term}.", "Chỉ đạo {unit} {work}{term}.",
    "Giao nhiệm vụ cho {unit} {work}{term}.", "UBND thành phố yêu cầu {unit} {work}{term}.",
    "Trong quá trình thực hiện, đề nghị {unit} {work}{term}.",
    "{unit} có trách nhiệm {work}{term}.", "{unit} chịu trách nhiệm {work}{term}.",
    "{unit} chủ trì {work}{term}.",
)  # fmt: skip
NO_ORDERS = (
    "Biểu dương Sở Y tế đã hoàn thành tốt nhiệm vụ được giao.",
    "Phê bình UBND quận Bến Đò chậm giải quyết đơn của công dân.",
    "UBND thành phố phê bình UBND quận Bến Đò vì để xảy ra vi phạm.",
    "Qua kiểm tra cho thấy Sở Xây dựng cấp phép sai 12 trường hợp.",
    "Qua kiểm tra, UBND quận Bến Đò cấp phép sai 12 trường hợp, chưa xử phạt.",
    "Theo báo cáo của Sở Y tế, Trung tâm Kiểm soát bệnh tật đã tiêm chủng 20.000 liều.",
    "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;",
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND thành phố;",
    "Sở Giao thông vận tải đã sửa chữa 15 km mặt đường.",
    "UBND quận Bến Đò chưa giải quyết 12 đơn của công dân.",
    "Ghi nhận nỗ lực của Công an thành phố trong bảo đảm an ninh.",
)
NUMBERS = {
    "1.": lambda i: f"{i}. ",
    "1)": lambda i: f"{i}) ",
    "a)": lambda i: f"{'abcdefgh'[i - 1]}) ",
    "-": lambda _: "- ",
    "I.": lambda i: f"{('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII')[i - 1]}. ",
    "none": lambda _: "",
}


def composed(seed, number):
    """A letter of eight paragraphs, and what an officer would copy from it."""
    chance = random.Random(f"{seed}{number}")  # the same letters on every run
    lines, asked = [], []
    for i in range(1, 9):
        if chance.random() < 0.3:
            lines.append(NUMBERS[number](i) + chance.choice(NO_ORDERS))
            continue
        unit, work = chance.choice(UNITS), chance.choice(WORK)
        printed, terms = chance.choice(TERMS)
        line = chance.choice(FRAMES).format(unit=unit, work=work, term=printed)
        lines.append(NUMBERS[number](i) + line[0].upper() + line[1:])
        asked.append((unit.lower(), terms, _first(work)))
    return HEAD + "\n\n".join(lines) + FOOT, asked


def _first(words):
    """The work named in these words: the first of WORK that they hold."""
    return next((work for work in WORK if work in words), words)


def found(text):
    return [
        (
            "; ".join(order.lead).lower(),
            [(term.kind, term.due_on) for term in order.deadlines],
            _first(order.content),
        )
        for order in read(text).orders
    ]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("seed", range(25))
def test_every_order_of_a_composed_letter_is_found_and_nothing_else(seed, number):
    text, asked = composed(seed, number)
    assert found(text) == asked


@pytest.mark.parametrize("work", WORK)
def test_whatever_a_body_is_told_to_do_is_an_order(work):
    for unit in UNITS:
        (order,) = read(f"{HEAD}1. Giao {unit} {work}.{FOOT}").orders
        assert order.lead == (unit,)


@pytest.mark.parametrize("line", NO_ORDERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_praise_blame_findings_and_reasons_stay_out(line, number):
    assert read(HEAD + NUMBERS[number](1) + line + FOOT).orders == ()


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("1. Giao ông Nguyễn Văn An xác minh đơn.", "ông Nguyễn Văn An"),
        ("1. Giao Trạm Y tế xã Bình Minh khám sàng lọc.", "Trạm Y tế xã Bình Minh"),
        ("1. Giao Trưởng phòng Nội vụ xếp lương.", "Trưởng phòng Nội vụ"),
        ("1. Giao Tổ công tác số 5 rà phá bom mìn.", "Tổ công tác số 5"),
        ("1. Giao Ban Quản lý vịnh Mân Quang dọn rác.", "Ban Quản lý vịnh Mân Quang"),
        ("1. Giao Ban quản lý chợ Cồn dọn rác.", "Ban quản lý chợ Cồn"),
        ("1. Giao Sở GD&ĐT tuyển sinh.", "Sở GD&ĐT"),
        ("1. Giao Bộ Ngoại giao đón khách.", "Bộ Ngoại giao"),
        ("1. Giao Sở Tài chính\nphân khai kinh phí.", "Sở Tài chính"),
        ("1. Yêu cầu các chủ đầu tư rào chắn hố móng.", "các chủ đầu tư"),
        ("1. Yêu cầu các đơn vị thi công hoàn trả mặt đường.", "các đơn vị thi công"),
        ("1. Yêu cầu UBND quận Bến Đò không để xảy ra cháy rừng.", "UBND quận Bến Đò"),
        ("1. Sở Y tế chậm báo cáo; yêu cầu Sở Y tế kiểm điểm.", "Sở Y tế"),
        ("1. UBND quận Bến Đò còn chậm. Yêu cầu UBND quận Bến Đò sửa sai.", "UBND quận Bến Đò"),
        ("1. Đồng ý chủ trương; giao Sở Tài chính cân đối.", "Sở Tài chính"),
        ("1. Về việc cấp nước: Giao Công ty Cấp nước khoan giếng.", "Công ty Cấp nước"),
        ("Giao Sở Y tế triển khai tiêm chủng cho trẻ em.", "Sở Y tế"),
        ("Chủ tịch UBND thành phố chỉ đạo Sở Nội vụ mở lớp.", "Sở Nội vụ"),
    ],
)
def test_whoever_is_named_after_a_word_of_ordering_leads(line, lead):
    (order,) = read(HEAD + line + FOOT).orders
    assert order.lead == (lead,)


def test_what_a_lead_directs_others_to_do_is_its_own_work():
    text = HEAD + "1. Sở Y tế:\n\na) Chỉ đạo các bệnh viện trực 24/24.\n\nb) Mua thuốc." + FOOT
    assert [order.lead for order in read(text).orders] == [("Sở Y tế",)] * 2


def test_a_heading_of_requirements_still_only_tells():
    text = (
        HEAD
        + "I. Mục đích, yêu cầu\n1. Sở Y tế lập dự toán.\n\nII. Yêu cầu\n1. Sở Y tế làm."
        + FOOT
    )
    assert read(text).orders == ()
