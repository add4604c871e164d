"""What becomes of the situations that a rule spoke of, once it has ended."""

from collections.abc import Iterable
from typing import NamedTuple

from jiexu.analysis.words import about_places, said_by
from jiexu.expression.grammar import conjuncts
from jiexu.law.library import Library, Statement
from jiexu.ruleset.exclusion import exclusive


class Ended(NamedTuple):
    """A rule that has ended, the superior rules that speak of its situations now, and whether of all of them.

    Seen from the words of the conditions alone: two rules that cover a situation only together leave ``wholly`` False.
    """

    statement: Statement
    by: tuple[Statement, ...]
    wholly: bool


def fate_of(library: Library, past: Statement, standing: Iterable[Statement]) -> Ended | None:
    """What took the place of a rule that has ended; None when a rule of its own rank or below took all of it."""
    ranks = library.rank_order
    meeting = [one for one in standing if not exclusive(library, past, one)]
    covering = [one for one in meeting if covers(library, one, past)]
    if any(ranks[one.instrument.rank] >= ranks[past.instrument.rank] for one in covering):
        return None
    return Ended(past, tuple(meeting), bool(covering))


def covers(library: Library, one: Statement, other: Statement) -> bool:
    """True when *one* speaks wherever *other* spoke: each of its conditions is one of the other's, in words and numbers."""
    return _tests(library, one) <= _tests(library, other)


def _tests(library: Library, statement: Statement) -> set[tuple[object, ...]]:
    """The conditions of a statement, joined ones apart; what turns on the two places alone holds or not for both."""
    return {
        said_by(library, statement.provision, part)
        for line in statement.conditions
        for part in conjuncts(line)
        if not about_places(library, part.names)
    }
