"""Pairs of places that the law held tells apart."""

import ast
from datetime import date
from functools import lru_cache
from typing import Any

from jiexu.decision.case import Case
from jiexu.decision.decide import rules_for
from jiexu.decision.evaluate import decide_as_known
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression, part, walk
from jiexu.law.dependency import mentions, resting_on, statement_lines
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet

Pair = tuple[str | None, str]
"""Codes of the place left (None: there is no transfer) and of the place entered."""
_HELD = 100 * 100


def place_pairs(library: Library, name: str) -> list[Pair]:
    """A pair of places for each class that a question's rules, and those of the questions it rests on, tell apart.

    Pairs at which nothing held is on the question are left out.
    """
    vocabulary = library.vocabulary
    asked = vocabulary.questions[name]
    questions = [vocabulary.questions[other] for other in sorted(resting_on(library, name))]
    found: dict[Any, Pair] = {}
    for origin in (None, *representatives(library)):
        for destination in representatives(library):
            rules = rules_for(library, origin, destination, DECIDING)
            if rules.missing_side(asked) is None and rules.said(asked):
                found.setdefault(tuple(seen_from(rules, one) for one in questions), (origin, destination))
    return list(found.values())


@lru_cache(2)
def representatives(library: Library) -> tuple[str, ...]:
    """Two of each kind of place: of those that instruments or rules name, of what lies in them, and of all the rest."""
    questions = library.vocabulary.questions.values()
    named = {code for one in questions for other in _mentioned(library, one) for code in library.places.find(other)}
    named |= {instrument.place for instrument in library.instruments.values()}
    classes: dict[Any, list[str]] = {}
    for code in (*sorted(named - {library.places.root}), *sorted(library.places.names)):
        if code == library.places.root:
            continue
        inside = tuple(sorted(named.intersection(library.places.chain(code))))
        like = classes.setdefault((inside, code in named), [])
        if code not in like and len(like) < 2:
            like.append(code)
    places = library.places

    def plainness(code: str) -> tuple[bool, int, bool, str]:
        """Cities before counties, those that nobody names first, whole provinces last: nobody moves to a province."""
        chain = places.chain(code)
        return chain[1] == places.root, len(chain), code in named, code

    return tuple(sorted({code for like in classes.values() for code in like}, key=plainness))


def _mentioned(library: Library, question: Question) -> set[str]:
    """The names in everything the law held says on a question, wherever."""
    lines = [*question.governed_by, *([question.expression] if question.expression else [])]
    for held in (*library.statements[question.name], *library.silences[question.name]):
        lines += statement_lines(held.provision, held.said, question.name)
    return {name for line in lines for name in mentions(library, line)}


@lru_cache(_HELD)
def seen_from(rules: RuleSet, question: Question) -> tuple[Any, ...]:
    """The statements that may answer, how near each is compared with the others, and all that lines tell of the two places."""
    said = rules.said(question)
    near = [rules.nearness(question, held) for held in said]
    order = sorted(set(near))
    world = World(rules, Case("", date.min, rules.places["out"], rules.places["in"], {}), decide_as_known)
    with world.asking(""):
        told = tuple(world.value(part) for part in _about_places(rules.library, question, said))
    return tuple(map(id, said)), tuple(order.index(distance) for distance in near), told


@lru_cache(_HELD)
def _about_places(library: Library, question: Question, said: tuple[Statement, ...]) -> tuple[Expression, ...]:
    """The parts of lines that turn on the two places alone."""
    vocabulary = library.vocabulary
    places = {vocabulary.by_id[side].name for side in ("from", "to")}
    parts: dict[str, Expression] = {}
    for line in (line for held in said for line in statement_lines(held.provision, held.said, question.name)):
        for node in walk(line.tree):
            if isinstance(node, ast.Compare | ast.Call):
                told = part(line, node)
                if told.names and all(name in places or library.places.find(name) for name in told.names):
                    parts[told.source] = told
    return tuple(parts.values())
