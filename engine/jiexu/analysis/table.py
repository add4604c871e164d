"""The rules on a question as a decision table: derived from what stands at the places on a day, and from nothing else."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jiexu.analysis.condition import HOLDS, Test, split
from jiexu.analysis.definition import Definition, Mention, definitions
from jiexu.analysis.order import precedence
from jiexu.analysis.scope import held_by_places
from jiexu.analysis.words import about_places, said_by
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.expression.grammar import Expression, conjuncts
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Answer, Delegation, Provision, Reading, Rule, Silence
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Voice, overridden
from jiexu.ruleset.standing import RuleSet


class Column(NamedTuple):
    """What the conditions of some rows are about; ``provision`` is where its names have their meaning."""

    subject: Expression
    provision: Provision


class Row(NamedTuple):
    """A statement, its tests by column, and the rules of its own instrument that silence it when they speak."""

    statement: Statement
    cells: tuple[tuple[Test, ...], ...]
    overridden_by: tuple[Statement, ...] = ()

    @property
    def delegates(self) -> bool:
        return isinstance(self.statement.said, Delegation)

    def answer(self, question: Question) -> Answer | None:
        """What it answers by the reading taken; None for a delegation or a declared silence."""
        said = self.statement.said
        return said.then[question.name] if isinstance(said, Rule | Reading) else None


class Table(NamedTuple):
    """Rows in order of precedence, declared silences last.

    ``settled`` are conditions that the places alone meet, which have no column; ``stopped`` statements that one of those
    keeps from ever speaking there, which have no row.
    """

    library: Library
    question: Question
    day: date
    origin: str | None
    destination: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    settled: tuple[tuple[Expression, tuple[Statement, ...]], ...]
    stopped: tuple[tuple[Statement, Expression], ...]
    definitions: tuple[Definition, ...]


def table(library: Library, question: Question, day: date, origin: str | None, destination: str) -> Table:
    """The table of one question at a place, for a transfer from ``origin`` when it is given."""
    world = world_of(library, Case("", day, origin, destination, {}))
    rules = world.rules if origin else RuleSet(library, destination, destination)
    standing = [*rules.standing(question, day), *rules.standing(question, day, silences=True)]
    met: dict[str, tuple[Expression, list[Statement]]] = {}
    stopped: list[tuple[Statement, Expression]] = []
    open_: list[tuple[Statement, list[Test]]] = []
    for statement in sorted(standing, key=lambda one: _order(rules, question, one)):
        rest: list[Test] = []
        for part in (part for line in statement.conditions for part in conjuncts(line)):
            holds = held_by_places(world, question, statement, part)
            if holds is False:
                stopped.append((statement, part))
                break
            if holds is True:
                met.setdefault(part.source, (part, []))[1].append(statement)
            else:
                rest += _tests(library, statement, part)
        else:
            open_.append((statement, rest))
    columns = _columns(library, open_)
    rows = _overriding_first(_row(library, statement, found, columns) for statement, found in open_)
    return Table(
        library,
        question,
        day,
        origin,
        destination,
        tuple(columns.values()),
        tuple(rows),
        tuple((line, tuple(held)) for line, held in met.values()),
        tuple(stopped),
        definitions(rules, day, _mentions(question, rows)),
    )


def _tests(library: Library, statement: Statement, line: Expression) -> list[Test]:
    """What a condition tests; one about the places alone stays whole."""
    return [Test(line, HOLDS)] if about_places(library, line.names) else split(statement.provision, line)


def _order(rules: RuleSet, question: Question, one: Statement) -> tuple[bool, tuple[int, int, int], str, bool]:
    """Silences last; by precedence; a delegation before its instrument's own rules, which it silences."""
    silent, delegates = isinstance(one.said, Silence), isinstance(one.said, Delegation)
    return silent, precedence(rules, question, one), one.instrument.id, not delegates


def _columns(library: Library, open_: Iterable[tuple[Statement, list[Test]]]) -> dict[object, Column]:
    """One column for each subject; of tests that stand in several rows, the more widely used come first."""
    columns: dict[object, Column] = {}
    used: dict[object, int] = {}
    for statement, found in open_:
        for key, test in {said_by(library, statement.provision, test.subject): test for test in found}.items():
            columns.setdefault(key, Column(test.subject, statement.provision))
            used[key] = used.get(key, 0) + 1
    return dict(sorted(columns.items(), key=lambda item: -used[item[0]]))


def _row(library: Library, statement: Statement, found: list[Test], columns: Iterable[object]) -> Row:
    cells: dict[object, list[Test]] = {key: [] for key in columns}
    for test in found:
        cells[said_by(library, statement.provision, test.subject)].append(test)
    return Row(statement, tuple(tuple(cell) for cell in cells.values()))


def _overriding_first(rows: Iterable[Row]) -> list[Row]:
    """Each rule after those of its own instrument that silence it."""
    rows = list(rows)
    voices = {Voice(row.statement, None): row for row in rows}
    silenced: dict[int, list[Statement]] = {}
    for special in voices:
        for general, by in overridden([special, *(one for one in voices if one is not special)]).items():
            if by is special:
                silenced.setdefault(id(voices[general].statement), []).append(special.statement)
    told: list[Row] = []
    waiting = [row._replace(overridden_by=tuple(silenced.get(id(row.statement), ()))) for row in rows]
    while waiting:
        ready = next((row for row in waiting if not _awaits(row, waiting)), waiting[0])
        waiting.remove(ready)
        told.append(ready)
    return told


def _awaits(row: Row, waiting: list[Row]) -> bool:
    others = {id(other.statement) for other in waiting if other is not row}
    return any(id(special) in others for special in row.overridden_by)


def _mentions(question: Question, rows: Iterable[Row]) -> Iterator[Mention]:
    for row in rows:
        for test in (test for cell in row.cells for test in cell):
            yield test.subject, row.statement
            if test.against is not None:
                yield test.against, row.statement
        answer = row.answer(question)
        if isinstance(answer, Expression):
            yield answer, row.statement
