"""One side of a finding that changed, in words.

What a receipt holds are ids, of which the law may no longer know all; what it does not know may be anything.
"""

import json
from typing import Any

from jiexu.base.location import NOWHERE
from jiexu.decision.outcome import DETERMINED, NOT_IN_FORCE, PENDING
from jiexu.decision.value_reader import ValueReader
from jiexu.document.node import Node, Scalar, Sequence
from jiexu.explanation.data import Data
from jiexu.explanation.problems import visible
from jiexu.explanation.wording import Wording
from jiexu.law.intake import Intake
from jiexu.law.vocabulary import Question
from jiexu.report.receipt.labels import LANGUAGES


def side(wording: Wording, question: Question | None, finding: Data | None) -> str:
    """The answer, or the status and why, and the clauses it stands on."""
    label = LANGUAGES[wording.language]
    if finding is None:
        return label["nothing"]
    status = finding["status"]
    told = wording.labels[status]
    if status == DETERMINED:
        told = _value(wording, question, finding["value"])
    elif status == PENDING:
        told += _between(wording, wording.labels["missing"] + _terms(wording, finding["missing"]))
    elif status == NOT_IN_FORCE:
        told += "".join(
            label[key].format(day=finding[f"{key}_in_force"])
            for key in ("last", "first")
            if f"{key}_in_force" in finding
        )
    cited = wording.listed(dict.fromkeys(_clause(wording, by) for by in finding.get("by", ())))
    return f"{told}    {cited}".rstrip()


def _between(wording: Wording, text: str) -> str:
    return f"{wording.labels['open']}{text}{wording.labels['close']}"


def _terms(wording: Wording, ids: list[str]) -> str:
    terms = wording.library.vocabulary.by_id
    return wording.listed(wording.term(terms[id_]) if id_ in terms else visible(id_) for id_ in ids)


def _clause(wording: Wording, by: Data) -> str:
    held = wording.library.instruments.get(by["instrument"])
    inferred = wording.labels["inferred"] if by.get("clause_inferred") else ""
    return f"{wording.instrument(held) if held else visible(by['number'])} {visible(by['clause'])}{inferred}"


def _value(wording: Wording, question: Question | None, data: Any) -> str:
    if question is not None:
        reader = ValueReader(wording.library.vocabulary, Intake(wording.library.places))
        value = reader.read(question, _node(data))
        if value is not None and not reader.intake.problems:
            return wording.answer(question, value)
    return visible(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False))


def _node(data: Any) -> Node:
    """A value of a decision as a case file would write it."""
    if isinstance(data, list):
        return Sequence(tuple(Scalar(member["id"], NOWHERE) for member in data), NOWHERE)
    return Scalar(data if isinstance(data, str) else json.dumps(data), NOWHERE)
