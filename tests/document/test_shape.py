"""A node is held against a schema; each violation is told at the node it is about."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.document.loader import parse
from jiexu.document.node import plain
from jiexu.document.shape import violations
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = sorted((ROOT / "policies").glob("*.schema.json"))
SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+$"},
        "rank": {"enum": ["national", "municipal"]},
        "format": {"const": "jiexu-rules/1"},
        "quote": {"anyOf": [{"type": "string", "maxLength": 4}, {"type": "array", "items": {"type": "string", "maxLength": 4}}]},
        "rules": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"when": {"type": "string", "minLength": 1}, "then": {"type": "string"}},
                "required": ["then"],
                "additionalProperties": False,
            },
        },
        "parameter": {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {"same_as": {"type": "string"}},
                    "required": ["same_as"],
                    "additionalProperties": False,
                },
                {
                    "type": "object",
                    "properties": {"value": {"type": "string"}, "unit": {"type": "string"}, "quote": {"type": "string"}},
                    "required": ["value", "unit"],
                    "additionalProperties": False,
                },
            ]
        },
        "places": {"type": "object", "propertyNames": {"pattern": "^[0-9]{6}$"}},
    },
    "required": ["id"],
    "additionalProperties": False,
}  # fmt: skip


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "schema.json"
    path.write_text(json.dumps(SCHEMA), "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: a", []),
        ("id: a\nrules:\n- {when: x, then: y}", []),
        ("rank: national", [("P122", 1, 1)]),
        ("id: a\nrang: national", [("P121", 2, 1)]),
        ("id: A1", [("P124", 1, 5)]),
        ("id: a\nrank: provincial", [("P123", 2, 7)]),
        ("id: a\nformat: jiexu-rules/2", [("P123", 2, 9)]),
        ("id: [a]", [("P127", 1, 5)]),
        ("id: a\nrules: {then: x}", [("P127", 2, 8)]),
        ("id: a\nrules: []", [("P128", 2, 8)]),
        ("id: a\nrules:\n- {then: x, when: ''}", [("P128", 3, 19)]),
        ("id: a\nrules:\n- when: x", [("P122", 3, 3)]),
        ("id: a\nrules:\n- {then: x, whn: y}\n- z", [("P121", 3, 13), ("P127", 4, 3)]),
        ("id: a\nquote: 一二三四五", [("P125", 2, 8)]),
        ("id: a\nquote: [一, 一二三四五]", [("P125", 2, 12)]),
        ("id: a\nparameter: {value: 1, unti: 月}", [("P122", 2, 12), ("P121", 2, 23)]),
        ("id: a\nparameter: {same_as: 一, quote: x}", [("P121", 2, 25)]),
        ("id: a\nplaces: {'37010': x}", [("P124", 2, 10)]),
        ("- id: a", [("P127", 1, 1)]),
    ],
)
def test_a_violation_is_told_where_it_stands(text, found, schema):
    problems = violations(parse(text.encode(), "f"), schema)

    assert sorted(found) == sorted((problem.code, problem.where.line, problem.where.column) for problem in problems)


def test_a_key_that_is_not_known_is_answered_with_the_nearest(schema):
    (problem,) = violations(parse(b"id: a\nrang: x", "f"), schema)

    assert {"key": "rang", "nearest": "rank"} == {key: problem.values[key] for key in ("key", "nearest")}


nodes = st.recursive(
    st.sampled_from(["x", "是", "2021-02-30", "0 == 1", "jiexu-rules/1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["format", "instrument", "id", "provisions", "clause", "rules", "when", "then", "quote", "facts", "places", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@given(nodes, st.sampled_from(SCHEMAS))
def test_a_problem_is_told_exactly_when_the_schema_is_violated(document, path):
    """Whatever the document; the schema's own verdict is the oracle."""
    node = parse(json.dumps(document, ensure_ascii=False).encode(), "f")
    schema = json.loads(path.read_text("utf-8"))

    assert Draft202012Validator(schema).is_valid(plain(node)) == (not list(violations(node, path)))
