"""A report's figures as files: the table for a spreadsheet, the frozen numbers themselves."""

import io
from collections.abc import Callable

from dondoc.database.clock import local
from dondoc.documents.sheets import Column, write_sheet
from dondoc.reports.figures import COLUMNS, Figures, canonical, cells
from dondoc.reports.models import Report
from dondoc.rules.wording import moment


def as_xlsx(report: Report) -> bytes:
    """The table by units with the very words of the paper."""
    figures, stream = report.counted, io.BytesIO()
    write_sheet(
        "Kết quả theo đơn vị", _columns(), _rows(figures), stream=stream,
        note_lines=(
            f"{figures.data['committee']}: nhiệm vụ giao {figures.period}",
            f"Số liệu chốt lúc {moment(local(report.as_of))}; công thức {report.formula}",
            f"SHA-256 của số liệu: {report.sha256}",
        ),
    )  # fmt: skip
    return stream.getvalue()


def _columns() -> list[Column]:
    return [
        Column("TT", 6),
        Column("Cơ quan, đơn vị", 48),
        *(Column(column.full_heading, 14) for column in COLUMNS),
    ]


def _rows(figures: Figures) -> list[tuple[str, ...]]:
    units = [(str(n), line.name, *cells(line)) for n, line in enumerate(figures.units, start=1)]
    return [*units, ("", figures.total.name, *cells(figures.total))]


def as_json(report: Report) -> bytes:
    """The frozen figures byte for byte as their SHA-256 covers them."""
    return canonical(report.figures)


SHEETS: dict[str, Callable[[Report], bytes]] = {"xlsx": as_xlsx, "json": as_json}
