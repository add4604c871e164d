"""Gives a question its outcome in a world: the semantics of the rule files, in the order an officer would go through them."""

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

from jiexu.base.money import to_fen
from jiexu.base.unknown import Unknown, is_unknown, merged
from jiexu.decision.frame import Frame
from jiexu.decision.hearing import Hearing, hear
from jiexu.decision.lapse import lapse_of, not_reached
from jiexu.decision.outcome import (
    CONFLICT,
    DETERMINED,
    NOT_APPLICABLE,
    NOT_IN_FORCE,
    PENDING,
    SILENT,
    TRAVELS,
    UNFILLED,
    Outcome,
)
from jiexu.decision.world import World, possible_values
from jiexu.expression.grammar import Expression
from jiexu.law.library import Statement
from jiexu.law.provision import Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Voice, Walk, walk
from jiexu.ruleset.standing import REPORTED

_MOST_UNCERTAIN = 2 + 2 + 2


def decide(world: World, name: str) -> Outcome:
    """The outcome of a question, unknown choices and yes_noes tried with each of their values."""
    outcome = decide_as_known(world, name)
    return _whatever_the_rest(world, name, outcome) if outcome.status == PENDING else outcome


def decide_as_known(world: World, name: str) -> Outcome:
    """The outcome of a question by what is known, no unknown fact tried."""
    question = world.library.vocabulary.questions[name]
    with world.asking(name) as frame:
        return _touching(world, frame, _with_what_is_known(world, question, frame))


def own_line(world: World, provision: Provision, line: Expression) -> Outcome:
    """What becomes of a line of a provision that answers no question: its value, or why it has none."""
    with world.asking("", world.case.as_of) as frame, world.inside(provision):
        value = world.value(line)
        outcome = _open(world, frame.day, value) if is_unknown(value) else Outcome(DETERMINED, frame.day, value)
        return _touching(world, frame, outcome)


def _touching(world: World, frame: Frame, outcome: Outcome) -> Outcome:
    """The outcome with what finding it touched."""
    return outcome._replace(
        provisional=frame.provisional if outcome.determined else None,
        touched=world.closure(frame.touched),
        own=frozenset(frame.touched.own),
        asked=tuple(frame.touched.asked),
    )


def _whatever_the_rest(world: World, name: str, pending: Outcome) -> Outcome:
    """The one outcome that every value of an unknown choice leads to, else the pending one."""
    facts = world.library.vocabulary.by_id
    for fact in pending.missing:
        values = possible_values(facts[fact].kind)
        if not values:
            continue
        outcomes: list[Outcome] = []
        for value in values:
            outcome = world.with_fact(fact, value).decide(name)
            if outcome.status == PENDING or (
                outcomes and (outcome.status, outcome.value) != (outcomes[0].status, outcomes[0].value)
            ):
                return pending
            outcomes.append(outcome)
        return _merged(fact, pending, outcomes)
    return pending


def _merged(fact: str, pending: Outcome, outcomes: list[Outcome]) -> Outcome:
    """The one outcome of all values of a fact, with everything that any of them was decided by."""
    deciders = {id(voice.statement): voice for outcome in outcomes for voice in outcome.walk.deciders}
    first = outcomes[0]
    touched = pending.touched.union(*(outcome.touched for outcome in outcomes))
    return first._replace(
        walk=first.walk._replace(deciders=tuple(deciders.values())),
        statements=tuple(dict.fromkeys(statement for outcome in outcomes for statement in outcome.statements)),
        whatever=tuple(dict.fromkeys((fact, *(other for outcome in outcomes for other in outcome.whatever)))),
        touched=touched,
        own=touched,
        asked=(),
    )


def _with_what_is_known(world: World, question: Question, frame: Frame) -> Outcome:
    if question.expression is not None:
        return _arithmetic(world, question, frame)
    side = world.rules.missing_side(question)
    if side is not None:
        fact = "from" if side == "out" else "to"
        frame.touched.own.add(fact)
        return Outcome(PENDING, missing=(fact,))
    day = governing_day(world, question)
    if is_unknown(day):
        return _open(world, None, day)
    frame.day = day
    reported = world.rules.candidates(question, (REPORTED,))
    if any(world.timeless or held.provision.validity.covers(day) for held in reported):
        frame.touched.own.add(REPORTED)
    outcome = _by_law(world, question, day, world.rules.standing(question, day))
    if world.timeless and not outcome.determined:
        return _by_law(world, question, day, world.rules.candidates(question))
    return outcome


def governing_day(world: World, question: Question) -> Any:
    """The day that chooses the version of the law: the first of the question's days that is known, else the last one's Unknown."""
    day: Any = Unknown()
    for line in question.governed_by:
        day = world.value(line)
        if not is_unknown(day):
            return day
    return day


def _arithmetic(world: World, question: Question, frame: Frame) -> Outcome:
    day = governing_day(world, question)
    frame.day = None if is_unknown(day) else day
    assert question.expression is not None
    value = world.value(question.expression)
    return _open(world, frame.day, value) if is_unknown(value) else Outcome(DETERMINED, frame.day, value)


def _by_law(world: World, question: Question, day: date, statements: Iterable[Statement]) -> Outcome:
    hearings = [hear(world, question.name, statement) for statement in statements]
    if question.kind.name == "set":
        return _union(world, question, day, hearings)
    if question.conjunction:
        return _conjunction(world, question, day, hearings)
    return _ranked(world, question, day, hearings)


def _ranked(world: World, question: Question, day: date, hearings: list[Hearing]) -> Outcome:
    """Walk down the ranks, once for each way the uncertain voices may turn out."""
    uncertain = [hearing for hearing in hearings if is_unknown(hearing.truth)]
    if len(uncertain) > _MOST_UNCERTAIN:
        return _open(world, day, *(hearing.cause for hearing in uncertain))

    def walked(speaking: Iterable[Hearing]) -> Walk:
        chosen = set(map(id, speaking))
        voices = [hearing.voice for hearing in hearings if hearing.truth is True or id(hearing) in chosen]
        return walk(voices, lambda voice: world.library.rank_order[voice.statement.instrument.rank], near)

    def near(voice: Voice) -> int:
        return world.rules.nearness(question, voice.statement)

    certain = walked(())
    if uncertain:
        subsets = [
            [hearing for hearing, speaks in zip(uncertain, choice, strict=True) if speaks]
            for choice in product((False, True), repeat=len(uncertain))
        ]
        ways = [walked(subset) for subset in subsets]
        if any(_result(way) != _result(certain) for way in ways):
            decisive = [hearing for hearing in uncertain if _result(walked([hearing])) != _result(certain)] or uncertain
            return _open(world, day, *_to_be_known(decisive), *_unknown_answers(certain))
    return _settled(world, question, day, certain, hearings)


def _to_be_known(decisive: list[Hearing]) -> list[Unknown]:
    """While several rules may still decide, only what tells them apart is wanted; of the only one, its answer's facts too."""
    answering = [hearing for hearing in decisive if not hearing.voice.delegates] or decisive
    return [hearing.cause if len(answering) == 1 else hearing.truth for hearing in answering]


def _result(way: Walk) -> tuple[Any, ...]:
    """What tells two walks apart."""
    if way.candidates:
        return (CONFLICT,)
    if way.deciders:
        return (DETERMINED, way.value)
    return ("", *(voice.statement.citation for voice in way.handed))


def _unknown_answers(way: Walk) -> list[Unknown]:
    return [voice.answer for voice in (*way.deciders[:1], *way.candidates) if is_unknown(voice.answer)]


def _settled(world: World, question: Question, day: date, way: Walk, hearings: list[Hearing]) -> Outcome:
    unknown = _unknown_answers(way)
    if unknown:
        return _open(world, day, *unknown)._replace(walk=way)
    if way.candidates:
        return Outcome(CONFLICT, day, walk=way)
    if way.deciders:
        value = to_fen(way.value) if question.rounded_to_fen else way.value
        return Outcome(DETERMINED, day, value, walk=way)
    return _without_value(world, question, day, way, hearings)


def _without_value(world: World, question: Question, day: date, way: Walk, hearings: list[Hearing]) -> Outcome:
    lapse = None if world.timeless else lapse_of(world, question, day, way)  # without time nothing has lapsed
    if lapse is not None:
        return Outcome(NOT_IN_FORCE, day, walk=way, lapse=lapse)
    silences = [hear(world, question.name, held) for held in world.rules.standing(question, day, silences=True)]
    declared = tuple(hearing.statement for hearing in reversed(silences) if hearing.truth is True)  # the nearest first
    if declared:
        return Outcome(SILENT, day, walk=way, statements=declared)
    last = max((world.library.rank_order[voice.statement.instrument.rank] for voice in way.handed), default=-1)
    below = [hearing for hearing in hearings if world.library.rank_order[hearing.statement.instrument.rank] > last]
    if way.handed and not below:
        return Outcome(UNFILLED, day, walk=way, statements=tuple(voice.statement for voice in way.handed))
    if hearings:
        return Outcome(NOT_APPLICABLE, day, walk=way, statements=tuple(hearing.statement for hearing in hearings))
    return Outcome(SILENT, day)


def _union(world: World, question: Question, day: date, hearings: list[Hearing]) -> Outcome:
    speaking = [hearing.voice for hearing in hearings if hearing.truth is True and not hearing.voice.delegates]
    members = {member for voice in speaking for member in voice.answer}
    open_ = [
        hearing
        for hearing in hearings
        if is_unknown(hearing.truth) and not members.issuperset(hearing.voice.answer or ())
    ]
    if open_:
        return _open(world, day, *(hearing.cause for hearing in open_))
    way = Walk(tuple(speaking))
    if members:
        return Outcome(
            DETERMINED, day, tuple(member for member in question.kind.members if member in members), walk=way
        )
    return _without_value(world, question, day, way, hearings)


def _conjunction(world: World, question: Question, day: date, hearings: list[Hearing]) -> Outcome:
    speaking = [hearing for hearing in hearings if hearing.truth is not False]
    against = tuple(hearing.voice for hearing in speaking if hearing.truth is True and hearing.voice.answer is False)
    if against:
        return Outcome(DETERMINED, day, False, walk=Walk(against))
    open_ = [hearing for hearing in speaking if is_unknown(hearing.truth) or is_unknown(hearing.voice.answer)]
    if open_:
        return _open(world, day, *(hearing.cause for hearing in open_))
    way = Walk(tuple(hearing.voice for hearing in speaking))
    return Outcome(DETERMINED, day, True, walk=way) if speaking else _without_value(world, question, day, way, hearings)


def _open(world: World, day: date | None, *causes: Unknown) -> Outcome:
    """The status of a question that something unknown could still decide: pending on facts, or that of a question it rests on."""
    cause = merged(list(causes))
    if cause.failures:
        return Outcome(NOT_IN_FORCE, day, lapse=not_reached(world.library, cause.failures))
    terms = world.library.vocabulary.by_id
    resting = {identity: world.decide(terms[identity].name) for identity in cause.questions}
    status = min((outcome.status for outcome in resting.values()), key=TRAVELS.index, default=PENDING)
    if status != PENDING:
        named = tuple(identity for identity, outcome in resting.items() if outcome.status == status)
        return Outcome(status, day, rests_on=named, lapse=resting[named[0]].lapse)
    order = list(terms)
    blocked = {fact: sum(fact in one.facts for one in causes) for fact in cause.facts}
    return Outcome(PENDING, day, missing=tuple(sorted(blocked, key=lambda fact: (-blocked[fact], order.index(fact)))))
