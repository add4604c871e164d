"""The law as plain data, without what no decision needs: examples, quotations, items and clauses that decide nothing.

The steps of procedures are kept only where they are asked for: a decision needs none, and never loads their classes.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from jiexu.base.kinds import Kind
from jiexu.base.location import Location
from jiexu.base.month import Month
from jiexu.base.validity import Validity
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument, YearOfWorkdays
from jiexu.law.jurisdiction import Places
from jiexu.law.library import Library
from jiexu.law.provision import Delegation, Item, Parameter, Provision, Reading, Rule, Silence
from jiexu.law.vocabulary import Fact, Question, Unit, Vocabulary

_CLASSES = (
    Delegation, Expression, Fact, Instrument, Item, Kind, Library, Location, Month, Parameter, Places, Provision, Question, Reading,
    Rule, Silence, Unit, Validity, Vocabulary, YearOfWorkdays,
)  # fmt: skip


class _Readers(dict[str, Callable[..., Any]]):
    """What makes a value of the parts that stand under a class's name."""

    def __missing__(self, name: str) -> Callable[..., Any]:
        from jiexu.law import step

        if name not in _OF_STEPS:
            raise KeyError(name)
        reader: Callable[..., Any] = getattr(step, name)
        self[name] = reader
        return reader


_OF_STEPS = ("Actor", "Failure", "Operation", "Route", "Step")
_READERS = _Readers(
    {cls.__name__: cls for cls in _CLASSES}
    | {"date": date.fromisoformat, "Decimal": Decimal, "tuple": lambda *parts: parts}
)


def to_data(library: Library, *, steps: bool = False) -> Any:
    """Nested lists, objects and scalars: a list is a class's name and its values in order, an object a dict.

    Procedures are among it with *steps* only.
    """
    instruments = {held.id: _lean(held, steps) for held in library.instruments.values()}
    vocabulary = library.vocabulary if steps else replace(library.vocabulary, actors=(), procedure_days=())
    return _data(replace(library, instruments=instruments, vocabulary=vocabulary))


def from_data(data: Any) -> Library:
    """The library that ``to_data`` wrote; ValueError, KeyError or TypeError when it is no such thing."""
    library = _value(data)
    if not isinstance(library, Library):
        raise TypeError(type(library).__name__)
    return library


def _lean(instrument: Instrument, steps: bool) -> Instrument:
    provisions = tuple(
        replace(
            held,
            examples=(),
            quotes=(),
            items=tuple(item for item in held.items if item.kind == "contradicts"),
            steps=held.steps if steps else (),
            operations=held.operations if steps else (),
        )
        for held in instrument.provisions
        if held.rules
        or held.readings
        or held.delegations
        or held.silences
        or (steps and (held.steps or held.operations))
    )
    return instrument._replace(
        provisions=provisions,
        background=None,
        quotations=(),
        excused=(),
        extends=(),
        repeals=(),
        routes=instrument.routes if steps else (),
    )


def _data(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    name = type(value).__name__
    if isinstance(value, dict):
        # Keys that are no text (none today) would not come back: refuse them here.
        return {_text(key): _data(held) for key, held in value.items()}
    if isinstance(value, date):
        return [name, value.isoformat()]
    if isinstance(value, Decimal):
        return [name, str(value)]
    if type(value) is tuple:
        return [name, *map(_data, value)]
    if isinstance(value, tuple):  # a NamedTuple
        defaults = type(value)._field_defaults  # type: ignore[attr-defined]
        names = type(value)._fields  # type: ignore[attr-defined]
    else:
        defaults = {field.name: field.default for field in fields(value)}
        names = tuple(defaults)
    held = [(field, getattr(value, field)) for field in names]
    while held and held[-1][0] in defaults and held[-1][1] == defaults[held[-1][0]]:
        held.pop()  # what a class supplies by itself need not be written
    return [name, *(_data(part) for _, part in held)]


def _text(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key that is no text: {key!r}")
    return key


def _value(data: Any) -> Any:
    if type(data) is list:
        return _READERS[data[0]](*[_value(part) if type(part) in _NESTED else part for part in data[1:]])
    if type(data) is dict:
        return {key: _value(part) if type(part) in _NESTED else part for key, part in data.items()}
    return data


_NESTED = (list, dict)
