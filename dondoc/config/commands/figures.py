"""`dondoc figures`: the figures of all units as of a moment, for people and for programs."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dondoc.config.commands import cli
from dondoc.rules.periods import NoPeriod, Period, period_of
from dondoc.rules.timeliness import VIET_NAM

if TYPE_CHECKING:
    from dondoc.agencies.models import Agency
    from dondoc.scorecards.queries import Row

Lists = dict[int, dict[str, list[str]]]


@cli.command()
@click.option("--committee", "name", required=True, help="Tên UBND giao nhiệm vụ.")
@click.option("--period", "written", required=True, help="Kỳ, ví dụ 2022-01-01..2022-05-11.")
@click.option("--as-of", "moment", help="Thời điểm chốt số liệu (ISO, mặc định giờ Việt Nam); "
              "không ghi: ngay bây giờ.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table",
              show_default=True, help="Dạng kết quả.")  # fmt: skip
@click.option("--tasks", is_flag=True, help="Kèm mã nhiệm vụ sau mỗi con số (chỉ với json).")
@click.option("--carry-over", is_flag=True, help="Tính cả nhiệm vụ còn lại từ kỳ trước.")
def command(
    name: str, written: str, moment: str | None, form: str, tasks: bool, carry_over: bool
) -> None:
    """Số liệu theo đơn vị của một kỳ, tính từ nhật ký tại thời điểm chốt."""
    if tasks and form != "json":
        raise click.UsageError("--tasks chỉ dùng với --format json.")
    period, given = _period(written, carry_over), _moment(moment)
    import django

    django.setup()
    from dondoc.database import clock
    from dondoc.database.snapshot import snapshot
    from dondoc.scorecards import queries

    with snapshot():
        now = clock.now()
        as_of = given or now
        if as_of > now:
            raise cli.Failed("Thời điểm chốt số liệu chưa đến. Hãy chọn thời điểm đã qua.")
        committee = _committee(name)
        rows = queries.figures(committee, period, as_of)
        lists = queries.codes_behind(committee, period, as_of) if tasks else None
    if form == "json":
        click.echo(json.dumps(as_data(committee, period, as_of, rows, lists), ensure_ascii=False))
    else:
        _print_table(committee, period, as_of, rows)


def _period(written: str, carry_over: bool) -> Period:
    try:
        return period_of(written, carry_over=carry_over)
    except NoPeriod as error:
        raise click.BadParameter(str(error), param_hint="--period") from None


def _moment(written: str | None) -> datetime | None:
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
        return moment if moment.tzinfo else moment.replace(tzinfo=VIET_NAM)
    except ValueError:
        raise click.BadParameter(
            f"Không hiểu thời điểm “{written}”. Hãy viết như 2022-05-11T17:00+07:00.",
            param_hint="--as-of",
        ) from None


def _committee(name: str) -> "Agency":
    from dondoc.agencies.models import Agency
    from dondoc.rules.folding import fold

    committees = list(Agency.objects.committees().order_by("pk"))
    found = [c for c in committees if c.name == name]
    found = found or [c for c in committees if fold(c.name) == fold(name)]
    if len(found) == 1:
        return found[0]
    known = "; ".join(c.name for c in committees[:10]) or "chưa có UBND nào"
    raise cli.Failed(f"Không xác định được UBND “{name}”. Hiện có: {known}.")


def as_data(
    committee: "Agency", period: Period, as_of: datetime, rows: Iterable["Row"], lists: Lists | None
) -> dict[str, Any]:
    """The figures as a program reads them; rates as printed, without the sign."""
    from dondoc.rules.scoring import CURRENT

    return {
        "committee": committee.name,
        "period": period.written,
        "as_of": as_of.astimezone(VIET_NAM).isoformat(),
        "formula": CURRENT.version,
        "units": [_unit(row, lists) for row in rows],
    }


def _unit(row: "Row", lists: Lists | None) -> dict[str, Any]:
    from dondoc.rules.scoring import COUNTS, CURRENT
    from dondoc.rules.wording import percent_of

    rates = {key: share.hundredths for key, share in CURRENT.of(row.tally).items()}
    unit: dict[str, Any] = {"unit": row.unit.name}
    unit |= {name: getattr(row.tally, name) for name in COUNTS}
    unit |= {k: None if r is None else percent_of(r).removesuffix("%") for k, r in rates.items()}
    if lists is not None:
        codes = lists.get(row.unit.pk, {})
        unit["tasks"] = {name: codes.get(name, []) for name in COUNTS}
    return unit


SHOWN = {
    "assigned": "Giao", "completed": "Xong", "completed_on_time": "Đúng hạn",
    "completed_late": "Xong trễ", "completed_no_deadline": "Xong, KTH",
    "open_in_term": "Trong hạn", "open_overdue": "Quá hạn", "open_no_deadline": "Mở, KTH",
    "updated": "Cập nhật", "starred": "Gắn sao",
}  # fmt: skip


def _print_table(committee: "Agency", period: Period, as_of: datetime, rows: list["Row"]) -> None:
    from dondoc.rules.scoring import CURRENT, total
    from dondoc.rules.wording import moment, percent_of, thousands

    shown_rates = [CURRENT.rate(key) for key in ("completion_rate", "update_rate")]
    heads = [
        "Đơn vị",
        *SHOWN.values(),
        *(rate.label.removeprefix("Tỉ lệ ") for rate in shown_rates),
    ]
    lines = [(row.unit.name, row.tally) for row in rows]
    lines.append(("Tổng cộng", total(row.tally for row in rows)))
    cells = [
        [name, *(thousands(getattr(tally, count)) for count in SHOWN),
         *(percent_of(rate.of(tally).hundredths) for rate in shown_rates)]
        for name, tally in lines
    ]  # fmt: skip
    click.echo(f"{committee.name}: nhiệm vụ giao {period}")
    click.echo(f"Số liệu chốt {moment(as_of.astimezone(VIET_NAM))}. KTH: không thời hạn.\n")
    widths = [max(len(line[at]) for line in [heads, *cells]) for at in range(len(heads))]
    for line in [heads, *cells]:
        first, *rest = (cell.rjust(w) if at else cell.ljust(w)
                        for at, (cell, w) in enumerate(zip(line, widths, strict=True)))  # fmt: skip
        click.echo("  ".join([first, *rest]))
    click.echo(f"\nCông thức {CURRENT.version}:")
    for rate in shown_rates:
        click.echo(f"  {rate.code} {rate.label} = {rate.words}")
