"""One thing that is otherwise in one law than in another, and the small differences that every part of it has."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jiexu.expression.grammar import Expression


class Part(NamedTuple):
    """``was`` is None for what is new, ``now`` for what is gone.

    ``name`` tells which of its kind it is, ``of`` the rule, reading or step it is in.
    """

    part: str
    was: Any
    now: Any
    name: str = ""
    of: str = ""


def lines(part: str, was: Iterable[Expression], now: Iterable[Expression], of: str) -> Iterator[Part]:
    """Conditions that are new, gone or, where as many went as came, others."""
    gone, come = _rest(was, now), _rest(now, was)
    if len(gone) == len(come):
        yield from (Part(part, before, after, of=of) for before, after in zip(gone, come, strict=True))
    else:
        yield from (Part(part, line, None, of=of) for line in gone)
        yield from (Part(part, None, line, of=of) for line in come)


def quoted(was: tuple[str, ...], now: tuple[str, ...], name: str = "") -> Iterator[Part]:
    """The phrases quoted, where they are others."""
    if was != now:
        yield Part("quotation", was or None, now or None, name)


def _rest(lines: Iterable[Expression], others: Iterable[Expression]) -> Sequence[Expression]:
    known = {line.source for line in others}
    return [line for line in lines if line.source not in known]
