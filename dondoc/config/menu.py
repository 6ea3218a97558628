"""The menu of each role: the few pages it works in, in its own words."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dondoc.agencies.models import Role


@dataclass(frozen=True)
class Item:
    """One page of the menu, whom it serves, and its short word for the phone's bottom bar."""

    label: str
    page: str
    icon: str
    roles: tuple[str, ...]
    group: str = ""
    tab: str = ""


COMMITTEE = (Role.LEADER, Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
UNIT = (Role.UNIT_HEAD, Role.FOCAL_POINT, Role.OFFICER)
READERS = (Role.EMULATION_READER, Role.AUDITOR)
WORKING = (*COMMITTEE, Role.CLERK, *UNIT)
ALL = tuple(Role)

MENU = (
    Item("Trang lãnh đạo", "scorecards:leader", "home", (*COMMITTEE, *READERS), tab="Tổng quan"),
    Item("Bàn làm việc", "tasks:desk", "clipboard-check", WORKING, tab="Việc"),
    Item("Cập nhật nhanh", "tasks:quick", "pencil-plus", UNIT, tab="Cập nhật"),
    Item("Chờ quyết định", "tasks:approvals", "gavel", COMMITTEE, tab="Duyệt"),
    Item("Nhiệm vụ", "tasks:list", "list-check", (*WORKING, *READERS), "Theo dõi", "Danh sách"),
    Item(
        "Khó khăn, vướng mắc",
        "tasks:obstacles",
        "alert-triangle",
        (*WORKING, *READERS),
        "Theo dõi",
    ),
    Item("Phối hợp", "tasks:coordinations", "users", (*WORKING, *READERS), "Theo dõi"),
    Item("Khắc phục", "remedies:board", "refresh", (*WORKING, *READERS), "Theo dõi"),
    Item("Bàn đôn đốc", "urging:desk", "speakerphone", COMMITTEE, "Theo dõi"),
    Item("Phiếu, công văn đôn đốc", "urging:slips", "send", (*UNIT, Role.AUDITOR), "Theo dõi"),
    Item(
        "Rà soát nhiệm vụ",
        "urging:reviews",
        "checks",
        (*COMMITTEE, *UNIT, Role.AUDITOR),
        "Theo dõi",
    ),
    Item("Thang đôn đốc", "urging:ladder", "list-details", ALL, "Theo dõi"),
    Item("Nguyên nhân khách quan", "remedies:causes", "scale", COMMITTEE, "Theo dõi"),
    Item("Kiểm tra", "remedies:inspections", "eye", (*WORKING, *READERS), "Theo dõi"),
    Item(
        "Trách nhiệm", "remedies:accountability", "scale", (*COMMITTEE, *UNIT, *READERS), "Theo dõi"
    ),
    Item("Bàn giao", "handovers:list", "arrow-forward-up", (*OFFICE, Role.UNIT_HEAD), "Theo dõi"),
    Item("Nhập từ bảng tính", "tasks:import", "file-import", OFFICE, "Theo dõi"),
    Item(
        "Chương trình công tác",
        "planning:programmes",
        "list-details",
        (*WORKING, *READERS),
        "Chương trình, lịch",
    ),
    Item(
        "Hội nghị, cuộc họp",
        "meetings:list",
        "calendar-event",
        (*WORKING, *READERS),
        "Chương trình, lịch",
    ),
    Item("Lịch hôm nay", "planning:week_today", "clock", WORKING, "Chương trình, lịch"),
    Item(
        "Lịch công tác tuần",
        "planning:week",
        "calendar-event",
        (*WORKING, *READERS),
        "Chương trình, lịch",
        "Lịch tuần",
    ),
    Item(
        "Nhiệm vụ định kỳ",
        "planning:recurring",
        "refresh",
        (*COMMITTEE, *UNIT, *READERS),
        "Chương trình, lịch",
    ),
    Item("Đường găng", "tasks:schedules", "route", (*WORKING, *READERS), "Chương trình, lịch"),
    Item("Văn bản", "documents:list", "file-text", (*WORKING, *READERS), "Văn bản"),
    Item("Tiếp nhận văn bản", "documents:register", "upload", (*OFFICE, Role.CLERK), "Văn bản"),
    Item("Bảng số liệu", "scorecards:table", "chart-bar", (*WORKING, *READERS), "Số liệu"),
    Item("Báo cáo, công văn", "reports:list", "report", (*WORKING, *READERS), "Số liệu"),
    Item("Thông báo", "notifications:inbox", "bell", ALL, "Cá nhân", "Thông báo"),
    Item("Cơ quan, đơn vị", "agencies:list", "building", ALL, "Danh bạ"),
    Item(
        "Việc chạy theo lịch", "duties", "calendar-time", (*OFFICE, Role.ADMINISTRATOR), "Danh bạ"
    ),
    Item("Nhật ký", "agencies:audit", "history", (Role.AUDITOR, Role.ADMINISTRATOR), "Danh bạ"),
    Item("Quản trị", "agencies:administration", "settings", (Role.ADMINISTRATOR,), "Danh bạ"),
)

LINKS = {
    "home": "home",
    "search": "tasks:search",
    "inbox": "notifications:inbox",
    "bell": "notifications:bell",
    "seats": "agencies:seats",
    "sessions": "accounts:sessions",
    "password": "accounts:password",
    "sign_out": "account_logout",
    "help": "ui:help",
    "duties": "duties",
}


def menu_of(request: HttpRequest, notices: int) -> list[dict[str, Any]]:
    """The items of the officer's role; at most four of them stand in the phone's bottom bar."""
    officer = request.officer  # type: ignore[attr-defined]
    rows: list[dict[str, Any]] = []
    for item in MENU:
        if officer.role in item.roles:
            there = reverse(item.page)
            row: dict[str, Any] = {
                "label": item.label,
                "url": there,
                "icon": item.icon,
                "group": item.group,
                "current": request.path == there,
            }
            if item.page == "notifications:inbox" and notices:
                row["count"] = notices
            if item.tab:
                row["tab"] = item.tab
            rows.append(row)
    return rows


def links() -> dict[str, str]:
    """The fixed links of the page frame."""
    return {name: reverse(page) for name, page in LINKS.items()}
