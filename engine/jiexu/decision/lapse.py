"""What would speak but for its validity."""

from collections.abc import Iterable
from datetime import date

from jiexu.base.month import Month
from jiexu.base.unknown import Failure, is_unknown
from jiexu.decision.hearing import hear
from jiexu.decision.outcome import Lapse
from jiexu.decision.world import World
from jiexu.law.library import Library, Statement
from jiexu.law.vocabulary import Question
from jiexu.ruleset.precedence import Voice, Walk, overridden, own_delegations


def would_speak(world: World, question: Question, day: date, statements: Iterable[Statement]) -> list[Voice]:
    """Those of the statements that would speak with a value, every provision they rest on taken as in force."""
    timeless = world.without_time
    with timeless.asking(question.name, day) as frame:
        heard = [hear(timeless, question.name, statement) for statement in statements]
    world.frame.touched.own |= timeless.closure(frame.touched)
    speaking = [hearing.voice for hearing in heard if hearing.truth is True]
    unsilenced, _ = own_delegations([voice for voice in speaking if voice not in overridden(speaking)])
    return [voice for voice in unsilenced if not voice.delegates and not _waits(voice)]


def _waits(voice: Voice) -> bool:
    """True when the answer needs something the case does not give; a dated number not yet begun is no such thing."""
    answer = voice.answer
    return is_unknown(answer) and bool(answer.facts or answer.questions)


def lapse_of(world: World, question: Question, day: date, way: Walk) -> Lapse | None:
    """The provisions that, where the walk was to end, spoke latest before the day; else those that speak first after."""
    ranks = world.library.rank_order
    last_handed = max((ranks[voice.statement.instrument.rank] for voice in way.handed), default=-1)
    out = [
        held
        for held in world.rules.candidates(question)
        if not held.provision.validity.covers(day) and ranks[held.instrument.rank] > last_handed
    ]
    past = [held for held in out if held.provision.validity.first <= day]
    spoke = [voice.statement for voice in would_speak(world, question, day, past)]
    last = max((held.provision.validity.last for held in spoke if held.provision.validity.last), default=None)
    if last is not None:
        return _lapse([held for held in spoke if held.provision.validity.last == last], last=last)
    if world.rules.standing(question, day) or world.rules.standing(question, day, silences=True):
        return None
    coming = [held for held in out if held.provision.validity.first > day]
    speaks = [voice.statement for voice in would_speak(world, question, day, coming)]
    first = min((held.provision.validity.first for held in speaks), default=None)
    return (
        None
        if first is None
        else _lapse([held for held in speaks if held.provision.validity.first == first], first=first)
    )


def not_reached(library: Library, failures: tuple[Failure, ...]) -> Lapse:
    """The dated numbers, or else the years of working days, that what is held does not reach."""
    numbers = tuple(failure.number for failure in failures if failure.number)
    if numbers:
        return Lapse((), numbers, first=min(failure.first for failure in failures if failure.first))
    years = library.calendar.years
    held = sorted(years)
    if not held:
        return Lapse((), tuple(str(failure.year) for failure in failures))
    names = tuple(years[held[-1]].replace(str(held[-1]), str(failure.year)) for failure in failures)
    if failures[0].year > held[-1]:
        return Lapse((), names, last=Month(held[-1], 12).last_day)
    return Lapse((), names, first=date(held[0], 1, 1))


def _lapse(statements: list[Statement], *, last: date | None = None, first: date | None = None) -> Lapse:
    return Lapse(tuple(statements), tuple(dict.fromkeys(held.instrument.id for held in statements)), last, first)
