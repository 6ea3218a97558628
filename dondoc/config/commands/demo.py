"""`dondoc demo`: fills a fresh installation with the city of spring 2022."""

import click

from dondoc.config.commands import cli


@cli.command()
@click.option("--seed", default=2606, show_default=True, help="Hạt giống của bộ sinh dữ liệu.")
def command(seed: int) -> None:
    """Nạp dữ liệu trình diễn (Đà Nẵng, mùa xuân 2022) vào một hệ thống còn trống."""
    import django

    django.setup()
    from django.core.management import call_command

    from dondoc.config.demo.make import NotFresh, make_demo

    call_command("migrate", verbosity=0)
    try:
        made = make_demo(seed, lambda steps, n: cli.progress(steps, "Dữ liệu trình diễn", n))
    except NotFresh as error:
        raise cli.Failed(str(error)) from error
    click.echo(made)
