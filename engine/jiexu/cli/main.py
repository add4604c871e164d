"""``jiexu``: finds the command and imports nothing else."""

import sys
from enum import IntEnum, auto
from importlib import import_module
from pathlib import Path

import click

from jiexu import __version__

COMMANDS = Path(__file__).parent / "commands"


class Exit(IntEnum):
    """DONE; WRONG: a file is wrong; MISUSED: the command was; OPEN: something is open or changed."""

    DONE = 0
    WRONG = auto()
    MISUSED = auto()
    OPEN = auto()


class Commands(click.Group):
    """The commands of the folder ``commands``, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(path.stem.replace("_", "-") for path in COMMANDS.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("-", "_")
        if not (name.isidentifier() and (COMMANDS / f"{name}.py").is_file()):
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"jiexu.cli.commands.{name}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jiexu")
def main() -> None:
    """职工医保关系转移接续：认定、核对、查法。 Decide a case, check the law, look it up.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse · 3 尚有未决 something is open
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
