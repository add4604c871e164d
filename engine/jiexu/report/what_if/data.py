"""What would change an answer, as JSON."""

from jiexu.analysis.alternative import Alternative
from jiexu.analysis.counterfactual import Missing, Range, Turning, WhatIf
from jiexu.explanation.data import Data, value_data
from jiexu.law.vocabulary import Fact, Question
from jiexu.report.change_wording import difference_data, outcome_data
from jiexu.report.which_law import law_data


def what_if_data(found: WhatIf) -> Data:
    """The nearest changes as ``jiexu-what-if/1``; of each fact the values are as in a case."""
    library, case = found.world.library, found.world.case
    question = library.vocabulary.questions[found.question]
    return {
        "format": "jiexu-what-if/1",
        "case": case.id,
        "as_of": str(case.as_of),
        **law_data(library),
        "question": question.id,
        "now": outcome_data(question, found.outcome),
        "facts": [_turning(question, one) for one in found.turnings],
        "steady": [fact.id for fact in found.steady],
        "missing": [_missing(question, one) for one in found.missing],
    }


def _turning(question: Question, one: Turning) -> Data:
    return {
        "fact": one.fact.id,
        "value": value_data(one.value, one.fact.kind, one.fact.ids),
        "alternatives": [_alternative(question, one.fact, other) for other in one.alternatives],
    }


def _alternative(question: Question, fact: Fact, one: Alternative) -> Data:
    return {
        "side": one.side,
        "value": value_data(one.value, fact.kind, fact.ids),
        "steps": one.steps,
        "drifts": one.drifts,
        "then": outcome_data(question, one.outcome),
        "why": [difference_data(found) for found in one.why],
    }


def _missing(question: Question, one: Missing) -> Data:
    return {"fact": one.fact.id, "ranges": [_range(question, one.fact, part) for part in one.ranges]}


def _range(question: Question, fact: Fact, one: Range) -> Data:
    first, last = (value_data(value, fact.kind, fact.ids) for value in (one.first, one.last))
    return {"first": first, "last": last, "drifts": one.drifts, "then": outcome_data(question, one.outcome)}
