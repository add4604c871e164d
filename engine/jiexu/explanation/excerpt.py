"""The line of a file that a problem is about, with a marker under the words."""

import re
from functools import lru_cache
from pathlib import Path

from jiexu.base.location import Location
from jiexu.document.loader import MOST_BYTES
from jiexu.explanation.columns import width

_MOST = 100


def excerpt(path: Path | None, where: Location) -> list[str]:
    """Two lines: the line, cut where it is very long, and the marker; none where there is nothing to show."""
    text = visible(_line(path, where.line))
    if not text.strip():
        return []
    start = where.column - 1
    before, marked, after = text[:start], text[start : start + where.width], text[start + where.width :]
    if len(before) > _MOST:
        before = "…" + before[-_MOST:]
    if len(after) > _MOST:
        after = after[:_MOST] + "…"
    if len(marked) > _MOST:
        marked, after = marked[:_MOST] + "…", ""
    return [f"    {before}{marked}{after}", "    " + " " * width(before) + "~" * max(width(marked), 1)]


def visible(text: str) -> str:
    """The text with one sign for each character that a terminal would not show, or obey.

    >>> visible("a\\x1b[31m")
    'a�[31m'
    """
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\ufffd" for character in text
    )


def _line(path: Path | None, number: int) -> str:
    if path is None or not path.is_file():
        return ""
    state = path.stat()
    if state.st_size > MOST_BYTES:
        return ""
    try:
        lines = _lines(path, state.st_mtime_ns, state.st_size)
    except OSError:  # the problem may be that it cannot be read
        return ""
    return lines[number - 1] if number <= len(lines) else ""


@lru_cache(1)
def _lines(path: Path, changed: int, size: int) -> list[str]:  # noqa: ARG001
    """The lines of a file as it was then, counted as YAML counts them, kept for its next problem."""
    return re.split(r"\r\n|\r|\n", path.read_bytes().decode("utf-8-sig", errors="replace"))
