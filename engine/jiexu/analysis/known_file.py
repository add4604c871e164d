"""Reads ``*.known.yaml``: what a pack knows it leaves open."""

from collections.abc import Iterable

from jiexu.analysis.known import Known
from jiexu.base.kinds import YES_NO
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import content
from jiexu.document.node import Mapping, Node
from jiexu.expression.kinds import kind_problem
from jiexu.law.companion import read_companion
from jiexu.law.intake import Intake, each, items, scalar, texts
from jiexu.law.library import Library
from jiexu.law.soundness import names_in

KNOWN = ".known"
"""The second ending of such a file."""
_SCHEMA = "known.schema.json"


def read_known(paths: Iterable[str], library: Library) -> tuple[list[Known], list[Problem]]:
    """The entries of these files, and every problem met; a file of another shape gives none."""
    entries: list[Known] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            node = read_companion(content(path), path, _SCHEMA)
        except ProblemsError as error:
            problems += error.problems
            continue
        reader = _KnownFile(library)
        entries += each(node.get("known"), reader.entry)
        problems += reader.intake.problems
    return entries, problems


class _KnownFile:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.intake = Intake(library.places)

    def entry(self, node: Mapping) -> Known:
        clauses = texts(node.get("clauses"))
        for item in items(node.get("clauses")):
            self._clause(item)
        found = self.library.provision(clauses[0]) if clauses else None
        provision = found[1] if found else None
        when = self.intake.lines(node.get("when"))
        names = names_in(self.library, provision)
        self.intake.problems += [problem for line in when if (problem := kind_problem(line, YES_NO, names))]
        about = items(node.get("about"))
        for item in about:
            self.intake.known(scalar(item), item.where, self.library.vocabulary.questions, "P221")
        return Known(
            texts(node.get("finding")),
            texts(node.get("about")),
            scalar(node.get("says")),
            node.where,
            when,
            frozenset(clauses) if node.get("clauses") is not None else None,
            provision,
            self.intake.day(node.get("from")),
            self.intake.day(node.get("until")),
            tuple(item.where for item in about),
        )

    def _clause(self, item: Node) -> None:
        held = self.library.instruments
        cited = [one.cite(provision.clause) for one in held.values() for provision in one.provisions]
        self.intake.known(scalar(item), item.where, [*held, *cited], "P301")
