"""Days as places on a line: columns of a terminal, or points of a drawing."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jiexu.base.month import Month
from jiexu.base.validity import Validity

_ONE_DAY = timedelta(days=1)
_MOST_YEARS = 12
"""How many years before the day asked about are drawn; what began earlier is drawn from there on."""


class Scale(NamedTuple):
    """``first`` and ``last`` are the days at the two ends of a line that is ``length`` long."""

    first: date
    last: date
    length: int

    def at(self, day: date) -> int:
        """How far along the line a day begins; days beyond an end are at that end."""
        inside = min(max(day, self.first), self.last)
        return (inside - self.first).days * self.length // ((self.last - self.first).days + 1)

    def span(self, days: Validity) -> tuple[int, int] | None:
        """Where these days begin and end on the line, at least 1 apart; None when they lie beyond it."""
        if days.first > self.last or (days.last is not None and days.last < self.first):
            return None
        begins = self.at(days.first)
        ends = self.length if days.last is None or days.last >= self.last else self.at(days.last + _ONE_DAY)
        return begins, max(ends, begins + 1)

    def years(self, apart: int) -> Iterator[tuple[int, int]]:
        """Every year, every other, … and where they begin: as many as leave *apart* between one and the next."""
        count = self.last.year - self.first.year + 1
        step = apart * count // self.length + 1
        for year in range(self.first.year, self.last.year + 1, step):
            yield year, self.at(date(year, 1, 1))


def scale_for(validities: Iterable[Validity], day: date, length: int) -> Scale:
    """Whole years around all the edges and the day, but no more than a dozen years before it."""
    edges = {day}
    for validity in validities:
        edges |= {validity.first} | ({validity.last} if validity.last else set())
    first = max(min(edges).year, day.year - _MOST_YEARS)
    last = min(max(edges).year + 1, day.year + _MOST_YEARS, date.max.year)
    return Scale(date(min(first, day.year), 1, 1), Month(max(last, day.year), 12).last_day, length)
