"""One case, one decision."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from jiexu.base.unknown import is_unknown
from jiexu.decision.alternatives import Alternatives
from jiexu.decision.asking import asked_by_default
from jiexu.decision.case import Case
from jiexu.decision.evaluate import decide
from jiexu.decision.finding import Alert, Beaten, Decision, Finding, Tested, Worked
from jiexu.decision.hearing import answer_line, conditions, hear
from jiexu.decision.lapse import would_speak
from jiexu.decision.outcome import DETERMINED, NOT_APPLICABLE, Outcome
from jiexu.decision.trace import values_behind
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Delegation
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
    alerts = _own_alerts(world, question, outcome) if outcome.determined else ()
    return Finding(
        question,
        outcome,
        because=_because(world, question, outcome),
        worked=_worked(world, question, outcome),
        precedence=_precedence(world, question, outcome),
        readings=alternatives.readings(question.name, outcome),
        alerts=(*alerts, *alternatives.reported(question.name, outcome), *alternatives.advice(question, outcome)),
    )


def _because(world: World, question: Question, outcome: Outcome) -> tuple[Tested, ...]:
    """The conditions of the decider, all of which held; or those that stopped each provision of a not_applicable."""
    if outcome.status == DETERMINED and outcome.walk.deciders:
        held = (
            outcome.walk.deciders[:1]
            if question.kind.name != "set" and not question.conjunction
            else outcome.walk.deciders
        )
        tests = ((voice.statement, line, True) for voice in held for line in conditions(voice.statement))
    elif outcome.status == NOT_APPLICABLE:
        with world.asking(question.name, outcome.day):
            heard = [hear(world, question.name, statement) for statement in outcome.statements]
        tests = ((hearing.statement, hearing.failed, False) for hearing in heard if hearing.failed is not None)
    else:
        return ()
    seen: dict[str, Tested] = {}
    for statement, line, holds in tests:
        if line.source not in seen:
            behind = values_behind(world, question.name, statement.provision, line)
            seen[line.source] = Tested(line.source, holds, behind, statement)
    return tuple(seen.values())


def _worked(world: World, question: Question, outcome: Outcome) -> Worked | None:
    """The arithmetic of the decider; None when its answer is a plain name."""
    if question.expression is not None:
        return Worked(question.expression.source, values_behind(world, question.name, None, question.expression))
    if not outcome.determined or not outcome.walk.deciders:
        return None
    statement = outcome.walk.deciders[0].statement
    with world.asking(question.name, outcome.day):
        line = answer_line(world, statement, question.name)
    if not isinstance(line, Expression):
        return None
    values = values_behind(world, question.name, statement.provision, line)
    return Worked(line.source, values) if values else None


def _precedence(world: World, question: Question, outcome: Outcome) -> tuple[Beaten, ...]:
    """The delegations the decider rests on, then those that lost and by which principle."""
    handed = [
        Beaten("delegation", voice.statement, quote=voice.statement.said.quote)
        for voice in outcome.walk.handed
        if isinstance(voice.statement.said, Delegation)
    ]
    lost = [
        Beaten(
            entry.principle, entry.voice.statement, entry.voice.answer, entry.voice.statement.instrument.yields_quote
        )
        for entry in outcome.walk.lost
        if not is_unknown(entry.voice.answer)
    ]
    return (*handed, *lost, *_out_of_scope(world, question, outcome))


def _out_of_scope(world: World, question: Question, outcome: Outcome) -> list[Beaten]:
    """Provisions whose own conditions hold, with another answer, but whose scope does not reach the case."""
    if not outcome.determined or outcome.day is None or question.kind.name == "set" or question.conjunction:
        return []
    beaten = []
    with world.asking(question.name, outcome.day):
        for statement in world.rules.standing(question, outcome.day):
            scope = statement.provision.applies_to
            if scope is None or isinstance(statement.said, Delegation):
                continue
            with world.inside(statement.provision):
                if world.value(scope) is not False or any(
                    world.value(line) is not True for line in conditions(statement)[1:]
                ):
                    continue
                line = answer_line(world, statement, question.name)
                answer = world.value(line) if isinstance(line, Expression) else line
            if not is_unknown(answer) and answer != outcome.value:
                beaten.append(Beaten("scope", statement, answer))
    return beaten


def _own_alerts(world: World, question: Question, outcome: Outcome) -> tuple[Alert, ...]:
    alerts: list[Alert] = []
    deciders = tuple(voice.statement for voice in outcome.walk.deciders)
    if deciders:
        last = deciders[0].provision.validity.last
        as_of = world.case.as_of
        if last is not None and as_of <= last <= as_of + timedelta(days=world.library.vocabulary.sunset_within_days):
            alerts.append(Alert("sunset", deciders[:1], day=last))
        alerts += _resurfacing(world, question, outcome, deciders[0])
    if outcome.provisional is not None:
        alerts.append(Alert("provisional", deciders, day=outcome.provisional))
    alerts += out_of_bounds(world, question, outcome)
    return tuple(alerts)


def _resurfacing(world: World, question: Question, outcome: Outcome, decider: Statement) -> list[Alert]:
    """Lower rules that lapsed before the governing day, while a higher one now decides."""
    ranks = world.library.rank_order
    day = outcome.day
    if day is None:
        return []
    lapsed = [
        held
        for held in world.rules.candidates(question)
        if ranks[held.instrument.rank] > ranks[decider.instrument.rank] and _ended_before(held, day)
    ]
    if not lapsed:
        return []
    with world.asking(question.name, day):
        spoke = would_speak(world, question, day, lapsed)
    return [
        Alert("resurfacing", (one.statement,), one.voice.answer, one.statement.provision.validity.last) for one in spoke
    ]


def _ended_before(statement: Statement, day: date) -> bool:
    last = statement.provision.validity.last
    return last is not None and last < day


def out_of_bounds(world: World, question: Question, outcome: Outcome) -> list[Alert]:
    """Delegations whose bound the delegate's answer does not keep."""
    alerts = []
    with world.asking(question.name, outcome.day) as frame:
        frame.proposed = outcome.value
        for voice in outcome.walk.handed:
            said = voice.statement.said
            with world.inside(voice.statement.provision):
                if isinstance(said, Delegation) and any(world.value(line) is False for line in said.within):
                    alerts.append(Alert("bound", (voice.statement,), outcome.value))
    return alerts
