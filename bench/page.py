"""Figures as a table, and their place in docs/bench.md."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

BEGIN, END = "<!-- figures: ./dev bench --write -->", "<!-- /figures -->"
HEAD = ("what", "target", "measured", "min–max", "for colour")


class Row(NamedTuple):
    """Something measured: ``values`` are ratios, or in the ``unit``; ``met`` is told where there is a target."""

    what: str
    values: tuple[float, ...]
    unit: str = "×"
    most: float | None = None
    colour: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        middle = median(self.values)
        target = "" if self.most is None else f"≤ {self.most:g}{self._after}"
        met = "" if self.most is None else " ✓" if middle <= self.most else " ✗"
        span = f"{min(self.values):.{self._places}f}–{max(self.values):.{self._places}f}"
        return self.what, target, f"{middle:.{self._places}f}{self._after}{met}", span, self.colour

    @property
    def _after(self) -> str:
        return f" {self.unit}" if self.unit != "×" else "×"

    @property
    def _places(self) -> int:
        return 0 if self.unit == "MB" else 2 if self.unit == "s" or median(self.values) < 20 else 1


def head(rounds: int) -> str:
    """When, with what, how often."""
    made = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    return f"Measured {date.today():%Y-%m-%d}; {made}; {rounds} rounds."  # noqa: DTZ011


def table(rows: Iterable[Row]) -> str:
    lines = [HEAD, tuple("---" for _ in HEAD), *(row.cells for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(page: Path, text: str) -> None:
    """Put the figures in the place of the former ones."""
    before, begin, rest = page.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{page}: no place for figures between {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8", newline="\n")
