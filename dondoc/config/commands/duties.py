"""`dondoc duties`: what the house does by itself, when it did it last, when it will next."""

import json
import os
import signal
from dataclasses import dataclass
from threading import Event
from typing import Any

import click

from dondoc.config.commands import cli


@cli.command()
@click.option("--once", is_flag=True, help="Làm ngay mọi việc đã đến giờ, rồi dừng.")
@click.option("--watch", is_flag=True, help="Chạy liên tục (serve tự mở tiến trình này).")
@click.option("--parent", type=int, hidden=True, help="Dừng khi tiến trình này không còn.")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
def command(once: bool, watch: bool, parent: int | None, as_json: bool) -> int:
    """Xem lịch việc hệ thống tự làm; lần chạy trước, lần tới. Mã 1 nếu có việc trễ, lỗi."""
    import django

    django.setup()
    if watch:
        _watch(parent)
        return 0
    if once:
        _do_once()
    rows = _rows()
    click.echo(json.dumps([row.plain for row in rows], ensure_ascii=False)) if as_json else _show(
        rows
    )
    unled = not once and _nobody_leads()
    if unled and not as_json:
        click.echo("[TRỄ] Không có tiến trình nào chạy việc theo lịch: hãy mở dondoc serve.")
    return int(unled or any(row.is_bad for row in rows))


def _nobody_leads() -> bool:
    from dondoc.config.duties import DUTIES
    from dondoc.database import clock
    from dondoc.jobs.standing import alarm_at

    return alarm_at(DUTIES, clock.now()).nobody_leads


def _watch(parent: int | None) -> None:
    from dondoc.config.duties import DUTIES
    from dondoc.config.works import WORKS
    from dondoc.jobs.supervisor import supervise
    from dondoc.jobs.worker import hands

    os.nice(5)  # who looks at a page comes before who reads a scan
    stop = Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    with hands(WORKS, stop):
        supervise(DUTIES, stop, is_orphan=lambda: parent is not None and os.getppid() != parent)


def _do_once() -> None:
    from dondoc.config.duties import DUTIES
    from dondoc.database import clock
    from dondoc.jobs.duties import perform

    for duty in DUTIES:
        done = perform(duty, clock.now(), f"dondoc duties:{os.getpid()}")
        click.echo(f"{duty.label}: {'chưa đến giờ' if done is None else done}", err=True)


@dataclass(frozen=True)
class Row:
    """One duty as the operator reads it."""

    label: str
    hour: str
    last: str
    next: str
    done: int
    is_late: bool
    error: str

    @property
    def is_bad(self) -> bool:
        return self.is_late or bool(self.error)

    @property
    def plain(self) -> dict[str, Any]:
        return {**vars(self)}


def _rows() -> list[Row]:
    from dondoc.config.duties import DUTIES
    from dondoc.database import clock
    from dondoc.jobs.standing import standings_of

    at = clock.now()
    rows = []
    for standing in standings_of(DUTIES, at):
        run, duty = standing.last, standing.duty
        last = f"{clock.local(run.started_at):%H:%M:%S %d/%m/%Y}" if run else "chưa chạy"
        error = run.last_words if run else ""
        due = f"{clock.local(standing.next_at):%H:%M:%S %d/%m/%Y}"
        done = run.done if run else 0
        rows.append(Row(duty.label, duty.hour, last, due, done, standing.is_late, error))
    return rows


def _show_queue() -> None:
    from dondoc.jobs.queue import standing_of_queue

    said = "[{mark}] Việc chạy nền: {waiting} chờ, {held} đang làm, {given_up} thôi làm"
    queue = standing_of_queue()
    click.echo(said.format(mark="xem" if queue["given_up"] else "tốt", **queue))


def _show(rows: list[Row]) -> None:
    for row in rows:
        mark = "LỖI" if row.error else "TRỄ" if row.is_late else "tốt"
        click.echo(f"[{mark}] {row.label}, {row.hour}")
        click.echo(f"      lần trước {row.last} ({row.done} việc), lần tới {row.next}")
        if row.error:
            click.echo(f"      {row.error}")
    _show_queue()
