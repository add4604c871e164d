"""What is held: the instruments by rank, each with its validity on a day and how its text was compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jiexu.explanation.columns import padded, width, wrapped
from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import LINE, Paint, hanging, plain, whole
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library
from jiexu.law.official_text import COMPARED
from jiexu.ruleset.open_points import reaching
from jiexu.ruleset.state import COMING, ENDED, IN_FORCE, PARTLY, span, state

_DEEP = 2 + 2
_STYLES = {IN_FORCE: "value", PARTLY: "open", COMING: "open", ENDED: "dim"}


@dataclass(frozen=True, slots=True)
class Holding:
    """An instrument as it is listed: its state on the day, and how its official text compares."""

    instrument: Instrument
    state: str
    comparison: str

    @property
    def rules(self) -> int:
        return sum(len(provision.rules) for provision in self.instrument.provisions)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is held on ``day``, at ``place`` when one was named; the yearly calendars apart."""

    library: Library
    day: date
    place: str | None
    instruments: tuple[Holding, ...]
    calendars: tuple[Holding, ...]


def holdings(library: Library, day: date, place: str | None, compared: dict[str, str]) -> Holdings:
    """The instruments that hold at a place, superior ranks first."""
    rows = [Holding(held, state(held, day), compared[held.id]) for held in reaching(library, place)]
    return Holdings(
        library,
        day,
        place,
        tuple(row for row in rows if row.instrument.workdays is None),
        tuple(row for row in rows if row.instrument.workdays is not None),
    )


def law_list(held: Holdings, language: str = "zh", paint: Paint = plain) -> str:
    """The list as a person reads it."""
    return whole(_lines(held, LawWording(held.library, language), paint))


def calendar_line(wording: LawWording, calendars: Iterable[Instrument]) -> str:
    """The years of working days held, and how far they reach; empty when none is."""
    years = sorted((held.workdays.year, held) for held in calendars if held.workdays)
    if not years:
        return ""
    last = years[-1][1]
    provisional = last.workdays.provisional_from if last.workdays else last.validity.first
    return wording.tell(
        "calendars",
        first=str(years[0][0]),
        last=str(years[-1][0]),
        count=str(len(years)),
        ids=f"{years[0][1].id} … {last.id}" if len(years) > 1 else last.id,
        provisional=str(provisional),
    )


def _lines(held: Holdings, wording: LawWording, paint: Paint) -> Iterator[str]:
    law = wording.law
    where = wording.tell("at_place", place=wording.place(held.place)) if held.place else law["everywhere"]
    yield paint(wording.tell("held", day=str(held.day), where=where), "title")
    yield from hanging(_summary(held, wording), 0)
    table = [(_cells(row, wording), row) for row in held.instruments]
    columns = [max(width(cell) for cell in column) for column in zip(*(cells for cells, _ in table), strict=True)]
    mark = max(width(law[name]) for name in _STYLES) + 2
    for rank, group in groupby(table, key=lambda one: one[1].instrument.rank):
        yield ""
        yield paint("■ " + wording.rank(rank), "title")
        for cells, row in group:
            first, *rest = wrapped(wording.heading(row.instrument), LINE - mark - 2)
            yield "  " + paint(padded(law[row.state], mark), _STYLES[row.state]) + first
            yield from (" " * (mark + 2) + line for line in rest)
            line = "  ".join(padded(cell, columns[index]) for index, cell in enumerate(cells))
            yield " " * _DEEP + paint(line.rstrip(), "dim")
    if held.calendars:
        yield ""
        yield paint("■ " + law["workdays"], "title")
        yield from hanging(calendar_line(wording, (row.instrument for row in held.calendars)), 2, 0)
    yield ""
    yield from (paint(line, "dim") for line in wording.law["list_help"].splitlines())


def _summary(held: Holdings, wording: LawWording) -> str:
    states = [row.state for row in held.instruments]
    counted = (
        wording.tell("counted", state=wording.law[name], count=str(states.count(name)))
        for name in _STYLES
        if name in states
    )
    compared = sum(row.comparison == COMPARED for row in held.instruments)
    texts = wording.tell("texts", compared=str(compared), rest=str(len(states) - compared))
    return wording.labels["stop"].join((wording.labels["comma"].join(counted), texts))


def _cells(row: Holding, wording: LawWording) -> tuple[str, ...]:
    instrument = row.instrument
    count = wording.tell("count", provisions=str(len(instrument.provisions)), rules=str(row.rules))
    return (
        instrument.id,
        wording.short_place(instrument.place),
        wording.validity(span(instrument)),
        count,
        wording.grade(instrument.evidence) + ("" if instrument.evidence in DECIDING else wording.law["mark"]),
        wording.law[row.comparison],
    )
