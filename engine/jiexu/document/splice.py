"""Changes to the text of a file at known places, every other byte left as it was."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from jiexu.base.location import Location

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK = "\ufeff"


class Edit(NamedTuple):
    """``text`` in place of the ``where.width`` characters that stand there; a width of 0 inserts."""

    where: Location
    text: str


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """UTF-8 bytes with the edits made, which must not overlap; line endings and a byte order mark stay.

    >>> spliced(b"from: 1  # a\\r\\nuntil: 2\\r\\n", [Edit(Location("", 2, 8, 1), "3")])
    b'from: 1  # a\\r\\nuntil: 3\\r\\n'
    """
    text = data.decode()
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    begins = _begins(text)
    places = sorted((begins[edit.where.line - 1] + edit.where.column - 1, edit) for edit in edits)
    parts, done = [mark], 0
    for start, edit in places:
        parts += [text[done:start], edit.text]
        done = start + edit.where.width
    return "".join([*parts, text[done:]]).encode()


def source_at(text: str, where: Location) -> str:
    """What stands at a place of a text without byte order mark, in the writer's own characters."""
    start = _begins(text)[where.line - 1] + where.column - 1
    return text[start : start + where.width]


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML and editors count them, each with its ending; a text that ends a line has no empty last one."""
    return [line for line in _LINES.findall(text) if line]


def _begins(text: str) -> list[int]:
    """Where each line begins, one past the last included."""
    return [0, *accumulate(len(line) for line in lines_of(text))]
