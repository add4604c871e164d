"""What stands behind a question, a line or a turn, for one pair of places: ids of facts, of questions, and ``as_of``."""

import ast
from functools import lru_cache

from jiexu.analysis.line import AS_OF
from jiexu.analysis.turns import Edges, Reach, Turn, lines_of
from jiexu.expression.functions import FACT, FUNCTIONS
from jiexu.expression.grammar import Expression, walk
from jiexu.law.provision import Parameter, Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet

_HELD = 100 * 100
Ids = frozenset[str]


@lru_cache(_HELD)
def behind_question(rules: RuleSet, name: str, without: str = "") -> Ids:
    """All that an answer may turn on, itself included; *without* is a question that is not looked behind.

    A fact that may be given stands for what it could be derived from.
    """
    question = rules.library.vocabulary.questions[name]
    found = {question.id} | behind_day(rules, question, without)
    for provision, line in lines_of(rules, question):
        if provision is not None or line not in question.governed_by:
            found |= _behind_line(rules, question, provision, line, without)
    return frozenset(found)


@lru_cache(_HELD)
def behind_turn(rules: RuleSet, turn: Turn) -> Ids:
    """All that a turn may stand on."""
    question = rules.library.vocabulary.questions[turn.question]
    if isinstance(turn, Edges):
        return behind_day(rules, question)
    lines = (turn.line,) if isinstance(turn, Reach) else (turn.left, turn.right)
    return frozenset().union(*(_behind_line(rules, question, turn.provision, line) for line in lines))


def behind_day(rules: RuleSet, question: Question, without: str = "") -> Ids:
    """What stands behind the governing day: behind the first of its lines that every case can be taken to give."""
    found: Ids = frozenset()
    for line in question.governed_by:
        behind = _behind_line(rules, question, None, line, without)
        found |= behind
        if behind.isdisjoint(facts_that_may_lack(rules)):
            break
    return found


def _behind_line(
    rules: RuleSet,
    question: Question,
    provision: Provision | None,
    line: Expression,
    without: str = "",
    followed: tuple[str, ...] = (),
) -> Ids:
    vocabulary = rules.library.vocabulary
    found: Ids = frozenset()
    for name in line.names:
        local = provision.local.get(name) if provision else None
        fact, other = vocabulary.facts.get(name), vocabulary.questions.get(name)
        if isinstance(local, Parameter):
            if local.per:
                found |= {vocabulary.facts[local.per].id}
            elif local.dated:
                found |= behind_day(rules, question, without)
        elif local is not None and other is None:
            for then in (local.then, *(then for _, then in local.instead)) if name not in followed else ():
                found |= _behind_line(rules, question, provision, then[name], without, (*followed, name))
        elif fact is not None and fact.derived is not None and not fact.ask:
            found |= _behind_line(rules, question, None, fact.derived, without)
        elif fact is not None:
            found |= {fact.id}
        elif other is not None:
            found |= {other.id} if name in (question.name, without) else behind_question(rules, name, without)
        elif name in vocabulary.days:
            found |= {AS_OF} if vocabulary.days[name] == AS_OF else behind_day(rules, question, without)
    return found


@lru_cache(_HELD)
def facts_that_may_lack(rules: RuleSet) -> Ids:
    """The facts of which some rule asks whether they are given."""
    vocabulary = rules.library.vocabulary
    lines = {line for question in vocabulary.questions.values() for _, line in lines_of(rules, question)}
    asked = frozenset[str]().union(*map(_asked_for, lines)) & vocabulary.facts.keys()
    return frozenset(vocabulary.facts[name].id for name in asked) - {"from", "to"}


@lru_cache(_HELD)
def _asked_for(line: Expression) -> frozenset[str]:
    return frozenset(
        argument.id
        for node in walk(line.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and FUNCTIONS[node.func.id].takes[0] is FACT
        for argument in node.args
        if isinstance(argument, ast.Name)
    )
