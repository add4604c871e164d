"""Whether a statement speaks in a world, and what it would answer."""

from typing import Any, NamedTuple

from jiexu.base.unknown import Unknown, is_unknown, merged
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation, Reading, Rule, Silence
from jiexu.ruleset.precedence import Voice


class Hearing(NamedTuple):
    """``truth`` is whether it speaks: True, False or an Unknown; ``failed`` the condition that stopped it."""

    voice: Voice
    truth: Any
    failed: Expression | None = None

    @property
    def statement(self) -> Statement:
        return self.voice.statement

    @property
    def cause(self) -> Unknown:
        """Why it is not known whether it speaks or what it answers."""
        return merged([part for part in (self.truth, self.voice.answer) if is_unknown(part)])


def answer_line(world: World, statement: Statement, name: str) -> Expression | tuple[str, ...] | None:
    """What a statement gives a question here; None for a delegation or silence."""
    if isinstance(statement.said, Rule):
        return statement.said.then[name]
    return world.taken(statement.said, name) if isinstance(statement.said, Reading) else None


def hear(world: World, name: str, statement: Statement) -> Hearing:
    """Test a statement's conditions in order; the first that fails silences it, the first that is unknown leaves it open.

    Must run inside ``world.asking(name, day)``.
    """
    hearing: Hearing = world.remembered((name, id(statement), world.frame.day), _hear, world, name, statement)
    return hearing


def _hear(world: World, name: str, statement: Statement) -> Hearing:
    unknown: Unknown | None = None
    with world.inside(statement.provision):
        for line in statement.conditions:
            held = world.tested(line)
            if held is False:
                return Hearing(Voice(statement, None), False, line)
            if held is not True and unknown is None:
                unknown = held
        if isinstance(statement.said, Delegation | Silence):
            answer = None
        else:
            line_or_members = answer_line(world, statement, name)
            answer = world.value(line_or_members) if isinstance(line_or_members, Expression) else line_or_members
    return Hearing(Voice(statement, answer), True if unknown is None else unknown)
