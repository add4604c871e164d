"""The route as bars over days, as a picture that any browser shows and prints."""

from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree import ElementTree as Xml

from jiexu.explanation.columns import width
from jiexu.procedure.progress import DONE, NOW
from jiexu.procedure.schedule import Scheduled
from jiexu.procedure.track import Track
from jiexu.report.track.picture import Span, bar, drawn, span
from jiexu.report.track.wording import TrackWording

_INK, _DIM, _LINE, _SHADE = "#1b1f24", "#667079", "#d8dde2", "#f1f3f5"
_COLOURS = {DONE: "#14703b", NOW: "#1d4f91", "": "#b9cbe4"}
_LATE, _DUE = "#ad1f1f", "#8a5a00"
_FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
_EM = 12 + 2
_ROW = 2 * 12 + 2 + 2
_PAD = 12
_HEAD = 100 - 2 * 12
_WIDTH = 100 * 12 - 2 * 100
_ONE_DAY = timedelta(days=1)
_BETWEEN = " · "
_FEW = 12 + 2


def svg(track: Track, language: str = "zh") -> str:
    """The picture; without a known day, its heading alone."""
    return _Picture(TrackWording(track, language)).text()


class _Picture:
    def __init__(self, wording: TrackWording) -> None:
        self.wording = wording
        self.track = wording.tracked
        self.steps = drawn(self.track)
        self.left = max((width(self._name(held)) for held in self.steps), default=0) * _EM // 2 + 2 * _PAD
        shown = span(self.track)
        self.span = Span(shown.first, shown.last + _ONE_DAY) if shown else None
        self.foot = _HEAD + len(self.steps) * _ROW

    def text(self) -> str:
        height = self.foot + 2 * _ROW
        root = Xml.Element(
            "svg", xmlns="http://www.w3.org/2000/svg", width=str(_WIDTH), height=str(height),
            viewBox=f"0 0 {_WIDTH} {height}", role="img",
        )  # fmt: skip
        root.set("font-family", _FONT)
        root.set("font-size", str(_EM - 1))
        title = self.wording.phrase("svg_title", case=self.track.case.id)
        Xml.SubElement(root, "title").text = title
        _box(root, 0, 0, _WIDTH, height, "#ffffff")
        _text(root, _PAD, 2 * _PAD, _BETWEEN.join(filter(None, (title, self.track.case.title))), _INK, weight="bold")
        way = self.track.choice.way
        if way:
            told = _BETWEEN.join((self.wording.journey(), self.wording.way(way)))
            _text(root, _PAD, 2 * _PAD + _EM + 2 + 2, told, _DIM)
        if self.span:
            self._days(root, self.span)
            for row, held in enumerate(self.steps):
                self._row(root, self.span, _HEAD + row * _ROW, held)
            self._as_of(root, self.span)
            self._legend(root)
        Xml.indent(root, " ")
        return Xml.tostring(root, "unicode") + "\n"

    def _name(self, held: Scheduled) -> str:
        return f"{self.wording.step(held.stated)}{_BETWEEN}{self.wording.actor(held)}"

    def _x(self, day: date, shown: Span) -> int:
        return self.left + (day - shown.first).days * (_WIDTH - self.left - _PAD) // shown.days

    def _days(self, root: Xml.Element, shown: Span) -> None:
        """Days off shaded, and a date at the first day of each week, or month where weeks would run into each other."""
        for day in _each(shown):
            if self.wording.is_day_off(day):
                _box(
                    root,
                    self._x(day, shown),
                    _HEAD,
                    self._x(day + _ONE_DAY, shown) - self._x(day, shown),
                    self.foot - _HEAD,
                    _SHADE,
                )
        by_month = shown.days > _FEW * (2 * 2 + 2 + 1)
        for day in _each(shown):
            if day == shown.first or (
                day.day == 1 if by_month else day.weekday() == 0 and (day - shown.first).days > 2
            ):
                x = self._x(day, shown)
                _box(root, x, _HEAD, 1, self.foot - _HEAD, _LINE)
                _text(root, x, _HEAD - 2 - 2, f"{day:%m-%d}", _DIM, size=_EM - 2)

    def _row(self, root: Xml.Element, shown: Span, y: int, held: Scheduled) -> None:
        wording = self.wording
        _text(root, _PAD, y + _EM + 2, self._name(held), _INK if held.state in (DONE, NOW) else _DIM)
        group = Xml.SubElement(root, "g")
        told = _BETWEEN.join(filter(None, (self._name(held), wording.due(held))))
        Xml.SubElement(group, "title").text = told
        for first, last, state in bar(held, self.track.case.as_of):
            colour = _LATE if held.late and state == NOW else _COLOURS[state]
            x = self._x(first, shown)
            drawn_width = max(self._x(last + _ONE_DAY, shown) - x, 2)
            _box(group, x, y + 2 * 2, drawn_width, _ROW - 2 * 2 * 2, colour, round_=2)
        if held.last is not None:
            x = self._x(held.last + _ONE_DAY, shown)
            _box(group, x - 1, y, 2 + 1, _ROW, _LATE if held.late else _DUE)

    def _as_of(self, root: Xml.Element, shown: Span) -> None:
        """The day of the decision, its date on the side that has more room."""
        x = self._x(self.track.case.as_of, shown)
        told = self.wording.as_of(self.track.case.as_of)
        _box(root, x, _HEAD, 1, self.foot - _HEAD, _INK)
        before = x > self.left + (_WIDTH - self.left) // 2
        beside = x - 2 - 2 if before else x + 2 + 2
        _text(root, beside, self.foot + _EM, told, _INK, size=_EM - 2, ends=before)

    def _legend(self, root: Xml.Element) -> None:
        x, y = _PAD, self.foot + _ROW + _EM
        for colour, key in (
            (_COLOURS[DONE], "legend_done"),
            (_COLOURS[NOW], "legend_now"),
            (_LATE, "legend_late"),
            (_COLOURS[""], "legend_next"),
            (_DUE, "legend_due"),
            (_SHADE, "legend_off"),
        ):
            _box(root, x, y - 12, 12, 12, colour)
            label = self.wording.track[key]
            _text(root, x + 12 + 2 + 2, y - 1, label, _DIM, size=_EM - 2)
            x += 12 + 2 * _PAD + width(label) * _EM // 2


def _each(shown: Span) -> Iterator[date]:
    return (shown.first + _ONE_DAY * passed for passed in range(shown.days))


def _box(parent: Xml.Element, x: int, y: int, wide: int, high: int, colour: str, round_: int = 0) -> None:
    box = Xml.SubElement(parent, "rect", x=str(x), y=str(y), width=str(wide), height=str(high), fill=colour)
    if round_:
        box.set("rx", str(round_))


def _text(
    parent: Xml.Element, x: int, y: int, text: str, colour: str, size: int = 0, weight: str = "", *, ends: bool = False
) -> None:
    """A text that begins at *x*, or *ends* there, however wide the letters of the reader's machine are."""
    made = Xml.SubElement(parent, "text", x=str(x), y=str(y), fill=colour)
    made.text = "".join(sign for sign in text if sign.isprintable())
    if size:
        made.set("font-size", str(size))
    if weight:
        made.set("font-weight", weight)
    if ends:
        made.set("text-anchor", "end")
