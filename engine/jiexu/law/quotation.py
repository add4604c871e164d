"""Every quotation of an instrument's file, with the block it stands in."""

from collections.abc import Iterator
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.document.node import Mapping, Node, Scalar, Sequence


class Quotation(NamedTuple):
    """``block`` is the key it stands under (rules, delegates, validity, …), ``clause`` empty in the head."""

    text: str
    block: str
    clause: str
    where: Location


def quotations(node: Node | None, block: str = "", clause: str = "") -> Iterator[Quotation]:
    """Yield every ``quote`` below a node, in written order."""
    if isinstance(node, Sequence):
        for item in node:
            yield from quotations(item, block, clause)
    elif isinstance(node, Mapping):
        named = node.get("clause")
        if block == "provisions" and isinstance(named, Scalar):
            clause = named.text
        for key, value in node.entries.items():
            if key == "quote":
                for quoted in value if isinstance(value, Sequence) else (value,):
                    if isinstance(quoted, Scalar):
                        yield Quotation(quoted.text, block, clause, quoted.where)
            else:
                yield from quotations(value, _block(block, key), clause)


def _block(block: str, key: str) -> str:
    """A parameter's or reading's own name is no block."""
    return block if block in ("parameters", "validity") or key in ("take", "instead") else key
