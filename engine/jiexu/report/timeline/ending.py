"""What ends soon, as a person reads it and as JSON."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jiexu.analysis.ending import CalendarEnd, Ending, Turn, calendar_end, endings
from jiexu.analysis.stretch import Stretch
from jiexu.base.validity import Validity
from jiexu.explanation.data import Data, place_data
from jiexu.explanation.sheet import Paint, hanging, labelled, plain, whole
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Provision
from jiexu.law.vocabulary import Question
from jiexu.report.timeline.data import stretch_data
from jiexu.report.timeline.screen import asked_or_shown
from jiexu.report.timeline.wording import TimeWording
from jiexu.report.which_law import law_data


class Endings(NamedTuple):
    """What ends on one of ``days``, at each place looked at; ``calendar`` when the working days held end then too."""

    library: Library
    days: Validity
    endings: tuple[Ending, ...]
    calendar: CalendarEnd | None

    @property
    def opens(self) -> bool:
        """True when a question gets a gap."""
        return any(turn.opens for ending in self.endings for turn in ending.turns) or bool(
            self.calendar and self.calendar.questions
        )


def endings_at(library: Library, asked: list[Question], places: tuple[str, ...], days: Validity) -> Endings:
    """What ends at the places, and what that does to the question asked, or to all that are shown."""
    questions = asked_or_shown(library, asked)
    found = tuple(one for place in places for one in endings(library, place, days, questions))
    return Endings(library, days, found, calendar_end(library, places, days, questions))


def ending_screen(found: Endings, language: str = "zh", paint: Paint = plain) -> str:
    """The whole screen."""
    return whole(_lines(found, TimeWording(found.library, language), paint))


def ending_data(found: Endings) -> Data:
    """What ends as ``jiexu-endings/1``."""
    return {
        "format": "jiexu-endings/1",
        "from": str(found.days.first),
        "until": str(found.days.last),
        **law_data(found.library),
        "endings": [_data(found.library, ending) for ending in found.endings],
        "calendar": _calendar_data(found.calendar),
    }


def _lines(found: Endings, wording: TimeWording, paint: Paint) -> Iterator[str]:
    title = wording.tell("ending", first=str(found.days.first), last=str(found.days.last))
    yield paint(title + wording.known(), "title")
    if not found.endings and found.calendar is None:
        yield wording.time["ending_none"]
    for ending in found.endings:
        yield ""
        day = wording.tell("ends_on", day=str(ending.last), place=wording.place(ending.place))
        yield paint("■ " + day, "title")
        for instrument, clauses in _ended(ending, wording):
            yield from hanging(wording.tell("clauses", instrument=instrument, clauses=clauses), 2)
        yield ""
        opening = [turn for turn in ending.turns if turn.opens]
        count = wording.tell("opened", count=str(len(opening))) if opening else wording.time["opened_none"]
        yield "  " + paint(count, "open" if opening else "value")
        yield from _grouped(opening, wording)
        staying = [turn for turn in ending.turns if not turn.opens]
        if staying:
            yield "  " + paint(wording.time["stays"], "value")
            yield from _grouped(staying, wording)
    if found.calendar is not None:
        yield ""
        yield from _calendar(found.calendar, wording, paint)


def _ended(ending: Ending, wording: TimeWording) -> Iterator[tuple[str, str]]:
    """The instruments that end, each whole or with the clauses of it that do."""
    by_instrument: dict[str, tuple[Instrument, list[Provision]]] = {}
    for instrument, provision in ending.provisions:
        by_instrument.setdefault(instrument.id, (instrument, []))[1].append(provision)
    for instrument, provisions in by_instrument.values():
        all_of_it = len(provisions) == len(instrument.provisions)
        clauses = wording.listed(provision.clause for provision in provisions)
        yield wording.instrument(instrument), wording.time["whole"] if all_of_it else clauses


def _grouped(turns: Iterable[Turn], wording: TimeWording) -> Iterator[str]:
    """What is after the day, once for all questions of which the same is true."""
    groups: dict[tuple[str, str], list[str]] = {}
    for turn in turns:
        key = wording.time[turn.after.state], wording.cited(_governing(turn.after))
        groups.setdefault(key, []).append(wording.term(turn.question))
    for (state, by), names in groups.items():
        told = state + (f"{wording.labels['open']}{by}{wording.labels['close']}" if by else "")
        yield from hanging(told, 2 + 2)
        yield from hanging(wording.listed(names), 2 + 2 + 2, 0)


def _governing(stretch: Stretch) -> list[Statement]:
    return [*stretch.rules, *(one for handed in stretch.handed for one in handed.by)]


def _calendar(ended: CalendarEnd, wording: TimeWording, paint: Paint) -> Iterator[str]:
    yield paint("■ " + wording.tell("calendar_ends", day=str(ended.last)), "title")
    year, provisional = str(ended.last.year + 1), ended.provisional_from
    why = (
        wording.tell("calendar_why", year=year, provisional=str(provisional))
        if provisional
        else wording.tell("calendar_short", year=year)
    )
    yield from hanging(why, 2)
    names = wording.listed(wording.term(question) for question in ended.questions)
    yield from labelled([(wording.time["bears_on"], names)], paint)


def _data(library: Library, ending: Ending) -> Data:
    return {
        "last_in_force": str(ending.last),
        "place": place_data(library.places, ending.place),
        "clauses": [instrument.cite(provision.clause) for instrument, provision in ending.provisions],
        "questions": [
            {
                "question": turn.question.id,
                "opens": turn.opens,
                "before": stretch_data(turn.before),
                "after": stretch_data(turn.after),
            }
            for turn in ending.turns
        ],
    }


def _calendar_data(ended: CalendarEnd | None) -> Data | None:
    if ended is None:
        return None
    return {
        "last_in_force": str(ended.last),
        "provisional_from": _day(ended.provisional_from),
        "questions": [question.id for question in ended.questions],
    }


def _day(day: date | None) -> str | None:
    return str(day) if day else None
