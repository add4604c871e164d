"""Hold a node against a JSON Schema; each violation becomes a problem at the node it is about."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.document.node import Mapping, Node, Scalar, Sequence, plain


@cache
def _validator(schema: Path) -> Any:
    from jsonschema import Draft202012Validator  # 60 ms: only a command that reads rule files pays them

    return Draft202012Validator(json.loads(schema.read_text("utf-8")))


def violations(node: Node, schema: Path) -> Iterator[Problem]:
    """Yield a problem for each place where *node* has not the shape of *schema*."""
    seen: set[tuple[str, Location]] = set()
    for error in _validator(schema).iter_errors(plain(node)):
        for problem in _problems(node, error):
            if (problem.code, problem.where) not in seen:
                seen.add((problem.code, problem.where))
                yield problem


def _problems(root: Node, error: Any) -> Iterator[Problem]:
    if error.validator in ("oneOf", "anyOf") and error.context:
        # The branch that got furthest is the one the writer meant.
        deepest = max(len(inner.absolute_path) for inner in error.context)
        if deepest > len(error.absolute_path):
            for inner in error.context:
                if len(inner.absolute_path) == deepest:
                    yield from _problems(root, inner)
            return
    node = _at(root, list(error.absolute_path))
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    if error.validator == "additionalProperties" and isinstance(node, Mapping):
        known = list(error.schema.get("properties", {}))
        for name in node.entries:
            if name not in known and not any(
                _matches(pattern, name) for pattern in error.schema.get("patternProperties", {})
            ):
                yield Problem("P121", node.key_at[name], {"key": name, "nearest": nearest(name, known)})
    elif error.validator == "required":
        missing = [name for name in error.validator_value if name not in plain(node)]
        yield Problem("P122", node.where, {"key": "、".join(missing)})
    elif error.validator in ("enum", "const"):
        allowed = [
            str(value) for value in (error.validator_value if error.validator == "enum" else [error.validator_value])
        ]
        written = node.text if isinstance(node, Scalar) else ""
        yield Problem(
            "P123",
            node.where,
            {"written": written, "allowed": "、".join(allowed), "nearest": nearest(written, allowed)},
        )
    elif error.validator == "pattern":
        yield Problem("P124", node.where, {"written": str(error.instance), "key": key})
    elif error.validator == "maxLength":
        yield Problem("P125", node.where, {"written": str(error.instance), "limit": str(error.validator_value)})
    else:
        yield Problem("P126", node.where, {"key": key})


def _matches(pattern: str, name: str) -> bool:
    import re

    return re.search(pattern, name) is not None


def _at(node: Node, path: list[Any]) -> Node:
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries[step]
        elif isinstance(node, Sequence):
            node = node.items[step]
    return node
