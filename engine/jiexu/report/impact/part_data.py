"""What a part of the law was or is, as JSON: lines as they are written, numbers in their own unit."""

from collections.abc import Callable
from datetime import date
from typing import Any

from jiexu.base.validity import Validity
from jiexu.explanation.data import Data
from jiexu.explanation.provision_data import (
    delegation_data,
    item_data,
    parameter_data,
    reading_data,
    rule_data,
    silence_data,
    validity_data,
)
from jiexu.explanation.step_data import failure_data, operation_data, step_data
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Change, Instrument, YearOfWorkdays
from jiexu.law.library import Library
from jiexu.law.provision import Delegation, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.law.step import Actor, Failure, Operation, Route, Step
from jiexu.law.vocabulary import Fact, Question, Unit


def part_data(library: Library, value: Any) -> Any:
    """What was or is, as data: lines as they are written, numbers in their own unit."""
    tell = _VALUES.get(type(value))
    if tell is not None:
        return tell(library, value)
    if isinstance(value, tuple):
        return [part_data(library, one) for one in value]
    return str(value) if isinstance(value, date) else value


def _workdays(library: Library, held: YearOfWorkdays) -> Data:  # noqa: ARG001
    days = {
        key: [str(day) for day, worked in held.moved if worked is is_worked]
        for key, is_worked in (("off", False), ("work", True))
    }
    return {"year": held.year, **days, "provisional_from": str(held.provisional_from)}


def _change(library: Library, change: Change) -> Data:  # noqa: ARG001
    return {"instrument": change.instrument, "clause": change.clause, "day": str(change.day), "quote": change.quote}


def _instrument(library: Library, held: Instrument) -> Data:  # noqa: ARG001
    return {"id": held.id, "number": held.number, "title": held.title, "validity": validity_data(held.validity)}


def _provision(library: Library, held: Provision) -> Data:  # noqa: ARG001
    return {"clause": held.clause, "says": held.says, "validity": validity_data(held.validity)}


def _route(library: Library, held: Route) -> Data:  # noqa: ARG001
    return {"route": held.id, "name": held.name, "says": held.says, "when": [line.source for line in held.when]}


def _term(library: Library, term: Fact | Question) -> Data:  # noqa: ARG001
    return {"id": term.id, "name": term.name, "kind": term.kind.name}


_VALUES: dict[type, Callable[[Library, Any], Any]] = {
    Expression: lambda library, value: value.source,  # noqa: ARG005
    Parameter: lambda library, value: parameter_data(value),  # noqa: ARG005
    Validity: lambda library, value: validity_data(value),  # noqa: ARG005
    Rule: rule_data,
    Reading: reading_data,
    Delegation: delegation_data,
    Silence: silence_data,
    Item: lambda library, value: item_data(value),  # noqa: ARG005
    YearOfWorkdays: _workdays,
    Change: _change,
    Instrument: _instrument,
    Provision: _provision,
    Fact: _term,
    Question: _term,
    Step: step_data,
    Operation: lambda library, value: {"within": value.within, **operation_data(value)},  # noqa: ARG005
    Failure: lambda library, value: failure_data(value),  # noqa: ARG005
    Route: _route,
    Actor: lambda library, value: {"id": value.id, "name": value.name, "at": value.at},  # noqa: ARG005
    Unit: lambda library, value: {"kind": value.kind.name, "times": value.times},  # noqa: ARG005
}
