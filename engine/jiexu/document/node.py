"""What a file says, each part with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from jiexu.base.location import Location

TEXT, LIST, ENTRIES = "text", "list", "entries"


class Scalar(NamedTuple):
    """Text as it was written; its kind reads it later."""

    text: str
    where: Location
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    where: Location

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


class Mapping(NamedTuple):
    """Keys in written order; ``key_at`` is where each key stands."""

    entries: dict[str, "Node"]
    key_at: dict[str, Location]
    where: Location

    def get(self, key: str) -> "Node | None":
        return self.entries.get(key)


Node = Scalar | Sequence | Mapping


def shape_of(node: Node) -> str:
    """What a node is, whatever it says: text, a list, or entries."""
    if isinstance(node, Scalar):
        return TEXT
    return LIST if isinstance(node, Sequence) else ENTRIES


def plain(node: Node) -> Any:
    """The node as dicts, lists and strings, for a structural check."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}
