"""All the law that is held, indexed by question."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from jiexu.base.location import Location
from jiexu.base.validity import Validity
from jiexu.base.workdays import Calendar
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Change, Instrument
from jiexu.law.jurisdiction import Places
from jiexu.law.provision import Delegation, Provision, Reading, Rule, Silence
from jiexu.law.vocabulary import Vocabulary

DECIDING = ("official", "mirrored")
_ONE_DAY = timedelta(days=1)
Said = Rule | Reading | Delegation | Silence


class Statement:
    """One thing that one provision says on one question: a rule, a reading that gives it, a delegation or a silence.

    ``conditions`` are everything that must hold for it to speak: its provision's scope first. Two statements are never equal.
    """

    __slots__ = ("conditions", "instrument", "provision", "said")

    def __init__(self, instrument: Instrument, provision: Provision, said: Said) -> None:
        self.instrument = instrument
        self.provision = provision
        self.said = said
        scope = provision.applies_to
        own = () if isinstance(said, Reading) else said.when
        self.conditions: tuple[Expression, ...] = (scope, *own) if scope is not None else own

    @property
    def citation(self) -> str:
        return self.instrument.cite(self.provision.clause)

    @property
    def name(self) -> str:
        """What the rule is called inside its clause; empty for a delegation or silence."""
        return self.said.name if isinstance(self.said, Rule | Reading) else ""

    @property
    def where(self) -> Location:
        return self.said.where


@dataclass(frozen=True, eq=False)
class Library:
    """``instruments`` by id, their provisions' validity as later instruments left it; ``sha256`` is of all files' content.

    ``known_as_of``: only what had been issued by that day is among the instruments; None: all that is held. ``left_out``
    are the files of the others.
    """

    vocabulary: Vocabulary
    places: Places
    instruments: dict[str, Instrument]
    sha256: str
    known_as_of: date | None = None
    left_out: tuple[str, ...] = ()

    @cached_property
    def statements(self) -> dict[str, tuple[Statement, ...]]:
        """Rules, readings and delegations on each question, superior ranks first."""
        return self._by_question(_spoken)

    @cached_property
    def silences(self) -> dict[str, tuple[Statement, ...]]:
        return self._by_question(
            lambda provision: ((name, silence) for silence in provision.silences for name in silence.about)
        )

    @cached_property
    def rank_order(self) -> dict[str, int]:
        return {rank: index for index, rank in enumerate(self.vocabulary.ranks)}

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of every yearly notice held, loaded by date, since a notice also moves days of the year before."""
        years = sorted((held.workdays.year, held.id) for held in self.instruments.values() if held.workdays)
        notices = {held.workdays.year: held.workdays for held in self.instruments.values() if held.workdays}
        moved = {day: worked for year, _ in years for day, worked in notices[year].moved}
        return Calendar(moved, dict(years), notices[years[-1][0]].provisional_from if years else None)

    def provision(self, citation: str) -> tuple[Instrument, Provision] | None:
        """The instrument and provision that ``jining-2020-19 二（三）`` names."""
        identity, _, clause = citation.partition(" ")
        instrument = self.instruments.get(identity)
        provision = instrument.provision(clause) if instrument else None
        return (instrument, provision) if instrument and provision else None

    def _by_question(self, told: Callable[[Provision], Iterable[tuple[str, Said]]]) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {name: [] for name in self.vocabulary.questions}
        for instrument in sorted(self.instruments.values(), key=lambda held: self.rank_order[held.rank]):
            for provision in instrument.provisions:
                for name, said in told(provision):
                    if name in found:
                        found[name].append(Statement(instrument, provision, said))
        return {name: tuple(statements) for name, statements in found.items()}


def _spoken(provision: Provision) -> Iterator[tuple[str, Said]]:
    for reading in provision.readings:
        for name in reading.then:
            yield name, reading
    for rule in provision.rules:
        for name in rule.then:
            yield name, rule
    for delegation in provision.delegations:
        for name in delegation.about:
            yield name, delegation


def settled(instruments: Iterable[Instrument]) -> dict[str, Instrument]:
    """The instruments by id, each provision's validity changed by the later instruments that extend or repeal it.

    Whatever the order of the files: the latest extension counts, and no extension revives what was repealed. An
    extension of a whole instrument leaves alone the clauses whose validity is their own.
    """
    held = {instrument.id: instrument for instrument in instruments}
    changing = [instrument for instrument in held.values() if instrument.evidence in DECIDING]
    own = {
        (instrument.id, provision.clause)
        for instrument in held.values()
        for provision in instrument.provisions
        if provision.validity != instrument.validity
    }
    for change in (change for instrument in changing for change in instrument.extends):
        _change(held, change, _extended, () if change.clause else own)
    for change in (change for instrument in changing for change in instrument.repeals):
        _change(held, change, _repealed, ())
    return held


def _change(
    held: dict[str, Instrument],
    change: Change,
    changed: Callable[[Validity, date], Validity],
    spared: Container[tuple[str, str]],
) -> None:
    instrument = held.get(change.instrument)
    if instrument is None:
        return
    provisions = tuple(
        replace(provision, validity=changed(provision.validity, change.day))
        if change.clause in ("", provision.clause) and (instrument.id, provision.clause) not in spared
        else provision
        for provision in instrument.provisions
    )
    held[instrument.id] = instrument._replace(provisions=provisions)


def _extended(validity: Validity, until: date) -> Validity:
    return Validity(validity.first, max(validity.last or until, until))


def _repealed(validity: Validity, day: date) -> Validity:
    before = day - _ONE_DAY
    return Validity(validity.first, min(validity.last or before, before))
