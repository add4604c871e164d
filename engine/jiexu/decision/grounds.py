"""The grounds of a finding: the conditions tested, the arithmetic, and whom the decider prevails over."""

from collections.abc import Iterator

from jiexu.base.unknown import is_unknown
from jiexu.decision.finding import Beaten, Tested, Worked
from jiexu.decision.hearing import answer_line, hear
from jiexu.decision.outcome import NOT_APPLICABLE, Outcome
from jiexu.decision.trace import values_behind
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression, conjuncts
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Lost


def because(world: World, question: Question, outcome: Outcome) -> tuple[Tested, ...]:
    """The conditions of the decider, each once, and the parts of a yes_no answer; of a not_applicable those that failed."""
    seen: dict[str, Tested] = {}
    lines = tuple(_lines(world, question, outcome))
    with world.asking(question.name, outcome.day):
        for statement, line in lines:
            if line.source in seen:
                continue
            with world.inside(statement.provision):
                holds = world.tested(line)
            # One that turns on a fact nobody gave is left out: the answer stands whatever it is.
            if not is_unknown(holds):
                behind = values_behind(world, question.name, statement.provision, line)
                seen[line.source] = Tested(line.source, holds, behind, statement)
    return tuple(seen.values())


def _lines(world: World, question: Question, outcome: Outcome) -> Iterator[tuple[Statement, Expression]]:
    if outcome.determined:
        together = question.conjunction or question.kind.name == "set"
        for voice in outcome.walk.deciders if together else outcome.walk.deciders[:1]:
            for line in voice.statement.conditions:
                yield voice.statement, line
            if question.kind.name == "yes_no":
                yield from ((voice.statement, part) for part in _parts(world, question, outcome, voice.statement))
    elif outcome.status == NOT_APPLICABLE:
        with world.asking(question.name, outcome.day):
            heard = [hear(world, question.name, statement) for statement in outcome.statements]
        yield from ((hearing.statement, hearing.failed) for hearing in heard if hearing.failed is not None)


def _parts(world: World, question: Question, outcome: Outcome, statement: Statement) -> list[Expression]:
    """The tests that a yes_no answer joins by ``and``; none when it is a single value."""
    with world.asking(question.name, outcome.day):
        line = answer_line(world, statement, question.name)
    parts = conjuncts(line) if isinstance(line, Expression) else []
    return parts if len(parts) > 1 else []


def worked(world: World, question: Question, outcome: Outcome) -> Worked | None:
    """The arithmetic of the decider; None when its answer is a plain name or was told test by test."""
    if question.expression is not None:
        return _worked(world, question, outcome, None, question.expression)
    if not outcome.determined or not outcome.walk.deciders:
        return None
    statement = outcome.walk.deciders[0].statement
    if question.kind.name == "yes_no" and _parts(world, question, outcome, statement):
        return None
    with world.asking(question.name, outcome.day):
        line = answer_line(world, statement, question.name)
        while isinstance(line, Expression) and (definition := statement.provision.definition(line.source)):
            line = world.taken(definition, line.source)
    found = _worked(world, question, outcome, statement.provision, line) if isinstance(line, Expression) else None
    return found if found and found.values else None


def _worked(
    world: World, question: Question, outcome: Outcome, provision: Provision | None, line: Expression
) -> Worked:
    with world.asking(question.name, outcome.day), world.inside(provision):
        direct = {name: world.lookup(name) for name in line.names}
    known = {name: value for name, value in direct.items() if not is_unknown(value) and value != name}
    return Worked(line.source, values_behind(world, question.name, provision, line), known)


def precedence(world: World, question: Question, outcome: Outcome) -> tuple[Beaten, ...]:
    """The delegations the decider rests on, then those that lost and by which principle."""
    handed = [
        Beaten("delegation", voice.statement, quote=voice.statement.said.quote)
        for voice in outcome.walk.handed
        if isinstance(voice.statement.said, Delegation)
    ]
    lost = [
        Beaten(entry.principle, entry.voice.statement, entry.voice.answer, _yields(entry))
        for entry in outcome.walk.lost
        if not is_unknown(entry.voice.answer)
    ]
    return (*handed, *lost, *_out_of_scope(world, question, outcome))


def _yields(lost: Lost) -> str:
    """The loser's own sentence that yields to newer and higher rules, where it lost to one."""
    return lost.voice.statement.instrument.yields_quote if lost.principle in ("superior", "posterior") else ""


def _out_of_scope(world: World, question: Question, outcome: Outcome) -> list[Beaten]:
    """Provisions whose own conditions hold, with another answer, but whose scope does not reach the case."""
    if not outcome.determined or outcome.day is None or question.kind.name == "set" or question.conjunction:
        return []
    beaten = []
    with world.asking(question.name, outcome.day):
        for statement in world.rules.standing(question, outcome.day):
            scope, failed = statement.provision.applies_to, hear(world, question.name, statement).failed
            if scope is None or failed is not scope or isinstance(statement.said, Delegation):
                continue
            with world.inside(statement.provision):
                if any(world.tested(line) is not True for line in statement.conditions[1:]):
                    continue
                line = answer_line(world, statement, question.name)
                answer = world.value(line) if isinstance(line, Expression) else line
            if not is_unknown(answer) and answer != outcome.value:
                beaten.append(Beaten("scope", statement, answer))
    return beaten
