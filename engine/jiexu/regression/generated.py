"""The case on each side of every boundary that a clause has, from the examples inside it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import Any, NamedTuple

from jiexu.analysis.line import AS_OF
from jiexu.analysis.moves import Move, moves
from jiexu.base.kinds import as_text
from jiexu.base.month import month_of
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.regression.boundary import bare, is_possible, pinnable, questions_of
from jiexu.regression.trial import Trial

ABSENT = "absent"


class Generated(NamedTuple):
    """A case on one side of a boundary, and the questions that the clause answers."""

    name: str
    case: Case
    names: tuple[str, ...]


def generated(
    library: Library, trials: Iterable[Trial], instrument: Instrument, provision: Provision
) -> Iterator[Generated]:
    """The cases on the sides of validity edges, thresholds, month ends and choices, and with each fact left out, each once.

    Where several examples of the clause meet one boundary, the first is taken. Nothing for a clause that decides nothing,
    or that no example or case shows.
    """
    citation = instrument.cite(provision.clause)
    names = questions_of(library, (citation,))
    seen: set[tuple[str, str]] = set()
    for start in _starts(library, trials, citation, names):
        for move in _bounding(library, start, citation, names):
            case = move.of(start)
            key = (move.what, _text(library, move))
            if key not in seen and is_possible(library, case):
                seen.add(key)
                yield Generated("-".join((citation, *key)), case, names)


def _starts(library: Library, trials: Iterable[Trial], citation: str, names: tuple[str, ...]) -> list[Case]:
    """The examples of the clause; where it has none, the first case that it decides."""
    trials = list(trials)
    own = [bare(trial.case) for trial in trials if trial.clause == citation]
    decided = (bare(trial.case) for trial in trials if not own and _cites(library, trial.case, citation, names))
    return own or list(islice(decided, 1))


def _bounding(library: Library, start: Case, citation: str, names: tuple[str, ...]) -> Iterator[Move]:
    """The moves to a boundary of this clause: to either side of where it begins or ceases to answer, or answers otherwise."""
    found = moves((world_of(library, start),), names)
    for what, of_one in groupby(found, key=lambda move: move.what):
        along = list(of_one)
        answers = [_answers(library, move.of(start), names) for move in along]
        for place, move in enumerate(along):
            beside = answers[max(place - 1, 0) : place + 2]
            changes = any(other != answers[place] for other in beside)
            if move.is_plain or (changes and any(citation in by for answer in beside for *_, by in answer)):
                yield move
        yield from _month_ends(start, what)


def _month_ends(start: Case, what: str) -> Iterator[Move]:
    """The last day of the month in which a day lies, and the first day of the next."""
    day: Any = start.as_of if what == AS_OF else start.facts.get(what)
    if isinstance(day, date):
        month = month_of(day)
        yield Move(what, month.last_day)
        yield Move(what, month.plus(1).first_day)


def _cites(library: Library, case: Case, citation: str, names: Iterable[str]) -> bool:
    """Whether the clause is behind the answer to one of the questions."""
    return any(citation in by for *_, by in _answers(library, case, names))


def _answers(library: Library, case: Case, names: Iterable[str]) -> list[tuple[Any, ...]]:
    """What becomes of the questions, each with the clauses behind it."""
    world = world_of(library, case)
    return [pinnable(world.decide(name)) for name in names]


def _text(library: Library, move: Move) -> str:
    """The value moved to, as it stands in a name: a choice by its id, a fact left out as absent."""
    if move.value is None:
        return ABSENT
    term = library.vocabulary.by_id.get(move.what)
    if term is not None and term.ids:
        return term.ids[term.kind.members.index(move.value)]
    return as_text(move.value)
