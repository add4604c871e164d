"""What a pack knows it leaves open: findings of the proof with a name."""

from datetime import date
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.library import Statement
from jiexu.law.provision import Provision


class Known(NamedTuple):
    """An entry of a ``*.known.yaml``.

    It covers a finding of one of its ``kinds`` on one of the questions ``about``, that concerns one of the ``clauses``
    (an instrument stands for all of its own; empty: it concerns none; None: any or none), where all conditions hold on
    a governing day from ``first`` to ``last``. Names in the conditions mean what they mean in ``provision``, the first
    of the clauses. ``about_at`` tells where each question is written.
    """

    kinds: tuple[str, ...]
    about: tuple[str, ...]
    says: str
    where: Location
    when: tuple[Expression, ...] = ()
    clauses: frozenset[str] | None = None
    provision: Provision | None = None
    first: date | None = None
    last: date | None = None
    about_at: tuple[Location, ...] = ()

    def covers(self, kind: str, question: str, statements: tuple[Statement, ...], world: World | None) -> bool:
        """True when the entry names what was found; *world* is that of the counter-example, None when there is none."""
        if kind not in self.kinds or question not in self.about:
            return False
        if self.clauses is not None and not self._concerns(statements):
            return False
        return not (self.when or self.first or self.last) or (world is not None and self._holds(question, world))

    def _concerns(self, statements: tuple[Statement, ...]) -> bool:
        if not self.clauses:
            return not statements
        return any(self.clauses & {held.citation, held.instrument.id} for held in statements)

    def _holds(self, question: str, world: World) -> bool:
        day = world.decide(question).day
        if day is None or (self.first and day < self.first) or (self.last and day > self.last):
            return False
        with world.asking(question, day), world.inside(self.provision):
            return all(world.value(line) is True for line in self.when)
