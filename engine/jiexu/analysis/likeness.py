"""When two outcomes of a question are the same to a person, or differ only because something moved."""

from typing import Any

from jiexu.decision.outcome import Outcome


def answer(outcome: Outcome) -> tuple[object, ...]:
    """What a person would notice: the status, the value, and what is missing or in the way."""
    return outcome.status, outcome.value, outcome.missing, outcome.rests_on


def same_grounds(one: Outcome, other: Outcome) -> bool:
    """True when the same statement decides both, whatever stands beside it: only a number or a day in the answer differs."""
    mine, theirs = ([id(statement.said) for statement in outcome.sources[:1]] for outcome in (one, other))
    return one.determined and other.determined and mine == theirs and not _is_one_of_few(one.value)


def _is_one_of_few(value: Any) -> bool:
    """A choice, a place, yes or no, a set: another one is another answer, not the same one moved on."""
    return isinstance(value, str | bool) or (isinstance(value, tuple) and not hasattr(value, "ordinal"))
