"""Mutants that change no answer, listed beside the law with the reason; an entry that matches no survivor is a problem."""

from collections.abc import Iterable
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import content
from jiexu.document.node import Mapping
from jiexu.law.companion import read_companion
from jiexu.law.intake import each, scalar, texts
from jiexu.regression.mutant import Mutant

_SCHEMA = "equivalent.schema.json"


class Equivalent(NamedTuple):
    """What mutants are meant, by the parts of their key that are written, and why they change nothing."""

    instrument: str
    parts: dict[str, tuple[str, ...]]
    why: str
    where: Location

    def matches(self, mutant: Mutant) -> bool:
        described = mutant.described
        return all(described[name] in allowed for name, allowed in self.parts.items())


def read_equivalents(paths: Iterable[str]) -> tuple[Equivalent, ...]:
    """The entries of the files; raises ProblemsError with every mistake in them."""
    problems: list[Problem] = []
    found: list[Equivalent] = []
    for path in paths:
        try:
            found += _entries(read_companion(content(path), path, _SCHEMA))
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return tuple(found)


def _entries(node: Mapping) -> tuple[Equivalent, ...]:
    instrument = scalar(node.get("instrument"))

    def entry(item: Mapping) -> Equivalent:
        parts = {name: texts(part) for name, part in item.entries.items() if name != "why"}
        return Equivalent(instrument, {"instrument": (instrument,), **parts}, scalar(item.get("why")), item.where)

    return each(node.get("mutants"), entry)


def reasons(
    equivalents: Iterable[Equivalent], survivors: Iterable[Mutant], ids: Iterable[str]
) -> tuple[dict[tuple[str, ...], str], list[Problem]]:
    """Why each survivor that is listed changes nothing, by its key; and a problem for each entry that matches none.

    Only entries about the instruments with these ids are looked at.
    """
    survivors, ids = list(survivors), set(ids)
    found: dict[tuple[str, ...], str] = {}
    problems: list[Problem] = []
    for entry in equivalents:
        if entry.instrument not in ids:
            continue
        meant = [mutant for mutant in survivors if entry.matches(mutant)]
        found |= {mutant.key: entry.why for mutant in meant}
        if not meant:
            problems.append(Problem("P520", entry.where))
    return found, problems
