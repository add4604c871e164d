"""One case, one decision."""

from collections.abc import Iterable
from functools import lru_cache

from jiexu.decision.alerts import own_alerts
from jiexu.decision.alternatives import Alternatives
from jiexu.decision.asking import asked_by_default
from jiexu.decision.case import Case
from jiexu.decision.evaluate import decide
from jiexu.decision.finding import Decision, Finding
from jiexu.decision.grounds import because, precedence, worked
from jiexu.decision.world import World
from jiexu.law.library import DECIDING, Library
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import REPORTED, RuleSet

_HELD_RULE_SETS = 100


@lru_cache(_HELD_RULE_SETS)
def rules_for(library: Library, origin: str | None, destination: str | None, accept: tuple[str, ...]) -> RuleSet:
    """The rule set for two places, kept for the next case between them."""
    return RuleSet(library, origin, destination, accept)


def world_of(library: Library, case: Case, accept: tuple[str, ...] = DECIDING) -> World:
    """The world of a case as it was given."""
    return World(rules_for(library, case.origin, case.destination, accept), case, decide)


def decide_case(library: Library, case: Case, *, accept_reported: bool = False, helpers: bool = False) -> Decision:
    """Decide every question the case asks, by default those that its facts and places bear on; *helpers* adds the helper questions."""
    world = world_of(library, case, (*DECIDING, REPORTED) if accept_reported else DECIDING)
    names = case.questions or asked_by_default(world, helpers=helpers)
    return Decision(case, library, findings(world, names), world)


def findings(world: World, names: Iterable[str]) -> dict[str, Finding]:
    """The findings on these questions, in vocabulary order."""
    accept = (*DECIDING, REPORTED)
    reported = world.with_rules(rules_for(world.library, world.case.origin, world.case.destination, accept), REPORTED)
    alternatives = Alternatives(world, reported)
    asked = set(names)
    return {
        name: _finding(world, question, alternatives)
        for name, question in world.library.vocabulary.questions.items()
        if name in asked
    }


def _finding(world: World, question: Question, alternatives: Alternatives) -> Finding:
    outcome = world.decide(question.name)
    alerts = own_alerts(world, question, outcome) if outcome.determined else ()
    return Finding(
        question,
        outcome,
        because=because(world, question, outcome),
        worked=worked(world, question, outcome),
        precedence=precedence(world, question, outcome),
        readings=alternatives.readings(question.name, outcome),
        alerts=(*alerts, *alternatives.reported(question.name, outcome), *alternatives.advice(question, outcome)),
    )
