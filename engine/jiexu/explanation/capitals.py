"""Amounts in Chinese capitals, as they are written on vouchers."""

from collections.abc import Callable
from decimal import Decimal

from jiexu.base.money import to_fen

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUP = len(_PLACES)


def capitals(amount: Decimal) -> str:
    """An amount of yuan, never negative, in capitals; below one yuan the yuan are not named.

    >>> capitals(Decimal("16800")), capitals(Decimal("1234.56")), capitals(Decimal("100.05"))
    ('壹万陆仟捌佰元整', '壹仟贰佰叁拾肆元伍角陆分', '壹佰元零伍分')
    """
    whole, _, part = f"{to_fen(amount):f}".partition(".")
    ten, one = (_DIGITS[int(digit)] for digit in part)
    yuan = f"{_whole(whole.lstrip('0'))}元" if int(whole) else ""
    if not int(part):
        return f"{yuan or _DIGITS[0] + '元'}整"
    if ten == _DIGITS[0]:
        return f"{yuan}{ten if yuan else ''}{one}分"
    return f"{yuan}{ten}角" + ("整" if one == _DIGITS[0] else f"{one}分")


def _whole(digits: str) -> str:
    return _linked(digits, _GROUP * 2, "亿", _whole, _thousands)


def _thousands(digits: str) -> str:
    """At most eight digits."""
    return _linked(digits, _GROUP, "万", _group, _group)


def _linked(digits: str, count: int, name: str, high: Callable[[str], str], low: Callable[[str], str]) -> str:
    """The digits before the last *count*, their name, and the last ones; a zero that leads these is named once."""
    first, last = digits[:-count], digits[-count:]
    before, after = high(first) if first.strip("0") else "", low(last)
    gap = _DIGITS[0] if before and after and last.startswith("0") else ""
    return (before + name if before else "") + gap + after


def _group(digits: str) -> str:
    """At most four digits; zeros between two others are named once, those at the ends not at all."""
    said = ""
    for digit, place in zip(digits, reversed(_PLACES[: len(digits)]), strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + place
        elif said and not said.endswith(_DIGITS[0]):
            said += _DIGITS[0]
    return said.rstrip(_DIGITS[0])
