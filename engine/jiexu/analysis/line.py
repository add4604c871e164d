"""The worlds along one fact, all else held, and where a turn changes among them."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from jiexu.analysis.scale import Scale
from jiexu.analysis.turns import Comparison, Turn, in_frame, key_of
from jiexu.base.kinds import DATE, MONTH, Kind
from jiexu.base.month import Month
from jiexu.base.unknown import is_unknown
from jiexu.decision.world import World

AS_OF = "as_of"


class Line:
    """Every function of the rule language rises or falls steadily with each argument, so along one fact a comparison
    changes in one direction and each change is found by halving; where both its sides move, they are bounded piece by piece.
    """

    def __init__(self, world: World, fact: str, kind: Kind, scale: Scale) -> None:
        self.base = world
        self.fact = fact
        self.kind = kind
        self.scale = scale
        self.worlds: dict[int, World] = {}

    def changes(self, turn: Turn, known: set[int]) -> set[int]:
        """The last number before each change of one turn and the first after; *known* are those of what it rests on."""
        if self.fact != AS_OF and self.fact not in key_of(self.base, turn)[1]:
            return set()
        ends = sorted({self.scale.least, self.scale.most, *self._calendar_ends, *known})
        return {point for low, high in pairwise(ends) for pair in self._between(turn, low, high) for point in pair}

    def world(self, number: int) -> World:
        world = self.worlds.get(number)
        if world is None:
            world = self.worlds[number] = with_value(self.base, self.fact, self.scale.value(number))
        return world

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
        while (key := self._key(turn, low)) != self._key(turn, high):
            after = first_other(low, high, lambda number, key=key: self._key(turn, number) != key)  # type: ignore[misc]
            yield after - 1, after
            low = after

    def _sides(self, turn: Comparison, number: int) -> tuple[Any, Any]:
        world = self.world(number)
        both: tuple[Any, Any]
        both, _ = in_frame(
            world, turn.question, turn.provision, lambda: (world.value(turn.left), world.value(turn.right))
        )
        return both

    def _key(self, turn: Turn, number: int) -> Any:
        return key_of(self.world(number), turn)[0]

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


def first_other(near: int, far: int, differs: Callable[[int], bool]) -> int:
    """The number nearest to *near*, on either side of it, from which on all as far as *far* differ; *far* does."""
    while abs(far - near) > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if differs(middle) else (middle, far)
    return far


def with_value(world: World, fact: str, value: Any) -> World:
    """The same world with a fact, or the day of the decision, of another value."""
    if fact != AS_OF:
        return world.with_fact(fact, value)
    other = World(world.rules, world.case._replace(as_of=value), world.decider)
    other.takes |= world.takes
    return other
