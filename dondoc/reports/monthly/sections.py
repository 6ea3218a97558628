"""The text of a summary as first drafted: the Office edits it, the tables stay as counted."""

from collections.abc import Callable
from typing import Any

from dondoc.database.clock import local
from dondoc.documents.letterheads import spoken
from dondoc.reports.monthly.figures import BoardRow, MonthFigures
from dondoc.rules.wording import moment

Part = dict[str, Any]
MOST = 6
"""Things named in the text; the rest stand in the table and its lists."""


def drafted(figures: MonthFigures) -> list[Part]:
    """Every section in order: key, heading, text."""
    return [
        {"key": key, "heading": heading, "text": write(figures), "edited": False}
        for key, heading, write in SECTIONS
    ]


def redrafted(parts: list[Part], figures: MonthFigures) -> list[Part]:
    """The sections over new figures; what people wrote themselves stays."""
    kept = {part["key"]: part for part in parts if part["edited"]}
    return [kept.get(part["key"], part) for part in drafted(figures)]


def _programme(figures: MonthFigures) -> str:
    all_ = figures.total("programme")
    if not all_.count("approved"):
        return "Trong tháng chưa có nội dung chương trình công tác được duyệt."
    said = (
        f"Tính đến {moment(local(figures.as_of))}, các đơn vị đã hoàn thành "
        f"{all_.printed('done')}/{all_.printed('approved')} nội dung chương trình công tác tháng, "
        f"đạt {all_.percent}; trong đó {all_.printed('late')} nội dung hoàn thành chậm; "
        f"{all_.printed('not_done')} nội dung chưa hoàn thành, {all_.printed('poor')} nội dung "
        f"chưa đạt chất lượng; {all_.printed('moved')} nội dung được chuyển kỳ hoặc đưa ra; "
        f"{all_.printed('extra')} việc làm ngoài đăng ký."
    )
    lines = [said]
    behind = [row for row in figures.rows("programme") if row.count("not_done")]
    if behind:
        lines.append("Còn nội dung chưa hoàn thành:")
        lines += _dashes(
            [f"{row.name}: {row.printed('not_done')} nội dung, đạt {row.rate}" for row in behind]
        )
    return "\n".join(lines)


def _week(figures: MonthFigures) -> str:
    weeks, all_ = figures.rows("week"), figures.total("week")
    if not weeks:
        return "Trong tháng chưa lập lịch công tác tuần trên hệ thống."
    said = (
        f"Trong tháng có {len(weeks)} lịch công tác tuần, {all_.printed('late_week')} lịch ban "
        f"hành muộn; {all_.printed('late_entries')} nội dung đề xuất muộn, "
        f"{all_.printed('added')} nội dung bổ sung và {all_.printed('changed')} nội dung đổi giờ, "
        "hoãn, hủy sau khi ban hành."
    )
    lines = [said]
    late = [f"{row.name}: {row.note}" for row in weeks if row.count("late_week")]
    return "\n".join([*lines, *_dashes(late)])


def _meetings(figures: MonthFigures) -> str:
    all_ = figures.total("meetings")
    if not all_.count("held"):
        return "Trong tháng chưa có hội nghị, cuộc làm việc nào được theo dõi chuẩn bị."
    said = (
        f"{all_.printed('ready')}/{all_.printed('held')} hội nghị, cuộc làm việc được chuẩn bị "
        f"đúng hạn ({all_.percent})."
    )
    lines = [said]
    unready = [
        f"{thing['words']} ({row.name}): {thing['note']}"
        for row in figures.rows("meetings")
        for thing in row.lists.get("unready", ())
    ]
    if unready:
        lines.append("Chưa đúng hạn:")
        lines += _dashes(unready)
    return "\n".join(lines)


def _remedies(figures: MonthFigures) -> str:
    all_ = figures.total("remedies")
    if not all_.count("late") and not all_.count("called"):
        return "Trong tháng không có việc chậm hoặc phải khắc phục."
    said = (
        f"Có {all_.printed('late')} việc chậm trong tháng; {all_.printed('called')} việc phải khắc "
        f"phục, đã khắc phục xong {all_.printed('closed')} ({all_.percent}), chờ xác nhận "
        f"{all_.printed('reported')}, đang khắc phục {all_.printed('promised')}, chưa có biện pháp "
        f"{all_.printed('waiting')}; {all_.printed('granted')} việc được công nhận nguyên nhân "
        "khách quan."
    )
    lines = [said]
    most = sorted(figures.rows("remedies"), key=lambda row: -row.count("late"))
    lines += _dashes(
        [
            f"{row.name}: {row.printed('late')} việc chậm, khắc phục {row.printed('closed')}/"
            f"{row.printed('called')}"
            for row in most
            if row.count("late") or row.count("called")
        ]
    )
    return "\n".join(lines)


def _silent(figures: MonthFigures) -> str:
    rows = figures.rows("silent")

    def those(column: str) -> str:
        return ", ".join(row.name for row in rows if row.count(column))

    said = [
        f"{label}: {names}"
        for column, label in (
            ("not_registered", "Chưa đăng ký chương trình công tác tháng sau"),
            ("late_registered", "Đăng ký muộn"),
            ("not_reported", "Chưa báo cáo kết quả khắc phục"),
            ("late_reported", "Báo cáo kết quả khắc phục muộn"),
        )
        if (names := those(column))
    ]
    done = "Các đơn vị đến hạn đã đăng ký và báo cáo đầy đủ."
    return "\n".join(_dashes(said)) if said else done


def _repeat(figures: MonthFigures) -> str:
    rows = figures.rows("repeat")
    if not rows:
        return "Trong ba tháng gần đây không có nguyên nhân, việc hoặc người lặp lại."
    said = [
        f"{row.name}: {row.printed('causes')} nguyên nhân, {row.printed('tasks')} việc, "
        f"{row.printed('people')} người"
        for row in rows
    ]
    return "\n".join(["Lặp lại trong ba tháng gần đây:", *_dashes(said)])


def _proposals(figures: MonthFigures) -> str:
    chairman = f"Chủ tịch {spoken(figures.data['committee'])}"
    lines = [f"Văn phòng kính đề nghị {chairman} xem xét, chỉ đạo:"]
    behind = _names(figures.rows("programme"), "not_done")
    if behind:
        lines.append(f"- Yêu cầu {behind} tập trung hoàn thành các nội dung còn lại;")
    waiting = _names(figures.rows("remedies"), "waiting")
    if waiting:
        lines.append(f"- Yêu cầu {waiting} nêu nguyên nhân, giải pháp và ngày cam kết khắc phục;")
    repeat = _names(figures.rows("repeat"), "causes")
    if repeat:
        lines.append(f"- Yêu cầu người đứng đầu {repeat} xử lý dứt điểm nguyên nhân lặp lại;")
    if len(lines) == 1:
        return f"Văn phòng kính báo cáo {chairman}."
    lines[-1] = lines[-1].rstrip(";") + "."
    return "\n".join([*lines, f"Văn phòng kính báo cáo {chairman}."])


def _names(rows: list[BoardRow], column: str) -> str:
    return ", ".join(row.name for row in rows if row.count(column))


def _dashes(texts: list[str]) -> list[str]:
    more = len(texts) - MOST
    shown = [f"- {text};" for text in texts[:MOST]]
    if more > 0:
        shown.append(f"- và {more} nội dung khác nêu tại bảng kèm theo;")
    return [*shown[:-1], shown[-1].rstrip(";") + "."] if shown else []


SECTIONS: tuple[tuple[str, str, Callable[[MonthFigures], str]], ...] = (
    ("programme", "Kết quả thực hiện chương trình công tác", _programme),
    ("week", "Chấp hành lịch công tác tuần", _week),
    ("meetings", "Chuẩn bị hội nghị, cuộc làm việc", _meetings),
    ("remedies", "Việc chậm, chưa đạt và kết quả khắc phục", _remedies),
    ("silent", "Đăng ký và báo cáo của các đơn vị", _silent),
    ("repeat", "Nguyên nhân, việc và người lặp lại", _repeat),
    ("proposals", "Đề xuất, kiến nghị", _proposals),
)
