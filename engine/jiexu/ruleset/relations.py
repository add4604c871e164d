"""How provisions of different instruments stand to each other on the questions they share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jiexu.base.validity import Validity
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import DECIDING, Library, Statement
from jiexu.law.provision import Delegation, Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.exclusion import exclusive
from jiexu.ruleset.standing import REPORTED

SUPERIOR = "superior"
NEARER = "nearer"
POSTERIOR = "posterior"
EQUAL = "equal"
TOGETHER = "together"
SAME = "same"


@dataclass(frozen=True, slots=True)
class Relation:
    """Another instrument's provision on the same questions, and which of the two prevails where their answers differ.

    ``prevails`` is True when the other does, False when it gives way, None when neither: both count (TOGETHER), give the
    same answer in the same words (SAME), or would conflict (EQUAL). ``overlap`` are the days on which both stand.
    """

    instrument: Instrument
    provision: Provision
    questions: tuple[str, ...]
    principle: str
    prevails: bool | None
    overlap: Validity


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


def answered(provision: Provision) -> tuple[str, ...]:
    """The names a provision gives an answer to, by rule or reading."""
    said = [name for rule in provision.rules for name in rule.then]
    return tuple(dict.fromkeys(said + [name for reading in provision.readings for name in reading.then]))


def relations(library: Library, instrument: Instrument, provision: Provision) -> tuple[Relation, ...]:
    """The provisions of other instruments that may answer one of the same questions in one of the same cases."""
    found: dict[tuple[str, str, bool | None], Relation] = {}
    for name in answered(provision):
        for statement in _answers(library, name):
            other = statement.instrument
            if other.id == instrument.id or not _may_both_speak(library, name, provision, statement):
                continue
            overlap = _overlap(provision.validity, statement.provision.validity)
            question = library.vocabulary.questions[name]
            if overlap is None or not _meet(library, question, instrument.place, other.place):
                continue
            principle, prevails = _prevails(library, question, instrument, provision, statement)
            key = (statement.citation, principle, prevails)
            before = found[key].questions if key in found else ()
            names = tuple(dict.fromkeys((*before, name)))
            found[key] = Relation(other, statement.provision, names, principle, prevails, overlap)
    return tuple(found.values())


def handed_to(library: Library, instrument: Instrument, provision: Provision) -> tuple[Handed, ...]:
    """The delegations of superior instruments that this provision answers."""
    found: dict[int, Handed] = {}
    for name in answered(provision):
        for statement in library.statements.get(name, ()):
            said, above = statement.said, statement.instrument
            if (
                isinstance(said, Delegation)
                and _below(library, instrument, above)
                and library.places.lies_in(instrument.place, above.place)
                and provision.validity.overlaps(statement.provision.validity)
                and _may_both_speak(library, name, provision, statement)
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
            below = [
                held
                for held in _answers(library, name)
                if held.instrument.place in chain
                and _below(library, held.instrument, instrument)
                and held.provision.validity.overlaps(provision.validity)
                and not exclusive(library, delegating, held)
            ]
            fillers = tuple(held for held in below if held.provision.evidence in DECIDING)
            reported = tuple(held for held in below if held.provision.evidence == REPORTED)
            yield Coverage(place, name, fillers, reported)


def lowest_places(library: Library) -> tuple[str, ...]:
    """The places some instrument was made for and no other instrument held was made for a part of."""
    held = dict.fromkeys(instrument.place for instrument in library.instruments.values())
    return tuple(
        place for place in held if not any(library.places.lies_in(other, place) for other in held if other != place)
    )


def _answers(library: Library, name: str) -> list[Statement]:
    """What is held on a question, delegations left out; nothing on a name that is a provision's own."""
    return [held for held in library.statements.get(name, ()) if not isinstance(held.said, Delegation)]


def _may_both_speak(library: Library, name: str, provision: Provision, other: Statement) -> bool:
    """Whether some statement of the provision on a question may speak in the same case as another statement."""
    own = (held for held in _answers(library, name) if held.provision is provision)
    return any(not exclusive(library, held, other) for held in own)


def _below(library: Library, lower: Instrument, upper: Instrument) -> bool:
    return library.rank_order[lower.rank] > library.rank_order[upper.rank]


def _meet(library: Library, question: Question, one: str, other: str) -> bool:
    """Whether some case looks to both places: they are nested, or the question looks to both sides of a transfer."""
    places = library.places
    return question.at == "both" or places.lies_in(one, other) or places.lies_in(other, one)


def _prevails(
    library: Library, question: Question, instrument: Instrument, provision: Provision, other: Statement
) -> tuple[str, bool | None]:
    if question.kind.name == "set" or question.conjunction:
        return TOGETHER, None
    if _same_words(question.name, provision, other.provision):
        return SAME, None
    if instrument.rank != other.instrument.rank:
        return SUPERIOR, _below(library, instrument, other.instrument)
    if instrument.place != other.instrument.place and question.at != "both":
        return NEARER, library.places.lies_in(other.instrument.place, instrument.place)
    first, others = provision.validity.first, other.provision.validity.first
    return (EQUAL, None) if first == others else (POSTERIOR, others > first)


def _same_words(name: str, one: Provision, other: Provision) -> bool:
    """True when two provisions answer a question in the same words, whose own numbers and readings are the same too."""
    lines = _words(one, name)
    if set(lines) != set(_words(other, name)):
        return False
    mentioned = {mentioned for line in lines.values() for mentioned in line}
    return all(_meaning(one, local) == _meaning(other, local) for local in mentioned)


def _words(provision: Provision, name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each way a provision answers a question, as written, with the names it mentions."""
    words = {}
    for rule in provision.rules:
        answer = rule.then.get(name)
        if isinstance(answer, Expression):
            lines = (*rule.when, answer)
            words[tuple(line.source for line in lines)] = tuple(name for line in lines for name in line.names)
    for reading in provision.readings:
        if name in reading.then:
            words[(reading.name, reading.then[name].source)] = reading.then[name].names
    return words


def _meaning(provision: Provision, name: str) -> object:
    """What a name of the provision's own stands for; None when it is not its own."""
    parameter, definition = provision.parameter(name), provision.definition(name)
    if parameter is not None:
        return parameter.kind, parameter.value, parameter.dated, parameter.by_choice
    return (definition.name, definition.then[name].source) if definition is not None else None


def _overlap(one: Validity, other: Validity) -> Validity | None:
    if not one.overlaps(other):
        return None
    lasts = [validity.last for validity in (one, other) if validity.last is not None]
    return Validity(max(one.first, other.first), min(lasts, default=None))
