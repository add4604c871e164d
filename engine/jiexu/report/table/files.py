"""A decision table as Markdown, CSV and a page that stands alone."""

import csv
import io
from collections.abc import Iterable

from jiexu.report.page import page
from jiexu.report.table.grid import ANY, NO, YES, Grid

_BOM = "\ufeff"


def markdown(found: Grid) -> str:
    """A heading, the table, and the notes as a list, for one place."""
    lines = [f"## {_spaced(found.title)}", ""]
    if found.rows:
        lines += [_cells(found.headings), _cells("---" for _ in found.headings), *map(_cells, found.rows), ""]
    lines += [f"- {_escaped(f'**{note.heading}** {note.text}' if note.heading else note.text)}" for note in found.notes]
    return "\n".join(lines) + "\n"


def comma_separated(found: Grid) -> str:
    """The table alone, for a spreadsheet: with a byte order mark, without which Excel reads Chinese in another code."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(found.headings)
    writer.writerows([_plain(cell) for cell in row] for row in found.rows)
    return _BOM + text.getvalue()


def table_page(found: Iterable[Grid], language: str = "zh") -> str:
    """The tables of one or several places as one HTML file."""
    classes = {YES: "good", NO: "wrong", ANY: "dim"}
    tables = [{"title": _spaced(one.title), "grid": one, "explained": _explained(one)} for one in found]
    return page("table.html", language=language, tables=tables, classes=classes)


def _explained(found: Grid) -> dict[str, list[str]]:
    """The notes by their headings."""
    explained: dict[str, list[str]] = {}
    for note in found.notes:
        explained.setdefault(note.heading, []).append(note.text)
    return explained


def _spaced(text: str) -> str:
    return " · ".join(part for part in text.split("    ") if part)


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _plain(cell: str) -> str:
    """A cell that a spreadsheet takes for text: one that would begin a formula has a quote mark before it."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
