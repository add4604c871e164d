"""``jiexu``: finds the command and imports nothing else."""

import os
import sys
from enum import IntEnum, auto
from importlib import import_module

import click

from jiexu import __version__

COMMANDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "commands")


class Exit(IntEnum):
    """DONE; WRONG: a file is wrong; MISUSED: the command was; OPEN: something is open or changed."""

    DONE = 0
    WRONG = auto()
    MISUSED = auto()
    OPEN = auto()


class Commands(click.Group):
    """The commands of the folder ``commands``, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        names = (name.removesuffix(".py") for name in os.listdir(COMMANDS) if name.endswith(".py") and name[0] != "_")
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("-", "_")
        if not (name.isidentifier() and os.path.isfile(os.path.join(COMMANDS, f"{name}.py"))):
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


def run() -> None:
    """What the installed command calls: ``main``, then out at once.

    Taking the interpreter apart object by object takes longer than deciding a case, and everything was written by then.
    """
    try:
        main()
    except SystemExit as leaving:
        if not isinstance(leaving.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(leaving.code)
