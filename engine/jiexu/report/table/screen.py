"""A decision table in a terminal: conditions under letters, cells wrapped to a line of a hundred columns."""

from collections.abc import Iterator

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.sheet import LINE, Paint, Pair, hanging, labelled, plain, whole
from jiexu.report.table.grid import ANY, Grid
from jiexu.report.table.labels import TABLE_LANGUAGES

_GAP = 2
_WIDEST = 12
"""How wide the cell of a condition may be."""
_VALIDITY = 12 + 2
_AFTER = 2 + 1
"""The columns after the conditions: answer, clause, validity."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def table_screen(found: Grid, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen."""
    return whole(_lines(found, TABLE_LANGUAGES[language], paint))


def _lines(found: Grid, labels: dict[str, str], paint: Paint) -> Iterator[str]:
    yield paint(found.title, "title")
    letters = tuple(map(_letter, range(len(found.conditions))))
    if found.conditions:
        yield ""
        yield paint(labels["conditions"], "label") + "    " + "    ".join(found.marks)
        yield from labelled(zip(letters, found.conditions, strict=True), paint)
    if found.rows:
        yield ""
        yield from _rows(found, letters, paint)
    yield ""
    explained: list[Pair] = []
    for note in found.notes:
        if note.heading:
            explained.append((note.heading, note.text))
        else:
            yield from hanging(note.text, 0, 0)
    if explained:
        yield ""
        yield from labelled(explained, paint, 0)


def _letter(index: int) -> str:
    """A, B … Z, AA, AB …"""
    before, last = divmod(index, len(_LETTERS))
    return (_letter(before - 1) if before else "") + _LETTERS[last]


def _rows(found: Grid, letters: tuple[str, ...], paint: Paint) -> Iterator[str]:
    headings = (found.headings[0], *letters, *found.headings[-_AFTER:])
    widths = _widths(found, headings)
    if widths is None:
        yield from _blocks(found, letters, paint)
        return
    yield paint(_line(headings, widths), "label")
    yield paint(_line(tuple("-" * wide for wide in widths), widths), "dim")
    for row in found.rows:
        columns = [wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        for index in range(max(map(len, columns))):
            yield _line(tuple(lines[index] if index < len(lines) else "" for lines in columns), widths)


def _widths(found: Grid, headings: tuple[str, ...]) -> list[int] | None:
    """How wide each column is; None when so many conditions leave no room for answers and clauses."""
    widest = [max(map(width, column)) for column in zip(headings, *found.rows, strict=True)]
    narrow = [min(wide, _WIDEST) for wide in widest[:-_AFTER]]
    answer, clause = widest[-_AFTER], widest[1 - _AFTER]
    room = LINE - sum(narrow) - _GAP * (len(widest) - 1) - _VALIDITY
    if room < 2 * _WIDEST:
        return None
    if answer + clause > room:
        answer = max(min(answer, room - clause), min(answer, room // 2))
        clause = room - answer
    return [*narrow, answer, clause, _VALIDITY]


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return (" " * _GAP).join(padded(cell, wide) for cell, wide in zip(cells, widths, strict=True)).rstrip()


def _blocks(found: Grid, letters: tuple[str, ...], paint: Paint) -> Iterator[str]:
    """Row by row, where there are too many conditions for columns."""
    for number, *cells in found.rows:
        *tests, answer, clause, validity = cells
        for line in hanging(f"{number}. {answer}    {clause}    {validity}", 0):
            yield paint(line, "title")
        told = (f"{letter} {cell}" for letter, cell in zip(letters, tests, strict=True) if cell != ANY)
        yield from hanging("    ".join(told), 2 + 2)
