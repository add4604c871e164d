"""Citizen identity numbers, as GB 11643 makes them."""

import re

from jiexu.base.kinds import parse_date

_SIGNS = "0123456789X"
"""The signs by their value; there are as many as the standard's modulus, since the check sign may be ten."""
_NUMBER = re.compile(r"(?P<area>\d{6})(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})\d{3}[\dX]", re.ASCII)
_OLD = re.compile(r"\d{15}", re.ASCII)


def fault(number: str, day: str, provinces: frozenset[str]) -> str:
    """What is wrong with an identity number on a day (ISO): old, signs, area, born, check; empty when nothing is.

    *provinces* are the first two digits that an area may have. Numbers of fifteen digits were replaced long ago.

    >>> fault("11010519491231002X", "2025-01-01", frozenset(["11"]))
    ''
    >>> fault("110105194912310021", "2025-01-01", frozenset(["11"]))
    'check'
    """
    if _OLD.fullmatch(number):
        return "old"
    written = _NUMBER.fullmatch(number)
    if written is None:
        return "signs"
    if not number.startswith(tuple(provinces)):
        return "area"
    born = "-".join(written.group("year", "month", "day"))
    try:
        parse_date(born)
    except ValueError:
        return "born"
    if born > day:
        return "born"
    return "" if _remainder(number) == 1 else "check"


def _remainder(number: str) -> int:
    """What the signs leave, each doubled once for every sign that follows it; 1 when the check sign is right (ISO 7064)."""
    remainder = 0
    for sign in number:
        remainder = (remainder * 2 + _SIGNS.index(sign)) % len(_SIGNS)
    return remainder
