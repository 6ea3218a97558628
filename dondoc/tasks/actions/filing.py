"""What a person keeps for himself: filters he comes back to, lists he takes out."""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.tasks.models import SavedFilter
from dondoc.workflow import Flow, Refused

MOST_FILTERS = 30

filing = Flow("filing", "danh sách của tôi")


def himself(by: Any, officer: Officer) -> bool:
    """Each seat keeps its own papers."""
    return isinstance(by, Officer) and by.pk == officer.pk


@filing.step("Lưu bộ lọc", who=himself, frm=None)
def save_filter(
    officer: Officer, *, by: Officer, at: datetime, name: str, query: str
) -> SavedFilter:
    """The officer keeps a list under a name; the same name again means the new list."""
    if not name.strip():
        raise Refused("Hãy đặt tên cho bộ lọc.")
    kept = SavedFilter.objects.filter(officer=officer)
    if kept.count() >= MOST_FILTERS and not kept.filter(name=name.strip()).exists():
        raise Refused(f"Mỗi người lưu nhiều nhất {MOST_FILTERS} bộ lọc. Hãy bỏ bớt bộ lọc cũ.")
    saved, _ = SavedFilter.objects.update_or_create(
        officer=officer, name=name.strip(), defaults={"query": query}
    )
    return saved


@filing.step("Bỏ bộ lọc đã lưu", who=himself, frm=None)
def forget_filter(officer: Officer, *, by: Officer, at: datetime, name: str) -> None:
    """The officer needs the kept list no more."""
    SavedFilter.objects.filter(officer=officer, name=name).delete()


@filing.step("Xuất danh sách nhiệm vụ", who=himself, frm=None)
def export_tasks(officer: Officer, *, by: Officer, at: datetime, query: str, count: int) -> None:
    """The officer takes a list out of the house: the journal keeps which, and how many."""


@filing.step("Nhập nhiệm vụ từ tệp", who=himself, frm=None)
def import_tasks(
    officer: Officer, *, by: Officer, at: datetime, sha256: str, rows: int, made: int
) -> None:
    """The officer has brought tasks in from a sheet: the journal keeps which, and how many."""
