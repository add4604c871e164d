"""Working days, from the dated notices that were loaded and from nothing else."""

from calendar import SATURDAY
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

_ONE_DAY = timedelta(days=1)


class YearNotHeld(Exception):
    """A day was needed whose year no notice was loaded for."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"no notice held for {year}")


class Calendar(NamedTuple):
    """Which days are working days.

    ``moved`` maps a day named by a notice to True (worked) or False (off); ``years`` maps each year held to the
    notice's id; ``provisional_from`` is the first day at the end of the last year that the next notice may still move.
    """

    moved: Mapping[date, bool]
    years: Mapping[int, str]
    provisional_from: date | None = None

    def is_workday(self, day: date) -> bool:
        """True for a working day; raises YearNotHeld rather than guess Monday to Friday."""
        if day.year not in self.years:
            raise YearNotHeld(day.year)
        moved = self.moved.get(day)
        return day.weekday() < SATURDAY if moved is None else moved

    def after(self, day: date, count: int) -> date:
        """The *count*-th working day after *day*, which itself is not counted."""
        while count > 0:
            day += _ONE_DAY
            count -= self.is_workday(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days lie after *first*, up to and with *last*; negative when *last* is the earlier."""
        if last < first:
            return -self.between(last, first)
        days = (first + _ONE_DAY * passed for passed in range(1, (last - first).days + 1))
        return sum(self.is_workday(day) for day in days)

    def is_provisional(self, day: date) -> bool:
        """True for a day that the next yearly notice may still move."""
        return self.provisional_from is not None and day >= self.provisional_from
