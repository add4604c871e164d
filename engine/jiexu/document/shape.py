"""Hold a node against a JSON Schema; each violation becomes a problem at the node it is about."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.document.node import ENTRIES, LIST, TEXT, Mapping, Node, Scalar, Sequence, plain, shape_of

_SHAPES = {"object": ENTRIES, "array": LIST, "string": TEXT, "number": TEXT, "boolean": TEXT}
_EMPTY = ("minItems", "minProperties", "minLength")


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
        for inner in _meant(error.context):
            yield from _problems(root, inner)
        return
    node = _at(root, list(error.absolute_path))
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    written = node.text if isinstance(node, Scalar) else ""
    if error.validator == "additionalProperties" and isinstance(node, Mapping):
        known = list(error.schema.get("properties", {}))
        for name in _extra(error):
            values = {"key": name, "nearest": nearest(name, known), "allowed": "、".join(known)}
            yield Problem("P121", node.key_at[name], values)
    elif error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        yield Problem("P122", node.where, {"key": "、".join(missing)})
    elif error.validator == "type" and isinstance(node, Scalar) and not (node.text or node.quoted):
        yield Problem("P128", node.where, {"key": key})
    elif error.validator == "type" or (error.validator in ("enum", "const") and not isinstance(node, Scalar)):
        types = error.validator_value if error.validator == "type" else "string"
        wanted = " / ".join(dict.fromkeys(_SHAPES[name] for name in ([types] if isinstance(types, str) else types)))
        yield Problem("P127", node.where, {"key": key, "wanted": wanted, "found": shape_of(node), "written": written})
    elif error.validator in ("enum", "const"):
        allowed = list(map(str, error.validator_value if error.validator == "enum" else [error.validator_value]))
        values = {"written": written, "allowed": "、".join(allowed), "nearest": nearest(written, allowed)}
        yield Problem("P123", node.where, values)
    elif error.validator == "pattern":
        # A key that is written wrongly is reported with the path of its mapping.
        where = node.key_at[error.instance] if isinstance(node, Mapping) else node.where
        yield Problem("P124", where, {"written": str(error.instance), "pattern": str(error.validator_value)})
    elif error.validator == "maxLength":
        yield Problem("P125", node.where, {"written": str(error.instance), "limit": str(error.validator_value)})
    elif error.validator in _EMPTY:
        yield Problem("P128", node.where, {"key": key})
    else:
        yield Problem("P126", node.where, {"key": key})


def _meant(context: Iterable[Any]) -> list[Any]:
    """The errors of that branch, among several possible ones, which the writer was nearest to."""
    branches = [list(errors) for _, errors in groupby(context, lambda error: error.schema_path[0])]
    return min(branches, key=_distance)


def _distance(errors: list[Any]) -> tuple[bool, int]:
    """Whether the very type is another, and how much is wrong."""
    other_type = any(error.validator == "type" and not error.path for error in errors)
    return other_type, sum(len(_extra(error)) if error.validator == "additionalProperties" else 1 for error in errors)


def _extra(error: Any) -> list[str]:
    """The keys that a mapping may not have."""
    patterns = error.schema.get("patternProperties", {})
    return [
        name
        for name in error.instance
        if name not in error.schema.get("properties", {}) and not any(re.search(pattern, name) for pattern in patterns)
    ]


def _at(node: Node, path: list[Any]) -> Node:
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries[step]
        elif isinstance(node, Sequence):
            node = node.items[step]
    return node
