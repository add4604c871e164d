"""Why the answer to a question is another one in another world: what ended, what began, which condition turned."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from jiexu.base.unknown import is_unknown
from jiexu.decision.hearing import answer_line
from jiexu.decision.outcome import NOT_IN_FORCE, Outcome
from jiexu.decision.trace import values_behind
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression, conjuncts
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Silence

ENDED = "ended"
BEGUN = "begun"
TURNED = "turned"


class Difference(NamedTuple):
    """Statements that are no longer, or only then, in force; or a condition of theirs that comes out otherwise.

    ``before`` and ``after`` are the truth of the condition (None when it is unknown), ``values`` those behind it afterwards;
    ``day`` is the governing day afterwards.
    """

    kind: str
    statements: tuple[Statement, ...]
    condition: str = ""
    before: bool | None = None
    after: bool | None = None
    values: dict[str, Any] = {}  # noqa: RUF012
    day: date | None = None


def differences(before: World, after: World, name: str) -> tuple[Difference, ...]:
    """What tells two worlds apart on a question, through the questions its rules turn on too; what is alike as one."""
    merged: dict[tuple[Any, ...], Difference] = {}
    found_all = _differences(before, after, name, ())
    if not found_all and NOT_IN_FORCE in (before.decide(name).status, after.decide(name).status):
        # What would speak but for its validity is told by the worlds in which nothing has lapsed.
        found_all = _differences(before.without_time, after.without_time, name, ())
    for found in found_all:
        key = found.kind, found.condition, found.before, found.after
        kept = merged.get(key, found)
        held = {id(one.said): one for one in (*kept.statements, *found.statements)}
        merged[key] = kept._replace(statements=tuple(held.values()))
    return tuple(merged.values())


def _differences(before: World, after: World, name: str, seen: tuple[str, ...]) -> list[Difference]:
    if name in seen:
        return []
    one, other = before.decide(name), after.decide(name)
    found = [] if before.timeless else list(_edges(_behind(one, other), one, other))
    # Without a governing day nothing can be tested: what is missing is then said by the outcome.
    for statement in _behind(one, other) if one.day and other.day else ():
        if before.timeless or (_stands(statement, one) and _stands(statement, other)):
            for line in _lines(before, name, statement):
                found += _turned(before, after, name, statement, line, (*seen, name))
    terms = before.library.vocabulary.by_id
    for identity in dict.fromkeys((*one.rests_on, *other.rests_on)):
        found += _differences(before, after, terms[identity].name, (*seen, name))
    if found or before.timeless:
        return found
    return list(_edges(before.rules.candidates(before.library.vocabulary.questions[name]), one, other))


def _edges(statements: Iterable[Statement], one: Outcome, other: Outcome) -> Iterator[Difference]:
    """Those of the statements that are in force on the governing day of one outcome only; none where one has no such day."""
    if one.day is None or other.day is None:
        return
    for statement in statements:
        stood, stands = _stands(statement, one), _stands(statement, other)
        if stood != stands:
            yield Difference(ENDED if stood else BEGUN, (statement,), day=other.day)


def _stands(statement: Statement, outcome: Outcome) -> bool:
    return outcome.day is not None and statement.provision.validity.covers(outcome.day)


def _behind(one: Outcome, other: Outcome) -> list[Statement]:
    """The statements that either outcome stands on: deciders, delegations on the way, those that differ, those that fail."""
    voices = [voice for outcome in (one, other) for voice in (*outcome.walk.handed, *outcome.walk.candidates)]
    held = [voice.statement for voice in voices]
    held += [*one.sources, *other.sources, *one.statements, *other.statements]
    return list({id(statement.said): statement for statement in held}.values())


def _lines(world: World, name: str, statement: Statement) -> list[Expression]:
    """The conditions of a statement, joined ones apart, and the tests that a yes_no answer of it joins."""
    lines = list(statement.conditions)
    yes_no = world.library.vocabulary.questions[name].kind.name == "yes_no"
    if yes_no and not isinstance(statement.said, Delegation | Silence):
        with world.asking(name, world.decide(name).day):
            answer = answer_line(world, statement, name)
        lines += [answer] if isinstance(answer, Expression) else []
    return [part for line in lines for part in conjuncts(line)]


def _turned(
    before: World, after: World, name: str, statement: Statement, line: Expression, seen: tuple[str, ...]
) -> list[Difference]:
    """A condition that differs; a helper question in it is followed to what turned there."""
    truth, then = _truth(before, name, statement, line), _truth(after, name, statement, line)
    if truth == then:
        return []
    questions = before.library.vocabulary.questions
    deeper = [
        found
        for asked in line.names
        if asked in questions and not questions[asked].shown
        for found in _differences(before, after, asked, seen)
    ]
    values = values_behind(after, name, statement.provision, line)
    return deeper or [Difference(TURNED, (statement,), line.source, truth, then, values)]


def _truth(world: World, name: str, statement: Statement, line: Expression) -> bool | None:
    with world.asking(name, world.decide(name).day), world.inside(statement.provision):
        value = world.value(line)
    return None if is_unknown(value) else value is True
