"""Which change of the law moved a finding: found by making each change alone, and by leaving each alone out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jiexu.decision.decide import world_of
from jiexu.decision.world import World
from jiexu.law.dependency import resting_on
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.law.soundness import unsound
from jiexu.regression.law_change import LawChange
from jiexu.regression.moved import REMARK, Cause, Moved, verdict
from jiexu.regression.side import Side

_MOST_UNITS = 100
_DONE_ELSEWHERE = ("extends", "repeals", "instrument")
"""What these do is told, and tried, at the clauses they do it to or bring."""
Unit = tuple[str, str]
"""An instrument's id and a clause, the clause empty for its head."""


def with_causes(old: Side, new: Side, law: tuple[LawChange, ...], found: Sequence[Moved]) -> tuple[Moved, ...]:
    """The findings with what in the law moved each; empty where no change of the law explains it."""
    units = _units(law)
    moving = _tried(old, new, units, found) if len(units) <= _MOST_UNITS and old.library is not new.library else {}
    told = []
    for index, one in enumerate(found):
        causes = (
            _merged(units, moving.get(index, ()))
            or _cited(law, one)
            or _speaking(old, new, law, one)
            or _named(old, new, law, one)
        )
        told.append(one._replace(causes=causes))
    return tuple(told)


def _units(law: Iterable[LawChange]) -> dict[Unit, list[int]]:
    """What can be changed by itself, with the places in *law* of all that changed in it."""
    units: dict[Unit, list[int]] = {}
    for index, change in enumerate(law):
        calendar = change.part == "instrument" and (change.was or change.now).workdays
        if not change.instrument or not change.decides or (change.part in _DONE_ELSEWHERE and not calendar):
            continue
        for clause in change.clauses or ("",):
            units.setdefault((change.instrument, clause), []).append(index)
    return units


def _merged(units: Mapping[Unit, list[int]], moving: Iterable[Unit]) -> tuple[Cause, ...]:
    """The changes of these units, each with those of its clauses that are among them."""
    clauses: dict[int, list[str]] = {}
    for unit in moving:
        for index in units[unit]:
            clauses.setdefault(index, []).extend(filter(None, (unit[1],)))
    return tuple(Cause(index, tuple(clauses[index])) for index in sorted(clauses))


def _tried(old: Side, new: Side, units: Iterable[Unit], found: Sequence[Moved]) -> dict[int, list[Unit]]:
    """For each finding, by its index, the units without which it would not have moved so, or which alone would have moved it."""
    moving: dict[int, list[Unit]] = {}
    bears = [_resting(old, one) | _resting(new, one) for one in found]
    for unit in units:
        concerned = [
            index
            for index, one in enumerate(found)
            if one.kind != REMARK and any(_reaches(side.library, unit, one, bears[index]) for side in (old, new))
        ]
        for base, other, after in ((old, new, False), (new, old, True)):
            mixed = _with_unit(base.library, other.library, unit) if concerned else None
            if mixed is None or not _is_whole(mixed, unit):
                continue
            worlds: dict[str, World] = {}
            for index in concerned:
                if unit not in moving.get(index, ()) and _differs(mixed, found[index], after, worlds):
                    moving.setdefault(index, []).append(unit)
    return moving


def _is_whole(mixed: Library, unit: Unit) -> bool:
    """True when a mixed law could have been read: the clause uses no word that the other vocabulary alone has."""
    held = mixed.instruments.get(unit[0])
    provision = held.provision(unit[1]) if held else None
    if provision is not None:
        local = {name for reading in provision.readings for name in reading.then}
        per = {parameter.per for parameter in provision.parameters if parameter.per}
        vocabulary = mixed.vocabulary
        if not (_questions(provision) - local <= vocabulary.questions.keys() and per <= vocabulary.facts.keys()):
            return False
    return not any(unsound(mixed))


def _differs(mixed: Library, one: Moved, after: bool, worlds: dict[str, World]) -> bool:
    """True when the finding of one side comes out otherwise in the mixed law."""
    finding = one.after if after else one.before
    question = mixed.vocabulary.questions.get(finding.question.name) if finding else None
    if question is None:
        return False
    case = one.cases[after]
    if case.file not in worlds:
        worlds[case.file] = world_of(mixed, case)
    world = worlds[case.file]
    return one.verdicts[after] != verdict(world, world.decide(question.name), question)


def _resting(side: Side, one: Moved) -> frozenset[str]:
    held = side.library.vocabulary.questions.get(one.question.name)
    return resting_on(side.library, held.name) if held else frozenset()


def _reaches(library: Library, unit: Unit, one: Moved, bears: frozenset[str]) -> bool:
    """True when a clause of this law speaks at a place of the case on a question that the finding rests on; a head may."""
    held = library.instruments.get(unit[0])
    places = (place for place in (one.case.origin, one.case.destination) if place)
    if held is None or not any(library.places.lies_in(place, held.place) for place in places):
        return False
    provision = held.provision(unit[1])
    return not unit[1] or (provision is not None and not bears.isdisjoint(_questions(provision)))


def _questions(provision: Provision) -> frozenset[str]:
    """The questions that a clause speaks on."""
    spoken: set[str] = set()
    spoken.update(*(rule.then for rule in provision.rules), *(reading.then for reading in provision.readings))
    spoken.update(*(one.about for one in provision.delegations), *(one.about for one in provision.silences))
    return frozenset(spoken)


def _with_unit(base: Library, other: Library, unit: Unit) -> Library | None:
    """The base with one clause, or one head, as the other law has it; None when that cannot be."""
    id_, clause = unit
    held, theirs = base.instruments.get(id_), other.instruments.get(id_)
    instrument = _with_clause(held, theirs, clause) if clause else _with_head(held, theirs)
    instruments = {one.id: one for one in base.instruments.values() if one.id != id_}
    if instrument is not None:
        instruments[id_] = instrument
    order = dict.fromkeys((*base.instruments, *instruments))
    if not instruments:
        return None
    return replace(base, instruments={one: instruments[one] for one in order if one in instruments})


def _with_clause(held: Instrument | None, theirs: Instrument | None, clause: str) -> Instrument | None:
    provision = theirs.provision(clause) if theirs else None
    if held is None:
        return theirs._replace(provisions=(provision,)) if theirs and provision else None
    if held.provision(clause) is None:
        return held._replace(provisions=(*held.provisions, *((provision,) if provision else ())))
    kept = ((provision if one.clause == clause else one) for one in held.provisions)
    return held._replace(provisions=tuple(one for one in kept if one is not None))


def _with_head(held: Instrument | None, theirs: Instrument | None) -> Instrument | None:
    if held is None or theirs is None:
        return theirs._replace(provisions=()) if theirs else None
    return theirs._replace(provisions=tuple(_graded(one, held, theirs) for one in held.provisions))


def _graded(provision: Provision, held: Instrument, theirs: Instrument) -> Provision:
    """The provision with the other head's grade of evidence, unless it has one of its own."""
    return replace(provision, evidence=theirs.evidence) if provision.evidence == held.evidence else provision


def _cited(law: Iterable[LawChange], one: Moved) -> tuple[Cause, ...]:
    """The changes of the clauses that a finding stands on, on either side."""
    cited = {citation for citations in one.cited for citation in citations}
    shared = (tuple(clause for clause in change.clauses if f"{change.instrument} {clause}" in cited) for change in law)
    return tuple(Cause(index, clauses) for index, clauses in enumerate(shared) if clauses)


def _speaking(old: Side, new: Side, law: Iterable[LawChange], one: Moved) -> tuple[Cause, ...]:
    """The changes of the clauses that speak on the very question at the places of the case, whether they decide it or not."""
    asked = frozenset((one.question.name,))
    found = []
    for index, change in enumerate(law):
        units = [(change.instrument, clause) for clause in change.clauses if change.decides]
        told = [unit for unit in units if any(_reaches(side.library, unit, one, asked) for side in (old, new))]
        found += [Cause(index, tuple(clause for _, clause in told))] if told else []
    return tuple(found)


def _named(old: Side, new: Side, law: Iterable[LawChange], one: Moved) -> tuple[Cause, ...]:
    """The changes of the words that a question is asked in or rests on."""
    names = {one.question.name} | _resting(old, one) | _resting(new, one)
    return tuple(Cause(index) for index, change in enumerate(law) if not change.instrument and change.name in names)
