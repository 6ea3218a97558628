"""`dondoc admin create`: the first administrator, who then makes everybody else in the pages."""

from typing import Any

import click

from dondoc.config.commands import cli


@click.group(cls=cli.Group, context_settings=cli.SETTINGS)
def command() -> None:
    """Tài khoản quản trị đầu tiên."""


@command.command("create")
@click.option("--username", required=True, help="Tên đăng nhập.")
@click.option("--name", required=True, help="Họ và tên.")
@click.option("--committee", default="", help="Mã hoặc tên UBND (nếu có nhiều UBND).")
@click.option("--ask", is_flag=True, help="Hỏi mật khẩu thay vì cấp mật khẩu dùng một lần.")
def create(username: str, name: str, committee: str, ask: bool) -> None:
    """Mở tài khoản quản trị; in mật khẩu dùng một lần."""
    import django

    django.setup()
    from dondoc.accounts.secrets import Secret
    from dondoc.agencies.actions import seat_newcomer
    from dondoc.agencies.models import Role
    from dondoc.database import clock
    from dondoc.database.models import Installation
    from dondoc.journal.models import House
    from dondoc.workflow import Refused

    if Installation.this().demo:
        raise cli.Failed("Đây là bản trình diễn, không ai có mật khẩu.")
    secret = Secret(_asked(username, name)) if ask else Secret.draw()
    now = clock.now()
    try:
        seat_newcomer(
            _committee(committee), by=House(), at=now, username=username, name=name,
            password=secret, role=Role.ADMINISTRATOR, title="Quản trị hệ thống",
            from_on=clock.day_of(now),
        )  # fmt: skip
    except Refused as refusal:
        raise cli.Failed(str(refusal)) from refusal
    click.echo(f"Đã mở tài khoản quản trị {username}. Lần đầu đăng nhập phải đổi mật khẩu.")
    if not ask:
        click.echo(f"Mật khẩu dùng một lần: {secret.text}")


def _asked(username: str, name: str) -> str:
    """A password typed twice, that passes the same judges as in the pages."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from dondoc.accounts.models import User

    typed: str = click.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Nhập lại mật khẩu")
    try:
        validate_password(typed, User(username=username, name=name))
    except ValidationError as wrong:
        raise cli.Failed(" ".join(wrong.messages)) from wrong
    return typed


def _committee(said: str) -> Any:
    from django.db.models import Q

    from dondoc.agencies.models import Agency

    found = Agency.objects.committees().filter(until_on=None)
    found = found.filter(Q(code=said) | Q(name=said)) if said else found.filter(parent=None)
    if not found:
        raise cli.Failed("Chưa có UBND nào như vậy. Hãy lập trước: dondoc committee create --help")
    if len(found) > 1:
        names = "; ".join(f"{row.code} = {row.name}" for row in found[:10])
        raise cli.Failed(f"Có nhiều UBND, hãy chọn một bằng --committee: {names}")
    return found[0]
