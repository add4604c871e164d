"""A rule or case file in the one best spelling: signs, spacing, line endings; what it says, its comments and its lines stay."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.document.loader import salvage
from jiexu.document.node import Node
from jiexu.document.shape import violations
from jiexu.document.splice import Edit, lines_of, spliced
from jiexu.law.examination import schema_of
from jiexu.law.repair import repaired
from jiexu.law.spelling import meaning, respellings

_NO_TEXT = "P103"
_CASE = Path(__file__).parent.parent / "schemas" / "case.schema.json"
_TRAILING = " \t\u3000\xa0"
_ENDS = re.compile(rb"\r\n?")


class Tidied(NamedTuple):
    """The bytes as they should be; ``problems`` is why the file could not be read, where only what kept it from that was mended."""

    data: bytes
    problems: tuple[Problem, ...] = ()


def tidy(data: bytes, name: str) -> Tidied:
    """The best spelling of a file's bytes. It says what the file said before, wherever that was anything.

    What one step mends may be what kept another from being seen, so that it goes on until there is nothing left to do.
    """
    tidied = _step(data, name)
    return tidied if tidied.data == data else tidy(tidied.data, name)


def _step(data: bytes, name: str) -> Tidied:
    problems = salvage(data, name).problems
    if any(problem.code == _NO_TEXT for problem in problems):
        return Tidied(data, problems)
    mended = repaired(_ENDS.sub(b"\n", data).removeprefix(b"\xef\xbb\xbf"), _shape)
    node, problems = salvage(mended, name)
    if node is None or problems:
        return Tidied(mended, problems)
    spelled = spliced(mended, _harmless(mended, list(respellings(node, mended.decode()))))
    return Tidied(spliced(spelled, _harmless(spelled, list(_blanks(spelled.decode())))))


def _shape(node: Node) -> Iterator[Problem]:
    return violations(node, schema_of(node) or _CASE)


def _blanks(text: str) -> Iterator[Edit]:
    """Blanks at the ends of lines go; the last line gets an end."""
    lines = lines_of(text)
    for number, line in enumerate(lines, 1):
        bare = line.rstrip("\n")
        kept = bare.rstrip(_TRAILING)
        if kept != bare:
            yield Edit(Location("", number, len(kept) + 1, len(bare) - len(kept)), "")
    if lines and not lines[-1].endswith("\n"):
        yield Edit(Location("", len(lines), len(lines[-1]) + 1, 0), "\n")


def _harmless(data: bytes, edits: list[Edit]) -> list[Edit]:
    """Those edits after which the file still means the same: nearly always all, else what halving finds."""
    if not edits or _meaning(spliced(data, edits)) == _meaning(data):
        return edits
    if len(edits) == 1:
        return []
    middle = len(edits) // 2
    kept = _harmless(data, edits[:middle]) + _harmless(data, edits[middle:])
    return kept if _meaning(spliced(data, kept)) == _meaning(data) else []


def _meaning(data: bytes) -> Any:
    node, problems = salvage(data, "")
    return None if node is None else meaning(node), [problem.code for problem in problems]
