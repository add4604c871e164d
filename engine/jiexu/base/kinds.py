"""Kinds of values: how each is written, read and printed as data."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from jiexu.base.money import parse_rate, parse_yuan
from jiexu.base.month import parse_month

MOST_DIGITS = 12


class Kind(NamedTuple):
    """What a value is; ``members`` are the names of a choice or of a set's terms, in their declared order."""

    name: str
    members: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


YES_NO = Kind("yes_no")
DATE = Kind("date")
MONTH = Kind("month")
MONTHS = Kind("months")
DAYS = Kind("days")
COUNT = Kind("count")
YUAN = Kind("yuan")
RATE = Kind("rate")
PLACE = Kind("place")
PERIODS = Kind("periods")
ANY = Kind("unknown")
"""The kind of a name whose own line is wrong: that is told there, and nothing that rests on it is wrong for it."""
PLAIN = {kind.name: kind for kind in (YES_NO, DATE, MONTH, MONTHS, DAYS, COUNT, YUAN, RATE, PLACE, PERIODS)}


def parse_date(text: str) -> date:
    """Read ``2021-03-20``; anything else, 2021-02-30 too, raises ValueError."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def parse_count(text: str) -> int:
    """Read a whole number, never negative; anything else raises ValueError."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise ValueError(text)
    return int(text)


_READERS = {
    "date": parse_date,
    "month": parse_month,
    "months": parse_count,
    "days": parse_count,
    "count": parse_count,
    "yuan": parse_yuan,
    "rate": parse_rate,
}


def read_plain(kind: Kind, text: str) -> Any:
    """The value that *text* writes, for a kind that needs no declared names; ValueError when it writes none."""
    return _READERS[kind.name](text)


def as_text(value: Any) -> str:
    """A value as data: dates and months in ISO form, yuan with two decimals, a rate without an exponent."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)
