"""The one door of the command line: `dondoc WORD …`.

Each word is a module of `dondoc.config.commands` with a `command`; only the one asked for is
imported, so that `dondoc read` starts in a blink.
"""

import importlib
import os
import pkgutil
import sys
from pathlib import Path

import click

from dondoc.config.commands import cli

COMMANDS = Path(__file__).parent / "config" / "commands"


class Words(cli.Group):
    """The words of the command line, each found by the name of its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        words = [module.name for module in pkgutil.iter_modules([str(COMMANDS)])]
        return sorted(word.rstrip("_").replace("_", "-") for word in words if word != "cli")

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        file = name.replace("-", "_")
        file = file if (COMMANDS / f"{file}.py").exists() else f"{file}_"
        module = importlib.import_module(f"dondoc.config.commands.{file}")
        command: click.Command = module.command
        return command


@click.group(cls=Words, context_settings=cli.SETTINGS)
def words() -> None:
    """Đôn Đốc: theo dõi, đôn đốc nhiệm vụ do lãnh đạo Ủy ban nhân dân giao."""


def main() -> int:
    """Runs the word asked for; 0 done, 1 refused in words, 2 asked wrongly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    return cli.run(words)


if __name__ == "__main__":
    sys.exit(main())
