"""A day on the command line."""

from datetime import date

import click

from jiexu.base.kinds import parse_date


class Day(click.ParamType[date]):
    """A day, written 2021-08-15."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except ValueError:
            self.fail(f"「{value}」不是日期，写成 2021-08-15 的样子", param, ctx)
