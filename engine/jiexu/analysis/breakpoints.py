"""Along one fact, all else held: the values at which something that given questions turn on changes."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from jiexu.analysis.scale import Scale, scale_of
from jiexu.analysis.turns import Comparison, Turn, in_frame, key_of, turns_of
from jiexu.base.kinds import DATE, MONTH, Kind
from jiexu.base.month import Month
from jiexu.base.unknown import is_unknown
from jiexu.decision.world import World, possible_values
from jiexu.law.dependency import resting_on

AS_OF = "as_of"


def break_points(world: World, fact: str, names: Iterable[str]) -> tuple[Any, ...]:
    """The last value of a fact (by id) before each change and the first after it, in order; every member of a choice or yes_no.

    What may change is a condition, a test inside an answer, a dated number, a validity, the reach of the calendars:
    whatever the questions by *names* turn on, through other questions too, with all other facts as they are in *world*.
    The id ``as_of`` stands for the day of the decision. Nothing for a place, a list of periods or a set.

    Every function of the rule language rises or falls steadily with each argument, so a comparison changes along one
    fact in one direction and each change is found by halving; where both its sides move with the fact, they are bounded
    piece by piece. Only a side in which the fact counts both up and down may hide a pair of changes.
    """
    kind = DATE if fact == AS_OF else world.library.vocabulary.by_id[fact].kind
    members = possible_values(kind)
    if members:
        return members
    scale = scale_of(kind, world.case.as_of)
    return _Line(world, fact, kind, scale).changes(names) if scale is not None else ()


class _Line:
    """The worlds along one fact, by the number of its value."""

    def __init__(self, world: World, fact: str, kind: Kind, scale: Scale) -> None:
        self.base = world
        self.fact = fact
        self.kind = kind
        self.scale = scale
        self.worlds: dict[int, World] = {}

    def changes(self, names: Iterable[str]) -> tuple[Any, ...]:
        library = self.base.library
        wanted = {other for name in names for other in resting_on(library, name)}
        # What rests on others comes after them: between their changes it moves steadily.
        ordered = sorted(wanted, key=lambda name: (len(resting_on(library, name)), name))
        found: set[int] = set()
        for name in ordered:
            for turn in turns_of(self.base.rules, name):
                if self.fact == AS_OF or self.fact in key_of(self.base, turn)[1]:
                    found.update(point for pair in list(self._along(turn, found)) for point in pair)
        return tuple(self.scale.value(point) for point in sorted(found))

    def _along(self, turn: Turn, found: set[int]) -> Iterator[tuple[int, int]]:
        """The changes of one turn, each as the last number before it and the first after."""
        ends = sorted({self.scale.least, self.scale.most, *self._calendar_ends, *found})
        for low, high in pairwise(ends):
            yield from self._between(turn, low, high)

    def _between(self, turn: Turn, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The changes from one number to another; where both sides of a comparison move, wherever they may meet."""
        if isinstance(turn, Comparison) and high - low > 1:
            (one, other), (one_later, other_later) = self._sides(turn, low), self._sides(turn, high)
            ordered = not any(
                is_unknown(side) or isinstance(side, str) for side in (one, other, one_later, other_later)
            )
            if ordered and one != one_later and other != other_later:
                if min(one, one_later) <= max(other, other_later) and min(other, other_later) <= max(one, one_later):
                    middle = (low + high) // 2
                    yield from self._between(turn, low, middle)
                    yield from self._between(turn, middle, high)
                return
        yield from self._halved(turn, low, high)

    def _halved(self, turn: Turn, low: int, high: int) -> Iterator[tuple[int, int]]:
        while self._key(turn, low) != self._key(turn, high):
            before, after = low, high
            while after - before > 1:
                middle = (before + after) // 2
                if self._key(turn, middle) == self._key(turn, low):
                    before = middle
                else:
                    after = middle
            yield before, after
            low = after

    def _sides(self, turn: Comparison, number: int) -> tuple[Any, Any]:
        world = self._world(number)
        both: tuple[Any, Any]
        both, _ = in_frame(
            world, turn.question, turn.provision, lambda: (world.value(turn.left), world.value(turn.right))
        )
        return both

    def _key(self, turn: Turn, number: int) -> Any:
        return key_of(self._world(number), turn)[0]

    def _world(self, number: int) -> World:
        world = self.worlds.get(number)
        if world is None:
            value = self.scale.value(number)
            if self.fact == AS_OF:
                world = World(self.base.rules, self.base.case._replace(as_of=value), self.base.decider)
                world.takes |= self.base.takes
            else:
                world = self.base.with_fact(self.fact, value)
            self.worlds[number] = world
        return world

    @cached_property
    def _calendar_ends(self) -> tuple[int, ...]:
        """The first and the last number inside the calendars held, beyond which working days are unknown."""
        years = self.base.calendar.years
        if not years or self.kind not in (DATE, MONTH):
            return ()
        ends = Month(min(years), 1), Month(max(years), 12)
        if self.kind == MONTH:
            return tuple(map(self.scale.number, ends))
        return self.scale.number(ends[0].first_day), self.scale.number(ends[1].last_day)
