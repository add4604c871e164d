"""Which way an answer moved, and how far."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from jiexu.base.month import Month

EARLIER, LATER, MORE, LESS, YES, NO, OTHER = "earlier", "later", "more", "less", "yes", "no", "other"
DIRECTIONS = (EARLIER, LATER, MORE, LESS, YES, NO, OTHER)


class Shift(NamedTuple):
    """``amount`` is never negative, in the ``unit`` (months, days, yuan, rate, count); None where nothing can be counted."""

    direction: str
    amount: int | Decimal | None = None
    unit: str = ""


def shift(was: Any, now: Any, kind: str) -> Shift:
    """From one value of a kind to another that is not the same.

    >>> from jiexu.base.month import Month
    >>> shift(Month(2022, 1), Month(2021, 10), "month")
    Shift(direction='earlier', amount=3, unit='months')
    """
    if isinstance(was, bool) or isinstance(now, bool):
        return Shift(YES if now is True else NO)
    if isinstance(was, Month) and isinstance(now, Month):
        return _moved(now.ordinal - was.ordinal, EARLIER, LATER, "months")
    if isinstance(was, date) and isinstance(now, date):
        return _moved((now - was).days, EARLIER, LATER, "days")
    if isinstance(was, int | Decimal) and isinstance(now, int | Decimal):
        return _moved(now - was, LESS, MORE, kind)
    if kind == "set":
        return Shift(MORE if set(was) < set(now) else LESS if set(now) < set(was) else OTHER)
    return Shift(OTHER)


def _moved(by: Any, below: str, above: str, unit: str) -> Shift:
    return Shift(below if by < 0 else above, abs(by), unit)
