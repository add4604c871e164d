"""A decision table as JSON."""

from jiexu.analysis.condition import Test
from jiexu.analysis.definition import Definition
from jiexu.analysis.table import Row, Table
from jiexu.explanation.data import Data, place_data, statement_data
from jiexu.explanation.provision_data import validity_data
from jiexu.expression.grammar import Expression
from jiexu.law.provision import Delegation, Silence
from jiexu.law.vocabulary import Question
from jiexu.report.which_law import law_data


def table_data(table: Table) -> Data:
    """The table as ``jiexu-table/1``; conditions and answers as rules are written."""
    places = table.library.places
    return {
        "format": "jiexu-table/1",
        "question": table.question.id,
        "as_of": str(table.day),
        **({"from": place_data(places, table.origin)} if table.origin else {}),
        "place": place_data(places, table.destination),
        **law_data(table.library),
        "columns": [column.subject.source for column in table.columns],
        "rows": [_row(table.question, row) for row in table.rows],
        "settled": [
            {"condition": line.source, "by": list(dict.fromkeys(one.citation for one in held))}
            for line, held in table.settled
        ],
        "stopped": [{"by": one.citation, "rule": one.name, "condition": line.source} for one, line in table.stopped],
        "definitions": [_definition(one) for one in table.definitions],
    }


def _row(question: Question, row: Row) -> Data:
    said, answer = row.statement.said, row.answer(question)
    data: Data = {"says": "answers"}
    if isinstance(said, Delegation):
        data = {"says": "delegates", "within": [line.source for line in said.within]}
    elif isinstance(said, Silence):
        data = {"says": "silent"}
    elif isinstance(answer, Expression):
        data["answer"] = answer.source
    elif answer is not None:
        data["answer"] = [question.ids[question.kind.members.index(member)] for member in answer]
    return {
        **data,
        "cells": [[_test(test) for test in cell] for cell in row.cells],
        "by": statement_data(row.statement),
        "overridden_by": [one.citation for one in row.overridden_by],
        "validity": validity_data(row.statement.provision.validity),
    }


def _test(test: Test) -> Data:
    if test.against is None:
        return {"holds": not test.sign}
    return {"sign": test.sign, "against": test.against.source}


def _definition(one: Definition) -> Data:
    return {
        "name": one.name,
        "meanings": [
            {
                "line": meaning.line.source,
                "when": [line.source for line in meaning.when],
                "reading": meaning.reading.name if meaning.reading else None,
                "by": list(dict.fromkeys(held.citation for held in meaning.statements)),
            }
            for meaning in one.meanings
        ],
    }
