"""The third truth value: not known, and why."""

from datetime import date
from typing import Any, NamedTuple, TypeGuard


class Unknown(NamedTuple):
    """A value that could not be had.

    ``facts`` are ids of facts nobody gave, in the order they were met; ``questions`` are ids of questions this
    rests on that came out without a value; ``failures`` say what a function could not do (a year not held).
    """

    facts: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    failures: tuple["Failure", ...] = ()

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false")


class Failure(NamedTuple):
    """What the law held did not reach: a year of working days, or a dated number before the day of its first value."""

    year: int
    number: str = ""
    first: date | None = None


def is_unknown(value: Any) -> TypeGuard[Unknown]:
    return type(value) is Unknown


def merged(values: list[Unknown]) -> Unknown:
    """One unknown that carries the causes of all, each once, in order."""
    if len(values) == 1:
        return values[0]
    return Unknown(
        tuple(dict.fromkeys(fact for value in values for fact in value.facts)),
        tuple(dict.fromkeys(question for value in values for question in value.questions)),
        tuple(dict.fromkeys(failure for value in values for failure in value.failures)),
    )
