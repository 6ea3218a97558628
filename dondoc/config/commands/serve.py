"""`dondoc serve`: opens the system."""

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

    from dondoc.jobs.child import Child

    call_command("migrate", verbosity=0)
    connections.close_all()  # the workers are forked and must open their own
    click.echo(f"Đôn Đốc: http://{host}:{port}  (Ctrl+C để dừng)")
    with Child():
        Granian(
            "dondoc.config.wsgi:application", address=host, port=port, workers=workers,
            interface=Interfaces.WSGI, blocking_threads=4, log_access=False,
        ).serve()  # fmt: skip
