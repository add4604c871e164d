"""What is left to the ranks below, and who answers it there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jiexu.base.validity import Validity
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Delegation, Provision
from jiexu.ruleset.exclusion import exclusive
from jiexu.ruleset.relations import answered, answers, below, may_both_speak
from jiexu.ruleset.standing import REPORTED


@dataclass(frozen=True, slots=True)
class Handed:
    """A delegation that leaves questions to a provision below it."""

    instrument: Instrument
    provision: Provision
    delegation: Delegation
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who answers, at one place, a question that is left to the ranks below; ``reported`` may not decide."""

    place: str
    question: str
    fillers: tuple[Statement, ...]
    reported: tuple[Statement, ...]

    def lapses(self, delegated: Validity) -> bool:
        """True when all that answer end before the delegation does."""
        lasts = [held.provision.validity.last for held in self.fillers]
        ends = [last for last in lasts if last is not None]
        if not lasts or len(ends) < len(lasts):
            return False
        return delegated.last is None or max(ends) < delegated.last


def handed_to(library: Library, instrument: Instrument, provision: Provision) -> tuple[Handed, ...]:
    """The delegations of superior instruments that this provision answers."""
    found: dict[int, Handed] = {}
    for name in answered(provision):
        for statement in library.statements.get(name, ()):
            said, above = statement.said, statement.instrument
            if (
                isinstance(said, Delegation)
                and below(library, instrument, above)
                and library.places.lies_in(instrument.place, above.place)
                and provision.validity.overlaps(statement.provision.validity)
                and may_both_speak(library, name, provision, statement)
            ):
                before = found[id(said)].questions if id(said) in found else ()
                found[id(said)] = Handed(above, statement.provision, said, (*before, name))
    return tuple(found.values())


def coverage(
    library: Library, instrument: Instrument, provision: Provision, delegation: Delegation, places: Iterable[str]
) -> Iterator[Coverage]:
    """For each place inside the delegating instrument's and each question: the statements below that answer it there."""
    delegating = Statement(instrument, provision, delegation)
    for place in places:
        if not library.places.lies_in(place, instrument.place):
            continue
        chain = library.places.chain(place)
        for name in delegation.about:
            lower = [
                held
                for held in answers(library, name)
                if held.instrument.place in chain
                and below(library, held.instrument, instrument)
                and held.provision.validity.overlaps(provision.validity)
                and not exclusive(library, delegating, held)
            ]
            fillers = tuple(held for held in lower if held.provision.evidence in DECIDING)
            reported = tuple(held for held in lower if held.provision.evidence == REPORTED)
            yield Coverage(place, name, fillers, reported)


def lowest_places(library: Library) -> tuple[str, ...]:
    """The places some instrument was made for and no other instrument held was made for a part of."""
    held = dict.fromkeys(instrument.place for instrument in library.instruments.values())
    return tuple(
        place for place in held if not any(library.places.lies_in(other, place) for other in held if other != place)
    )
