"""Small pieces of JSON Schema as a YAML language server takes them: what it offers, and what it lets pass without offering it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jiexu.explanation.remedy import remedy

Schema = dict[str, Any]
DAY, MONTH = r"^\d{4}-\d{2}-\d{2}$", r"^\d{4}-\d{2}$"
_NUMBERS = ("1", "2026", "370800")
TEXT = ["string", "number"]
"""A scalar of the engine: where it reads text, a language server may see a number."""


def ref(name: str) -> Schema:
    """A piece that is written out once, under this name."""
    return {"$ref": f"#/$defs/{name}"}


def offered(names: Iterable[str], pattern: str = "") -> Schema:
    """These names are offered; another one, perhaps not held yet, passes when it is written like one."""
    other = written(pattern) if pattern else {"type": TEXT}
    return {"anyOf": [{"enum": list(names)}, other]}


def accepted(*schemas: Schema) -> Schema:
    """What passes and is not offered: a server offers nothing from within a negation."""
    return {"not": {"not": schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}}}


def chosen(names: Iterable[str], meanings: Iterable[str] = ()) -> Schema:
    """One of a few names, each with what it means."""
    told = list(meanings)
    return {"enum": list(names)} | ({"enumDescriptions": told, "markdownEnumDescriptions": told} if told else {})


def known(names: Iterable[str], what: str, also: Iterable[str] = ()) -> Schema:
    """One of many names, which are offered, or of *also*, which are not; *what* they are goes into the message on any other.

    The message on an enumeration would list them all.
    """
    listed = list(names)
    every = "|".join(re.escape(name).replace("\\-", "-") for name in dict.fromkeys([*listed, *also]))
    help_ = f"没有这个{what}；刚加的，先运行 jiexu schema --write"
    return {"type": TEXT, "examples": listed, "pattern": f"^({every})$", "patternErrorMessage": help_}


def written(pattern: str) -> Schema:
    """A value of this form, with what to write instead where it has another."""
    told = remedy("P124", {"pattern": pattern})
    return {"type": TEXT if may_be_number(pattern) else "string", "pattern": pattern, "patternErrorMessage": told}


def may_be_number(pattern: str) -> bool:
    """True when a language server may take a text of this form for a number."""
    return any(re.search(pattern, number) for number in _NUMBERS)


def entries(properties: Mapping[str, Schema], **more: Any) -> Schema:
    """A mapping that has these keys and no others."""
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **more}
