"""The bars as one SVG file that stands alone."""

from collections.abc import Iterable
from typing import Any

from jiexu.explanation.columns import width
from jiexu.report.page import page
from jiexu.report.timeline.chart import Chart
from jiexu.report.timeline.screen import Seen, chart_of
from jiexu.report.timeline.wording import TimeWording

_LENGTH = 100 * (2 * 2 + 2 + 1)
_MARGIN = 12 * 2
_ROW = 12 * 2
_BAR = 12 + 2
_COLUMN = 12 * 2 // (2 + 1)
"""Points that one column of text takes at the size of the labels."""
_YEAR = 12 * (2 + 1)


def drawing(seen: Iterable[Seen], language: str = "zh") -> str:
    """The charts of these places below each other; lengths are in points."""
    places = list(seen)
    wordings = [TimeWording(one.library, language) for one in places]
    charts = [chart_of(one, wording, _LENGTH) for one, wording in zip(places, wordings, strict=True)]
    labels = max((width(label) for chart in charts for label in chart.labels), default=0)
    left = _MARGIN * 2 + labels * _COLUMN
    drawn: list[dict[str, Any]] = []
    top = _MARGIN
    for chart, wording in zip(charts, wordings, strict=True):
        drawn.append(_chart(chart, wording, left, top))
        top = drawn[-1]["bottom"] + _ROW * 2 + _MARGIN
    return page(
        "timeline.svg",
        language=language,
        charts=drawn,
        width=left + _LENGTH + _MARGIN,
        height=top,
        left=left,
        margin=_MARGIN,
        bar=_BAR,
        names=wordings[0].time,
        today=wordings[0].tell("today", day=str(places[0].day)),
    )


def _chart(chart: Chart, wording: TimeWording, left: int, top: int) -> dict[str, Any]:
    """Where everything of a chart that begins at *top* stands."""
    title_at, y = top + _BAR, top + _ROW + _MARGIN
    rows: list[dict[str, Any]] = []
    first = y - _MARGIN // 2
    y += _ROW // 2
    for title, bars in chart.groups:
        labelled = [(title, None)] if title else []
        for label, pieces in (*labelled, *((bar.label, bar.pieces) for bar in bars)):
            rows.append({"label": label, "pieces": pieces, "y": y, "text_at": y + _BAR - 2})
            y += _ROW
    marks: list[dict[str, Any]] = []
    x = left
    for style in chart.styles:
        text = wording.time[style]
        marks.append({"style": style, "x": x, "text": text})
        x += _BAR + _MARGIN + width(text) * _COLUMN
    return {
        "title": chart.title,
        "title_at": title_at,
        "top": first,
        "bottom": y,
        "rows": rows,
        "years": [{"year": year, "x": left + at} for year, at in chart.scale.years(_YEAR)],
        "day_x": left + chart.scale.at(chart.day),
        "marks": marks,
        "today_x": x,
    }
