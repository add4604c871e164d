"""Whatever is otherwise in a law is told: no field of its records is forgotten by the comparison."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from jiexu.base.kinds import Kind
from jiexu.base.location import Location
from jiexu.expression.grammar import Expression
from jiexu.law.quotation import Quotation
from jiexu.regression.law_change import law_changes
from jiexu.report.impact.labels import IMPACT_LANGUAGES

from tests.regression.changed import law

UNTOLD = {
    "Provision.examples": "an example says nothing that the law does not",
    "Instrument.background": "what the officers note for themselves",
    "Instrument.excused": "sentences of the text that need no rule",
    "Instrument.validity": "told clause by clause",
}
"""Fields that are not compared, with the reason."""
LEFT = (Location, Kind, Quotation)


def altered(value: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Each field that says something, by its record and name, with the whole value in which it alone says another."""
    if isinstance(value, LEFT) or field in UNTOLD:
        return
    if isinstance(value, Expression):
        yield field, value._replace(source="虚构")
    elif is_dataclass(value) or hasattr(value, "_fields"):
        names = [one.name for one in fields(value)] if is_dataclass(value) else value._fields
        for name in names:
            change = (lambda other, name=name: replace(value, **{name: other})) if is_dataclass(value) else (
                lambda other, name=name: value._replace(**{name: other})
            )  # fmt: skip
            yield from (
                (told, change(other)) for told, other in altered(getattr(value, name), f"{type(value).__name__}.{name}")
            )
    elif isinstance(value, tuple):
        keyed = field == "Item.detail" and isinstance(value[0], str)  # the key is the schema's
        for index in (1,) if keyed else range(len(value)):
            changed = altered(value[index], field)
            yield from ((told, (*value[:index], other, *value[index + 1 :])) for told, other in changed)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from ((told, value | {key: other}) for told, other in altered(held, field))
    elif isinstance(value, bool):
        yield field, not value
    elif isinstance(value, str) and value and not value.startswith("#"):  # a rule without a name
        yield field, f"{value}改"
    elif isinstance(value, date):
        yield field, value + timedelta(days=1)
    elif isinstance(value, int | Decimal):
        yield field, value + 1


def of_each_field() -> dict[str, Any]:
    """One altered law a field."""
    shipped = law()
    found: dict[str, Any] = {}
    for id_, instrument in shipped.instruments.items():
        for field, other in altered(instrument):
            if field != "Instrument.id" and field not in found:
                found[field] = replace(shipped, instruments={**shipped.instruments, id_: other})
    for field, other in altered(shipped.vocabulary):
        found.setdefault(field, replace(shipped, vocabulary=other))
    return found


ALTERED = of_each_field()
PARTS = {key.removeprefix("part_") for key in IMPACT_LANGUAGES["zh"] if key.startswith("part_")}


@pytest.mark.parametrize("field", ALTERED)
def test_a_change_of_any_field_is_told(field: str):
    found = law_changes(law(), ALTERED[field])

    assert found
    assert {change.part for change in found} <= PARTS
