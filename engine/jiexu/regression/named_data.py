"""What names a person in a case file: its id and title, and the blocks of persons and agencies."""

import re
from collections.abc import Iterator
from typing import Any

from jiexu.base.mask import masked
from jiexu.document.node import Mapping, Node, plain
from jiexu.explanation.data import Data

_NAMING = ("case", "title", "person", "agencies")
_REGISTER = re.compile(r"[A-Z]{0,4}-?\d{1,8}(?:-\d{1,6})?", re.ASCII)
"""A running number, as in a register: too short for a telephone or an identity card."""


def named_data(node: Node, *, mask: bool) -> Data:
    """The naming parts of a case file as written, or masked; a case number that names nobody is left as it is."""
    written = plain(node) if isinstance(node, Mapping) else {}
    data = {key: written[key] for key in _NAMING if key in written}
    if not mask:
        return data
    number = str(data.get("case", ""))
    told = {text for key in ("person", "agencies") for text in _texts(data.get(key))}
    kept = {"case": number} if _REGISTER.fullmatch(number) and not any(text in number for text in told) else {}
    return {key: _masked_all(value) for key, value in data.items()} | kept


def _masked_all(value: Any) -> Any:
    if isinstance(value, dict):
        return {key if key.isascii() else masked(key): _masked_all(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_masked_all(held) for held in value]
    return masked(str(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from _texts(held)
    elif value:
        yield str(value)
