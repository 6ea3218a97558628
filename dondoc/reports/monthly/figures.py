"""The frozen figures of a month: every number is the length of a list, kept with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dondoc.rules.scoring import Share
from dondoc.rules.wording import percent, thousands

ALL = 0
"""The key of all rows together, where an address names a row."""


@dataclass(frozen=True)
class Thing:
    """One line of a list: words, whose it is, what is noted of it, the task it is if it is one."""

    words: str
    unit: str = ""
    note: str = ""
    code: str = ""

    @property
    def row(self) -> dict[str, str]:
        return {"words": self.words, "unit": self.unit, "note": self.note, "code": self.code}


@dataclass(frozen=True)
class Board:
    """A table of the summary: its columns, and of which two its rate is made."""

    key: str
    title: str
    rows_are: str
    columns: tuple[tuple[str, str], ...]
    rate: tuple[str, str] | None = None
    rate_label: str = ""

    @property
    def labels(self) -> dict[str, str]:
        return dict(self.columns)


BOARDS = (
    Board(
        "programme", "Kết quả thực hiện chương trình công tác", "Đơn vị",
        (
            ("approved", "Nội dung phải làm"), ("done", "Đã hoàn thành"), ("late", "Trong đó chậm"),
            ("not_done", "Chưa hoàn thành"), ("poor", "Chưa đạt chất lượng"),
            ("moved", "Được chuyển kỳ, đưa ra"), ("extra", "Làm ngoài đăng ký"),
        ),
        ("done", "approved"), "Tỉ lệ (R12)",
    ),
    Board(
        "week", "Kỷ luật lịch công tác tuần", "Tuần",
        (
            ("entries", "Mục lịch"), ("late_entries", "Đề xuất muộn"), ("added", "Bổ sung sau"),
            ("changed", "Đổi, hoãn, hủy sau"), ("late_week", "Ban hành muộn"),
        ),
    ),
    Board(
        "meetings", "Hội nghị, cuộc làm việc chuẩn bị đúng hạn", "Đơn vị chủ trì tham mưu",
        (("held", "Cuộc họp"), ("ready", "Chuẩn bị đúng hạn"), ("unready", "Chưa đúng hạn")),
        ("ready", "held"), "Tỉ lệ",
    ),
    Board(
        "remedies", "Việc chậm, chưa đạt và khắc phục", "Đơn vị",
        (
            ("late", "Việc chậm trong tháng"), ("called", "Phải khắc phục"), ("closed", "Đã xong"),
            ("reported", "Chờ xác nhận"), ("promised", "Đang làm"),
            ("waiting", "Chưa có biện pháp"), ("granted", "Khách quan được công nhận"),
        ),
        ("closed", "called"), "Tỉ lệ khắc phục",
    ),
    Board(
        "silent", "Chưa đăng ký, chưa báo cáo", "Đơn vị",
        (
            ("not_registered", "Chưa đăng ký kỳ sau"), ("late_registered", "Đăng ký muộn"),
            ("not_reported", "Chưa báo cáo khắc phục"), ("late_reported", "Báo cáo muộn"),
        ),
    ),
    Board(
        "repeat", "Lặp lại trong ba tháng", "Đơn vị",
        (
            ("causes", "Nguyên nhân lặp lại"), ("tasks", "Việc phải khắc phục nhiều lần"),
            ("people", "Người phải khắc phục nhiều lần"),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class BoardRow:
    """A row of a table: a unit or a week with its lists."""

    board: Board
    pk: int
    name: str
    note: str
    lists: dict[str, list[dict[str, str]]]

    def count(self, name: str) -> int:
        return len(self.lists.get(name, ()))

    def printed(self, name: str) -> str:
        """ "1.204"."""
        return thousands(self.count(name))

    @property
    def share(self) -> Share | None:
        if self.board.rate is None:
            return None
        return Share(*(self.count(name) for name in self.board.rate))

    @property
    def percent(self) -> str:
        """ "85,71%"; a dash over nothing."""
        share = self.share
        return percent(share.x, share.n) if share else ""

    @property
    def rate(self) -> str:
        """ "85,71% (6/7)"; a dash over nothing."""
        share = self.share
        return f"{self.percent} ({share.x}/{share.n})" if share and share.n else self.percent


class MonthFigures:
    """What was counted, by name."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def month(self) -> date:
        return date.fromisoformat(self.data["month"])

    @property
    def as_of(self) -> datetime:
        return datetime.fromisoformat(self.data["as_of"])

    def rows(self, key: str) -> list[BoardRow]:
        board = board_of(key)
        return [
            BoardRow(board, row["pk"], row["name"], row["note"], row["lists"])
            for row in self.data["boards"][key]
        ]

    def total(self, key: str) -> BoardRow:
        """All rows together."""
        board, rows = board_of(key), self.rows(key)
        lists = {
            name: [thing for row in rows for thing in row.lists.get(name, ())]
            for name in board.labels
        }
        return BoardRow(board, ALL, "Tổng cộng", "", lists)

    def row(self, key: str, pk: int) -> BoardRow | None:
        """One row, or all together under `ALL`."""
        return next((row for row in [self.total(key), *self.rows(key)] if row.pk == pk), None)


def board_of(key: str) -> Board:
    """The table of that key."""
    return next(board for board in BOARDS if board.key == key)


def board_rows(
    names: Iterable[tuple[int, str, str]], lists: Mapping[tuple[int, str], list[Thing]]
) -> list[dict[str, Any]]:
    """Rows as they are frozen: (key, name, note) each, with the lists that are not empty."""
    return [
        {
            "pk": pk, "name": name, "note": note,
            "lists": {
                column: [thing.row for thing in things]
                for (key, column), things in sorted(lists.items())
                if key == pk and things
            },
        }
        for pk, name, note in names
    ]  # fmt: skip
