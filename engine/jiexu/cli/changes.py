"""Shows what a command changes in a file, line by line."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

from jiexu.cli.paint import paint
from jiexu.explanation.excerpt import visible
from jiexu.explanation.problems import near

_STYLES = {"+": "value", "-": "wrong"}


def show_changes(path: Path, before: bytes, after: bytes, context: int = 0) -> None:
    """Print the lines that differ, each group under its file and line, with *context* lines around them."""
    for line in changed_lines(near(path), before, after, context):
        click.echo(paint(line, _STYLES.get(line[0], "dim")))


def changed_lines(name: str, before: bytes, after: bytes, context: int) -> Iterator[str]:
    """Yield ``name:line`` for each group of differences, then its lines with -, + or a blank in front."""
    old, new = (data.decode("utf-8-sig").splitlines() for data in (before, after))
    for line in list(unified_diff(old, new, lineterm="", n=context))[2:]:
        if line.startswith("@@"):
            begin = line.partition("+")[2].partition(" ")[0].partition(",")[0]
            yield f"{name}:{begin}"
        else:
            yield line[0] + visible(line[1:])
