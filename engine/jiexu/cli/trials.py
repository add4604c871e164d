"""Which examples and cases a command runs, and on which instruments."""

from pathlib import Path

import click

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.law.library import Library

_CASES = Path("cases")
pack_option = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="ID",
    help="只看这份文件，可给几个。 Only this instrument; may be repeated.",
)


def chosen_cases(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths given, else the folder ``cases`` when there is one."""
    return paths or ((_CASES,) if _CASES.is_dir() else ())


def instruments(library: Library, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids given, else those of all instruments; reports one that is none and exits."""
    unknown = [
        Problem("P301", Location(f"--pack {name}"), {"name": name, "nearest": nearest(name, library.instruments)})
        for name in ids
        if name not in library.instruments
    ]
    if unknown:
        report(unknown, {})
        raise SystemExit(Exit.MISUSED)
    return ids or tuple(library.instruments)
