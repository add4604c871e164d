"""Which questions a case bears on, and which fact to ask for next."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from jiexu.decision.case import Case
from jiexu.decision.evaluate import decide
from jiexu.decision.outcome import PENDING
from jiexu.decision.world import World, possible_values
from jiexu.expression.grammar import Expression
from jiexu.law.dependency import mentions, statement_lines
from jiexu.ruleset.standing import RuleSet

_HELD_RULE_SETS = 100


def asked_by_default(world: World, *, helpers: bool = False) -> tuple[str, ...]:
    """The questions on which some provision is in scope for the places and of whose facts the case gives at least one."""
    given = set(world.case.facts)
    facts = facts_turned_on(world.rules)
    return tuple(
        name
        for name, question in world.library.vocabulary.questions.items()
        if (question.shown or helpers) and not given.isdisjoint(facts[name])
    )


@lru_cache(_HELD_RULE_SETS)
def facts_turned_on(rules: RuleSet) -> dict[str, frozenset[str]]:
    """For each question the ids of the facts that its rules in scope for the places turn on, through other questions too."""
    vocabulary = rules.library.vocabulary
    some_day = min((held.validity.first for held in rules.library.instruments.values()), default=date.min)
    nowhen = Case("", some_day, rules.places["out"], rules.places["in"], {})
    world = World(rules, nowhen, decide).without_time
    own: dict[str, frozenset[str]] = {}
    in_scope: dict[str, bool] = {}
    for name, question in vocabulary.questions.items():
        lines = [question.expression] if question.expression else []
        for statement in rules.candidates(question):
            citation = statement.citation
            if citation not in in_scope:
                scope = statement.provision.applies_to
                with world.asking(name, nowhen.as_of), world.inside(statement.provision):
                    in_scope[citation] = scope is None or world.value(scope) is not False
            if in_scope[citation]:
                lines += statement_lines(statement.provision, statement.said, name)
        mentioned = _mentioned(rules, lines)
        if vocabulary.words["governing_day"] in mentioned:
            mentioned |= _mentioned(rules, question.governed_by)
        own[name] = mentioned
    return {name: _closure(rules, name, own) for name in own}


def _mentioned(rules: RuleSet, lines: Iterable[Expression]) -> frozenset[str]:
    return frozenset(name for line in lines for name in mentions(rules.library, line))


def _closure(rules: RuleSet, name: str, own: dict[str, frozenset[str]]) -> frozenset[str]:
    vocabulary = rules.library.vocabulary
    waiting, seen = [name], {name}
    facts: set[str] = set()
    while waiting:
        for mentioned in own[waiting.pop()]:
            fact = vocabulary.facts.get(mentioned)
            if fact is not None and fact.id not in ("from", "to"):
                facts.add(fact.id)
            elif mentioned in own and mentioned not in seen:
                seen.add(mentioned)
                waiting.append(mentioned)
    return frozenset(facts)


def facts_to_ask(world: World, names: Iterable[str]) -> list[str]:
    """The ids of the facts still missing for these questions, the one that decides most of them over its possible values first.

    A number or a date cannot be tried: it counts for the questions that wait for it alone.
    """
    pending = {name: outcome for name in names if (outcome := world.decide(name)).status == PENDING}
    terms = world.library.vocabulary.by_id
    missing = dict.fromkeys(fact for outcome in pending.values() for fact in outcome.missing)

    def settles(fact: str) -> float:
        values = possible_values(terms[fact].kind)
        if not values:
            return sum(outcome.missing == (fact,) for outcome in pending.values())
        worlds = [world.with_fact(fact, value) for value in values]
        return sum(one.decide(name).status != PENDING for one in worlds for name in pending) / len(values)

    blocks = {fact: sum(fact in outcome.missing for outcome in pending.values()) for fact in missing}
    order = list(terms)
    return sorted(missing, key=lambda fact: (-settles(fact), -blocks[fact], order.index(fact)))
