"""A combination as a case of its own: written, read back and decided again."""

from collections.abc import Iterator
from datetime import date

from jiexu.analysis.exploration import Leaf
from jiexu.analysis.observation import (
    DEAD,
    NOT_ANALYSED,
    OVERRIDE,
    READING,
    Observation,
    observations,
    readings,
    speaking,
)
from jiexu.base.problem import ProblemsError
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import world_of
from jiexu.decision.outcome import PENDING
from jiexu.law.library import Library
from jiexu.law.vocabulary import Question


def counterexample(leaf: Leaf, question: Question, shown: Observation) -> Case | None:
    """The plainest case, read from its own file, that shows the same when it is decided; None when none does."""
    library = leaf.world.library
    for case in _cases(leaf, question):
        try:
            again = read_case_text(case_text(library, case).encode(), case.id, library, None)
        except ProblemsError:
            continue
        if _shows(again, library, question, shown):
            return again
    return None


def _shows(case: Case, library: Library, question: Question, shown: Observation) -> bool:
    """True when a case shows the same, decided as every case is."""
    world = world_of(library, case)
    outcome = world.decide(question.name)
    if shown.kind == NOT_ANALYSED:
        return outcome.status == PENDING and not set(shown.names).isdisjoint(outcome.missing)
    if shown.kind in (DEAD, OVERRIDE):
        (statement,) = shown.statements
        return any(voice.statement is statement for voice in speaking(world, question, outcome))
    find = readings if shown.kind == READING else observations
    return shown in find(world, question, outcome)


def _cases(leaf: Leaf, question: Question) -> Iterator[Case]:
    """The facts that the outcome turned on, or else all that were tried; decided on the last day they tell of, or else later."""
    tried = leaf.world.case
    needed = {fact: value for fact, value in tried.facts.items() if fact in leaf.outcome.touched}
    for facts in (needed, tried.facts):
        days = [value for value in facts.values() if isinstance(value, date)]
        for as_of in dict.fromkeys((max([*days, leaf.outcome.day or date.min]), tried.as_of)):
            yield Case(question.id, as_of, tried.origin, tried.destination, facts, (question.name,))
