"""The smallest change of one fact that changes an answer, to either side."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jiexu.analysis.alternative import LESS, MORE, OTHER, Alternative, FactLine
from jiexu.analysis.breakpoints import break_points
from jiexu.analysis.difference import differences
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.scale import scale_of
from jiexu.base.unknown import is_unknown
from jiexu.decision.outcome import PENDING, Outcome
from jiexu.decision.world import World, possible_values
from jiexu.law.vocabulary import Fact


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
        line = FactLine(world, question, fact, scale)
        yield from line.nearest(scale.number(value), points, LESS)
        yield from line.nearest(scale.number(value), points, MORE)


def _ranges(world: World, question: str, fact: Fact) -> Iterator[Range]:
    for member in possible_values(fact.kind):
        yield Range(member, member, world.with_fact(fact.id, member).decide(question), False)
    scale = scale_of(fact.kind, world.case.as_of)
    if scale is None:
        return
    line = FactLine(world, question, fact, scale)
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
