"""What to know beside an answer: the decider ends soon, a lower rule lapsed, a day may move, a bound is not kept."""

from datetime import date, timedelta

from jiexu.base.unknown import is_unknown
from jiexu.decision.finding import Alert
from jiexu.decision.lapse import would_speak
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation
from jiexu.law.vocabulary import Question


def own_alerts(world: World, question: Question, outcome: Outcome) -> tuple[Alert, ...]:
    """The alerts of a determined outcome that need no other world."""
    alerts: list[Alert] = []
    deciders = tuple(voice.statement for voice in outcome.walk.deciders)
    if deciders:
        last = deciders[0].provision.validity.last
        as_of = world.case.as_of
        if last is not None and as_of <= last <= as_of + timedelta(days=world.library.vocabulary.sunset_within_days):
            alerts.append(Alert("sunset", deciders[:1], day=last))
        alerts += _resurfacing(world, question, outcome)
    if outcome.provisional is not None:
        alerts.append(Alert("provisional", deciders, day=outcome.provisional))
    alerts += out_of_bounds(world, question, outcome)
    return tuple(alerts)


def _resurfacing(world: World, question: Question, outcome: Outcome) -> list[Alert]:
    lapsed = lapsed_below(world, question, outcome)
    if not lapsed or outcome.day is None:
        return []
    with world.asking(question.name, outcome.day):
        spoke = would_speak(world, question, outcome.day, lapsed)
    return [
        Alert("resurfacing", (one.statement,), one.answer, one.statement.provision.validity.last)
        for one in spoke
        if not is_unknown(one.answer)
    ]


def lapsed_below(world: World, question: Question, outcome: Outcome) -> list[Statement]:
    """The statements of lower rank than the decider's that ended before the governing day."""
    if outcome.day is None or not outcome.walk.deciders:
        return []
    ranks = world.library.rank_order
    rank = ranks[outcome.walk.deciders[0].statement.instrument.rank]
    return [
        held
        for held in world.rules.candidates(question)
        if ranks[held.instrument.rank] > rank and _ended_before(held, outcome.day)
    ]


def _ended_before(statement: Statement, day: date) -> bool:
    last = statement.provision.validity.last
    return last is not None and last < day


def out_of_bounds(world: World, question: Question, outcome: Outcome) -> list[Alert]:
    """Delegations whose bound the delegate's answer does not keep."""
    alerts: list[Alert] = []
    if not outcome.walk.handed:
        return alerts
    with world.asking(question.name, outcome.day) as frame:
        frame.proposed = outcome.value
        for voice in outcome.walk.handed:
            said = voice.statement.said
            with world.inside(voice.statement.provision):
                if isinstance(said, Delegation) and any(world.value(line) is False for line in said.within):
                    alerts.append(Alert("bound", (voice.statement,), outcome.value))
    return alerts
