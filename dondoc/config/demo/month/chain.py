"""The site of a resettlement area, cleared by five units that wait for one another; one is late."""

from dataclasses import dataclass
from datetime import date, datetime

from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, Month, day, hour
from dondoc.rules.schedule_lines import Line, Wait
from dondoc.tasks import actions
from dondoc.tasks.actions import schedules
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task

NAME = "Giải phóng mặt bằng khu tái định cư Hòa Khánh Bắc giai đoạn 2"
BEGINS, LAID_AT = day(4, 18), hour(day(4, 15), 14)


@dataclass(frozen=True)
class Link:
    """A task of the chain: whose, how many working days, what it waits for, how far it is."""

    key: str
    unit: str
    content: str
    days: int
    due: date
    waits: tuple[tuple[str, str, int], ...] = ()
    done: date | None = None
    percent: int = 0


CHAIN = (
    Link("notice", KT, "Gửi thông báo thu hồi đất đến 42 hộ trong vùng dự án", 3, day(4, 21),
         done=day(4, 20)),
    Link("count", KT, "Kiểm đếm bổ sung nhà, vật kiến trúc của 12 hộ còn vướng", 10, day(5, 6),
         (("notice", "FS", 0),), percent=85),
    Link("origin", NC, "Xác nhận nguồn gốc, thời điểm sử dụng đất của 42 hộ", 8, day(5, 10),
         (("count", "SS", 3),), done=day(5, 9)),
    Link("policy", VH, "Rà soát hộ chính sách, hộ nghèo trong vùng dự án", 5, day(4, 28),
         (("notice", "FS", 0),), done=day(4, 27)),
    Link("people", TT, "Đối chiếu hộ tịch, nhân khẩu của các hộ phải di dời", 4, day(5, 13),
         (("notice", "FS", 0),), percent=70),
    Link("draft", KT, "Áp giá, lập dự thảo phương án bồi thường, hỗ trợ", 7, day(5, 18),
         (("count", "FS", 0), ("origin", "FF", 1))),
    Link("support", VH, "Lập phương án hỗ trợ ổn định đời sống, chuyển đổi việc làm", 6, day(5, 20),
         (("policy", "FS", 0),), percent=40),
    Link("posted", NC, "Niêm yết công khai phương án, tiếp nhận ý kiến", 10, day(6, 2),
         (("draft", "FS", 0),)),
    Link("meeting", KT, "Họp dân lấy ý kiến về phương án bồi thường", 2, day(5, 25),
         (("posted", "SS", 2),)),
    Link("submitted", KT, "Hoàn chỉnh, trình cấp có thẩm quyền phê duyệt phương án", 4, day(6, 8),
         (("posted", "FS", 0), ("meeting", "FS", 0), ("support", "FS", 0), ("people", "FS", 0))),
    Link("told", VP, "Tổ chức hội nghị công bố quyết định phê duyệt", 1, day(6, 10),
         (("submitted", "FS", 0),)),
    Link("paid", KT, "Chi trả tiền bồi thường, hỗ trợ cho các hộ", 5, day(6, 15),
         (("submitted", "FS", 0),)),
    Link("moved", NC, "Vận động các hộ di dời, bàn giao mặt bằng", 8, day(6, 22),
         (("paid", "SS", 2), ("told", "FS", 0))),
    Link("clear", KT, "Bàn giao mặt bằng sạch cho đơn vị thi công", 0, day(6, 24),
         (("moved", "FS", 0),)),
)  # fmt: skip


def plan_chain(month: Month) -> None:
    """The tasks are given, laid out in time and frozen as a baseline; then they live."""
    for number, link in enumerate(CHAIN):
        month.keep(
            f"chain-{link.key}", hour(day(4, 15), 9, 2 * number), actions.assign, month.committee,
            by=month.tracker, lead=month.unit(link.unit), content=link.content,
            due=Due(link.due, rule="khung tiến độ giải phóng mặt bằng"),
            leader=month.economy_deputy,
        )  # fmt: skip
        _plan_life(month, link, number)
    month.keep(
        "schedule", LAID_AT, schedules.set_up, month.committee, by=month.tracker, name=NAME,
        start_on=BEGINS,
    )  # fmt: skip

    def lay_in() -> None:
        lines = [_line(month, number, link) for number, link in enumerate(CHAIN, start=1)]
        at = hour(day(4, 15), 14, 10)
        _add(month, at)
        schedules.lay_in(month.made["schedule"], by=month.tracker, at=at, lines=lines)

    month.story.then(hour(day(4, 15), 14, 10), lay_in)
    month.on(
        "schedule", hour(day(4, 15), 15), schedules.set_baseline, by=month.tracker,
        reason="Khung tiến độ được Phó Chủ tịch phụ trách thống nhất.",
    )  # fmt: skip


def _add(month: Month, at: datetime) -> None:
    """All of them come in; their own lengths and links are laid in after."""
    tasks = [_task(month, link.key) for link in CHAIN]
    schedules.add_tasks(month.made["schedule"], by=month.tracker, at=at, tasks=tasks, duration=1)


def _line(month: Month, number: int, link: Link) -> Line:
    waits = tuple(Wait(_task(month, key).code, kind, lag) for key, kind, lag in link.waits)
    return Line(number, _task(month, link.key).code, link.days, waits)


def _task(month: Month, key: str) -> Task:
    task: Task = month.made[f"chain-{key}"]
    return task


def _plan_life(month: Month, link: Link, number: int) -> None:
    key, focal = f"chain-{link.key}", month.focal(link.unit)
    month.on(key, hour(day(4, 18), 8, 20 + number), actions.accept, by=focal)
    if link.percent:
        month.on(
            key, hour(day(5, 11), 15, number), actions.post_update, by=focal, percent=link.percent,
            narrative="Đang thực hiện theo khung tiến độ.",
        )  # fmt: skip
    if link.done:
        month.on(
            key, hour(link.done, 15), actions.submit, by=month.head(link.unit),
            narrative="Đã hoàn thành, có biên bản kèm theo.",
        )  # fmt: skip
        month.on(key, hour(link.done, 16, 40), actions.confirm, by=month.tracker)
