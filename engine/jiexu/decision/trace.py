"""The values that stood behind a line: those of the names it mentions, helpers followed down to what they were computed from."""

from typing import Any

from jiexu.base.unknown import is_unknown
from jiexu.decision.hearing import answer_line
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.provision import Provision


def values_behind(world: World, name: str, provision: Provision | None, line: Expression) -> dict[str, Any]:
    """The known values behind *line*, which stands in *provision* and serves question *name*; findings share conditions."""
    day = world.decide(name).day

    def find() -> dict[str, Any]:
        with world.asking(name, day), world.inside(provision):
            return _behind(world, provision, line)

    values: dict[str, Any] = world.remembered((f"behind {line.source}", id(provision), day), find)
    return values


def _behind(world: World, provision: Provision | None, line: Expression) -> dict[str, Any]:
    values: dict[str, Any] = {}
    vocabulary = world.library.vocabulary
    for name in line.names:
        local = provision.parameter(name) if provision else None
        definition = provision.definition(name) if provision else None
        question = vocabulary.questions.get(name)
        if definition is not None and question is None and local is None:
            values |= _behind(world, provision, world.taken(definition, name))
        elif question is not None and not question.shown and local is None:
            values |= _behind_helper(world, name)
        elif local is not None or question is not None or name in vocabulary.facts or name in vocabulary.days:
            value = world.lookup(name)
            if not is_unknown(value):
                values[name] = value
    return values


def _behind_helper(world: World, name: str) -> dict[str, Any]:
    question = world.library.vocabulary.questions[name]
    outcome = world.decide(name)
    if question.expression is not None:
        return values_behind(world, name, None, question.expression)
    if not outcome.walk.deciders:
        return {}
    statement = outcome.walk.deciders[0].statement
    answer = answer_line(world, statement, name)
    return values_behind(world, name, statement.provision, answer) if isinstance(answer, Expression) else {}
