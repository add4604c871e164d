"""The smallest change of one fact that changes an answer, to either side."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from jiexu.analysis.breakpoints import break_points
from jiexu.analysis.difference import Difference, differences
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.scale import Scale, scale_of
from jiexu.base.location import NOWHERE
from jiexu.base.unknown import is_unknown
from jiexu.decision.contradiction import contradictions
from jiexu.decision.outcome import PENDING, Outcome
from jiexu.decision.world import World, possible_values
from jiexu.law.vocabulary import Fact

LESS, MORE, OTHER = "less", "more", "other"
_ORDER = "P253"


class Alternative(NamedTuple):
    """With ``value`` for the fact the answer is ``outcome``; no value between it and the present one changes the answer.

    ``side`` is LESS (earlier), MORE (later) or OTHER (another choice); ``steps`` how many days, months or fen away it is.
    ``drifts`` when the same clauses give another number or day only because the fact moved; another alternative of the
    same side is then the nearest at which they decide otherwise, if there is one.
    """

    side: str
    value: Any
    steps: int
    outcome: Outcome
    drifts: bool
    why: tuple[Difference, ...]


class Turning(NamedTuple):
    """A fact that is given, its value, and the nearest values that change the answer."""

    fact: Fact
    value: Any
    alternatives: tuple[Alternative, ...]


class Range(NamedTuple):
    """Values of a fact that is not given, from ``first`` to ``last``, and the outcome of all of them.

    ``drifts`` when the answer moves with the fact inside the range; ``outcome`` is then that of ``first``.
    """

    first: Any
    last: Any
    outcome: Outcome
    drifts: bool


class Missing(NamedTuple):
    fact: Fact
    ranges: tuple[Range, ...]


class WhatIf(NamedTuple):
    """``turnings`` of the facts given that can change the answer; ``steady`` those that matter, but not by themselves."""

    world: World
    question: str
    outcome: Outcome
    turnings: tuple[Turning, ...]
    steady: tuple[Fact, ...]
    missing: tuple[Missing, ...]


def what_if(world: World, question: str) -> WhatIf:
    """What would change the answer to a question, one fact at a time; of facts not given, what each value would give."""
    outcome = world.decide(question)
    facts = world.library.vocabulary.facts.values()
    turnings: list[Turning] = []
    steady: list[Fact] = []
    for fact in facts:
        value = _given(world, fact) if fact.id in outcome.touched else None
        if value is None or not _moves(world, fact):
            continue
        alternatives = tuple(_alternatives(world, question, fact, value))
        if alternatives:
            turnings.append(Turning(fact, value, alternatives))
        else:
            steady.append(fact)
    wanted = outcome.missing if outcome.status == PENDING else ()
    missing = tuple(
        Missing(fact, tuple(_ranges(world, question, fact)))
        for fact in facts
        if fact.id in wanted and _moves(world, fact)
    )
    return WhatIf(world, question, outcome, tuple(turnings), tuple(steady), missing)


def _given(world: World, fact: Fact) -> Any:
    """The value of a fact that a case may give: as given, or as it follows from others; None when it is not known."""
    if not fact.ask:
        return world.given.get(fact.id)
    with world.asking(""):
        value = world.fact(fact)
    return None if is_unknown(value) else value


def _moves(world: World, fact: Fact) -> bool:
    return bool(possible_values(fact.kind)) or scale_of(fact.kind, world.case.as_of) is not None


def _alternatives(world: World, question: str, fact: Fact, value: Any) -> Iterator[Alternative]:
    now = world.decide(question)
    for member in possible_values(fact.kind):
        there = world.with_fact(fact.id, member)
        outcome = there.decide(question)
        if member != value and answer(outcome) != answer(now):
            yield Alternative(OTHER, member, 0, outcome, False, differences(world, there, question))
    scale = scale_of(fact.kind, world.case.as_of)
    if scale is not None:
        points = [scale.number(point) for point in break_points(world, fact.id, [question])]
        line = _Line(world, question, fact, scale)
        yield from line.nearest(scale.number(value), points, LESS)
        yield from line.nearest(scale.number(value), points, MORE)


class _Line:
    """The outcomes of a question along one fact, by the number of its value."""

    def __init__(self, world: World, question: str, fact: Fact, scale: Scale) -> None:
        self.world = world
        self.question = question
        self.fact = fact
        self.scale = scale
        self.worlds: dict[int, World] = {}

    def at(self, number: int) -> World:
        if number not in self.worlds:
            self.worlds[number] = self.world.with_fact(self.fact.id, self.scale.value(number))
        return self.worlds[number]

    def outcome(self, number: int) -> Outcome:
        return self.at(number).decide(self.question)

    def nearest(self, here: int, points: Iterable[int], side: str) -> Iterator[Alternative]:
        """The nearest number on one side with another answer; if only a value moved with it, the nearest with other grounds too."""
        end = self.scale.least if side == LESS else self.scale.most
        beyond = {point for point in (*points, end) if (point < here if side == LESS else point > here)}
        stops = [here, *sorted(beyond, reverse=side == LESS)]
        now = self.world.decide(self.question)
        found = self._first(stops, lambda outcome: answer(outcome) != answer(now))
        if found is None or self._is_impossible(found):
            return
        drifts = same_grounds(now, self.outcome(found))
        yield self._alternative(side, here, found, drifts)
        if drifts:
            found = self._first(
                stops, lambda outcome: answer(outcome) != answer(now) and not same_grounds(now, outcome)
            )
            if found is not None and not self._is_impossible(found):
                yield self._alternative(side, here, found, False)

    def _first(self, stops: list[int], differs: Callable[[Outcome], bool]) -> int | None:
        """The first number along the stops whose outcome differs; between two stops it comes to differ once."""
        for near, far in pairwise(stops):
            if differs(self.outcome(far)):
                while abs(far - near) > 1:
                    middle = (near + far) // 2
                    near, far = (near, middle) if differs(self.outcome(middle)) else (middle, far)
                return far
        return None

    def _alternative(self, side: str, here: int, there: int, drifts: bool) -> Alternative:
        beside = there + 1 if side == LESS else there - 1
        why = () if drifts else differences(self.at(beside), self.at(there), self.question)
        return Alternative(side, self.scale.value(there), abs(there - here), self.outcome(there), drifts, why)

    def _is_impossible(self, number: int) -> bool:
        """True when the fact then stands in an impossible order to another; further out it does so too."""
        case = self.at(number).case
        located = case._replace(fact_at=dict.fromkeys(case.facts, NOWHERE))
        return any(problem.code == _ORDER for problem in contradictions(located, self.world.library))


def _ranges(world: World, question: str, fact: Fact) -> Iterator[Range]:
    for member in possible_values(fact.kind):
        yield Range(member, member, world.with_fact(fact.id, member).decide(question), False)
    scale = scale_of(fact.kind, world.case.as_of)
    if scale is None:
        return
    line = _Line(world, question, fact, scale)
    points = {scale.number(point) for point in break_points(world, fact.id, [question])}
    stops = sorted({scale.least, scale.most, *points})
    kept: Range | None = None
    for number in stops:
        outcome, value = line.outcome(number), scale.value(number)
        if kept and (answer(kept.outcome) == answer(outcome) or same_grounds(kept.outcome, outcome)):
            kept = kept._replace(last=value, drifts=kept.drifts or answer(kept.outcome) != answer(outcome))
            continue
        if kept:
            yield kept
        kept = Range(value, value, outcome, False)
    if kept:
        yield kept
