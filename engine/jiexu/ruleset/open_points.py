"""What the law held leaves open: what to ask the bureau, or to enter next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jiexu.law.dependency import dependencies, statement_lines
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Delegation, Item, Provision, Reading
from jiexu.ruleset.handing import Coverage, coverage, lowest_places
from jiexu.ruleset.standing import REPORTED


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision with its instrument."""

    instrument: Instrument
    provision: Provision

    @property
    def citation(self) -> str:
        return self.instrument.cite(self.provision.clause)


@dataclass(frozen=True, slots=True)
class OpenReading:
    """A reading nobody has confirmed, once for all clauses that take it; ``questions`` are the shown ones it bears on."""

    reading: Reading
    clauses: tuple[Clause, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenSilence:
    """What a text is known to leave unsettled, once for all clauses that say so in the same words."""

    says: str
    about: tuple[str, ...]
    held: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class OpenDelegation:
    """A delegation that at some place nothing held answers, or not until it ends; ``coverage`` are those places and questions."""

    clause: Clause
    delegation: Delegation
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sentences of one instrument that do not agree."""

    clause: Clause
    item: Item
    other: Provision


def clauses(instruments: Iterable[Instrument]) -> Iterator[Clause]:
    for instrument in instruments:
        for provision in instrument.provisions:
            yield Clause(instrument, provision)


def reaching(library: Library, place: str | None) -> tuple[Instrument, ...]:
    """The instruments that hold at a place, or all; superior ranks first, then wider places, then earlier ones."""
    chain = library.places.chain(place) if place else library.places.names
    return tuple(
        sorted(
            (held for held in library.instruments.values() if held.place in chain),
            key=lambda held: (
                library.rank_order[held.rank],
                len(library.places.chain(held.place)),
                held.place,
                held.validity.first,
            ),
        )
    )


def open_readings(library: Library, instruments: Iterable[Instrument]) -> tuple[OpenReading, ...]:
    found: dict[str, list[tuple[Reading, Clause]]] = {}
    for clause in clauses(instruments):
        for reading in clause.provision.readings:
            if not reading.confirmed:
                found.setdefault(reading.name, []).append((reading, clause))
    return tuple(
        OpenReading(taken[0][0], tuple(clause for _, clause in taken), _borne_on(library, name))
        for name, taken in found.items()
    )


def open_silences(library: Library, instruments: Iterable[Instrument]) -> tuple[OpenSilence, ...]:
    within = {instrument.id for instrument in instruments}
    found: dict[str, dict[int, Statement]] = {}
    for held in (statement for statements in library.silences.values() for statement in statements):
        if held.instrument.id in within:
            found.setdefault(getattr(held.said, "says", ""), {})[id(held.said)] = held
    return tuple(
        OpenSilence(
            says,
            tuple(dict.fromkeys(name for one in held.values() for name in getattr(one.said, "about", ()))),
            tuple(held.values()),
        )
        for says, held in found.items()
    )


def open_delegations(
    library: Library, instruments: Iterable[Instrument], place: str | None
) -> tuple[OpenDelegation, ...]:
    places = (place,) if place else lowest_places(library)
    return tuple(
        OpenDelegation(clause, delegation, open_at)
        for clause in clauses(instruments)
        if clause.provision.evidence in DECIDING
        for delegation in clause.provision.delegations
        if (
            open_at := tuple(
                covered
                for covered in coverage(library, clause.instrument, clause.provision, delegation, places)
                if not covered.fillers or covered.lapses(clause.provision.validity)
            )
        )
    )


def not_encoded(instruments: Iterable[Instrument]) -> tuple[Clause, ...]:
    return tuple(clause for clause in clauses(instruments) if clause.provision.not_encoded)


def contradictions(instruments: Iterable[Instrument]) -> tuple[Contradiction, ...]:
    """Contradictions inside one instrument; those with other instruments stand at their clauses."""
    return tuple(
        Contradiction(clause, item, other)
        for clause in clauses(instruments)
        for item in clause.provision.items
        if item.kind == "contradicts" and (other := clause.instrument.provision(dict(item.detail)["clause"]))
    )


def reported(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """The instruments known by report only, whose text is to be had."""
    return tuple(instrument for instrument in instruments if instrument.evidence == REPORTED)


def _borne_on(library: Library, reading: str) -> tuple[str, ...]:
    """The shown questions that turn on a reading, through other questions too."""
    graph = dependencies(library)
    reached = {
        name
        for name, statements in library.statements.items()
        for held in statements
        if any(reading == taken.name for taken in held.provision.readings) and _uses(held, name, reading)
    }
    size = -1
    while size < len(reached):
        size = len(reached)
        reached |= {name for name, turned_on in graph.items() if not reached.isdisjoint(turned_on)}
    questions = library.vocabulary.questions.values()
    return tuple(question.name for question in questions if question.name in reached and question.shown)


def _uses(held: Statement, name: str, reading: str) -> bool:
    """Whether a statement is the reading, or mentions a name that the reading gives."""
    if isinstance(held.said, Reading):
        return held.said.name == reading
    given = {local for taken in held.provision.readings if taken.name == reading for local in taken.then}
    return any(not given.isdisjoint(line.names) for line in statement_lines(held.provision, held.said, name))
