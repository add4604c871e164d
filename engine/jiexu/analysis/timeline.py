"""What stands on a question at a place over time, and who answers it in each stretch of days."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from jiexu.analysis.grounding import Grounds
from jiexu.analysis.order import precedence
from jiexu.analysis.scope import stopped_by_places
from jiexu.analysis.stretch import NOTHING, Stretch, between, stretch
from jiexu.base.validity import Validity
from jiexu.law.dependency import resting_on
from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import ADVICE, REPORTED, RuleSet


class Number(NamedTuple):
    """From ``first`` on a dated number of the law has this value, as its parameter writes it."""

    first: date
    name: str
    value: Any
    statement: Statement


class Timeline(NamedTuple):
    """``lanes`` are all statements on the question at the place, those that only are compared included."""

    question: Question
    lanes: tuple[Statement, ...]
    stretches: tuple[Stretch, ...]
    numbers: tuple[Number, ...]

    def at(self, day: date) -> Stretch | None:
        """The stretch a day lies in; None before the first."""
        return next((stretch for stretch in self.stretches if stretch.days.covers(day)), None)

    def state(self, day: date) -> str:
        stretch = self.at(day)
        return stretch.state if stretch else NOTHING


def timeline(rules: RuleSet, question: Question, *, transfer: bool = False) -> Timeline:
    """The line of time of one question; without stretches where nothing is held that may decide it.

    For a *transfer* between the two places of the rules, what never speaks between them is left out; else they are one
    place, and it is not known from where anybody comes.
    """

    def speaking(found: Iterable[Statement]) -> tuple[Statement, ...]:
        reaching = (one for one in found if not (transfer and stopped_by_places(rules, question, one)))
        return tuple(sorted(reaching, key=lambda one: precedence(rules, question, one)))

    lanes = speaking(rules.candidates(question, (*rules.accept, REPORTED, ADVICE)))
    held = tuple(one for one in lanes if one.provision.evidence in rules.accept)
    silences = speaking(rules.candidates(question, silences=True))
    own = [one.provision.validity for one in (*held, *silences)]
    questions = (rules.library.vocabulary.questions[name] for name in resting_on(rules.library, question.name))
    others = (one.provision.validity for other in questions for one in rules.candidates(other))
    grounds = Grounds(rules)
    stretches: list[Stretch] = []
    for days in between((*own, *others)) if own else ():
        if stretches or days.first >= min(validity.first for validity in own):
            found = stretch(rules, question, held, silences, days, grounds)
            if stretches and found.says_as(stretches[-1]):
                found = found._replace(days=Validity(stretches.pop().days.first, days.last))
            stretches.append(found)
    return Timeline(question, lanes, tuple(stretches), tuple(_numbers(held)))


def _numbers(held: Iterable[Statement]) -> Iterator[Number]:
    told: set[tuple[str, str]] = set()
    for one in held:
        for parameter in one.provision.parameters:
            if parameter.dated and (one.citation, parameter.name) not in told:
                told.add((one.citation, parameter.name))
                yield from (Number(first, parameter.name, value, one) for first, value in parameter.dated)
