"""What became of one question in one world."""

from datetime import date
from typing import Any, NamedTuple

from jiexu.law.library import Statement
from jiexu.ruleset.precedence import Walk

DETERMINED = "determined"
CONFLICT = "conflict"
PENDING = "pending"
NOT_IN_FORCE = "not_in_force"
SILENT = "silent"
UNFILLED = "unfilled"
NOT_APPLICABLE = "not_applicable"
TRAVELS = (CONFLICT, NOT_IN_FORCE, SILENT, UNFILLED, NOT_APPLICABLE, PENDING)
"""The order in which an undetermined question gives its status to one that rests on it."""


NO_WALK = Walk()


class Lapse(NamedTuple):
    """Why nothing in force answers: the provisions, or years of working days, that do, and the day nearest to the governing one."""

    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    last: date | None = None
    first: date | None = None


class Outcome(NamedTuple):
    """``touched`` are the facts (ids), readings and grades of evidence it turned on; another world that changes none of them agrees.

    ``missing`` are fact ids, most useful first; ``rests_on`` ids of undetermined questions; ``statements`` those a silence,
    an unfilled delegation or a not_applicable is about; ``whatever`` ids of unknown facts whose every value gives this outcome.
    """

    status: str
    day: date | None = None
    value: Any = None
    walk: Walk = NO_WALK
    missing: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    lapse: Lapse | None = None
    provisional: date | None = None
    whatever: tuple[str, ...] = ()
    touched: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()

    def says_as(self, other: "Outcome") -> bool:
        """True when a question that rests on this one cannot tell it from the other."""
        mine, theirs = ((one.status, one.day, one.value, one.missing, one.rests_on) for one in (self, other))
        return self is other or mine == theirs

    @property
    def determined(self) -> bool:
        return self.status == DETERMINED

    @property
    def sources(self) -> tuple[Statement, ...]:
        """The statements a finding cites: its deciders, else those a lapse, silence or unfilled delegation is about."""
        if self.walk.deciders:
            return tuple(voice.statement for voice in self.walk.deciders)
        if self.rests_on or self.status == NOT_APPLICABLE:
            return ()
        return self.lapse.statements if self.lapse else self.statements
