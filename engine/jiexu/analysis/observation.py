"""What one decided combination shows of the law."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jiexu.analysis.exploration import Leaf
from jiexu.decision.alerts import own_alerts
from jiexu.decision.alternatives import Alternatives
from jiexu.decision.hearing import hear
from jiexu.decision.outcome import CONFLICT, NOT_APPLICABLE, NOT_IN_FORCE, PENDING, SILENT, UNFILLED, Outcome
from jiexu.decision.world import World
from jiexu.law.library import Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Voice, overridden

GAP = "gap"
OVERLAP = "overlap"
LAPSED = "lapsed"
OPEN_DELEGATION = "unfilled"
BOUND = "bound"
RESURFACING = "resurfacing"
DEAD = "dead"
OVERRIDE = "override"
READING = "reading"
NOT_ANALYSED = "not_analysed"
KINDS = (GAP, OVERLAP, LAPSED, OPEN_DELEGATION, BOUND, RESURFACING, DEAD, OVERRIDE, READING, NOT_ANALYSED)


class Observation(NamedTuple):
    """``statements`` are those it is about; ``names`` what else it names: years not held, a reading and how it is taken."""

    kind: str
    statements: tuple[Statement, ...]
    names: tuple[str, ...] = ()


def observations(world: World, question: Question, outcome: Outcome) -> Iterator[Observation]:
    """All that a combination shows but for readings; nothing when the answer rests on another question that is open."""
    if outcome.rests_on:
        return
    if outcome.status == CONFLICT:
        yield Observation(OVERLAP, tuple(voice.statement for voice in outcome.walk.candidates))
    elif outcome.status == UNFILLED:
        yield Observation(OPEN_DELEGATION, outcome.statements)
    elif outcome.status == NOT_IN_FORCE:
        lapse = outcome.lapse
        assert lapse is not None
        yield Observation(LAPSED, lapse.statements, () if lapse.statements else lapse.names)
    elif outcome.status == NOT_APPLICABLE or (outcome.status == SILENT and not outcome.statements):
        yield Observation(GAP, outcome.statements)
    elif outcome.determined:
        for alert in own_alerts(world, question, outcome):
            if alert.kind == BOUND:
                yield Observation(BOUND, (*alert.statements, *(voice.statement for voice in outcome.walk.deciders)))
            elif alert.kind == RESURFACING and alert.value != outcome.value:
                yield Observation(RESURFACING, (*alert.statements, outcome.walk.deciders[0].statement))


def readings(world: World, question: Question, outcome: Outcome) -> Iterator[Observation]:
    """The unconfirmed readings that change this answer."""
    for used in Alternatives(world, world).readings(question.name, outcome):
        if used.sensitive:
            yield Observation(READING, (), (used.name,))


def spoken_for(outcome: Outcome) -> Iterator[Statement]:
    """The statements that made a difference: those that decide, delegate or say that the text is silent."""
    yield from (voice.statement for voice in (*outcome.walk.deciders, *outcome.walk.handed))
    if outcome.status in (SILENT, UNFILLED):
        yield from outcome.statements


def speaking(world: World, question: Question, outcome: Outcome) -> list[Voice]:
    """Everything that speaks on the governing day, whether it prevails or not."""
    if outcome.day is None:
        return []
    with world.asking(question.name, outcome.day):
        heard = [hear(world, question.name, held) for held in world.rules.standing(question, outcome.day)]
    return [hearing.voice for hearing in heard if hearing.truth is True]


def silencing(voices: list[Voice]) -> Iterator[tuple[Statement, str]]:
    """Each rule that silences another, with the reference by which it names that one."""
    for general, special in overridden(voices).items():
        said: Any = special.statement.said
        clause = general.statement.provision.clause
        named = {clause, f"{clause} {general.statement.name}"}
        yield from ((special.statement, reference) for reference in said.overrides if reference in named)


def waits(leaf: Leaf) -> bool:
    """True when the outcome waits for a fact that could not be tried, here or for a question it rests on."""
    return leaf.outcome.status == PENDING and not leaf.lacking.issuperset(leaf.outcome.missing)
