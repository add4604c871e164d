"""The cases next to a case: one fact, place or day otherwise."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from jiexu.analysis.breakpoints import break_points
from jiexu.analysis.line import AS_OF
from jiexu.decision.asking import facts_turned_on
from jiexu.decision.case import Case
from jiexu.decision.world import World
from jiexu.law.library import Library

FROM, TO = "from", "to"


class Move(NamedTuple):
    """A fact by its id, one of the places (``from``, ``to``) or ``as_of``, and what it is to be; None: not given."""

    what: str
    value: Any

    def of(self, case: Case) -> Case:
        """The case after the move; decided no earlier than a day it is moved to."""
        if self.what == AS_OF:
            return case._replace(as_of=self.value)
        if self.what == FROM:
            return case._replace(origin=self.value)
        if self.what == TO:
            return case._replace(destination=self.value)
        facts = {fact: value for fact, value in case.facts.items() if fact != self.what}
        if self.value is None:
            return case._replace(facts=facts)
        as_of = max(case.as_of, self.value) if isinstance(self.value, date) else case.as_of
        return case._replace(as_of=as_of, facts=facts | {self.what: self.value})

    @property
    def is_plain(self) -> bool:
        """True where nothing is counted: a place, a member of a choice, yes or no, a fact left out."""
        return self.value is None or isinstance(self.value, str | bool)


def moves(worlds: Iterable[World], names: Iterable[str], places: Iterable[str] = ()) -> tuple[Move, ...]:
    """Every move that may change one of the questions in one of the worlds, which are of one case under several laws."""
    worlds, names = tuple(worlds), tuple(names)
    case = worlds[0].case
    found: dict[Move, None] = {}
    for fact in _facts(worlds, names):
        if fact in case.facts:
            found[Move(fact, None)] = None
        for world in worlds:
            found |= {Move(fact, value): None for value in break_points(world, fact, names)}
    for world in worlds:
        found |= {Move(AS_OF, day): None for day in break_points(world, AS_OF, names)}
    for side, here in ((FROM, case.origin), (TO, case.destination)):
        found |= {Move(side, place): None for place in (None, *places) if place != here}
    return tuple(move for move in found if move.of(case) != case)


def _facts(worlds: Iterable[World], names: Iterable[str]) -> Iterator[str]:
    """The facts the questions turn on that a person can be asked for, in the order of the vocabulary."""
    turned_on = frozenset[str]().union(*(facts_turned_on(world.rules)[name] for world in worlds for name in names))
    library: Library = next(iter(worlds)).library
    for fact in library.vocabulary.facts.values():
        if fact.id in turned_on and fact.ask:
            yield fact.id
