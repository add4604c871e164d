"""A length of time on the command line."""

import re
from datetime import date, timedelta

import click

from jiexu.base.month import MONTHS_A_YEAR, month_of

_WRITTEN = re.compile(r"(\d{1,5})(d|m|y|天|个月|月|年)?", re.ASCII)
_MONTHS = {"m": 1, "个月": 1, "月": 1, "y": MONTHS_A_YEAR, "年": MONTHS_A_YEAR}


class Span(click.ParamType[str]):
    """A number of days, months or years: 180d, 6m, 1y; checked here, counted from a day by ``after``."""

    name = "span"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _WRITTEN.fullmatch(str(value)):
            self.fail(f"「{value}」不是一段时间，写成 180d、6m 或 1y 的样子", param, ctx)
        return str(value)


def after(day: date, span: str) -> date:
    """The day a span later; the last day of all calendars when there is none so late.

    >>> str(after(date(2025, 8, 31), "6m")), str(after(date(2025, 8, 31), "180d"))
    ('2026-02-28', '2026-02-27')
    """
    written = _WRITTEN.fullmatch(span)
    assert written is not None
    count, unit = int(written[1]), written[2] or "d"
    try:
        if unit not in _MONTHS:
            return day + timedelta(days=count)
        month = month_of(day).plus(count * _MONTHS[unit])
    except OverflowError:
        return date.max
    return min(month.first_day + timedelta(days=day.day - 1), month.last_day)
