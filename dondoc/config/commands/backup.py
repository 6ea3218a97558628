"""`dondoc backup DEST`: a whole copy, made while people work on."""

from pathlib import Path

import click

from dondoc.config.commands import cli


@cli.command()
@click.argument("dest", type=click.Path(path_type=Path))
def command(dest: Path) -> None:
    """Sao lưu cơ sở dữ liệu và tệp vào một thư mục mới, kèm mã băm từng tệp."""
    import django

    django.setup()
    from dondoc.config.safekeeping import NotWhole, back_up
    from dondoc.database import clock

    try:
        told = back_up(
            dest.resolve(), clock.now(), lambda rows: cli.progress(rows, "Sao chép tệp", len(rows))
        )
    except NotWhole as error:
        raise cli.Failed(str(error)) from error
    size = told["database"]["size"] + sum(row["size"] for row in told["files"])
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    click.echo(f"Đã sao lưu vào {dest}: {len(told['files'])} tệp, {megabytes} MB.")
