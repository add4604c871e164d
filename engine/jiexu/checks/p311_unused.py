"""P311: every parameter of a clause is used in it."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject
from jiexu.expression.grammar import Expression
from jiexu.law.provision import Provision


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each parameter that no expression of its clause mentions."""
    for instrument in subject.library.instruments.values():
        for provision in instrument.provisions:
            mentioned = {name for line in _lines(provision) for name in line.names}
            for parameter in provision.parameters:
                if parameter.name not in mentioned:
                    message = f"参数「{parameter.name}」在本条里没有用到"
                    yield Problem("P311", parameter.where, {}, message, "在条件或答案里用它，或删去")


def _lines(provision: Provision) -> Iterator[Expression]:
    if provision.applies_to:
        yield provision.applies_to
    for rule in provision.rules:
        yield from rule.when
        yield from (answer for answer in rule.then.values() if isinstance(answer, Expression))
    for reading in provision.readings:
        for then in (reading.then, *(then for _, then in reading.instead)):
            yield from then.values()
    for delegation in provision.delegations:
        yield from (*delegation.when, *delegation.within)
    for silence in provision.silences:
        yield from silence.when
    for step in provision.steps:
        yield from step.lines
        yield from [step.due] if step.due else []
