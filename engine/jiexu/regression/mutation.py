"""All the mutants of a law: every small change that its examples and cases should notice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from jiexu.base.kinds import YES_NO, Kind, as_text
from jiexu.base.location import Location
from jiexu.base.month import Month
from jiexu.base.validity import Validity
from jiexu.expression.grammar import Expression
from jiexu.expression.kinds import kind_of, kind_problem
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Delegation, Parameter, Provision, Reading, Rule, Silence
from jiexu.law.soundness import names_in
from jiexu.regression.line_mutants import variants
from jiexu.regression.mutant import (
    CHOICE,
    DATE,
    DELEGATION,
    DROPPED,
    INSTRUMENT,
    OVERRIDE,
    PARAMETER,
    RANK,
    READING,
    RULE,
    SCOPE,
    SILENCE,
    THRESHOLD,
    VALIDITY,
    Mutant,
    Site,
    with_part,
    with_provision,
)
from jiexu.regression.rivals import neighbouring_ranks
from jiexu.ruleset.standing import ADVICE

_ONE_DAY = timedelta(days=1)
_STEPS = (-1, 1)


def mutants(library: Library, ids: Iterable[str] = ()) -> Iterator[Mutant]:
    """The mutants of the instruments with these ids, of all when none is named, in the order of the files."""
    wanted = set(ids)
    first = _first_said(library)
    for instrument in library.instruments.values():
        if not wanted or instrument.id in wanted:
            yield from _of_instrument(library, instrument)
            for provision in instrument.provisions:
                yield from _Clause(library, instrument, provision, first).mutants()


def _first_said(library: Library) -> frozenset[Location]:
    """Where each other way to take a reading is first said, superior ranks first: readings of one name are one."""
    found: dict[tuple[str, ...], Location] = {}
    for instrument in sorted(library.instruments.values(), key=lambda held: library.rank_order[held.rank]):
        for provision in instrument.provisions:
            for reading in provision.readings:
                for take, then in reading.instead:
                    for name, line in then.items():
                        found.setdefault((reading.name, take, name, line.source), line.where)
    return frozenset(found.values())


def _of_instrument(library: Library, instrument: Instrument) -> Iterator[Mutant]:
    """Another rank for the whole, another first or last day for the clauses that share it.

    Advice is compared whatever its rank and on every day: nothing of it is changed here.
    """
    deciding = [
        held
        for held in instrument.provisions
        if held.evidence != ADVICE and (held.rules or held.readings or held.delegations or held.silences)
    ]
    if not deciding:
        return
    everywhere = frozenset(held.where for held in deciding)
    site = Site(INSTRUMENT, "", instrument.where)
    for rank in neighbouring_ranks(library, instrument):
        yield Mutant(RANK, site, instrument.rank, rank, instrument._replace(rank=rank), everywhere)
    for end in ("first", "last"):
        for day in dict.fromkeys(getattr(held.validity, end) for held in deciding):
            if day is None:
                continue
            moved = [held for held in deciding if getattr(held.validity, end) == day]
            for step in _STEPS:
                other = day + step * _ONE_DAY
                ended = {id(held): replace(held, validity=held.validity._replace(**{end: other})) for held in moved}
                if any(_is_void(held.validity) for held in ended.values()):
                    continue
                provisions = tuple(ended.get(id(held), held) for held in instrument.provisions)
                yield Mutant(
                    VALIDITY,
                    site,
                    str(day),
                    str(other),
                    instrument._replace(provisions=provisions),
                    frozenset(held.where for held in moved),
                    tuple(held.clause for held in moved),
                    end,
                )


def _is_void(validity: Validity) -> bool:
    return validity.last is not None and validity.last < validity.first


@dataclass(frozen=True)
class _Clause:
    """One provision of an instrument, and its mutants."""

    library: Library
    instrument: Instrument
    provision: Provision
    first_said: frozenset[Location]

    def mutants(self) -> Iterator[Mutant]:
        provision = self.provision
        for parameter in provision.parameters:
            yield from self._parameter(parameter)
        if provision.applies_to is not None:
            site = Site(SCOPE, "", provision.applies_to.where)
            yield from self._test(site, provision.applies_to)
        for reading in provision.readings:
            yield from self._reading(reading)
        for rule in provision.rules:
            yield from self._rule(rule)
        for number, said in enumerate(provision.delegations, 1):
            yield from self._about(Site(DELEGATION, f"#{number}", said.where), said)
        for number, silence in enumerate(provision.silences, 1):
            yield from self._about(Site(SILENCE, f"#{number}", silence.where), silence)

    def _parameter(self, parameter: Parameter) -> Iterator[Mutant]:
        """The number a step up and down, for every day or member it has one; a dated number a day earlier and later."""
        site = Site(PARAMETER, parameter.name, parameter.where)

        def changed(change: str, was: Any, now: Any, other: Parameter, about: str = "") -> Mutant:
            return self._mutant(change, site, as_text(was), as_text(now), parameter, other, parameter.where, about)

        if parameter.value is not None:
            for value in _stepped(parameter.value):
                change = DATE if isinstance(value, date | Month) else THRESHOLD
                yield changed(change, parameter.value, value, parameter._replace(value=value))
        for index, (day, held) in enumerate(parameter.dated):
            for other_day in _stepped(day):
                dated = tuple(sorted(_set(parameter.dated, index, (other_day, held))))
                yield changed(DATE, day, other_day, parameter._replace(dated=dated))
            for value in _stepped(held):
                dated = _set(parameter.dated, index, (day, value))
                yield changed(THRESHOLD, held, value, parameter._replace(dated=dated), str(day))
        for index, (member, held) in enumerate(parameter.by_choice):
            for value in _stepped(held):
                by_choice = _set(parameter.by_choice, index, (member, value))
                yield changed(THRESHOLD, held, value, parameter._replace(by_choice=by_choice), member)

    def _reading(self, reading: Reading) -> Iterator[Mutant]:
        site = Site(READING, reading.name, reading.where)
        names = names_in(self.library, self.provision)
        for take, then in ((reading.take, reading.then), *reading.instead):
            for name, line in then.items():
                if take != reading.take and line.where not in self.first_said:
                    continue
                question = self.library.vocabulary.questions.get(name)
                kind = question.kind if question else kind_of(reading.then[name], names)
                yield from self._line(site, line, kind, f"{take} {name}")

    def _rule(self, rule: Rule) -> Iterator[Mutant]:
        site = Site(RULE, rule.name, rule.where)
        for name in rule.then:
            rest = {other: answer for other, answer in rule.then.items() if other != name}
            now = rule._replace(then=rest) if rest else None
            yield self._mutant(DROPPED, site, name, "", rule, now, rule.where)
        for named in rule.overrides:
            rest_of = tuple(other for other in rule.overrides if other != named)
            yield self._mutant(OVERRIDE, site, named, "", rule, rule._replace(overrides=rest_of), rule.where)
        yield from (mutant for line in rule.when for mutant in self._test(site, line))
        for name, answer in rule.then.items():
            kind = self.library.vocabulary.questions[name].kind
            if isinstance(answer, Expression):
                yield from self._line(site, answer, kind, name)
            else:
                for members in _other_members(answer, kind.members):
                    other = rule._replace(then=rule.then | {name: members})
                    was, now_ = " ".join(answer), " ".join(members)
                    yield self._mutant(CHOICE, site, was, now_, rule, other, rule.where, name)

    def _about(self, site: Site, said: Delegation | Silence) -> Iterator[Mutant]:
        for name in said.about:
            rest = tuple(other for other in said.about if other != name)
            yield self._mutant(DROPPED, site, name, "", said, said._replace(about=rest) if rest else None, said.where)
        for line in (*said.when, *(said.within if isinstance(said, Delegation) else ())):
            yield from self._test(site, line)

    def _test(self, site: Site, line: Expression) -> Iterator[Mutant]:
        """A condition left out, negated, or changed in one place."""
        yield self._mutant(DROPPED, site, line.source, "", line, None, line.where)
        yield from self._line(site, line, YES_NO, "")

    def _line(self, site: Site, line: Expression, kind: Kind, about: str) -> Iterator[Mutant]:
        names = names_in(self.library, self.provision)
        for change, other in variants(self.library.vocabulary, self.provision, line, test=kind == YES_NO):
            if kind_problem(other, kind, names) is None:
                yield self._mutant(change, site, line.source, other.source, line, other, line.where, about)

    def _mutant(
        self, change: str, site: Site, was: str, now: str, old: object, new: object, at: Location, about: str = ""
    ) -> Mutant:
        held = with_provision(self.instrument, self.provision, with_part(self.provision, old, new))
        return Mutant(change, site, was, now, held, frozenset({at}), (self.provision.clause,), about)


def _set(pairs: tuple[Any, ...], index: int, pair: Any) -> tuple[Any, ...]:
    return (*pairs[:index], pair, *pairs[index + 1 :])


def _stepped(value: Any) -> Iterator[Any]:
    """The values one step below and above: a day, a month, one of what is counted, the last decimal written."""
    for step in _STEPS:
        if isinstance(value, date):
            yield value + step * _ONE_DAY
        elif isinstance(value, Month):
            yield value.plus(step)
        elif isinstance(value, Decimal):
            moved = value + step * Decimal((0, (1,), int(value.as_tuple().exponent)))
            if moved >= 0:
                yield moved
        elif value + step >= 0:
            yield value + step


def _other_members(chosen: tuple[str, ...], members: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """One member left out where there are several; one exchanged for another that is not there."""
    for index, member in enumerate(chosen):
        rest = (*chosen[:index], *chosen[index + 1 :])
        if rest:
            yield rest
        for other in members:
            if other not in chosen and member != other:
                yield (*chosen[:index], other, *chosen[index + 1 :])
