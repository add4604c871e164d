"""Moved findings in groups that an officer can take in: by the clause that moved, by what changed, by question."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from jiexu.base.kinds import YUAN
from jiexu.law.vocabulary import Question
from jiexu.regression.impact import Impact
from jiexu.regression.moved import ANSWER, KINDS, Cause, Moved
from jiexu.regression.shift import DIRECTIONS, Shift

_WAYS = (*DIRECTIONS, *KINDS)


class Total(NamedTuple):
    """How many findings moved one way, and how far together; ``amount`` is None where nothing can be counted."""

    direction: str
    findings: int
    amount: int | Decimal | None
    unit: str


class Group(NamedTuple):
    """Findings on one question that moved alike between the same two clauses."""

    question: Question
    kind: str
    moved: tuple[Moved, ...]

    @property
    def totals(self) -> tuple[Total, ...]:
        return totals(self.moved)


class Move(NamedTuple):
    """All that moved between two clauses (citations, empty where none decides), and what in the law moved it."""

    before: str
    after: str
    causes: tuple[Cause, ...]
    groups: tuple[Group, ...]


def moves(found: Impact) -> tuple[Move, ...]:
    """The moved findings but for mere remarks, by their two clauses in the order of the law, then by what changed, then by question."""
    by_clause: dict[tuple[str, str], list[Moved]] = {}
    for one in found.telling:
        by_clause.setdefault(one.deciders, []).append(one)
    order = _order(found)
    keys = sorted(by_clause, key=lambda key: (order.get(key[1] or key[0], len(order)), order.get(key[0], -1)))
    return tuple(Move(*key, _causes(found, by_clause[key]), _groups(by_clause[key])) for key in keys)


def totals(moved: Iterable[Moved]) -> tuple[Total, ...]:
    """How the answers among them moved, direction by direction, those of different units apart.

    Amounts that come or go whole are no move: they are told under what changed (decided, lapsed, …).
    """
    shifts = [shift for one in moved if (shift := one.shift if one.kind == ANSWER else _whole(one))]
    ways = dict.fromkeys((one.direction, one.unit) for one in shifts)
    found = []
    for direction, unit in sorted(ways, key=lambda way: _WAYS.index(way[0])):
        alike = [one.amount for one in shifts if (one.direction, one.unit) == (direction, unit)]
        counted = [amount for amount in alike if amount is not None]
        found.append(Total(direction, len(alike), sum(counted) if counted else None, unit))
    return tuple(found)


def _whole(one: Moved) -> Shift | None:
    """The amount of a finding that has one on one side only."""
    sides = (finding for finding in (one.before, one.after) if finding and finding.question.kind == YUAN)
    values = [finding.outcome.value for finding in sides if finding.outcome.determined]
    return Shift(one.kind, values[0], YUAN.name) if len(values) == 1 else None


def count_cases(moved: Iterable[Moved]) -> int:
    """How many cases the findings belong to."""
    return len({one.case.file for one in moved})


def by_kind(found: Iterable[Moved]) -> dict[str, tuple[Moved, ...]]:
    """The findings by what changed, in the order of KINDS; only what occurs."""
    held = list(found)
    kinds = {kind: tuple(one for one in held if one.kind == kind) for kind in KINDS}
    return {kind: those for kind, those in kinds.items() if those}


def by_question(found: Iterable[Moved]) -> dict[str, tuple[Moved, ...]]:
    """The findings by question (ids), in the order in which they were met."""
    questions: dict[str, list[Moved]] = {}
    for one in found:
        questions.setdefault(one.question.id, []).append(one)
    return {id_: tuple(those) for id_, those in questions.items()}


def _groups(moved: list[Moved]) -> tuple[Group, ...]:
    return tuple(
        Group(those[0].question, kind, those)
        for kind, alike in by_kind(moved).items()
        for those in by_question(alike).values()
    )


def _causes(found: Impact, moved: Iterable[Moved]) -> tuple[Cause, ...]:
    """What moved any of them, in the order in which the law's changes are told."""
    clauses: dict[int, set[str]] = {}
    for cause in (cause for one in moved for cause in one.causes):
        clauses.setdefault(cause.change, set()).update(cause.clauses)
    return tuple(
        Cause(change, tuple(clause for clause in found.law[change].clauses if clause in clauses[change]))
        for change in sorted(clauses)
    )


def _order(found: Impact) -> dict[str, int]:
    citations = [
        instrument.cite(provision.clause)
        for side in (found.new, found.old)
        for instrument in side.library.instruments.values()
        for provision in instrument.provisions
    ]
    return {citation: place for place, citation in enumerate(dict.fromkeys(citations))}
