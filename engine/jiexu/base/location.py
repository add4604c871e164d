"""A place in a file that a person can jump to."""

from typing import NamedTuple


class Location(NamedTuple):
    """One stretch of one line; line and column count from 1, ``width`` in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Location("")
