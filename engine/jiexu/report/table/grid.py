"""A decision table in words: headings, cells, and what is explained beneath; the same for every form of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiexu.analysis.condition import FAILS, HOLDS, Test
from jiexu.analysis.definition import Definition, Meaning
from jiexu.analysis.table import Row, Table
from jiexu.explanation.law_wording import LawWording
from jiexu.expression.grammar import Expression
from jiexu.law.provision import Answer, Delegation, Provision, Silence
from jiexu.report.table.labels import TABLE_LANGUAGES

YES, NO, ANY = "✓", "✗", "—"
_SIGNS = {"==": "＝", "!=": "≠", "<": "＜", "<=": "≤", ">": "＞", ">=": "≥"}


class Note(NamedTuple):
    """A line beneath the table, under a heading if it has one."""

    heading: str
    text: str


class Grid(NamedTuple):
    """``conditions`` are the headings of the columns before the answer; every row has a cell for each of ``headings``."""

    title: str
    conditions: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...]
    marks: tuple[str, ...]


def grid(table: Table, language: str = "zh") -> Grid:
    """The table in ``zh`` or ``en``."""
    return _Words(table, language).grid()


class _Words:
    def __init__(self, table: Table, language: str) -> None:
        self.table = table
        self.wording = LawWording(table.library, language)
        self.labels = TABLE_LANGUAGES[language]
        self.question = table.question

    def grid(self) -> Grid:
        wording, table, labels = self.wording, self.table, self.labels
        conditions = tuple(self._line(column.subject, None) for column in table.columns)
        headings = (labels["number"], *conditions, labels["answer"], labels["clause"], labels["validity"])
        rows = tuple(self._row(number, row) for number, row in enumerate(table.rows, 1))
        where = wording.place(table.destination)
        if table.origin:
            where = f"{wording.place(table.origin)}{wording.labels['arrow']}{where}"
        title = self._tell("title", question=wording.term(self.question), where=where, day=str(table.day))
        title += wording.known()
        marks = tuple(labels[name] for name in ("mark_yes", "mark_no", "mark_any")) if conditions else ()
        return Grid(title, conditions, headings, rows, tuple(self._notes(where)), marks)

    def _tell(self, label: str, **values: str) -> str:
        return self.labels[label].format(**values)

    def _row(self, number: int, row: Row) -> tuple[str, ...]:
        cells = (self._cell(row.statement.provision, tests) for tests in row.cells)
        cited = self.wording.citation(row.statement)
        if row.overridden_by:
            cited += self.wording.labels["stop"] + self._tell("overridden", by=self.wording.cited(row.overridden_by))
        return str(number), *cells, self._answer(row), cited, self.wording.validity(row.statement.provision.validity)

    def _cell(self, provision: Provision, tests: Iterable[Test]) -> str:
        return self.wording.labels["comma"].join(self._test(provision, test) for test in tests) or ANY

    def _test(self, provision: Provision, test: Test) -> str:
        if test.against is None:
            return {HOLDS: YES, FAILS: NO}[test.sign]
        side = self._line(test.against, provision)
        is_choice = test.sign == "==" and test.against.source in self.table.library.vocabulary.bare_names
        return side if is_choice else _SIGNS[test.sign] + side

    def _line(self, line: Expression, provision: Provision | None) -> str:
        """A line in words, the numbers of its provision in place of their names; a lone name as it is called."""
        parameters = {name: provision.parameter(name) for name in line.names} if provision else {}
        values = {name: self.wording.number(held) for name, held in parameters.items() if held}
        if line.source in values:
            return values[line.source]
        return self._name(line.source) if (line.source,) == line.names else self.wording.condition(line.source, values)

    def _name(self, name: str) -> str:
        """A name alone: a term, a choice, or one of the provision's own."""
        for term in self.table.library.vocabulary.terms:
            if name in term.kind.members:
                return self.wording.value(name, term.kind._replace(name="choice"), term.ids)
        return self.wording.label(name)

    def _answer(self, row: Row) -> str:
        said, provision = row.statement.said, row.statement.provision
        if isinstance(said, Silence):
            return self._tell("silent", says=said.says)
        if isinstance(said, Delegation):
            limits = [self._tell("within", limits=self._line(line, provision)) for line in said.within]
            return self.wording.labels["stop"].join((self.labels["left"], *limits))
        return self._given(row.answer(self.question), provision)

    def _given(self, answer: Answer | None, provision: Provision) -> str:
        if isinstance(answer, Expression):
            return self._line(answer, provision)
        return self.wording.answer(self.question, answer)

    def _notes(self, where: str) -> Iterator[Note]:
        table, wording, labels = self.table, self.wording, self.labels
        if self.question.expression is not None:
            yield Note("", self._tell("arithmetic", line=self._line(self.question.expression, None)))
        elif not table.rows:
            yield Note("", self._tell("empty", where=where, day=str(table.day)))
        else:
            yield Note("", labels[self._order()])
        if any(isinstance(row.statement.said, Silence) for row in table.rows):
            yield Note("", labels["only_silent"])
        for condition, held in table.settled:
            told = self._tell("settled_for", condition=self._line(condition, None), by=wording.cited(held))
            yield Note(labels["settled" if table.origin else "settled_one"], told)
        for told in dict.fromkeys(self._stopped()):
            yield Note(labels["stopped"], told)
        for definition in table.definitions:
            for told in self._definition(definition):
                yield Note(self._name(definition.name), told)

    def _stopped(self) -> Iterator[str]:
        for statement, condition in self.table.stopped:
            line = self._line(condition, None)
            yield self._tell("stopped_by", by=self.wording.citation(statement), condition=line)

    def _order(self) -> str:
        if self.question.kind.name == "set":
            return "order_set"
        return "order_all" if self.question.conjunction else "order"

    def _definition(self, definition: Definition) -> Iterator[str]:
        for meaning in definition.meanings:
            told = self._tell("is", line=self._line(meaning.line, meaning.provision)) + self._source(meaning)
            if meaning.when:
                lines = (self._line(line, meaning.provision) for line in meaning.when)
                told = self._tell("when", conditions=self.wording.labels["comma"].join(lines)) + told
            yield told
            for take, then in meaning.reading.instead if meaning.reading else ():
                if definition.name in then:
                    yield self._tell("instead", take=take, line=self._line(then[definition.name], meaning.provision))

    def _source(self, meaning: Meaning) -> str:
        """Where a definition stands, and which reading it takes."""
        parts = [self.wording.cited(meaning.statements)] if meaning.statements else []
        if meaning.reading is not None:
            taken = self._tell("taken", name=meaning.reading.name, take=meaning.reading.take)
            parts.append(taken + ("" if meaning.reading.confirmed else self.labels["unconfirmed"]))
        return self._tell("by", by=self.wording.labels["stop"].join(parts)) if parts else ""
