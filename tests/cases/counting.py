"""Months and working days counted another way than the engine does."""

from datetime import date, timedelta

import chinese_calendar


def number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def after(day: str, count: int) -> str:
    """The day itself not counted; working days by the calendar of another project."""
    at = date.fromisoformat(day)
    while count:
        at += timedelta(days=1)
        count -= chinese_calendar.is_workday(at)
    return str(at)
