"""`dondoc committee create`: an Office with no programmer begins here."""

import click

from dondoc.config.commands import cli

KINDS = ("province", "district", "commune")


@click.group(cls=cli.Group, context_settings=cli.SETTINGS)
def command() -> None:
    """Lập UBND đầu tiên của một hệ thống mới."""


@command.command("create")
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Cấp của UBND.")
@click.option("--place", required=True, help="Địa danh ghi trên văn bản.")
@click.option("--short", default="", help="Tên viết tắt.")
@click.option("--identifier", default="", help="Mã định danh (QĐ 20/2020), ví dụ H17.")
def create(name: str, kind: str, place: str, short: str, identifier: str) -> None:
    """Lập một UBND không trực thuộc cơ quan nào trong hệ thống."""
    import django

    django.setup()
    from django.core.management import call_command

    from dondoc.agencies.actions import establish
    from dondoc.agencies.models import Agency
    from dondoc.database import clock
    from dondoc.journal.models import House
    from dondoc.workflow import Refused

    call_command("migrate", verbosity=0)
    if Agency.objects.filter(parent=None, name=name).exists():
        raise cli.Failed(f"Đã có {name}.")
    try:
        made = establish(
            None, by=House(), at=clock.now(), name=name, kind=kind, place=place, short_name=short,
            identifier=identifier,
        )  # fmt: skip
    except Refused as refusal:
        raise cli.Failed(str(refusal)) from refusal
    click.echo(f"Đã lập {made.name} (mã {made.code}). Tiếp theo: dondoc admin create --help")
