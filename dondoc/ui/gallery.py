"""Mock matter for the gallery of components; people and tasks are invented."""

from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator

OFFICER = SimpleNamespace(
    name="Trần Thị Minh Hà",
    title="Chuyên viên theo dõi",
    agency_name="Văn phòng UBND thành phố",
    role="tracking",
)
MENU = [
    {"label": "Trang chủ", "tab": "Trang chủ", "url": "/ui/leader/", "icon": "home"},
    {
        "label": "Việc được giao", "tab": "Việc", "url": "/ui/tasks/", "icon": "list-check",
        "count": 12, "group": "Nhiệm vụ", "current": True,
    },
    {"label": "Việc tôi giao", "url": "#giao", "icon": "send", "group": "Nhiệm vụ"},
    {"label": "Cần cập nhật", "tab": "Cập nhật", "url": "/ui/update/", "icon": "pencil-plus", "group": "Nhiệm vụ"},
    {"label": "Chờ xác nhận", "url": "#xac-nhan", "icon": "clipboard-check", "count": 4, "group": "Nhiệm vụ"},
    {"label": "Văn bản", "url": "#van-ban", "icon": "files", "group": "Văn bản"},
    {"label": "Tiếp nhận", "url": "#tiep-nhan", "icon": "file-import", "group": "Văn bản"},
    {"label": "Bảng điểm", "url": "#diem", "icon": "chart-bar", "group": "Đánh giá"},
    {"label": "Báo cáo", "url": "#bao-cao", "icon": "report", "group": "Đánh giá"},
    {"label": "Thông báo", "tab": "Thông báo", "url": "#thong-bao", "icon": "bell", "count": 3, "group": "Khác"},
    {"label": "Đơn vị", "url": "#don-vi", "icon": "building-bank", "group": "Khác"},
    {"label": "Quản trị", "url": "#quan-tri", "icon": "settings", "group": "Khác"},
]  # fmt: skip
_TASKS = [
    ("Hoàn thành giải phóng mặt bằng đoạn tuyến đường vành đai phía Tây qua xã Hòa Liên", "Sở Xây dựng",
     "UBND huyện Hòa Vang", "05/05/2022", "overdue", "7 ngày", "under_way", True, 60, "14:20 02/05/2022"),
    ("Rà soát, báo cáo tình hình thực hiện Quyết định 1287/QĐ-UBND về chuyển đổi số cấp phường", "UBND quận Liên Chiểu",
     "Sở Thông tin và Truyền thông", "10/05/2022", "overdue", "2 ngày", "sent_back", False, 80, "09:05 09/05/2022"),
    ("Trình phương án sắp xếp, xử lý cơ sở nhà, đất dôi dư sau sáp nhập tổ dân phố", "Sở Tài chính",
     "Sở Tài nguyên và Môi trường", "12/05/2022", "due_today", None, "submitted", True, 100, "08:12 12/05/2022"),
    ("Tổng hợp đề xuất đặt, đổi tên đường đợt 1 năm 2022", "Sở Văn hóa và Thể thao",
     "UBND các quận, huyện", "17/05/2022", "due_soon", "còn 3 ngày", "under_way", False, 35, "16:40 28/04/2022"),
    ("Xây dựng kế hoạch diễn tập phòng, chống thiên tai và tìm kiếm cứu nạn", "Bộ Chỉ huy Quân sự thành phố",
     "Sở Nông nghiệp và PTNT", "30/06/2022", "in_term", None, "accepted", False, None, None),
    ("Báo cáo giám sát đầu tư công quý I năm 2022", "Sở Kế hoạch và Đầu tư",
     None, "20/04/2022", "done_late", "4 ngày", "completed", False, 100, "10:00 24/04/2022"),
    ("Kiểm tra công tác phòng cháy, chữa cháy tại các khu công nghiệp", "Công an thành phố",
     "Ban Quản lý Khu công nghệ cao", "29/04/2022", "done_on_time", None, "completed", False, 100, "15:30 27/04/2022"),
    ("Tham mưu cơ chế phối hợp quản lý vỉa hè, lòng đường", "Sở Giao thông vận tải",
     "Công an thành phố", None, "no_deadline", None, "assigned", False, None, None),
]  # fmt: skip
_FIELDS = (
    "content",
    "lead",
    "supporting",
    "deadline",
    "timeliness",
    "detail",
    "state",
    "starred",
    "percent",
    "updated",
)
TASKS = [
    SimpleNamespace(pk=1200 + n, code=f"NV-2022-{1200 + n}", **dict(zip(_FIELDS, row, strict=True)))
    for n, row in enumerate(_TASKS)
]
RATES = [
    ("Sở Tư pháp", 64, 66, "96,97%", "green"), ("UBND quận Hải Châu", 122, 148, "82,43%", "green"),
    ("Sở Xây dựng", 88, 131, "67,18%", "blue"), ("UBND quận Cẩm Lệ", 45, 96, "46,88%", "amber"),
    ("UBND quận Liên Chiểu", 50, 171, "29,24%", "red"),
]  # fmt: skip
PERIODS = [
    {"label": f"T{month}", "value": value, "text": text, "value2": value2, "text2": text2}
    for month, value, text, value2, text2 in (
        (6, 48.2, "48,20%", 51.0, "51,00%"), (7, 52.9, "52,90%", 55.4, "55,40%"), (8, 47.1, "47,10%", 58.3, "58,30%"),
        (9, 55.0, "55,00%", 61.9, "61,90%"), (10, 58.7, "58,70%", 60.2, "60,20%"), (11, 63.1, "63,10%", 68.8, "68,80%"),
        (12, 71.4, "71,40%", 74.0, "74,00%"), (1, 59.9, "59,90%", 62.5, "62,50%"), (2, 54.3, "54,30%", 57.7, "57,70%"),
        (3, 61.8, "61,80%", 66.1, "66,10%"), (4, 64.5, "64,50%", 70.2, "70,20%"), (5, 66.6, "66,60%", 73.9, "73,90%"),
    )
]  # fmt: skip
SEGMENTS = [
    {"text": "Qua theo dõi, đến ngày 11/5/2022 còn nhiều nhiệm vụ quá hạn. Chủ tịch UBND thành phố yêu cầu:\n\n1. "},
    {"id": "doan-1", "href": "#de-xuat-1", "number": 1, "tone": "green",
     "text": "Giám đốc Sở Xây dựng khẩn trương hoàn thành giải phóng mặt bằng đoạn tuyến qua xã Hòa Liên trước ngày 05/5/2022"},
    {"text": "; kịp thời báo cáo khó khăn, vướng mắc.\n\n2. "},
    {"id": "doan-2", "href": "#de-xuat-2", "number": 2,
     "text": "Các sở, ban, ngành và UBND các quận, huyện định kỳ trước ngày 25 hằng tháng cập nhật tình hình thực hiện"},
    {"text": " trên hệ thống.\n\n3. "},
    {"id": "doan-3", "href": "#de-xuat-3", "number": 3, "tone": "red",
     "text": "Thủ trưởng các đơn vị liên quan sớm có giải pháp khắc phục"},
    {"text": ".\n"},
]  # fmt: skip
JOURNAL = [
    {"label": "Hôm nay, 12/05/2022", "entries": [
        {"label": "Trả lại kết quả", "icon": "arrow-back-up", "tone": "orange", "who": "Lê Quang Vinh, Phó Chánh Văn phòng",
         "at": "2022-05-12T09:10", "clock": "09:10", "text": "Báo cáo chưa nêu số hộ chưa nhận tiền. Đề nghị bổ sung danh sách."},
        {"label": "Đôn đốc", "icon": "speakerphone", "tone": "red", "who": "Trần Thị Minh Hà, Chuyên viên theo dõi",
         "at": "2022-05-12T08:02", "clock": "08:02"}]},
    {"label": "05/05/2022", "entries": [
        {"label": "Cập nhật tình hình", "icon": "pencil", "tone": "blue", "who": "Phạm Đức Long, Trưởng phòng Quản lý xây dựng",
         "at": "2022-05-05T16:45", "clock": "16:45", "late": "nhập muộn 2 ngày",
         "text": "Đã chi trả 41/52 hộ. Còn 11 hộ chưa đồng ý đơn giá đất ở.\nVướng mắc: chờ quyết định giá đất cụ thể.",
         "files": [{"name": "bien-ban-kiem-dem.pdf", "href": "#tep-1"}, {"name": "hien-truong.jpg", "href": "#tep-2"}]},
        {"label": "Gia hạn", "icon": "calendar-time", "tone": "violet", "who": "Nguyễn Hữu Phước, Chánh Văn phòng",
         "at": "2022-05-05T10:00", "clock": "10:00", "was": "30/04/2022", "now": "05/05/2022"}]},
]  # fmt: skip


class UpdateForm(forms.Form):
    """What a unit reports, on a phone or a desk."""

    narrative = forms.CharField(
        label="Tình hình thực hiện",
        help_text="Một câu là đủ: đã làm gì, đến đâu.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    standing = forms.ChoiceField(
        label="Tiến độ",
        choices=[("on", "Đúng tiến độ"), ("risk", "Có nguy cơ chậm"), ("late", "Đang chậm")],
        widget=forms.RadioSelect,
    )
    percent = forms.IntegerField(label="Ước đạt (%)", required=False, min_value=0, max_value=100)
    obstacle = forms.CharField(
        label="Vướng mắc, đề xuất", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    photo = forms.FileField(label="Ảnh", required=False)
    unit = forms.ChoiceField(
        label="Giao tiếp cho",
        required=False,
        choices=[("", "Không giao tiếp"), ("1", "Phòng Quản lý đô thị")],
    )
    sure = forms.BooleanField(label="Tôi chịu trách nhiệm về số liệu báo cáo", required=True)


def matter(page: int = 2) -> dict[str, object]:
    """Everything the gallery's pages show."""
    refused = UpdateForm({"narrative": "", "percent": "140"}, auto_id="refused_%s")
    return {
        "officer": OFFICER, "menu": MENU, "notices": 3, "tasks": TASKS, "rates_": RATES, "periods": PERIODS,
        "clock": SimpleNamespace(demo=True, label="12/05/2022"), "segments": SEGMENTS, "journal": JOURNAL,
        "page_": Paginator(range(1204), 25).page(page), "form": UpdateForm(), "refused": refused, "key": "k-1",
    }  # fmt: skip
