"""`dondoc restore SRC`: a copy is read again, hash by hash, then put into an empty home."""

from pathlib import Path

import click

from dondoc.config.commands import cli


@cli.command()
@click.argument("src", type=click.Path(path_type=Path, exists=True, file_okay=False))
def command(src: Path) -> None:
    """Phục hồi một bản sao lưu vào hệ thống còn trống (DONDOC_HOME mới)."""
    import django

    django.setup()
    from django.core.management import call_command

    from dondoc.config.safekeeping import NotWhole, refuse_used, restore, verify

    try:
        refuse_used()
        told = verify(src, lambda rows: cli.progress(rows, "Kiểm tra bản sao", len(rows)))
        restore(src, told)
    except NotWhole as error:
        raise cli.Failed(str(error)) from error
    call_command("migrate", verbosity=0)
    click.echo(f"Đã phục hồi bản sao lưu lúc {told['made_at']}. Nên chạy: dondoc check --journal")
