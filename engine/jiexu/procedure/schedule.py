"""Until when each step is to be done, and how that stands on the day of the decision."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jiexu.base.kinds import DATE
from jiexu.base.workdays import YearNotHeld
from jiexu.decision.evaluate import own_line
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.procedures import Stated
from jiexu.law.vocabulary import Question
from jiexu.procedure.progress import CLOSED, DONE, NOW, POSSIBLE, REFUSED, SKIPPED, Progress


class Due(NamedTuple):
    """The last day of a step: the answer to ``question``, or to a line of its own clause that is called as the step is.

    ``projected``: it rests on days on which earlier steps are at the latest to be done.
    """

    question: Question
    outcome: Outcome
    projected: bool

    @property
    def day(self) -> date | None:
        """The last day; None when the law held does not tell it."""
        day = self.outcome.value
        return day if self.outcome.determined and isinstance(day, date) else None


class Scheduled(NamedTuple):
    """A step with its days.

    ``begins`` is the day from which it can be taken, ``ends`` the day it ended or at the latest is to; None when that
    cannot be told. ``left`` are the working days to the last day, below 0 when that is past; None without a last day, or
    where no calendar is held.
    """

    progress: Progress
    due: Due | None
    begins: date | None
    ends: date | None
    left: int | None
    late: bool

    @property
    def stated(self) -> Stated:
        return self.progress.stated

    @property
    def last(self) -> date | None:
        """The last day; None where there is none, or the law held does not tell it."""
        return self.due.day if self.due else None

    @property
    def state(self) -> str:
        return self.progress.state

    @property
    def tentative(self) -> bool:
        """True when its days are only what earlier steps leave it at the latest."""
        return self.state not in (DONE, NOW)


def schedule(world: World, found: dict[str, Progress]) -> dict[str, Scheduled]:
    """The days of every step, by name; steps that cannot be taken yet from the latest days of those before them."""
    as_of = world.case.as_of
    projected: set[str] = set()
    planned: dict[str, Scheduled] = {}
    for name, held in found.items():
        if held.state in (SKIPPED, REFUSED, CLOSED):
            planned[name] = Scheduled(held, None, None, None, None, False)
            continue
        known, begins = _latest([planned[before] for before in _taken_before(found, name)])
        due = _due(world, held.stated, projected)
        ends = held.ended if held.state == DONE else _latest_end(held, due, begins, as_of) if known else None
        fact = world.library.vocabulary.facts[held.stated.step.ends_with].id
        if held.state != DONE and ends is not None:
            world = world.with_fact(fact, ends)
            projected.add(fact)
        day = due.day if due else None
        firm = day if due and not due.projected else None
        against = held.ended if held.state == DONE else as_of
        left = _left(world, against, day) if day and against else None
        late = firm is not None and against is not None and against > firm and held.state != POSSIBLE
        planned[name] = Scheduled(held, due, begins, ends, left, late)
    return planned


def _latest(before: list[Scheduled]) -> tuple[bool, date | None]:
    """Whether the days of all steps that come first are known, and the last of them; a step done on no known day is past."""
    known = all(held.ends is not None or held.state == DONE for held in before)
    return known, max((held.ends for held in before if held.ends is not None), default=None) if known else None


def _taken_before(found: dict[str, Progress], name: str) -> Iterator[str]:
    """The steps that come first and are taken; of one that is not taken, those before it."""
    for before in found[name].before:
        if found[before].state == SKIPPED:
            yield from _taken_before(found, before)
        else:
            yield before


def _latest_end(held: Progress, due: Due | None, begins: date | None, as_of: date) -> date | None:
    """The last day on which a step may end: its own last day, else the day it can be taken, and never a day gone by."""
    if due is not None and due.day is None:
        return None
    days = [day for day in (due.day if due else None, begins) if day is not None]
    return max([*days, as_of]) if days or held.state == NOW else None


def _due(world: World, stated: Stated, projected: set[str]) -> Due | None:
    line = stated.step.due
    if line is None:
        return None
    question = world.library.vocabulary.questions.get(line.source)
    if question is None:
        outcome = own_line(world, stated.provision, line)
        question = Question("", stated.step.name, DATE)
    else:
        outcome = world.decide(question.name)
    return Due(question, outcome, not outcome.touched.isdisjoint(projected))


def _left(world: World, day: date, last: date) -> int | None:
    try:
        return world.library.calendar.between(day, last)
    except YearNotHeld:
        return None
