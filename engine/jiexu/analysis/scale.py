"""Values that have an order, counted off as whole numbers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from jiexu.base.kinds import MOST_DIGITS, Kind
from jiexu.base.month import MONTHS_A_YEAR, Month
from jiexu.decision.contradiction import FAR_YEARS

_FEN = 100
_HUNDREDTHS_OF_PERCENT = 100 * 100
_FARTHEST = Month(1, 1)


class Scale(NamedTuple):
    """``number`` counts a value off and ``value`` gives it back; ``least`` and ``most`` are the numbers a case file may write."""

    number: Callable[[Any], int]
    value: Callable[[int], Any]
    least: int
    most: int


def scale_of(kind: Kind, around: date) -> Scale | None:
    """The scale of a kind in a case decided around a day; None for a kind without an order (choices, places, periods).

    Dates and months reach as far as a case file lets them, a century to either side.

    >>> scale = scale_of(Kind("month"), date(2021, 3, 20))
    >>> str(scale.value(scale.most)), scale.number(Month(2021, 4)) - scale.number(Month(2020, 12))
    ('2121-12', 4)
    """
    first = max(around.year - FAR_YEARS, date.min.year)
    last = min(around.year + FAR_YEARS, date.max.year)
    if kind.name == "date":
        return Scale(
            date.toordinal, date.fromordinal, date(first, 1, 1).toordinal(), Month(last, 12).last_day.toordinal()
        )
    if kind.name == "month":
        return Scale(_ordinal, _month, Month(first, 1).ordinal, Month(last, 12).ordinal)
    if kind.name == "months":
        return Scale(int, int, 0, FAR_YEARS * MONTHS_A_YEAR)
    if kind.name in ("count", "days"):
        return Scale(int, int, 0, int("9" * MOST_DIGITS))
    if kind.name == "yuan":
        return Scale(_fen, _yuan, 0, int("9" * MOST_DIGITS) * _FEN)
    if kind.name == "rate":
        return Scale(_hundredths, _rate, 0, _HUNDREDTHS_OF_PERCENT)
    return None


def _ordinal(month: Month) -> int:
    return month.ordinal


def _month(number: int) -> Month:
    return _FARTHEST.plus(number - _FARTHEST.ordinal)


def _fen(amount: Decimal) -> int:
    return int(amount * _FEN)


def _yuan(number: int) -> Decimal:
    return Decimal(number) / _FEN


def _hundredths(rate: Decimal) -> int:
    return int(rate * _HUNDREDTHS_OF_PERCENT)


def _rate(number: int) -> Decimal:
    return Decimal(number) / _HUNDREDTHS_OF_PERCENT
