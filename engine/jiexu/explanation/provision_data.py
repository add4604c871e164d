"""One provision as JSON, and its parts: questions by id, lines as written."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from jiexu.base.kinds import as_text
from jiexu.base.validity import Validity
from jiexu.explanation.data import Data, place_data, value_data
from jiexu.explanation.step_data import operation_data, step_data
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Answer, Delegation, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.ruleset.handing import Coverage, coverage, handed_to, lowest_places
from jiexu.ruleset.relations import relations
from jiexu.ruleset.state import changes, state_of


def provision_data(
    library: Library, instrument: Instrument, provision: Provision, day: date, place: str | None, compared: str
) -> Data:
    """One provision as ``jiexu-provision/1``: questions by id, lines as written."""
    places = (place,) if place else lowest_places(library)
    return {
        "format": "jiexu-provision/1",
        "on": str(day),
        **clause_data(instrument, provision),
        "clause_inferred": provision.clause_inferred,
        "says": provision.says,
        "quotes": list(provision.quotes),
        "issued_on": str(provision.issued_on) if provision.issued_on else None,
        "validity": validity_data(provision.validity),
        "state": state_of(provision.validity, day),
        "evidence": provision.evidence,
        "text": compared,
        "file": provision.where.file,
        "line": provision.where.line,
        "changed_by": changed_by(library, instrument, provision.clause),
        "applies_to": provision.applies_to.source if provision.applies_to else None,
        "implements": list(provision.implements),
        "parameters": [parameter_data(one) for one in provision.parameters],
        "readings": [reading_data(library, one) for one in provision.readings],
        "rules": [rule_data(library, one) for one in provision.rules],
        "delegates": [
            {
                **delegation_data(library, one),
                "filled": coverage_data(library, coverage(library, instrument, provision, one, places)),
            }
            for one in provision.delegations
        ],
        "silent": [silence_data(library, one) for one in provision.silences],
        "items": [item_data(one) for one in provision.items],
        "steps": [step_data(library, one) for one in provision.steps],
        "operations": [
            {"within": one.within, **operation_data(one), "quotes": list(one.quotes)} for one in provision.operations
        ],
        "not_encoded": provision.not_encoded,
        "fills": [
            {
                **clause_data(one.instrument, one.provision),
                "about": question_ids(library, one.questions),
                "quote": one.delegation.quote,
            }
            for one in handed_to(library, instrument, provision)
        ],
        "related": [
            {
                **clause_data(one.instrument, one.provision),
                "questions": question_ids(library, one.questions),
                "principle": one.principle,
                "prevails": one.prevails,
                "evidence": one.provision.evidence,
                "both_valid": validity_data(one.overlap),
            }
            for one in relations(library, instrument, provision)
        ],
    }


def clause_data(instrument: Instrument, provision: Provision) -> Data:
    return {"instrument": instrument.id, "number": instrument.number, "clause": provision.clause}


def validity_data(validity: Validity) -> Data:
    return {"from": str(validity.first), "until": str(validity.last) if validity.last else None}


def changed_by(library: Library, instrument: Instrument, clause: str) -> list[Data]:
    return [
        {
            "by": one.by.id,
            "change": "extends" if one.extends else "repeals",
            "clause": one.change.clause,
            "day": str(one.change.day),
        }
        for one in changes(library, instrument, clause)
    ]


def question_ids(library: Library, names: Iterable[str]) -> list[str]:
    """Ids of questions; a name that is a provision's own stays as it is."""
    held = library.vocabulary.questions
    return [held[name].id if name in held else name for name in names]


def reading_data(library: Library, reading: Reading) -> Data:
    return {
        "name": reading.name,
        "quote": reading.quote,
        "confirmed": reading.confirmed or None,
        "take": reading.take,
        "then": _answers(library, reading.then),
        "instead": [{"take": take, "then": _answers(library, then)} for take, then in reading.instead],
    }


def delegation_data(library: Library, delegation: Delegation) -> Data:
    return {
        "about": question_ids(library, delegation.about),
        "quote": delegation.quote,
        "when": _lines(delegation.when),
        "within": _lines(delegation.within),
    }


def silence_data(library: Library, silence: Silence) -> Data:
    return {"about": question_ids(library, silence.about), "says": silence.says, "when": _lines(silence.when)}


def item_data(item: Item) -> Data:
    return {"block": item.kind, **dict(item.detail), "says": item.says, "quotes": list(item.quotes)}


def coverage_data(library: Library, found: Iterable[Coverage]) -> list[Data]:
    return [
        {
            "place": place_data(library.places, one.place),
            "question": question_ids(library, [one.question])[0],
            "by": _citations(one.fillers),
            "reported": _citations(one.reported),
        }
        for one in found
    ]


def _citations(statements: Iterable[Statement]) -> list[str]:
    return list(dict.fromkeys(statement.citation for statement in statements))


def parameter_data(parameter: Parameter) -> Data:
    """A number of the law, in the unit it was written in."""
    data: Data = {"name": parameter.name, "unit": parameter.unit, "quote": parameter.quote}
    if parameter.dated:
        return data | {"values": {str(day): _measure(parameter, value) for day, value in parameter.dated}}
    if parameter.per:
        values = {member: _measure(parameter, value) for member, value in parameter.by_choice}
        return data | {"per": parameter.per, "values": values}
    return data | {"value": _measure(parameter, parameter.value)}


def _measure(parameter: Parameter, value: Any) -> Any:
    """A number in the unit it was written in."""
    return as_text(value // parameter.times) if isinstance(value, int) else value_data(value, parameter.kind, ())


def rule_data(library: Library, rule: Rule) -> Data:
    return {
        "name": rule.name,
        "quote": rule.quote,
        "when": _lines(rule.when),
        "then": _answers(library, rule.then),
        "overrides": list(rule.overrides),
    }


def _answers(library: Library, answers: dict[str, Answer] | dict[str, Expression]) -> Data:
    return {
        question_ids(library, [name])[0]: answer.source if isinstance(answer, Expression) else list(answer)
        for name, answer in answers.items()
    }


def _lines(lines: Iterable[Expression]) -> list[str]:
    return [line.source for line in lines]
