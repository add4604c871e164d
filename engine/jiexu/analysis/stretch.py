"""Days on which the same statements stand on a question, and who answers it then."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jiexu.analysis.grounding import Grounds
from jiexu.analysis.succession import Ended, fate_of
from jiexu.base.validity import Validity
from jiexu.law.library import Statement
from jiexu.law.provision import Delegation
from jiexu.law.vocabulary import Question
from jiexu.ruleset.exclusion import exclusive
from jiexu.ruleset.standing import RuleSet

RULED = "ruled"
PARTLY = "partly"
RESURFACED = "resurfaced"
LEFT = "left"
LAPSED = "lapsed"
NOTHING = "nothing"
STATES = (RULED, RESURFACED, PARTLY, LEFT, LAPSED, NOTHING)
"""How a question stands, best first: every situation that was ever regulated still is; a superior rule took over; some
situation may have lost its rule; all is left to ranks below that say nothing; all lapsed; nothing is or was on it."""
OPEN = (PARTLY, LEFT, LAPSED)

_ONE_DAY = timedelta(days=1)


class Handed(NamedTuple):
    """A delegation in force, and the statements below it that may answer what it leaves open."""

    statement: Statement
    by: tuple[Statement, ...]


class Groundless(NamedTuple):
    """A statement in force, and the questions it turns on that nothing in force answers."""

    statement: Statement
    questions: tuple[Question, ...]


class Stretch(NamedTuple):
    """Days between two edges, on which the same statements stand; the lists are in order of precedence.

    ``rules`` are those that no delegation in force calls for; ``ended`` those that spoke earlier and left some situation to
    a superior rule, or to none; ``groundless`` those in force that cannot speak, since nothing in force answers the
    questions they turn on.
    """

    days: Validity
    state: str
    rules: tuple[Statement, ...]
    handed: tuple[Handed, ...]
    silences: tuple[Statement, ...]
    ended: tuple[Ended, ...]
    groundless: tuple[Groundless, ...]

    def says_as(self, other: "Stretch") -> bool:
        """True when nothing but the days differs."""
        return self._replace(days=other.days) == other


def between(validities: Iterable[Validity]) -> Iterator[Validity]:
    """The stretches of days between the edges of these validities, from the first edge on; the last one is open.

    >>> [str(one.first) for one in between([Validity(date(2020, 9, 1), date(2025, 8, 31))])]
    ['2020-09-01', '2025-09-01']
    """
    firsts = sorted({day for validity in validities for day in edges(validity)})
    for index, first in enumerate(firsts):
        yield Validity(first, firsts[index + 1] - _ONE_DAY if index + 1 < len(firsts) else None)


def edges(validity: Validity) -> tuple[date, ...]:
    """The first day inside, and the first day after."""
    ends = validity.last is not None and validity.last < date.max
    return (validity.first, validity.last + _ONE_DAY) if ends and validity.last else (validity.first,)


def stretch(
    rules: RuleSet,
    question: Question,
    held: tuple[Statement, ...],
    silences: tuple[Statement, ...],
    days: Validity,
    grounds: Grounds,
) -> Stretch:
    """How a question stands on some days, of what is held on it and declared silent; no edge lies inside the days."""
    standing = [one for one in held if one.provision.validity.covers(days.first)]
    unfounded = ((one, grounds.missing(question.name, one, days.first)) for one in standing)
    groundless = tuple(Groundless(one, missing) for one, missing in unfounded if missing)
    mute = {id(one.statement) for one in groundless}
    standing = [one for one in standing if id(one) not in mute]
    speaking = [one for one in standing if not isinstance(one.said, Delegation)]
    ranks = rules.library.rank_order
    handed = tuple(
        Handed(
            one,
            tuple(
                other
                for other in speaking
                if ranks[other.instrument.rank] > ranks[one.instrument.rank]
                and not exclusive(rules.library, one, other)
            ),
        )
        for one in standing
        if isinstance(one.said, Delegation)
    )
    filling = {id(other) for one in handed for other in one.by}
    past = [one for one in held if _is_over(one, days.first) and not isinstance(one.said, Delegation)]
    fates = (fate_of(rules.library, one, speaking) for one in past)
    ended = tuple(one for one in fates if one is not None)
    return Stretch(
        days,
        _state(speaking, handed, ended, groundless),
        tuple(one for one in speaking if id(one) not in filling),
        handed,
        tuple(one for one in silences if one.provision.validity.covers(days.first)),
        ended,
        groundless,
    )


def _state(
    speaking: list[Statement], handed: tuple[Handed, ...], ended: tuple[Ended, ...], groundless: tuple[Groundless, ...]
) -> str:
    if not speaking:
        return LAPSED if ended or groundless else LEFT if handed else NOTHING
    if groundless or any(not one.wholly for one in ended) or any(not one.by for one in handed):
        return PARTLY
    return RESURFACED if ended else RULED


def _is_over(statement: Statement, day: date) -> bool:
    last = statement.provision.validity.last
    return last is not None and last < day
