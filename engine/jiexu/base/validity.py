"""The days on which a provision is law."""

from datetime import date
from typing import NamedTuple


class Validity(NamedTuple):
    """A closed interval of days.

    Both ends are inside: a notice valid until 2025-08-31 still governs that day. ``last`` is None when
    no end was written, which does not say that there is none: a later instrument may still repeal it.
    """

    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """True when *day* lies inside, both ends included."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: "Validity") -> bool:
        """True when some day lies in both."""
        return (other.last is None or self.first <= other.last) and (self.last is None or other.first <= self.last)
