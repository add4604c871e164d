"""What the two places of a transfer settle by themselves."""

from jiexu.base.unknown import is_unknown
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression, conjuncts
from jiexu.law.dependency import resting_on
from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet


def held_by_places(world: World, question: Question, statement: Statement, line: Expression) -> bool | None:
    """Whether a condition holds in a world of places alone, whatever the facts are; None when they matter."""
    vocabulary = world.library.vocabulary
    with world.asking(question.name, world.case.as_of) as frame, world.inside(statement.provision):
        value = world.value(line)
    if is_unknown(value):
        return None
    # A helper looks at a fact for its governing day first; without it, it is decided on the day of the decision.
    asked = {name for one in frame.touched.asked for name in resting_on(world.library, one)}
    days = {name for one in asked for line in vocabulary.questions[one].governed_by for name in line.names}
    free = {vocabulary.facts[name].id for name in days if name in vocabulary.facts}
    free |= {side for side in ("from", "to") if world.given[side] is not None}
    touched = world.closure(frame.touched) & vocabulary.by_id.keys()
    return value is True if touched <= free else None


def stopped_by_places(rules: RuleSet, question: Question, statement: Statement) -> bool:
    """True when a statement never speaks between these two places, as the law was on its first day."""
    origin, destination = rules.places["out"], rules.places["in"]
    world = world_of(rules.library, Case("", statement.provision.validity.first, origin, destination, {}))
    parts = (part for line in statement.conditions for part in conjuncts(line))
    return any(held_by_places(world, question, statement, part) is False for part in parts)
