"""What the tasks of the demonstration are about: invented matters, field by field."""

from random import Random

from dondoc.config.demo import bodies as b

PLACES = (
    "phường Hòa Khánh Bắc", "phường Hòa Minh", "đường Nguyễn Lương Bằng", "khu dân cư Hòa Hiệp 4",
    "khu đô thị Tây Bắc", "tuyến đường ven biển", "khu công nghiệp Hòa Khánh", "chợ đầu mối",
    "khu vực Nam Ô", "bãi biển Xuân Thiều", "cụm công nghiệp Cẩm Lệ", "khu tái định cư Hòa Liên",
    "hồ Bàu Tràm", "kênh Phú Lộc", "quốc lộ 1A đoạn qua thành phố", "khu vực làng nghề đá",
)  # fmt: skip

MATTERS = {
    b.LAND: (
        "Kiểm tra, xử lý phản ánh của công dân về ô nhiễm môi trường tại {place}",
        "Rà soát, đề xuất phương án giải phóng mặt bằng các trường hợp còn vướng tại {place}",
        "Báo cáo việc cấp giấy chứng nhận quyền sử dụng đất các lô đất tái định cư tại {place}",
        "Tham mưu phê duyệt phương án đấu giá khu đất thu hồi tại {place}",
    ),
    b.BUILD: (
        "Rà soát, điều chỉnh quy hoạch chi tiết tỉ lệ 1/500 tại {place}",
        "Kiểm tra trật tự xây dựng, báo cáo kết quả xử lý công trình sai phép tại {place}",
        "Hoàn thành nghiệm thu, bàn giao hạ tầng kỹ thuật tại {place}",
        "Đề xuất nâng cấp hệ thống thoát nước chống ngập úng tại {place}",
    ),
    b.ROAD: (
        "Khảo sát, đề xuất phương án tổ chức giao thông tại {place}",
        "Đẩy nhanh tiến độ thi công, báo cáo vướng mắc dự án nâng cấp {place}",
        "Tham mưu ý kiến về việc lắp đặt đèn tín hiệu giao thông tại {place}",
    ),
    b.MONEY: (
        "Tham mưu phân bổ nguồn vốn đầu tư công năm 2022 cho dự án tại {place}",
        "Báo cáo tình hình giải ngân vốn đầu tư công của dự án tại {place}",
        "Thẩm định, trình phê duyệt quyết toán dự án hoàn thành tại {place}",
    ),
    b.FARM: (
        "Kiểm tra an toàn hồ đập, kênh mương trước mùa mưa bão tại {place}",
        "Xây dựng kế hoạch phòng, chống dịch bệnh trên đàn gia súc tại {place}",
        "Báo cáo kết quả thực hiện chương trình nông thôn mới tại {place}",
    ),
    b.CULTURE: (
        "Xây dựng kế hoạch tổ chức sự kiện mùa du lịch biển năm 2022 tại {place}",
        "Rà soát, lập hồ sơ tu bổ di tích tại {place}",
        "Kiểm tra hoạt động dịch vụ, trật tự du lịch tại {place}",
    ),
    b.SOCIAL: (
        "Báo cáo việc hỗ trợ người lao động quay lại thị trường lao động tại {place}",
        "Kiểm tra công tác phòng, chống dịch và tiêm chủng tại {place}",
        "Tham mưu phương án sắp xếp cơ sở vật chất trường học tại {place}",
    ),
    b.HOME: (
        "Trả lời đơn kiến nghị của công dân liên quan đến {place}",
        "Báo cáo kết quả thực hiện công tác cải cách hành chính, chỉ số hài lòng",
        "Góp ý dự thảo quy định về phân cấp, ủy quyền trên địa bàn thành phố",
    ),
    b.DIGITAL: (
        "Triển khai dịch vụ công trực tuyến mức độ 4 và báo cáo tỉ lệ hồ sơ trực tuyến",
        "Xây dựng kế hoạch chuyển đổi số năm 2022 và dữ liệu dùng chung",
        "Lắp đặt, kết nối camera giám sát tại {place}",
    ),
    b.TRADE: (
        "Tham mưu chủ trương đầu tư dự án tại {place}",
        "Làm việc với nhà đầu tư, báo cáo phương án tháo gỡ vướng mắc dự án tại {place}",
        "Báo cáo tình hình thu hút đầu tư và hoạt động sản xuất tại {place}",
    ),
}

PRODUCTS = ("Báo cáo", "Tờ trình", "Dự thảo quyết định", "Kế hoạch", "Văn bản trả lời công dân", "")
PROGRESS = (
    "Đã phân công phòng chuyên môn, đang thu thập hồ sơ.",
    "Đã kiểm tra hiện trường, đang tổng hợp ý kiến các đơn vị liên quan.",
    "Đã có dự thảo, đang lấy ý kiến góp ý của các sở, ngành.",
    "Đã làm việc với các hộ dân, còn một số trường hợp chưa thống nhất.",
    "Đã hoàn chỉnh hồ sơ, chuẩn bị trình trong tuần tới.",
)
OBSTACLES = (
    ("Chưa thống nhất đơn giá bồi thường với các hộ dân.", "Đề nghị tổ chức họp liên ngành."),
    ("Chờ ý kiến của bộ, ngành trung ương.", "Đề nghị cho gia hạn đến khi có văn bản trả lời."),
    ("Hồ sơ của chủ đầu tư chưa đầy đủ.", "Đề nghị thu hồi chủ trương nếu quá thời hạn bổ sung."),
    ("Nguồn vốn bố trí chưa kịp thời.", "Đề nghị Sở Tài chính bổ sung kinh phí trong quý II."),
)  # fmt: skip
SENT_BACK = (
    "Kết quả mới nêu tiến độ, chưa có văn bản, sản phẩm cuối cùng.",
    "Chưa làm rõ trách nhiệm và thời gian hoàn thành, đề nghị bổ sung.",
)
STARS = (
    "Nhiệm vụ trọng tâm năm 2022 theo chương trình công tác",
    "Liên quan dự án động lực, trọng điểm của thành phố",
    "Lãnh đạo thành phố trực tiếp chỉ đạo, dư luận quan tâm",
)
SUBJECTS = (
    "xử lý một số nội dung liên quan đến {topic}",
    "triển khai nhiệm vụ về {topic}",
    "kết luận cuộc họp về {topic}",
    "giải quyết kiến nghị về {topic}",
)


def matter(draw: Random, field: str) -> str:
    """One matter of a field at one place."""
    return draw.choice(MATTERS[field]).format(place=draw.choice(PLACES))


DIRECTIONS = (
    "Đồng ý với đề xuất. Giao Văn phòng bố trí cuộc họp liên ngành trong tuần.",
    "Đơn vị chủ động làm việc trực tiếp với cơ quan liên quan, báo cáo kết quả trước thứ Sáu.",
    "Giao Sở Tài chính tham mưu phương án kinh phí; đơn vị tiếp tục phần việc không phụ thuộc vốn.",
    "Không gia hạn. Tách phần việc làm được ngay, hoàn thành trong tháng.",
)
"""What a leader answers an obstacle."""
