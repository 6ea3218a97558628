"""What the weekly briefings of the ward came to: minutes and conclusions, invented."""

from dataclasses import dataclass
from datetime import date

from dondoc.config.demo.month.stage import day


@dataclass(frozen=True)
class Briefing:
    """One briefing of the series."""

    on: date
    planned: date
    week: str
    topic: str
    content: str
    minutes: str = ""
    conclusions: str = ""
    noticed: date | None = None
    fates: tuple[date | int, ...] = ()
    """Of each sentence that became a task: the day it was handed in, or how far it is (%)."""


MINUTES = (
    "Văn phòng báo cáo việc thực hiện kết luận phiên trước. Các đơn vị báo cáo công việc trong "
    "tuần, nêu "
    "vướng mắc. Hai Phó Chủ tịch cho ý kiến về lĩnh vực phụ trách."
)

BRIEFINGS = (
    Briefing(
        day(4, 18), day(4, 14), "tuần 16", "Tiến độ kiểm đếm khu tái định cư giai đoạn 2",
        "Đánh giá công việc tuần 15, triển khai tuần 16; tiến độ kiểm đếm khu tái định "
        "cư.", MINUTES,
        "1. Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp Phòng Nội chính mời làm việc "
        "các hộ "
        "vắng mặt, hoàn thành kiểm đếm, báo cáo UBND phường trước ngày 22/4/2022.\n"
        "2. Giao Phòng Văn hóa - Xã hội rà soát hồ sơ đề nghị hỗ trợ sửa chữa nhà ở cho hộ nghèo, "
        "báo "
        "cáo UBND phường trước ngày 29/4/2022.",
        day(4, 20), (day(4, 22), day(4, 28)),
    ),
    Briefing(
        day(4, 25), day(4, 21), "tuần 17", "Trực lễ 30/4 và 01/5",
        "Đánh giá công việc tuần 16, triển khai tuần 17; phân công trực lễ.", MINUTES,
        "1. Giao Phòng Nội chính chủ trì, phối hợp Công an phường xây dựng phương án bảo đảm an "
        "ninh trật "
        "tự dịp lễ, báo cáo UBND phường trước ngày 28/4/2022.\n"
        "2. Giao Trung tâm Phục vụ hành chính công lập kế hoạch làm thêm giờ để số hóa sổ hộ "
        "tịch, báo "
        "cáo UBND phường trước ngày 06/5/2022.",
        day(4, 27), (day(4, 28), 40),
    ),
    Briefing(
        day(5, 4), day(4, 28), "tuần 18", "Chương trình công tác tháng 5",
        "Đánh giá tháng 4, triển khai chương trình công tác tháng 5.", MINUTES,
        "1. Giao Phòng Kinh tế, Hạ tầng và Đô thị lập dự toán nạo vét 05 điểm ngập từ nguồn sự "
        "nghiệp môi "
        "trường, báo cáo UBND phường trước ngày 13/5/2022.\n"
        "2. Giao Phòng Văn hóa - Xã hội tổ chức tiêm vét cho trẻ tại các trường tiểu học, báo cáo "
        "UBND "
        "phường trước ngày 20/5/2022.\n"
        "3. Giao Trung tâm Phục vụ hành chính công báo cáo số hồ sơ trễ hạn của từng lĩnh vực "
        "trước ngày "
        "10/5/2022.",
        day(5, 6), (60, 30, 0),
    ),
    Briefing(
        day(5, 9), day(5, 5), "tuần 19", "Ra quân trật tự vỉa hè; chuẩn bị hội nghị đối thoại",
        "Đánh giá công việc tuần 18, triển khai tuần 19; chuẩn bị hội nghị đối thoại với Nhân dân.",
        MINUTES,
        "1. Giao Phòng Kinh tế, Hạ tầng và Đô thị báo cáo kết quả ra quân trật tự vỉa hè đợt 1 "
        "trước ngày "
        "16/5/2022.\n"
        "2. Giao Phòng Nội chính tổng hợp kiến nghị của Nhân dân phục vụ hội nghị đối thoại, gửi "
        "Văn phòng "
        "trước ngày 13/5/2022.",
    ),
    Briefing(
        day(5, 16), day(5, 11), "tuần 20", "Phương án bồi thường khu tái định cư giai đoạn 2",
        "Đánh giá công việc tuần 19, triển khai tuần 20.",
    ),
)  # fmt: skip
