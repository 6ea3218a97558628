"""How commands speak: Vietnamese help, errors in words, exit codes that can be trusted."""

import sys
from collections.abc import Callable
from typing import Any

import click

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(click.Command):
    """A command whose help is in Vietnamese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, "Cách dùng: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(records)


class Group(Command, click.Group):
    """A group whose help is in Vietnamese."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(90)) for name, command in self._found(ctx)]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)

    def _found(self, ctx: click.Context) -> list[tuple[str, click.Command]]:
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        return [(name, command) for name, command in found if command is not None]


class Failed(click.ClickException):
    """A command that could not do its work, in words that say what to do."""

    exit_code = 1


def command(*args: Any, **kwargs: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """`@cli.command()`: click's decorator with our help."""
    return click.command(*args, cls=Command, context_settings=SETTINGS, **kwargs)


def progress(items: Any, label: str, length: int | None = None) -> Any:
    """A progress bar on standard error, silent where nobody looks."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(items, label=label, length=length, file=sys.stderr, hidden=hidden)


def run(group: click.Group) -> int:
    """Runs the group and turns every failure into words and an exit code."""
    try:
        result = group.main(standalone_mode=False, prog_name="dondoc")
    except click.ClickException as error:
        click.echo(f"Lỗi: {error.format_message()}", err=True)
        return error.exit_code
    except click.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 130
    return result if isinstance(result, int) else 0
