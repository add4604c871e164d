"""What examples and cases have seen of each clause: every rule stand in a finding, every condition true, false and unknown."""

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.expression.functions import FACT, FUNCTIONS
from jiexu.expression.grammar import Expression, walk
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Delegation, Provision, Rule, Silence
from jiexu.regression.mutant import DELEGATION, READING, RULE, SCOPE, SILENCE, Site
from jiexu.regression.trial import Trial
from jiexu.regression.watch import FALSE, SPOKEN, TRIED, TRUE, UNKNOWN, Watch, watched

TAKE, ANSWER, WHEN, WITHIN, TEST = "take", "answer", "when", "within", "test"
SPEAKING = (RULE, DELEGATION, SILENCE, TAKE, ANSWER)
"""Points that are seen or not."""
CONDITIONS = (SCOPE, WHEN, WITHIN, TEST)
"""Points that are seen true, false and unknown."""


class Point(NamedTuple):
    """One thing to see of a clause: ``wanted`` marks, of which ``seen`` were; ``text`` is a line or a question as written."""

    kind: str
    site: Site
    text: str
    where: Location
    wanted: tuple[str, ...]
    seen: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(mark for mark in self.wanted if mark not in self.seen)


class ClauseCoverage(NamedTuple):
    """A clause that says something to decide by, with its points in written order."""

    instrument: Instrument
    provision: Provision
    points: tuple[Point, ...]

    @property
    def open(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.missing)


class Tally(NamedTuple):
    """Marks seen of marks wanted."""

    seen: int
    wanted: int

    @property
    def percent(self) -> int:
        """Whole percent, never rounded up: 100 is all of them."""
        return 100 * self.seen // self.wanted if self.wanted else 100


def tally(clauses: Iterable[ClauseCoverage], *kinds: str) -> Tally:
    """The marks of the points of these kinds; of all points when none is named."""
    points = [point for clause in clauses for point in clause.points if not kinds or point.kind in kinds]
    return Tally(sum(len(point.seen) for point in points), sum(len(point.wanted) for point in points))


def covered(library: Library, trials: Iterable[Trial]) -> tuple[ClauseCoverage, ...]:
    """What the trials see of each clause, in the order of the files."""
    seen = _Seen(watched(library, trial) for trial in trials)
    clauses = (
        ClauseCoverage(instrument, provision, tuple(seen.points(provision)))
        for instrument in library.instruments.values()
        for provision in instrument.provisions
    )
    return tuple(clause for clause in clauses if clause.points)


class _Seen:
    """The marks of all trials together."""

    def __init__(self, watches: Iterable[Watch]) -> None:
        self.lines: dict[Location, set[str]] = {}
        self.spoken: set[tuple[Location, str]] = set()
        self.touched: set[Location] = set()
        for watch in watches:
            for where, marks in watch.seen.items():
                self.lines.setdefault(where, set()).update(marks)
            self.spoken |= watch.spoken
            self.touched |= watch.touched

    def points(self, provision: Provision) -> Iterator[Point]:
        if provision.applies_to is not None:
            yield self._condition(SCOPE, Site(SCOPE, "", provision.applies_to.where), provision.applies_to)
        for reading in provision.readings:
            site = Site(READING, reading.name, reading.where)
            for name, line in reading.then.items():
                yield self._said(TAKE, site, f"{reading.take} {name}", line.where, line.where in self.lines)
            for take, then in reading.instead:
                for name, line in then.items():
                    yield self._said(TAKE, site, f"{take} {name}", line.where, line.where in self.touched)
        for rule in provision.rules:
            yield from self._rule(Site(RULE, rule.name, rule.where), rule)
        for number, delegation in enumerate(provision.delegations, 1):
            site = Site(DELEGATION, f"#{number}", delegation.where)
            yield from self._about(site, delegation)
            yield from (self._condition(WITHIN, site, line) for line in delegation.within)
        for number, silence in enumerate(provision.silences, 1):
            yield from self._about(Site(SILENCE, f"#{number}", silence.where), silence)

    def _rule(self, site: Site, rule: Rule) -> Iterator[Point]:
        stood = any((rule.where, name) in self.spoken for name in rule.then)
        yield self._said(RULE, site, " ".join(rule.then), rule.where, stood)
        yield from (self._condition(WHEN, site, line) for line in rule.when)
        for name, answer in rule.then.items():
            if isinstance(answer, Expression) and _is_test(answer):
                yield self._condition(TEST, site, answer)
            elif len(rule.then) > 1:
                yield self._said(ANSWER, site, name, rule.where, (rule.where, name) in self.spoken)

    def _about(self, site: Site, said: Delegation | Silence) -> Iterator[Point]:
        for name in said.about:
            yield self._said(site.kind, site, name, said.where, (said.where, name) in self.spoken)
        yield from (self._condition(WHEN, site, line) for line in said.when)

    def _said(self, kind: str, site: Site, text: str, where: Location, seen: bool) -> Point:
        wanted = (TRIED if kind == TAKE else SPOKEN,)
        return Point(kind, site, text, where, wanted, wanted if seen else ())

    def _condition(self, kind: str, site: Site, line: Expression) -> Point:
        wanted = (TRUE, FALSE, UNKNOWN) if _may_be_unknown(line) else (TRUE, FALSE)
        marks = self.lines.get(line.where, set())
        return Point(kind, site, line.source, line.where, wanted, tuple(mark for mark in wanted if mark in marks))


def _is_test(line: Expression) -> bool:
    """True for an answer that comes out yes or no by what it compares."""
    return isinstance(line.tree, ast.Compare | ast.BoolOp) or (
        isinstance(line.tree, ast.UnaryOp) and isinstance(line.tree.op, ast.Not)
    )


def _may_be_unknown(line: Expression) -> bool:
    """False for a line that asks only whether facts were given."""
    asked = {id(node.args[0]) for node in walk(line.tree) if isinstance(node, ast.Call) and _asks_for_a_fact(node)}
    called = {id(node.func) for node in walk(line.tree) if isinstance(node, ast.Call)}
    return any(isinstance(node, ast.Name) and id(node) not in asked | called for node in walk(line.tree))


def _asks_for_a_fact(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and FUNCTIONS[node.func.id].takes[0] is FACT
