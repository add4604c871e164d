"""What the names in a derived table stand for: readings, helper questions, facts that follow from others."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jiexu.analysis.words import said_by
from jiexu.expression.grammar import Expression
from jiexu.law.library import Statement
from jiexu.law.provision import Provision, Reading, Rule
from jiexu.ruleset.standing import RuleSet


class Meaning(NamedTuple):
    """One line that gives a name its value, under conditions if any; ``statements`` say so, none when the vocabulary does.

    ``reading`` is the one it is taken by; its other takes stand there.
    """

    line: Expression
    provision: Provision | None
    when: tuple[Expression, ...] = ()
    reading: Reading | None = None
    statements: tuple[Statement, ...] = ()


class Definition(NamedTuple):
    name: str
    meanings: tuple[Meaning, ...]


Mention = tuple[Expression, Statement | None]
"""A line, and the statement in whose provision its names count."""


def definitions(rules: RuleSet, day: date, mentions: Iterable[Mention]) -> tuple[Definition, ...]:
    """The definitions of all names mentioned, and of the names these mention; in the order they are met."""
    found: dict[str, dict[object, Meaning]] = {}
    waiting = list(mentions)
    asked: set[tuple[str, int]] = set()
    for line, statement in waiting:  # which grows while it is read
        for name in line.names:
            key = (name, id(statement.provision) if statement and statement.provision.definition(name) else 0)
            if key in asked:
                continue
            asked.add(key)
            for given in _given(rules, day, name, statement):
                one = _identity(rules, given)
                before = found.setdefault(name, {}).get(one)
                held = tuple(dict.fromkeys((*(before.statements if before else ()), *given.statements)))
                found[name][one] = given._replace(statements=held)
                waiting += [(inner, given.statements[0] if given.statements else None) for inner in _lines(given, name)]
    return tuple(Definition(name, tuple(meanings.values())) for name, meanings in found.items())


def _given(rules: RuleSet, day: date, name: str, statement: Statement | None) -> Iterator[Meaning]:
    vocabulary = rules.library.vocabulary
    provision = statement.provision if statement else None
    reading = provision.definition(name) if provision else None
    question, fact = vocabulary.questions.get(name), vocabulary.facts.get(name)
    if provision and provision.parameter(name):
        return
    if reading is not None and question is None and statement is not None:
        yield Meaning(reading.then[name], provision, (), reading, (statement,))
    elif question is not None and question.expression is not None:
        yield Meaning(question.expression, None)
    elif question is not None and not question.shown:
        for held in rules.standing(question, day):
            said = held.said
            answer = said.then[name] if isinstance(said, Rule | Reading) else None
            if isinstance(answer, Expression):
                taken = said if isinstance(said, Reading) else None
                yield Meaning(answer, held.provision, said.when if isinstance(said, Rule) else (), taken, (held,))
    elif fact is not None and fact.derived is not None and not fact.ask:
        yield Meaning(fact.derived, None)


def _lines(given: Meaning, name: str) -> list[Expression]:
    others = [then[name] for _, then in given.reading.instead if name in then] if given.reading else []
    return [given.line, *given.when, *others]


def _identity(rules: RuleSet, given: Meaning) -> object:
    """What makes two meanings one: the same words, whose own names mean the same."""
    lines = (given.line, *given.when)
    name = given.reading.name if given.reading else ""
    return name, *(said_by(rules.library, given.provision, line) for line in lines)
