"""`dondoc workflows`: prints every move of every flow from its header."""

from pathlib import Path

import click

from dondoc.config.commands import cli


@cli.command()
@click.option("--check", "kept", type=click.Path(path_type=Path), help="Chỉ so với tệp đã lưu.")
def command(kept: Path | None) -> None:
    """In bảng mọi việc làm: tên gọi, ai được làm, từ trạng thái nào đến trạng thái nào."""
    import django

    django.setup()
    from dondoc.config.workflows import table

    text = table()
    if kept is None:
        click.echo(text, nl=False)
    elif not kept.exists() or kept.read_text() != text:
        raise cli.Failed(f"{kept} đã cũ. Chạy: make docs")
