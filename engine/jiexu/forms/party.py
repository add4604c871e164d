"""The persons and agencies of a case: they fill forms, and no decision knows of them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jiexu.base.identity import fault
from jiexu.base.location import Location
from jiexu.base.mask import masked
from jiexu.base.month import parse_month
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case import Case
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.document.shape import violations
from jiexu.law.jurisdiction import Places

_SCHEMA = Path(__file__).parent.parent / "schemas" / "case.schema.json"
BLOCKS = ("person", "agencies")
_NUMBER, _TYPE = "id_number", "id_type"
_HIDDEN = (_NUMBER, "phone", "account", "insured_number")
_PAIR = 2


@cache
def party_schema() -> dict[str, Any]:
    """The JSON Schema of the blocks, by name."""
    properties = json.loads(_SCHEMA.read_text("utf-8"))["properties"]
    return {block: properties[block] for block in BLOCKS}


class Parties(NamedTuple):
    """``values`` as the blocks have them, texts and months; ``where`` is the place of each key of the case file, ``start`` its own."""

    values: dict[str, Any]
    where: dict[str, Location]
    start: Location

    def at(self, key: str) -> Location:
        """Where a key of the case stands, or would."""
        return self.where.get(key, self.start)


def read_parties(node: Node, case: Case, places: Places) -> Parties:
    """The parties of a case file; raises ProblemsError with each unknown key and each value that cannot be."""
    assert isinstance(node, Mapping)
    held = {block: node.entries[block] for block in BLOCKS if block in node.entries}
    problems = list(violations(Mapping(held, node.key_at, node.where), _SCHEMA))
    provinces = frozenset(code[:_PAIR] for code in places.names)
    for block in held.values():
        problems += _numbers(block, str(case.as_of), provinces)
    values = {block: _value(block, held[block], party_schema()[block], problems) for block in held}
    if problems:
        raise ProblemsError(problems)
    return Parties(values, node.key_at, node.where)


def hidden(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a person with only the ends of each number readable."""
    return {
        key: hidden(value) if isinstance(value, dict) else masked(value) if key in _HIDDEN else value
        for key, value in values.items()
    }


def _numbers(node: Node, day: str, provinces: frozenset[str]) -> Iterator[Problem]:
    """Each citizen identity number, at any depth, that is none; the first type of document listed is the citizen's card."""
    if not isinstance(node, Mapping):
        return
    kinds = party_schema()["person"]["properties"][_TYPE]["enum"]
    number, kind = node.get(_NUMBER), node.get(_TYPE)
    if isinstance(number, Scalar) and (kind is None or (isinstance(kind, Scalar) and kind.text == kinds[0])):
        reason = fault(number.text, day, provinces)
        if reason:
            yield Problem("P804", number.where, {"written": number.text, "reason": reason})
    for inner in node.entries.values():
        yield from _numbers(inner, day, provinces)


def _value(key: str, node: Node, schema: dict[str, Any], problems: list[Problem]) -> Any:
    if isinstance(node, Mapping):
        properties = schema.get("properties", {})
        return {name: _value(name, inner, properties.get(name, {}), problems) for name, inner in node.entries.items()}
    if isinstance(node, Scalar) and node.text.isspace():  # the schema told of one without any sign
        problems.append(Problem("P128", node.where, {"key": key}))
    if isinstance(node, Scalar) and schema.get("format") == "month":
        try:
            return parse_month(node.text)
        except ValueError:
            problems.append(Problem("P222", node.where, {"written": node.text, "kind": "month"}))
    return node.text if isinstance(node, Scalar) else None
