"""A chart in a terminal: bars of letters that are one column wide in every font."""

from collections.abc import Iterator

from jiexu.analysis.stretch import LAPSED, LEFT, PARTLY, RESURFACED, RULED
from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.sheet import LINE, Paint
from jiexu.report.timeline.chart import COMPARED, DELEGATING, Bar, Chart
from jiexu.report.timeline.wording import TimeWording

# ASCII on purpose: a terminal set to Chinese draws ■ and █ two columns wide, and the bars would not line up.
_LETTERS = {RULED: "#", RESURFACED: "=", PARTLY: "+", LEFT: "-", LAPSED: ".", DELEGATING: "-", COMPARED: ":"}
_COLOURS = {
    RULED: "value",
    RESURFACED: "open",
    PARTLY: "open",
    LEFT: "wrong",
    LAPSED: "wrong",
    DELEGATING: "label",
    COMPARED: "dim",
}
_DAY = "|"
_GAP = 2
_YEAR = len("2020 ")


def label_column(labels: list[str]) -> int:
    """How wide the column of labels is, two blanks after it; never more than two fifths of the line."""
    return min(max(map(width, labels), default=0), LINE * 2 // (2 + 2 + 1)) + _GAP


def bar_lines(chart: Chart, wording: TimeWording, paint: Paint) -> Iterator[str]:
    """The bars under their years, and a legend."""
    column = LINE - chart.scale.length
    yield " " * column + paint(_years(chart), "dim")
    for title, bars in chart.groups:
        if title:
            yield paint("■ " + title, "title")
        for bar in bars:
            first, *rest = wrapped(bar.label, column - _GAP)
            yield padded(first, column) + _drawn(chart, bar, paint)
            yield from (f"  {line}" for line in rest)
    yield ""
    yield from _legend(chart, wording, paint)


def _legend(chart: Chart, wording: TimeWording, paint: Paint) -> Iterator[str]:
    """The letters that occur and what they say, as many on a line as fit."""
    marks = [(_LETTERS[style], _COLOURS[style], wording.time[style]) for style in chart.styles]
    line, taken = "", 0
    for letter, style, text in (*marks, (_DAY, "title", wording.tell("today", day=str(chart.day)))):
        wide = width(f"{letter} {text}") + 2 * _GAP
        if taken + wide > LINE:
            yield line
            line, taken = "", 0
        line, taken = f"{line}{paint(letter, style)} {text}" + " " * 2 * _GAP, taken + wide
    yield line.rstrip()


def _years(chart: Chart) -> str:
    line = ""
    for year, at in chart.scale.years(_YEAR):
        line = padded(line, at) + str(year)
    return line


def _drawn(chart: Chart, bar: Bar, paint: Paint) -> str:
    cells = [(" ", "")] * chart.scale.length
    for piece in bar.pieces:
        for at in range(piece.begins, piece.ends):
            cells[at] = _LETTERS[piece.style], _COLOURS[piece.style]
    cells[chart.scale.at(chart.day)] = _DAY, "title"
    return "".join(_runs(cells, paint))


def _runs(cells: list[tuple[str, str]], paint: Paint) -> Iterator[str]:
    """The cells, those of one style painted together."""
    begins = 0
    for index in range(1, len(cells) + 1):
        if index == len(cells) or cells[index][1] != cells[begins][1]:
            run = "".join(letter for letter, _ in cells[begins:index])
            style = cells[begins][1]
            yield paint(run, style) if style else run
            begins = index
