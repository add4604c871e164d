"""Lines of a screen: labels in one column, their texts wrapped beside them."""

from collections.abc import Callable, Iterable, Iterator

from jiexu.explanation.columns import padded, width, wrapped

LINE = 100
_GAP = 2

Pair = tuple[str, str]
Paint = Callable[[str, str], str]
"""Gives a text a style: title, value, open, dim, label or wrong."""


def plain(text: str, style: str) -> str:  # noqa: ARG001
    """No colours: for files, pipes and accepted explanations."""
    return text


def labelled(pairs: Iterable[Pair], paint: Paint, indent: int = _GAP) -> Iterator[str]:
    """One row for each pair of a label and its text; a label that repeats the one above is left out."""
    rows = [(label, text) for label, text in pairs if text]
    column = max((width(label) for label, _ in rows), default=0)
    column += _GAP if column else 0
    above = ""
    for label, text in rows:
        first, *rest = wrapped(text, LINE - indent - column)
        yield " " * indent + paint(padded("" if label == above else label, column), "label") + first
        yield from (" " * (indent + column) + line for line in rest)
        above = label


def hanging(text: str, indent: int, hang: int = _GAP) -> Iterator[str]:
    """A text at an indent, its further lines a little deeper."""
    first, *rest = wrapped(text, LINE - indent - hang)
    yield " " * indent + first
    yield from (" " * (indent + hang) + line for line in rest)


def whole(lines: Iterable[str]) -> str:
    """The lines as one text, without spaces at their ends."""
    return "\n".join(line.rstrip() for line in lines) + "\n"
