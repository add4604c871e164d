"""Calendar months: a type of their own, so that a month is never a day and never a number."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

MONTHS_A_YEAR = 12
_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


class Month(NamedTuple):
    """A calendar month; earlier months sort first."""

    year: int
    month: int

    @property
    def ordinal(self) -> int:
        """Months since year 0; consecutive months differ by 1."""
        return self.year * MONTHS_A_YEAR + self.month - 1

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> "Month":
        """The month *months* later, or earlier when negative.

        >>> str(Month(2021, 12).plus(1)), str(Month(2021, 1).plus(-1))
        ('2022-01', '2020-12')
        """
        year, month = divmod(self.ordinal + months, MONTHS_A_YEAR)
        if not date.min.year <= year <= date.max.year:
            raise OverflowError(f"no calendar reaches year {year}")
        return Month(year, month + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(day.year, day.month)


def parse_month(text: str) -> Month:
    """Read ``2021-03``; anything else raises ValueError."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise ValueError(text)
    year, month = int(written[1]), int(written[2])
    date(year, month, 1)
    return Month(year, month)
