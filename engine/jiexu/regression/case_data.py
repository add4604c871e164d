"""A case as data: the shape of a case file, by ids."""

from typing import Any

from jiexu.decision.case import Case
from jiexu.explanation.data import Data, value_data
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact


def case_data(library: Library, case: Case, questions: tuple[str, ...]) -> Data:
    """What decides of a case, asked these questions (names): its days, places and facts, and nothing that names a person."""
    vocabulary = library.vocabulary
    data: Data = {"as_of": str(case.as_of)}
    data |= {side: code for side, code in (("from", case.origin), ("to", case.destination)) if code is not None}
    data["facts"] = {
        fact.id: fact_data(fact, case.facts[fact.id]) for fact in vocabulary.facts.values() if fact.id in case.facts
    }
    data["questions"] = [vocabulary.questions[name].id for name in questions]
    return data


def fact_data(fact: Fact, value: Any) -> Any:
    """A value of a fact as a case file may write it: choices and members of a set by id, places by code."""
    if fact.kind.name == "set":
        return [member["id"] for member in value_data(value, fact.kind, fact.ids)]
    if fact.kind.name == "periods":
        return [
            {
                "place": period.place,
                "from": str(period.first),
                "until": str(period.last),
                "kind": fact.ids[fact.kind.members.index(period.kind)],
            }
            for period in value
        ]
    return value_data(value, fact.kind, fact.ids)
