"""`dondoc serve`: opens the system."""

import os
import sys
import threading
import webbrowser

import click

from dondoc.config.commands import cli


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--port", default=8000, show_default=True, help="Cổng.")
@click.option("--workers", default=2, show_default=True, help="Số tiến trình phục vụ.")
@click.option("--demo", is_flag=True, help="Nạp dữ liệu trình diễn nếu hệ thống còn trống.")
def command(host: str, port: int, workers: int, demo: bool) -> None:
    """Mở hệ thống để dùng bằng trình duyệt."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from dondoc.config.health import folder_is_local
    from dondoc.jobs.child import Child

    if words := folder_is_local():
        raise cli.Failed(words[0])
    call_command("migrate", verbosity=0)
    if demo:
        _fill_if_fresh()
    connections.close_all()  # the workers are forked and must open their own
    address = f"http://{host}:{port}"
    click.echo(f"Đôn Đốc: {address}  (Ctrl+C để dừng)")
    if sys.stdout.isatty() and (os.environ.get("DISPLAY") or sys.platform == "darwin"):
        threading.Timer(2, webbrowser.open, [address]).start()
    with Child():
        Granian(
            "dondoc.config.wsgi:application", address=host, port=port, workers=workers,
            interface=Interfaces.WSGI, blocking_threads=4, log_access=False,
            log_level=LogLevels.warning,
        ).serve()  # fmt: skip


def _fill_if_fresh() -> None:
    from dondoc.accounts.models import User
    from dondoc.config.demo.make import DEFAULT_SEED, make_demo

    if not User.objects.exists():
        click.echo("Lần đầu: nạp dữ liệu trình diễn, khoảng một phút.")
        click.echo(make_demo(DEFAULT_SEED, lambda steps, n: cli.progress(steps, "Dữ liệu", n)))
