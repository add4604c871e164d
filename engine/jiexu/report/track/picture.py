"""The route as bars over time, in the characters every terminal has."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jiexu.explanation.columns import padded, width
from jiexu.explanation.sheet import LINE, Paint
from jiexu.procedure.progress import CLOSED, DONE, NOW, REFUSED, SKIPPED
from jiexu.procedure.schedule import Scheduled
from jiexu.procedure.track import Track
from jiexu.report.track.wording import TrackWording

_DAY = timedelta(days=1)
_WIDEST_DAY = 2 + 2
_UNDRAWN = (SKIPPED, REFUSED, CLOSED)


class Span(NamedTuple):
    """The days a picture shows, both ends inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def drawn(track: Track) -> list[Scheduled]:
    """The steps that have a bar: those taken of which some last day is known, and those whose turn it is since a day."""
    taken = (held for held in track.steps.values() if held.state not in _UNDRAWN)
    return [held for held in taken if held.ends or held.last or (held.state == NOW and held.begins)]


def span(track: Track) -> Span | None:
    """From the first day known of the drawn steps to the last one; None when nothing is known."""
    steps = drawn(track)
    days = [day for held in steps for day in (held.begins, held.ends, held.last) if day is not None]
    return Span(min(*days, track.case.as_of), max(*days, track.case.as_of)) if days else None


def bar(held: Scheduled, as_of: date) -> tuple[tuple[date, date, str], ...]:
    """The stretches of a step's bar: first and last day, and the state it shows."""
    last = held.ends or held.last
    first = held.begins or last
    if first is None:
        return ()
    if held.state == NOW:
        today = max(first, as_of)
        return ((first, today, NOW), *(((today + _DAY, last, ""),) if last and last > today else ()))
    return ((first, last or first, DONE if held.state == DONE else ""),)


def picture(wording: TrackWording, paint: Paint) -> Iterator[str]:
    """The lines of the picture; none when no day is known."""
    shown = span(wording.tracked)
    if shown is None:
        return
    steps = drawn(wording.tracked)
    names = max(width(wording.step(held.stated)) for held in steps) + 2 + 2
    cells = min(LINE - names, shown.days * max(min((LINE - names) // shown.days, _WIDEST_DAY), 1))
    yield " " * names + paint(_axis(wording.tracked.case.as_of, shown, cells), "dim")
    for held in steps:
        yield "  " + padded(wording.step(held.stated), names - 2) + _row(wording, held, shown, cells, paint)
    yield "  " + paint(wording.track["legend"], "dim")


def _cell(day: date, shown: Span, cells: int) -> int:
    return (day - shown.first).days * cells // shown.days


def _axis(as_of: date, shown: Span, cells: int) -> str:
    """The first day, that of the decision and the last, each where it lies, as far as they have room."""
    line = ""
    for day in (shown.first, as_of, shown.last):
        text = f"{day.month:02d}-{day.day:02d}"
        at = min(_cell(day, shown, cells), max(cells - len(text), 0))
        if not line or at > len(line):
            line = line.ljust(at) + text
    return line


_SIGNS = {DONE: ("=", "value"), NOW: (">", "title"), "": (".", "dim")}


def _row(wording: TrackWording, held: Scheduled, shown: Span, cells: int, paint: Paint) -> str:
    as_of = wording.tracked.case.as_of
    row = [(" ", "")] * cells
    row[_cell(as_of, shown, cells)] = ("|", "dim")
    for first, last, state in bar(held, as_of):
        begin = _cell(first, shown, cells)
        for cell in range(begin, max(_cell(last + _DAY, shown, cells), begin + 1)):
            row[cell] = _SIGNS[state]
    if held.last is not None:
        row[max(_cell(held.last + _DAY, shown, cells) - 1, 0)] = ("*", "wrong" if held.late else "open")
    return "".join(paint(sign, style) if style else sign for sign, style in row).rstrip()
