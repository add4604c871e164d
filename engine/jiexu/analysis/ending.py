"""What ends within some days at a place, what governs then, and which questions become open."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jiexu.analysis.stretch import LAPSED, LEFT, OPEN, Stretch
from jiexu.analysis.timeline import Timeline, timeline
from jiexu.base.kinds import DATE
from jiexu.base.month import Month
from jiexu.base.validity import Validity
from jiexu.expression.functions import FUNCTIONS
from jiexu.expression.grammar import Expression
from jiexu.law.dependency import statement_lines
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library
from jiexu.law.provision import Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.open_points import reaching
from jiexu.ruleset.standing import RuleSet

_ONE_DAY = timedelta(days=1)


class Turn(NamedTuple):
    """One question on the last day of something, and on the day after; ``opens`` when a situation loses its answer then."""

    question: Question
    before: Stretch
    after: Stretch
    opens: bool


class Ending(NamedTuple):
    """What ends with ``last`` at a place: provisions, with their instruments, and the questions this turns."""

    last: date
    place: str
    provisions: tuple[tuple[Instrument, Provision], ...]
    turns: tuple[Turn, ...]


class CalendarEnd(NamedTuple):
    """The last day whose working days are held, and the questions whose answers count working days."""

    last: date
    provisional_from: date | None
    questions: tuple[Question, ...]


def endings(library: Library, place: str, days: Validity, questions: Iterable[Question]) -> tuple[Ending, ...]:
    """What ends at a place on one of these days, in order of days, and what that does to these questions."""
    rules = RuleSet(library, place, place)
    ending: dict[date, list[tuple[Instrument, Provision]]] = {}
    for instrument in reaching(library, place):
        for provision in instrument.provisions:
            last = provision.validity.last
            if last is not None and days.covers(last) and provision.evidence in DECIDING:
                ending.setdefault(last, []).append((instrument, provision))
    lines = [timeline(rules, question) for question in questions] if ending else []
    return tuple(
        Ending(last, place, tuple(ending[last]), tuple(turn for line in lines for turn in _turn(line, last)))
        for last in sorted(ending)
    )


def calendar_end(
    library: Library, places: tuple[str, ...], days: Validity, questions: Iterable[Question]
) -> CalendarEnd | None:
    """The end of the working days held, when it is one of these days, with those of the questions answered by them."""
    calendar = library.calendar
    last = Month(max(calendar.years), 12).last_day if calendar.years else None
    if last is None or not days.covers(last):
        return None
    counted = tuple(
        question for question in questions if any(_counts_workdays(library, place, question, last) for place in places)
    )
    return CalendarEnd(last, calendar.provisional_from, counted)


def _counts_workdays(library: Library, place: str, question: Question, day: date) -> bool:
    rules = RuleSet(library, place, place)
    return any(
        _calls_calendar(line)
        for held in rules.standing(question, day)
        for line in statement_lines(held.provision, held.said, question.name)
    )


def _calls_calendar(line: Expression) -> bool:
    """True when a line calls a function that asks the world for a day: only the calendar gives one."""
    return any(
        function.wants_world and function.gives == DATE and f"{name}(" in line.source
        for name, function in FUNCTIONS.items()
    )


def _turn(line: Timeline, last: date) -> Iterator[Turn]:
    before, after = line.at(last), line.at(last + _ONE_DAY)
    if before is None or after is None or before is after:
        return
    opens = bool(_gaps(after) - _gaps(before)) or (after.state in (LAPSED, LEFT) and before.state not in OPEN)
    yield Turn(line.question, before, after, opens)


def _gaps(stretch: Stretch) -> set[int]:
    """The statements whose situations may have no answer in a stretch."""
    lost = {id(one.statement.said) for one in stretch.ended if not one.wholly}
    lost |= {id(one.statement.said) for one in stretch.groundless}
    return lost | {id(one.statement.said) for one in stretch.handed if not one.by}
