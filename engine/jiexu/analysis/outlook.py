"""On which future day the answers to one case change: as the day of the decision moves on, or as one of its days does."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from jiexu.analysis.breakpoints import break_points
from jiexu.analysis.difference import Difference, differences
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.line import AS_OF, Line, first_other
from jiexu.analysis.scale import scale_of
from jiexu.base.kinds import DATE
from jiexu.base.month import Month
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World

_ONE_DAY = timedelta(days=1)


class Change(NamedTuple):
    """From ``day`` on a question has another answer, and why.

    ``drifts`` when the same clause only gives another value as days go by; it goes on to do so until ``until``, the day
    whose value is ``last``.
    """

    day: date
    question: str
    before: Outcome
    after: Outcome
    why: tuple[Difference, ...]
    drifts: bool = False
    until: date | None = None
    last: Any = None


class Passing(NamedTuple):
    """A day that an answer names comes: a deadline, or the first day of a month."""

    day: date
    question: str
    outcome: Outcome


class Outlook(NamedTuple):
    """The changes from ``first`` on, in order of days; ``moved`` is the id of the day that moves; ``names`` what was asked.

    ``not_given`` are ids of the days that govern a question and that the case does not give.
    """

    world: World
    names: tuple[str, ...]
    moved: str
    first: date
    last: date
    changes: tuple[Change, ...]
    passing: tuple[Passing, ...]
    not_given: tuple[str, ...]

    @property
    def steady(self) -> tuple[str, ...]:
        """The questions whose answer is the same on every day."""
        changing = {change.question for change in self.changes}
        return tuple(name for name in self.names if name not in changing)


def outlook(world: World, names: Iterable[str], moved: str = AS_OF) -> Outlook:
    """What changes from the day of the decision on, as far as a case may be dated: a century.

    Between two break points every condition stays as it is, so only the ends of such a stretch are decided; a value that
    moves with the day inside one is told once.
    """
    names = tuple(names)
    first = world.case.as_of
    scale = scale_of(DATE, first)
    assert scale is not None
    last: date = scale.value(scale.most)
    line = Line(world, moved, DATE, scale)

    def at(day: date) -> World:
        return line.world(scale.number(day))

    days = {first, last, *(point for point in break_points(world, moved, names) if first <= point <= last)}
    changes = [change for name in names for change in _joined(_changes(at, name, sorted(days)))]
    order = {name: index for index, name in enumerate(names)}
    changes.sort(key=lambda change: (change.day, order[change.question]))
    passing = sorted(_passing(world, names, first, last) if moved == AS_OF else (), key=lambda one: one.day)
    return Outlook(world, names, moved, first, last, tuple(changes), tuple(passing), tuple(_not_given(world, names)))


def _passing(world: World, names: Iterable[str], first: date, last: date) -> Iterator[Passing]:
    for name in names:
        outcome = world.decide(name)
        day = outcome.value.first_day if isinstance(outcome.value, Month) else outcome.value
        if isinstance(day, date) and first <= day <= last:
            yield Passing(day, name, outcome)


def _not_given(world: World, names: Iterable[str]) -> Iterator[str]:
    vocabulary = world.library.vocabulary
    lines = (line for name in names for line in vocabulary.questions[name].governed_by)
    wanted = {name for line in lines for name in line.names}
    for fact in vocabulary.facts.values():
        if fact.name in wanted and fact.kind == DATE and fact.ask and fact.id not in world.case.facts:
            yield fact.id


def _changes(at: Callable[[date], World], name: str, days: list[date]) -> Iterator[Change]:
    for one, other in pairwise(days):
        before, after = at(one).decide(name), at(other).decide(name)
        if answer(before) == answer(after):
            continue
        day = _first_other(at, name, one, other)
        found = at(day).decide(name)
        if same_grounds(before, found):
            yield Change(day, name, before, found, (), True, other, after.value)
        else:
            yield Change(day, name, before, found, differences(at(day - _ONE_DAY), at(day), name))


def _first_other(at: Callable[[date], World], name: str, one: date, other: date) -> date:
    """The first day after ``one`` with another answer; between break points an answer moves one way only."""
    kept = answer(at(one).decide(name))
    ahead = first_other(0, (other - one).days, lambda days: answer(at(one + days * _ONE_DAY).decide(name)) != kept)
    return one + ahead * _ONE_DAY


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Drifts that follow each other on the same grounds, as one."""
    kept: Change | None = None
    for change in changes:
        if kept and kept.drifts and change.drifts and same_grounds(kept.after, change.after):
            kept = kept._replace(until=change.until, last=change.last)
            continue
        if kept:
            yield kept
        kept = change
    if kept:
        yield kept
