"""`dondoc receive-mail`: one answered reminder from a mail server's pipe."""

import sys

import click

from dondoc.config.commands import cli

TRY_AGAIN = 75
"""EX_TEMPFAIL: the mail server keeps the letter and brings it again."""
TOO_BIG = 65
"""EX_DATAERR: the mail server sends it back."""


@cli.command()
def command() -> int:
    """Nhận một thư trả lời từ đầu vào chuẩn (máy chủ thư gọi). Mã 75: hãy đưa lại sau."""
    import django

    django.setup()
    from django.conf import settings

    from dondoc.database import clock
    from dondoc.notifications.receiving import MOST_BYTES, receive

    if not settings.REPLY_ADDRESS:
        click.echo("Chưa cài đặt địa chỉ nhận thư trả lời (DONDOC_REPLY_ADDRESS).", err=True)
        return TRY_AGAIN
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        click.echo(f"Thư lớn hơn {MOST_BYTES // 1024**2} MB.", err=True)
        return TOO_BIG
    try:
        reply = receive(raw, at=clock.now())
    except Exception as error:  # nothing was recorded; whatever it is, the letter must not be lost
        click.echo(f"Chưa nhận được thư, hãy đưa lại sau: {error}", err=True)
        return TRY_AGAIN
    click.echo(f"{reply.get_outcome_display()}. {reply.words}".strip())
    return 0
