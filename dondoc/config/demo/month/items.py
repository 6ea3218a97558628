"""What the units of the ward undertake, month by month, and what becomes of it: invented "
"matters."""

from dataclasses import dataclass
from datetime import date

from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, day

POLICE, MILITARY = "Công an phường", "BCH Quân sự phường"


@dataclass(frozen=True)
class Fate:
    """What becomes of an item: handed in on a day, sent back before, or not yet."""

    submitted: date | None = None
    sent_back: date | None = None
    percent: int = 0
    told: date | None = None
    late: str = ""
    obstacle: str = ""
    proposal: str = ""
    accepted: bool = True


@dataclass(frozen=True)
class Item:
    """One line of a registration."""

    key: str
    unit: str
    content: str
    product: str
    due: date
    fate: Fate = Fate()
    focal: bool = False
    helped_by: tuple[str, ...] = ()
    part_of: str = ""


QUARTER = (
    Item(
        "q-land", KT, "Hoàn thành giải phóng mặt bằng khu tái định cư Hòa Khánh Bắc giai đoạn 2",
        "Biên bản bàn giao mặt bằng", day(6, 30), Fate(percent=35, told=day(5, 6)), focal=True,
        helped_by=(NC, POLICE),
    ),
    Item(
        "q-civil", VH, "Xây dựng phường đạt chuẩn văn minh đô thị năm 2022",
        "Hồ sơ đề nghị công nhận", day(6, 24), Fate(percent=40, told=day(4, 28)), focal=True,
    ),
    Item(
        "q-law", NC, "Đánh giá phường đạt chuẩn tiếp cận pháp luật năm 2021",
        "Hồ sơ đánh giá", day(6, 15), Fate(percent=55, told=day(5, 4)),
    ),
    Item(
        "q-online", TT, "Nâng tỉ lệ hồ sơ nộp trực tuyến mức độ 3, 4 lên 60%",
        "Báo cáo kết quả", day(6, 30), Fate(percent=45, told=day(5, 5)), focal=True,
    ),
    Item(
        "q-council", VP, "Chuẩn bị kỳ họp thường lệ giữa năm 2022 của HĐND phường",
        "Bộ tài liệu kỳ họp", day(6, 20), Fate(accepted=True),
    ),
)  # fmt: skip

APRIL = (
    Item(
        "a-pavement", KT,
        "Rà soát, lập danh sách các hộ lấn chiếm vỉa hè tuyến Nguyễn Lương Bằng, ký cam kết",
        "Danh sách, bản cam kết", day(4, 8), Fate(day(4, 7)), helped_by=(POLICE,),
    ),
    Item(
        "a-count", KT,
        "Hoàn thành kiểm đếm, xác nhận nguồn gốc đất của 42 hộ thuộc khu tái định cư giai đoạn 2",
        "Biên bản kiểm đếm", day(4, 15),
        Fate(day(4, 21), told=day(4, 12), percent=60,
             late="06 hộ vắng mặt dài ngày, phải mời làm việc nhiều lần"),
        focal=True, helped_by=(NC,), part_of="q-land",
    ),
    Item(
        "a-drain", KT, "Khơi thông hệ thống thoát nước tại 05 điểm ngập trước mùa mưa",
        "Biên bản nghiệm thu", day(4, 20),
        Fate(told=day(4, 19), percent=20, obstacle="Chưa bố trí được kinh phí nạo vét.",
             proposal="Đề nghị cho sử dụng nguồn sự nghiệp môi trường của phường."),
    ),
    Item(
        "a-permit", KT, "Báo cáo công tác cấp phép và quản lý trật tự xây dựng quý I",
        "Báo cáo", day(4, 12), Fate(day(4, 12)),
    ),
    Item(
        "a-fire", KT, "Kiểm tra phòng cháy, chữa cháy tại chợ và các khu nhà trọ tập trung",
        "Biên bản kiểm tra", day(4, 22), Fate(day(4, 21)), helped_by=(POLICE,),
    ),
    Item(
        "a-books", VH, "Tổ chức Ngày Sách và Văn hóa đọc tại nhà văn hóa các khu dân cư",
        "Kế hoạch, báo cáo", day(4, 21), Fate(day(4, 21)),
    ),
    Item(
        "a-poor", VH, "Rà soát hộ nghèo, hộ cận nghèo; đề xuất hỗ trợ sửa chữa 08 nhà xuống cấp",
        "Danh sách đề nghị", day(4, 18),
        Fate(day(4, 22), late="Chờ các tổ dân phố họp bình xét bổ sung"), part_of="q-civil",
    ),
    Item(
        "a-vaccine", VH, "Hoàn thành tiêm vắc-xin phòng COVID-19 mũi 1 cho trẻ từ 5 đến dưới 12 "
        "tuổi",
        "Báo cáo kết quả", day(4, 28),
        Fate(day(5, 6), told=day(4, 26), percent=70,
             obstacle="Một số trẻ vừa khỏi bệnh, phải lùi ngày tiêm.",
             proposal="Tổ chức tiêm vét tại trường trong tháng 5.",
             late="Một số trẻ vừa khỏi bệnh, phải chờ đủ thời gian"),
        focal=True,
    ),
    Item(
        "a-shops", VH, "Kiểm tra các cơ sở kinh doanh dịch vụ internet, trò chơi điện tử",
        "Biên bản kiểm tra", day(4, 14), Fate(day(4, 14)), helped_by=(POLICE,),
    ),
    Item(
        "a-voters", NC, "Tổng hợp, trả lời kiến nghị của cử tri sau kỳ họp HĐND phường",
        "Báo cáo trả lời", day(4, 15), Fate(day(4, 14)), focal=True,
    ),
    Item(
        "a-petition", NC, "Báo cáo công tác tiếp công dân, giải quyết đơn thư quý I",
        "Báo cáo", day(4, 20), Fate(day(5, 6), sent_back=day(4, 21),
                                    late="Phải đối chiếu lại số liệu từng đơn với Ban Tiếp công "
                                    "dân"),
    ),
    Item(
        "a-mediation", NC, "Tập huấn kỹ năng cho các tổ hòa giải ở cơ sở",
        "Kế hoạch, tài liệu tập huấn", day(4, 26), Fate(day(4, 26)), part_of="q-law",
    ),
    Item(
        "a-recruits", NC, "Phúc tra nguồn sẵn sàng nhập ngũ năm 2023",
        "Danh sách", day(4, 27), Fate(day(4, 26)), helped_by=(MILITARY,),
    ),
    Item(
        "a-scan", TT, "Số hóa sổ hộ tịch giai đoạn 2016 - 2021, đưa lên cơ sở dữ liệu điện tử",
        "Dữ liệu đã nghiệm thu", day(4, 29),
        Fate(told=day(4, 27), percent=80, obstacle="Máy quét hỏng 05 ngày.",
             proposal="Cho làm thêm ngoài giờ trong tháng 5."),
        focal=True, part_of="q-online",
    ),
    Item(
        "a-notice", TT, "Niêm yết, công khai các thủ tục hành chính vừa sửa đổi, bổ sung",
        "Bộ thủ tục niêm yết", day(4, 6), Fate(day(4, 6)),
    ),
    Item(
        "a-survey", TT, "Khảo sát mức độ hài lòng của tổ chức, công dân quý I",
        "Báo cáo khảo sát", day(4, 20),
        Fate(day(4, 25), late="Số phiếu thu về đợt đầu chưa đủ mẫu"),
    ),
    Item(
        "a-briefing", VP, "Chuẩn bị hội nghị giao ban quý I với các tổ trưởng dân phố",
        "Giấy mời, tài liệu", day(4, 13), Fate(day(4, 13)),
    ),
    Item(
        "a-watch", VP, "Phân công trực lãnh đạo, trực cơ quan dịp lễ 30/4 và 01/5",
        "Lịch trực", day(4, 26), Fate(day(4, 25)), helped_by=(POLICE, MILITARY),
    ),
)  # fmt: skip

MAY = (
    Item(
        "m-pavement", KT, "Ra quân lập lại trật tự vỉa hè tuyến Nguyễn Lương Bằng đợt 1",
        "Báo cáo kết quả", day(5, 10), Fate(day(5, 10)), focal=True, helped_by=(POLICE, NC),
    ),
    Item(
        "m-people", KT, "Họp dân, công khai phương án bồi thường khu tái định cư giai đoạn 2",
        "Biên bản họp dân", day(5, 20), Fate(told=day(5, 11), percent=40), focal=True,
        helped_by=(NC,), part_of="q-land",
    ),
    Item(
        "m-power", KT, "Kiểm tra hành lang an toàn lưới điện, cây xanh nguy hiểm",
        "Biên bản kiểm tra", day(5, 17), Fate(told=day(5, 10), percent=60),
    ),
    Item(
        "m-lanes", KT, "Lập danh mục sửa chữa kiệt, hẻm năm 2022 trình UBND phường",
        "Tờ trình, danh mục", day(5, 9),
        Fate(told=day(5, 6), percent=50, obstacle="Còn 03 tổ dân phố chưa gửi đề xuất.",
             proposal="Đề nghị UBND phường đôn đốc các tổ dân phố."),
    ),
    Item(
        "m-storm", KT, "Xây dựng phương án phòng, chống thiên tai và tìm kiếm cứu nạn năm 2022",
        "Phương án", day(5, 27), Fate(accepted=False), helped_by=(MILITARY, POLICE),
    ),
    Item(
        "m-children", VH, "Tổ chức Tháng hành động vì trẻ em và Ngày Quốc tế Thiếu nhi 01/6",
        "Kế hoạch", day(5, 27), Fate(told=day(5, 11), percent=30),
    ),
    Item(
        "m-pay", VH, "Chi trả trợ cấp bảo trợ xã hội tháng 5 qua tài khoản",
        "Danh sách chi trả", day(5, 10), Fate(day(5, 9)),
    ),
    Item(
        "m-food", VH, "Kiểm tra an toàn thực phẩm bếp ăn tập thể, cơ sở thức ăn đường phố",
        "Biên bản kiểm tra", day(5, 18), Fate(told=day(5, 9), percent=25), helped_by=(KT,),
    ),
    Item(
        "m-feast", VH, "Tổ chức các hoạt động kỷ niệm 132 năm Ngày sinh Chủ tịch Hồ Chí Minh",
        "Kế hoạch, báo cáo", day(5, 19), Fate(told=day(5, 10), percent=65), focal=True,
        part_of="q-civil",
    ),
    Item(
        "m-drill", NC, "Diễn tập phòng, chống lụt bão và cháy nổ trên địa bàn phường",
        "Kế hoạch, kịch bản", day(5, 24), Fate(told=day(5, 5), percent=15), focal=True,
        helped_by=(MILITARY, POLICE),
    ),
    Item(
        "m-letters", NC, "Giải quyết dứt điểm 03 đơn phản ánh về tiếng ồn, chăn nuôi trong khu "
        "dân cư",
        "Văn bản trả lời", day(5, 6),
        Fate(day(5, 11), late="Phải đo tiếng ồn lại theo đề nghị của công dân"), helped_by=(KT,),
    ),
    Item(
        "m-law", NC, "Tuyên truyền pháp luật về cư trú cho chủ nhà trọ",
        "Báo cáo", day(5, 20), Fate(told=day(5, 9), percent=50), helped_by=(POLICE,),
        part_of="q-law",
    ),
    Item(
        "m-reform", NC, "Báo cáo công tác cải cách hành chính 5 tháng đầu năm",
        "Báo cáo", day(5, 25), Fate(),
    ),
    Item(
        "m-helpers", TT, "Ra mắt tổ hỗ trợ công dân nộp hồ sơ trực tuyến tại 04 nhà văn hóa",
        "Quyết định, lịch trực", day(5, 6), Fate(day(5, 6)), focal=True, part_of="q-online",
    ),
    Item(
        "m-screen", TT, "Lắp đặt màn hình tra cứu tình trạng hồ sơ tại nơi tiếp nhận",
        "Biên bản nghiệm thu", day(5, 16),
        Fate(told=day(5, 10), percent=30, obstacle="Nhà cung cấp chậm giao thiết bị.",
             proposal="Đề nghị lùi thời hạn đến khi nhận đủ thiết bị."),
    ),
    Item(
        "m-month", TT, "Báo cáo kết quả tiếp nhận, giải quyết thủ tục hành chính tháng 5",
        "Báo cáo", day(5, 26), Fate(),
    ),
    Item(
        "m-dialogue", VP, "Chuẩn bị hội nghị đối thoại của Chủ tịch UBND phường với Nhân dân",
        "Giấy mời, tài liệu", day(5, 16), Fate(told=day(5, 11), percent=60), focal=True,
        helped_by=(KT, NC),
    ),
    Item(
        "m-report", VP, "Tổng hợp, báo cáo Chủ tịch tình hình thực hiện chương trình tháng 4",
        "Báo cáo", day(5, 6), Fate(day(5, 5)),
    ),
)  # fmt: skip

MERGED = Item(
    "m-speak", VH, "Tuyên truyền trên loa truyền thanh về trật tự vỉa hè tuyến Nguyễn Lương Bằng",
    "Bài phát thanh", day(5, 10),
)  # fmt: skip
DECLINED = Item(
    "m-trip", NC, "Tham quan, học tập mô hình tổ hòa giải tiêu biểu", "Kế hoạch", day(5, 30)
)

JUNE = (
    Item(
        "j-pavement", KT, "Ra quân lập lại trật tự vỉa hè đợt 2 tuyến Âu Cơ, Ngô Thì Nhậm",
        "Báo cáo kết quả", day(6, 15), focal=True, helped_by=(POLICE,),
    ),
    Item(
        "j-handover", KT, "Vận động 12 hộ còn lại bàn giao mặt bằng khu tái định cư giai đoạn 2",
        "Biên bản bàn giao", day(6, 28), focal=True, helped_by=(NC,), part_of="q-land",
    ),
    Item(
        "j-summer", VH, "Tổ chức sinh hoạt hè cho thanh thiếu nhi tại các khu dân cư",
        "Kế hoạch", day(6, 10),
    ),
    Item(
        "j-family", VH, "Tổ chức Ngày Gia đình Việt Nam 28/6", "Kế hoạch", day(6, 28),
        part_of="q-civil",
    ),
    Item(
        "j-drugs", NC, "Tháng hành động phòng, chống ma túy; rà soát người nghiện",
        "Kế hoạch, danh sách", day(6, 26), focal=True, helped_by=(POLICE,),
    ),
    Item(
        "j-standard", NC, "Hoàn thành hồ sơ đánh giá phường đạt chuẩn tiếp cận pháp luật",
        "Hồ sơ đánh giá", day(6, 15), part_of="q-law",
    ),
)  # fmt: skip
