"""Why a text is no YAML, as a problem at the place to mend."""

import re

import yaml

from jiexu.base.location import Location
from jiexu.base.problem import Problem

_WIDE_COLON = re.compile(r"\s*(?:- )?[^\s:\uff1a#\"'{\[]+(\uff1a)")
_TAB = re.compile(r"[ ]*(\t)")


def syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """The parser's error, unless what stands before its place tells more: a full-width colon after a key, a tab."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem("P104", Location(name))
    lines = text.splitlines()
    mark = error.problem_mark
    if error.context_mark and (mark is None or _at_the_end(mark, lines)):
        mark = error.context_mark  # what was opened and never closed
    if mark is None:
        return Problem("P104", Location(name), {"reason": error.problem or ""})
    for number in (mark.line, mark.line - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        for code, sign in (("P112", _WIDE_COLON.match(line)), ("P113", _TAB.match(line))):
            if sign:
                return Problem(code, Location(name, number + 1, sign.start(1) + 1))
    return Problem("P104", Location(name, mark.line + 1, mark.column + 1), {"reason": error.problem or ""})


def _at_the_end(mark: yaml.Mark, lines: list[str]) -> bool:
    rest = "".join(lines[mark.line + 1 :])
    here = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
    return not (here + rest).strip()
