"""What the answer to one question may turn on: comparisons, the edges of validity and of dated numbers, the reach of calendars."""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from jiexu.base.location import Location
from jiexu.base.unknown import is_unknown
from jiexu.decision.evaluate import governing_day
from jiexu.decision.world import World
from jiexu.expression.functions import ANY_ORDERED, FUNCTIONS
from jiexu.expression.grammar import Expression, end_of, offset_of, part, walk
from jiexu.law.dependency import statement_lines
from jiexu.law.provision import Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.standing import RuleSet

_HELD = 100 * 100
Holds = Callable[[int], bool]
_HOLDS: dict[type, Holds] = {
    ast.Eq: lambda sign: sign == 0,
    ast.NotEq: lambda sign: sign != 0,
    ast.Lt: lambda sign: sign < 0,
    ast.LtE: lambda sign: sign <= 0,
    ast.Gt: lambda sign: sign > 0,
    ast.GtE: lambda sign: sign >= 0,
    ast.In: lambda sign: sign == 0,
}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, eq=False, slots=True)
class Comparison:
    """Two sides that are compared in a line of a provision, or of which the larger or smaller is taken.

    ``holds`` says of a key whether the comparison is true; None where the larger or smaller is taken.
    """

    question: str
    provision: Provision | None
    left: Expression
    right: Expression
    where: Location
    holds: Holds | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Edges:
    """The days from which another version of the law governs a question: validity and dated numbers begin or end."""

    question: str
    days: tuple[date, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Reach:
    """A line that counts working days: its value is unknown beyond the calendars held, provisional near their end."""

    question: str
    provision: Provision | None
    line: Expression


Turn = Comparison | Edges | Reach


@lru_cache(_HELD)
def turns_of(rules: RuleSet, name: str) -> tuple[Turn, ...]:
    """Everything that the answer to a question may turn on by itself, what it rests on left out; inner parts before the whole."""
    question = rules.library.vocabulary.questions[name]
    found: dict[tuple[Any, ...], Turn] = {}
    for provision, line in lines_of(rules, question):
        for turn in _in_line(name, provision, line):
            found.setdefault((id(provision), *_words(turn)), turn)
    days = tuple(sorted(set(_days(rules, question))))
    return (*([Edges(name, days)] if days else []), *found.values())


def lines_of(rules: RuleSet, question: Question) -> Iterator[tuple[Provision | None, Expression]]:
    """Every line behind the answer to a question with the provision it stands in: its days, its own expression, then the law's."""
    for line in (*question.governed_by, *([question.expression] if question.expression else [])):
        yield None, line
    for held in rules.said(question):
        for line in reversed(
            statement_lines(held.provision, held.said, question.name, rules.library.vocabulary.questions)
        ):
            yield held.provision, line


def key_of(world: World, turn: Turn) -> tuple[Any, frozenset[str]]:
    """How things stand at a turn in a world, None when that is unknown; and the ids of all that finding it turned on.

    For sides with an order -1, 0 or 1: the first is the smaller, they are equal, the first is the larger; else 0 where
    they are equal or the first is a member of the second, 1 where not.
    """
    if isinstance(turn, Edges):
        return in_frame(world, turn.question, None, lambda: _passed(world, turn))
    if isinstance(turn, Reach):
        return in_frame(world, turn.question, turn.provision, lambda: _reached(world, turn))
    return in_frame(world, turn.question, turn.provision, lambda: _compared(world, turn))


def in_frame(
    world: World, name: str, provision: Provision | None, find: Callable[[], Any]
) -> tuple[Any, frozenset[str]]:
    """What *find* gives where a provision answers a question on its governing day, and the ids of all that it turned on."""
    with world.asking(name) as frame:
        day = governing_day(world, world.library.vocabulary.questions[name])
        frame.day = None if is_unknown(day) else day
        with world.inside(provision):
            return find(), world.closure(frame.touched)


def _passed(world: World, turn: Edges) -> int | None:
    day = world.frame.day
    return None if day is None else sum(edge <= day for edge in turn.days)


def _compared(world: World, turn: Comparison) -> Any:
    left, right = world.value(turn.left), world.value(turn.right)
    if is_unknown(left) or is_unknown(right):
        return None
    if isinstance(left, str) or isinstance(right, str):
        return int(not (left in right if type(right) is tuple else left == right))
    return (left > right) - (left < right)


def _reached(world: World, turn: Reach) -> Any:
    known = not is_unknown(world.value(turn.line))
    return known, world.frame.provisional is None


def _in_line(name: str, provision: Provision | None, line: Expression) -> Iterator[Turn]:
    for node in reversed(walk(line.tree)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for operator, both in zip(node.ops, pairwise(sides), strict=True):
                yield _comparison(name, provision, line, both, _HOLDS[type(operator)])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = FUNCTIONS[node.func.id]
            if function.takes[0] is ANY_ORDERED:
                yield _comparison(name, provision, line, node.args)
            elif function.wants_world and function.gives.name == "date":
                yield Reach(name, provision, part(line, node))


def _comparison(
    name: str, provision: Provision | None, line: Expression, sides: Sequence[ast.expr], holds: Holds | None = None
) -> Comparison:
    one, other = sides
    left, right = part(line, one), part(line, other)
    width = end_of(line.source, other) - offset_of(line.source, one)
    return Comparison(name, provision, left, right, left.where._replace(width=width), holds)


def _words(turn: Turn) -> tuple[str, ...]:
    if isinstance(turn, Comparison):
        return turn.left.source, turn.right.source, str(turn.holds)
    return (turn.line.source,) if isinstance(turn, Reach) else ()


def _days(rules: RuleSet, question: Question) -> Iterator[date]:
    for held in rules.said(question):
        validity = held.provision.validity
        yield validity.first
        if validity.last is not None:
            yield validity.last + _ONE_DAY
        for parameter in held.provision.parameters:
            yield from (first for first, _ in parameter.dated)
