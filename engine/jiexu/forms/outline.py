"""What the sheet of a template consists of: paragraphs and tables, with the tags of the template language left in their text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SHEET = re.compile(r"\{%-?\s*block sheet\s*-?%\}(.*)\{%-?\s*endblock(?:\s+sheet)?\s*-?%\}", re.DOTALL)
_TOKEN = re.compile(r"(\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]+>)", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_BLANKS = " \t\r\n"
_PARAGRAPHS = ("p", "h1", "h2", "li")


class Paragraph(NamedTuple):
    """``kind`` is the element; ``classes`` those of the template; ``tag`` marks a paragraph that only holds a statement."""

    kind: str
    classes: tuple[str, ...]
    text: str
    tag: bool = False


class Cell(NamedTuple):
    """``head`` marks a label."""

    columns: int
    head: bool
    classes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


class Row(NamedTuple):
    """``tag`` marks a row that only holds a statement, in its one cell; ``repeated`` one that begins every page."""

    cells: tuple[Cell, ...]
    tag: bool = False
    repeated: bool = False


class Table(NamedTuple):
    classes: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        return max(sum(cell.columns for cell in row.cells) for row in self.rows if not row.tag)


Part = Paragraph | Table


class _Element(NamedTuple):
    """A tag of HTML."""

    name: str
    closing: bool
    attributes: dict[str, str]

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.attributes.get("class", "").split())


def outline(source: str) -> tuple[Part, ...]:
    """The parts of the block ``sheet`` of a template's text."""
    found = _SHEET.search(source)
    tokens = iter([token for token in _TOKEN.split(found[1]) if token] if found else ())
    return tuple(_Outline(tokens).parts())


class _Outline:
    """Reads tokens into parts; a statement stands by itself between parts, rows or paragraphs, else in the text."""

    def __init__(self, tokens: Iterator[str]) -> None:
        self.tokens = tokens

    def parts(self) -> Iterator[Part]:
        for token in self.tokens:
            element = _element(token)
            if element is None:
                if token.startswith("{%"):
                    yield _statement(token)
            elif element.closing:
                continue
            elif element.name == "table":
                yield Table(element.classes, tuple(self._rows()))
            elif element.name in _PARAGRAPHS:
                yield self._paragraph(element)

    def _paragraph(self, opened: _Element) -> Paragraph:
        text = ""
        for token in self.tokens:
            element = _element(token)
            if element is None:
                text += token
            elif element.closing and element.name == opened.name:
                break
            elif element.name == "span" and text and not element.closing:
                text += "\t"
        return Paragraph(opened.name, opened.classes, _clean(text))

    def _rows(self) -> Iterator[Row]:
        repeated = False
        for token in self.tokens:
            element = _element(token)
            if element is None:
                if token.startswith("{%"):
                    yield Row((Cell(1, False, (), (_statement(token),)),), tag=True)
            elif element.name == "thead":
                repeated = not element.closing
            elif element.name == "tr" and not element.closing:
                yield Row(tuple(self._cells()), repeated=repeated)
            elif element.name == "table":
                return

    def _cells(self) -> Iterator[Cell]:
        for token in self.tokens:
            element = _element(token)
            if element is not None and element.name == "tr":
                return
            if element is not None and not element.closing:
                columns = int(element.attributes.get("colspan", "1"))
                yield Cell(columns, element.name == "th", element.classes, tuple(self._inside(element)))

    def _inside(self, cell: _Element) -> Iterator[Paragraph]:
        """The paragraphs of a cell: its own where it has any, else one of all its text."""
        text, own = "", False
        for token in self.tokens:
            element = _element(token)
            if element is None:
                if own and token.startswith("{%"):
                    yield _statement(token)
                elif not own:
                    text += token
            elif element.name == cell.name:
                break
            elif element.name in _PARAGRAPHS and not element.closing:
                own = True
                yield self._paragraph(element)
        if not own:
            yield Paragraph("p", cell.classes, _clean(text))


def _element(token: str) -> _Element | None:
    if not token.startswith("<"):
        return None
    name = re.match(r"</?(\w+)", token)
    return _Element(name[1] if name else "", token.startswith("</"), dict(_ATTRIBUTE.findall(token)))


def _statement(token: str) -> Paragraph:
    return Paragraph("p", (), token, tag=True)


def _clean(text: str) -> str:
    """The text without remarks, its blanks at the ends and line breaks."""
    return re.sub(r"\{#.*?#\}|\n", "", text, flags=re.DOTALL).strip(_BLANKS)
