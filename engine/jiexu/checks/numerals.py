"""The numbers a Chinese phrase states, as digits; document numbers and ordinals left out."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from jiexu.law.provision import Parameter

_DIGITS = "〇一二三四五六七八九"
_NAMED = re.compile(
    r"《[^》]*》|[〔\[(（]\d{4}[〕\])）]\d+号|第[一二三四五六七八九十百\d]+[条款项章]|[（(][一二三四五六七八九十\d]+[）)]"
)
_NUMERAL = re.compile(r"\d+(?:\.\d+)?%?|[一二三四五六七八九十百]+(?=个月|个工作日|周岁|年|月|日|倍)")


def numerals(phrase: str) -> Iterator[str]:
    """Yield each number of a phrase in digits.

    >>> list(numerals("超过3个月接续的，按7%；济医保发〔2019〕50号第二条，每四个月延迟，六十三周岁"))
    ['3', '7%', '4', '63']
    """
    for found in _NUMERAL.finditer(_NAMED.sub("", phrase)):
        written = found.group()
        yield written if written[0].isdigit() else str(_from_chinese(written))


def states(phrase: str, value: str) -> bool:
    """True when a phrase states a number, in digits or in Chinese."""
    return value in numerals(phrase)


def written_values(parameter: Parameter) -> set[str]:
    """The ways the numbers of a parameter may be written in its unit, a date part by part."""
    held = [parameter.value, *(value for _, value in parameter.dated), *(value for _, value in parameter.by_choice)]
    return {text for value in held if value is not None for text in _written(value, parameter.times)}


def date_parts(day: date | None) -> set[str]:
    return {str(day.year), str(day.month), str(day.day)} if day else set()


def _written(value: Any, times: int) -> set[str]:
    if isinstance(value, date):
        return date_parts(value)
    if isinstance(value, Decimal):
        return {f"{(value * 100).normalize():f}%", f"{value.normalize():f}"}
    return {str(value // times)}


def _from_chinese(written: str) -> int:
    total, digit = 0, 0
    for character in written:
        if character in "十百":
            total += max(digit, 1) * (len(_DIGITS) if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.index(character)
    return total + digit
