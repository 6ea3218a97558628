"""Tasks at each station of their life, for tests that begin there."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."
Step = Callable[[Cast, Task, datetime], object]

STEPS: dict[str, Step] = {
    "accepted": lambda c, t, at: actions.accept(t, by=c.hoa, at=at),
    "returned": lambda c, t, at: actions.return_to_assigner(
        t, by=c.khoa, at=at, reason="Thuộc thẩm quyền Sở Tài chính"
    ),
    "updated": lambda c, t, at: actions.post_update(t, by=c.hoa, at=at, narrative="Đang làm."),
    "submitted": lambda c, t, at: actions.submit(t, by=c.hoa, at=at, narrative=RESULT),
    "sent_back": lambda c, t, at: actions.send_back(t, by=c.binh, at=at, reason="Thiếu bản đồ"),
    "confirmed": lambda c, t, at: actions.confirm(t, by=c.binh, at=at),
    "recalled": lambda c, t, at: actions.recall(t, by=c.binh, at=at, reason="Giao nhầm"),
    "suspended": lambda c, t, at: actions.suspend(
        t, by=c.nam, at=at, reason="Chờ Bộ hướng dẫn", review_on=date(2022, 8, 1)
    ),
    "starred": lambda c, t, at: actions.star(t, by=c.binh, at=at, reason="Trọng tâm năm"),
    "asked": lambda c, t, at: actions.ask_extension(
        t, by=c.khoa, at=at, reason="Chờ ý kiến Bộ", due_on=date(2022, 5, 15)
    ),
}


def given(cast: Cast, at: datetime, due: date | None = date(2022, 4, 15)) -> Task:
    """Bình gives Sở Xây dựng a task in the name of the city."""
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction,
        content="Rà soát quy hoạch khu vực Hòa Khánh", due=Due(due),
    )  # fmt: skip


def lived(cast: Cast, at: datetime, *stations: str) -> Task:
    """A task given the day before, that has passed through these stations since."""
    task = given(cast, at - timedelta(days=1))
    for station in stations:
        STEPS[station](cast, task, at)
    return task
