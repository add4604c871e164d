"""Where a rule or case file may be spelled otherwise without saying anything else, and how it is best spelled there."""

import re
from collections.abc import Iterator
from typing import Any

from jiexu.document.node import Mapping, Node, Scalar, Sequence
from jiexu.document.splice import Edit, source_at
from jiexu.expression.writing import half_width, well_written

LINE, DATUM, PROSE, SPOKEN = "line", "datum", "prose", "spoken"
_LINES = ("applies_to", "when", "within", "then", "derived", "expression", "governed_by", "due")
_ROLES = {
    **dict.fromkeys(_LINES, LINE),
    **dict.fromkeys(("background", "given", "expect", "facts", "value", "values", "times", "year"), DATUM),
    **dict.fromkeys(("from", "until", "on", "as_of", "issued_on", "off", "work", "provisional_from"), DATUM),
    **dict.fromkeys(("quote", "says", "take", "name", "title", "proof", "why", "ask"), PROSE),
    **dict.fromkeys(("information", "documents", "contradicts", "quotes", "excused"), SPOKEN),
    **dict.fromkeys(("person", "agencies"), SPOKEN),
}
"""What stands under a key: lines of the rule language, numbers and days, prose; under SPOKEN all is prose, whatever its key."""
_DATUM = re.compile(r"[0-9][0-9.%-]*")


def meaning(node: Node, role: str = PROSE) -> Any:
    """What a node says, however it is spelled: two files that mean the same have equal ones."""
    if isinstance(node, Scalar):
        return _best(node.text, role)
    if isinstance(node, Mapping):
        return [(_best_key(key), meaning(value, _role(role, key, value))) for key, value in node.entries.items()]
    return [meaning(item, role) for item in node]


def respellings(node: Node, text: str, role: str = PROSE) -> Iterator[Edit]:
    """The edits that spell every part of a node as it is best spelled; *text* is what it was read from, without byte order mark."""
    if isinstance(node, Scalar):
        yield from _respelling(node, text, _best(node.text, role))
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from _respelling(Scalar(key, node.key_at[key]), text, _best_key(key))
            yield from respellings(value, text, _role(role, key, value))
    else:
        for item in node:
            yield from respellings(item, text, role)


def _respelling(node: Scalar, text: str, best: str) -> Iterator[Edit]:
    """An edit where the text stands as it was read: on one line, without escapes."""
    if best == node.text:
        return
    if source_at(text, node.where) == node.text:
        yield Edit(node.where, best)
    inside = node.where._replace(column=node.where.column + 1, width=node.where.width - 2)
    if inside.width > 0 and source_at(text, inside) == node.text:
        yield Edit(inside, best)


def _best(text: str, role: str) -> str:
    if role == LINE:
        return well_written(text)
    return _datum(text) if role == DATUM else text


def _best_key(key: str) -> str:
    """A key of the grammar, or a day, in half-width characters; a name as it is, since it is declared elsewhere."""
    narrow = half_width(key)
    return narrow if narrow.isascii() else key


def _datum(text: str) -> str:
    narrow = half_width(text)
    return narrow if _DATUM.fullmatch(narrow) else text


def _role(role: str, key: str, value: Node) -> str:
    """The role of what stands under a key: its own, else that of what it stands in; a list that a rule gives is of names."""
    key = _best_key(key)
    if role == SPOKEN or (role == LINE and isinstance(value, Sequence) and key not in _LINES):
        return SPOKEN
    return _ROLES.get(key, role)
