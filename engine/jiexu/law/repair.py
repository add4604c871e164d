"""Full-width signs where YAML needs half-width ones: what keeps a file from being read, mended one by one."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.document.loader import Salvaged, salvage
from jiexu.document.node import ENTRIES, TEXT, Mapping, Node, Scalar, Sequence
from jiexu.document.splice import Edit, lines_of, source_at, spliced

Shape = Callable[[Node], Iterable[Problem]]
"""What is wrong with the shape of a file, by the schema of its kind."""

_UNREAD = ("P104", "P112", "P113")
_INDENT = re.compile(r"[ \t\u3000\xa0]*")
_NARROW = str.maketrans({"\t": "  ", "\u3000": "  ", "\xa0": " "})
_COLON = re.compile("：[ \u3000]*")
_NEXT_PAIR = re.compile("[，、][ \u3000]*(?=[^，、：:]+：)")
_PAIRS = re.compile(r"\s*(?:- )?(?:background|given|expect|facts): \{")
_COMMA = re.compile("，[ \u3000]*(?=[^，,：:{}\\[\\]]+: )")


def repaired(data: bytes, shape: Shape) -> bytes:
    """UTF-8 bytes in which every such sign is mended that can be told for sure; all else stays as it is."""
    mended = data
    while (better := next(_mended_once(mended, shape), None)) is not None:
        mended = better
    return data if _unread(mended) and not _unread(data) else mended


def _mended_once(data: bytes, shape: Shape) -> Iterator[bytes]:
    """Each way to mend one sign that lets more of the file be read, or read as it was meant."""
    text = data.decode("utf-8-sig")
    node, problems = _read(data)
    edits = [edit for problem in problems for edit in _of_syntax(problem, text)]
    if node is not None and not problems:
        edits = [*_of_pairs(node, text), *(edit for problem in shape(node) for edit in _of_shape(problem, text))]
    for edit in edits:
        tried = spliced(data, [edit])
        if not _stuck_at(_unread(tried), edit.where.line):
            yield tried


@lru_cache(2)
def _read(data: bytes) -> Salvaged:
    """What was tried is what is mended next."""
    return salvage(data, "")


def _unread(data: bytes) -> Problem | None:
    """Why a text cannot be read as YAML."""
    return next((problem for problem in _read(data).problems if problem.code in _UNREAD), None)


def _stuck_at(problem: Problem | None, line: int) -> bool:
    """True when reading still stops where the mending was done: it was another sign that stopped it."""
    return problem is not None and problem.code == "P104" and problem.where.line in (line, line + 1)


def _of_syntax(problem: Problem, text: str) -> Iterator[Edit]:
    where, lines = problem.where, lines_of(text)
    if problem.code == "P112":
        yield from _colon(where, lines)
    elif problem.code in _UNREAD:
        for number in (where.line, where.line - 1):
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            yield from _indent(where._replace(line=number), line)
            comma = _COMMA.search(line) if _PAIRS.match(line) else None
            if comma:
                yield Edit(Location("", number, comma.start() + 1, len(comma[0])), ", ")


def _of_shape(problem: Problem, text: str) -> Iterator[Edit]:
    values, lines = problem.values, lines_of(text)
    if problem.code == "P127" and (values["wanted"], values["found"]) == (ENTRIES, TEXT):
        yield from _colon(problem.where, lines)
    elif problem.code == "P121" and values["key"].startswith(("\u3000", "\xa0")):
        yield from _indent(problem.where, lines[problem.where.line - 1])


def _of_pairs(node: Node, text: str) -> Iterator[Edit]:
    """In braces, names and values with a full-width colon between them, and full-width commas between such pairs."""
    if isinstance(node, Scalar):
        return
    for part in node if isinstance(node, Sequence) else node.entries.values():
        yield from _of_pairs(part, text)
    if not isinstance(node, Mapping) or source_at(text, node.where._replace(width=1)) != "{":
        return
    for key, value in node.entries.items():
        bare = isinstance(value, Scalar) and not (value.text or value.quoted)
        if bare and "：" in key and source_at(text, node.key_at[key]) == key:
            pairs = _NEXT_PAIR.split(key)
            yield Edit(node.key_at[key], ", ".join(_COLON.sub(": ", pair, 1) for pair in pairs))


def _colon(where: Location, lines: list[str]) -> Iterator[Edit]:
    """The first full-width colon of a line, from a place on."""
    line = lines[where.line - 1]
    colon = _COLON.search(line, where.column - 1)
    if colon:
        ends = not line[colon.end() :].strip()
        yield Edit(Location("", where.line, colon.start() + 1, len(colon[0])), ":" if ends else ": ")


def _indent(where: Location, line: str) -> Iterator[Edit]:
    """The blanks before a line, where some are none that YAML counts."""
    blanks = _INDENT.match(line)
    if blanks and blanks[0].translate(_NARROW) != blanks[0]:
        yield Edit(Location("", where.line, 1, len(blanks[0])), blanks[0].translate(_NARROW))
