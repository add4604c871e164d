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
    (any, when there are none), where all conditions hold on a governing day from ``first`` to ``last``. Names in the
    conditions mean what they mean in ``provision``, the first of the clauses. ``about_at`` tells where each question
    is written.
    """

    kinds: tuple[str, ...]
    about: tuple[str, ...]
    says: str
    where: Location
    when: tuple[Expression, ...] = ()
    clauses: tuple[str, ...] = ()
    provision: Provision | None = None
    first: date | None = None
    last: date | None = None
    about_at: tuple[Location, ...] = ()

    def covers(self, kind: str, question: str, statements: tuple[Statement, ...], world: World | None) -> bool:
        """True when the entry names what was found; *world* is that of the counter-example, None when there is none."""
        if kind not in self.kinds or question not in self.about:
            return False
        if self.clauses and not any(held.citation in self.clauses for held in statements):
            return False
        return not (self.when or self.first or self.last) or (world is not None and self._holds(question, world))

    def _holds(self, question: str, world: World) -> bool:
        day = world.decide(question).day
        if day is None or (self.first and day < self.first) or (self.last and day > self.last):
            return False
        with world.asking(question, day), world.inside(self.provision):
            return all(world.value(line) is True for line in self.when)
