"""How provisions of different instruments stand to each other on the questions they share."""

from dataclasses import dataclass

from jiexu.base.validity import Validity
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Delegation, Provision
from jiexu.law.vocabulary import Question
from jiexu.ruleset.exclusion import exclusive

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


def answered(provision: Provision) -> tuple[str, ...]:
    """The names a provision gives an answer to, by rule or reading."""
    said = [name for rule in provision.rules for name in rule.then]
    return tuple(dict.fromkeys(said + [name for reading in provision.readings for name in reading.then]))


def relations(library: Library, instrument: Instrument, provision: Provision) -> tuple[Relation, ...]:
    """The provisions of other instruments that may answer one of the same questions in one of the same cases."""
    found: dict[tuple[str, str, bool | None], Relation] = {}
    for name in answered(provision):
        for statement in answers(library, name):
            other = statement.instrument
            if other.id == instrument.id or not may_both_speak(library, name, provision, statement):
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


def answers(library: Library, name: str) -> list[Statement]:
    """What is held on a question, delegations left out; nothing on a name that is a provision's own."""
    return [held for held in library.statements.get(name, ()) if not isinstance(held.said, Delegation)]


def may_both_speak(library: Library, name: str, provision: Provision, other: Statement) -> bool:
    """Whether some statement of the provision on a question may speak in the same case as another statement."""
    own = (held for held in answers(library, name) if held.provision is provision)
    return any(not exclusive(library, held, other) for held in own)


def below(library: Library, lower: Instrument, upper: Instrument) -> bool:
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
        return SUPERIOR, below(library, instrument, other.instrument)
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
    return all(meaning(one, local) == meaning(other, local) for local in mentioned)


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


def meaning(provision: Provision, name: str) -> object:
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
