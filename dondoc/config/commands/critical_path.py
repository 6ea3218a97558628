"""`dondoc critical-path`: the critical path of a plan kept in a file, without a database."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from dondoc.config.commands import cli
from dondoc.rules.calendar import WEEKEND, NoWorkingDay, WorkingCalendar
from dondoc.rules.critical_path import (
    Activity,
    CannotPlan,
    Dependency,
    Id,
    LaidOut,
    Network,
    Placed,
    Type,
    schedule,
)

LONGEST = 100_000  # working days, some four hundred years: more is a slip of the finger
LONGEST_ID = 200  # letters


@cli.command()
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
def command(file: Path, as_json: bool) -> None:
    """Đường găng của kế hoạch ghi trong tệp JSON: ngày sớm, ngày muộn, dự trữ từng việc.

    \b
    Mẫu tệp (weekend: 0 là thứ Hai … 6 là Chủ nhật; lag tính bằng ngày làm việc):
      {"start": "2026-01-05", "weekend": [5, 6],
       "days_off": ["2026-02-16"], "work_days": ["2026-02-28"],
       "tasks": [{"id": "A", "duration": 3},
                 {"id": "B", "duration": 2,
                  "after": [{"id": "A", "type": "FS", "lag": 0}]}]}

    \b
    type: FS (xong rồi bắt đầu), SS (cùng bắt đầu), FF (cùng xong).
    """
    try:
        laid_out = schedule(_network(_content(file)))
        said = _json(laid_out) if as_json else _table(laid_out)
    except NoWorkingDay as refusal:
        advice = "Hãy xem lại “weekend”, “days_off”, “work_days”, thời lượng và độ trễ."
        raise cli.Failed(f"{file.name}: {refusal} {advice}") from refusal
    except (CannotPlan, Misread) as refusal:
        raise cli.Failed(f"{file.name}: {refusal}") from refusal
    click.echo(said)


class Misread(ValueError):
    """The file does not say what it should."""


def _content(file: Path) -> Any:
    if not file.is_file():
        raise cli.Failed(f"{file}: không thấy tệp này. Hãy kiểm tra đường dẫn.")
    try:
        return json.loads(file.read_bytes())
    except OSError as error:
        raise cli.Failed(f"{file.name}: không đọc được tệp ({error.strerror}).") from error
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise Misread(f"không phải JSON ({where}). Hãy sửa chỗ ấy rồi chạy lại.") from error
    except (ValueError, RecursionError) as error:
        raise Misread("không phải JSON mã UTF-8. Hãy lưu lại tệp rồi chạy lại.") from error


def _network(said: Any) -> Network:
    plan = _object(said, "Cả tệp")
    calendar = WorkingCalendar(
        frozenset(_day(day, "days_off") for day in _list(plan, "days_off", "Tệp")),
        frozenset(_day(day, "work_days") for day in _list(plan, "work_days", "Tệp")),
        frozenset(_whole(day, "“weekend”", 0, 6) for day in _list(plan, "weekend", "Tệp", WEEKEND)),
    )
    start = _day(_needed(plan, "start", "Tệp"), "start")
    _needed(plan, "tasks", "Tệp")
    return Network(map(_activity, _list(plan, "tasks", "Tệp")), start, calendar)


def _activity(said: Any) -> Activity:
    task = _object(said, "Mỗi việc trong “tasks”")
    own = _id(_needed(task, "id", "Một việc"))
    whose = f"Việc “{own}”"
    duration = _whole(_needed(task, "duration", whose), f"{whose}: “duration”", 1, LONGEST)
    after = tuple(_dependency(one, whose) for one in _list(task, "after", whose))
    return Activity(own, duration, after)


def _dependency(said: Any, whose: str) -> Dependency:
    one = _object(said, f"{whose}: mỗi liên kết trong “after”")
    on = _id(_needed(one, "id", f"{whose}: một liên kết"))
    lag = _whole(one.get("lag", 0), f"{whose}: “lag”", -LONGEST, LONGEST)
    return Dependency(on, _type(one.get("type", "FS"), whose), lag)


TYPES = {str(one): one for one in Type}


def _type(said: Any, whose: str) -> Type:
    if not isinstance(said, str) or said not in TYPES:
        raise Misread(f"{whose}: “type” phải là {', '.join(TYPES)}. Hãy sửa lại.")
    return TYPES[said]


def _object(said: Any, what: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise Misread(f"{what} phải là một đối tượng {{…}}. Hãy sửa theo mẫu trong --help.")
    return said


def _needed(said: dict[str, Any], key: str, whose: str) -> Any:
    if key not in said:
        raise Misread(f"{whose} thiếu “{key}”. Hãy ghi thêm.")
    return said[key]


def _list(said: dict[str, Any], key: str, whose: str, otherwise: Any = ()) -> Any:
    found = said.get(key, otherwise)
    if key in said and not isinstance(found, list):
        raise Misread(f"{whose}: “{key}” phải là một danh sách […]. Hãy sửa lại.")
    return found


def _id(said: Any) -> Id:
    """A number or printable letters, so that it can be said in one line."""
    if type(said) is int and abs(said) < 10**18:
        return said
    if isinstance(said, str) and 0 < len(said) <= LONGEST_ID and said.isprintable():
        return said
    raise Misread(f"“id” phải là số nguyên hoặc 1–{LONGEST_ID} chữ đọc được. Hãy sửa lại.")


def _whole(said: Any, what: str, least: int, most: int) -> int:
    if type(said) is not int or not least <= said <= most:
        raise Misread(f"{what} phải là số nguyên từ {least} đến {most}. Hãy sửa lại.")
    return said


def _day(said: Any, what: str) -> date:
    try:
        day = date.fromisoformat(said)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != said:
        raise Misread(f"“{what}”: có chỗ không phải ngày. Hãy ghi ngày như 2026-01-05.")
    return day


def _json(laid_out: LaidOut) -> str:
    finish = laid_out.finish
    tasks = [_told(one) for one in laid_out.placed.values()]
    return json.dumps({"finish": finish and finish.isoformat(), "tasks": tasks}, ensure_ascii=False)


def _told(one: Placed) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in one._asdict().items()}


HEADS = (
    "Việc", "Sớm: từ", "đến", "Muộn: từ", "đến", "Dự trữ toàn phần", "Dự trữ riêng", "Găng",
)  # fmt: skip


def _table(laid_out: LaidOut) -> str:
    if laid_out.finish is None:
        return "Tệp chưa có việc nào."
    rows = [HEADS, *map(_row, laid_out.placed.values())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    chain = " → ".join(map(str, laid_out.chain))
    said = f"Hoàn thành: {laid_out.finish:%d/%m/%Y}\nĐường găng: {chain}"
    return "\n".join([*lines, "", said, "Dự trữ tính bằng ngày làm việc."])


def _row(one: Placed) -> tuple[str, ...]:
    days = (one.early_start, one.early_finish, one.late_start, one.late_finish)
    slack = (str(one.total_slack), str(one.free_slack))
    mark = "găng" if one.critical else ""
    return (str(one.id), *(f"{day:%d/%m/%Y}" for day in days), *slack, mark)
