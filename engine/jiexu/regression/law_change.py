"""What is otherwise in one law than in another, part by part."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from jiexu.base.validity import Validity
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.regression.likeness import content, pairs
from jiexu.regression.part import Part
from jiexu.regression.procedure_change import route_parts, step_parts
from jiexu.regression.provision_change import provision_parts
from jiexu.regression.vocabulary_change import vocabulary_parts
from jiexu.ruleset.state import changes

TOLD = frozenset(
    ("number", "title", "short", "issued_by", "issued_on", "url", "sha256", "says", "quotation", "implements",
     "not_encoded", "confirmed", "clause_inferred", "renumbered", "rule_name", "term_ask", "instead",
     "procedure_days")
)  # fmt: skip
"""Parts that no decision turns on."""
_TOLD_WHOLE = ("item", "step", "operation", "failure", "route", "actor")
"""What is told of these never turns a decision, whichever part of one it is."""
Pairs = tuple[tuple[Provision | None, Provision | None], ...]
_HEAD = (
    "number", "title", "short", "issued_by", "issued_on", "url", "sha256", "place", "rank", "evidence", "yields_to",
)  # fmt: skip
_HEAD_QUOTES = ("validity_quote", "yields_quote", "prevails_quote")


class LawChange(NamedTuple):
    """One thing that is otherwise; ``was`` is None for what is new, ``now`` for what is gone.

    ``part`` names what it is (parameter, condition, validity, …) and so what ``was`` and ``now`` are; ``name`` and ``of``
    tell which one of its clause. ``clauses`` are empty for an instrument's head, ``instrument`` too for the vocabulary.
    ``by`` are ids of the instruments that do this to another; ``whole`` is True when it is about every clause.
    """

    part: str
    instrument: str
    clauses: tuple[str, ...]
    name: str
    was: Any
    now: Any
    of: str = ""
    by: tuple[str, ...] = ()
    whole: bool = False

    @property
    def decides(self) -> bool:
        """True when a decision can turn on it."""
        return self.part not in TOLD and self.part.partition("_")[0] not in _TOLD_WHOLE


def law_changes(old: Library, new: Library) -> tuple[LawChange, ...]:
    """Everything that is otherwise, instrument by instrument in the order of the new law, what is gone last."""
    return tuple(_law_changes(old, new))


def day_changes(library: Library, before: date, after: date) -> tuple[LawChange, ...]:
    """What of one law stands on one day and not on the other, and the dated numbers that are others."""
    return tuple(_day_changes(library, before, after))


def _law_changes(old: Library, new: Library) -> Iterator[LawChange]:
    for part in vocabulary_parts(old, new):
        yield _change("", (), part)
    ids = (*new.instruments, *(id_ for id_ in old.instruments if id_ not in new.instruments))
    for id_ in ids:
        was, now = old.instruments.get(id_), new.instruments.get(id_)
        both = tuple(pairs(was.provisions if was else (), now.provisions if now else (), _SAME_CLAUSE))
        if was is None or now is None:
            yield LawChange("instrument", id_, (), "", was, now)
        else:
            yield from _head(was, now)
            yield from _validity(old, new, was, now, both)
            for part in route_parts(was.routes, now.routes):
                yield _change(id_, (), part)
        for act in ("extends", "repeals"):
            for one, other in pairs(getattr(was, act, ()), getattr(now, act, ()), _SAME_TARGET):
                if content(one) != content(other):
                    yield LawChange(act, id_, (), "", one, other)
        # What a clause has from its instrument's head is told there.
        regraded = (was.evidence, now.evidence) if was and now else ()
        for before, after in both:
            yield from (change for change in _clause(id_, before, after) if (change.was, change.now) != regraded)


def _change(instrument: str, clauses: tuple[str, ...], part: Part) -> LawChange:
    return LawChange(part.part, instrument, clauses, part.name, part.was, part.now, part.of)


def _head(was: Instrument, now: Instrument) -> Iterator[LawChange]:
    for name in _HEAD:
        if getattr(was, name) != getattr(now, name):
            yield LawChange(name, now.id, (), "", getattr(was, name), getattr(now, name))
    for name in _HEAD_QUOTES:
        quoted, quotes = (tuple(filter(None, (getattr(one, name),))) for one in (was, now))
        if quoted != quotes:
            yield LawChange("quotation", now.id, (), "", quoted or None, quotes or None)
    if content(was.workdays) != content(now.workdays):
        yield LawChange("workdays", now.id, (), "", was.workdays, now.workdays)


def _validity(old: Library, new: Library, was: Instrument, now: Instrument, both: Pairs) -> Iterator[LawChange]:
    """The days on which clauses stand, those that moved alike told once."""
    moved: dict[tuple[Validity, Validity], list[str]] = {}
    kept = [(before, after) for before, after in both if before and after]
    for before, after in kept:
        if before.validity != after.validity:
            moved.setdefault((before.validity, after.validity), []).append(after.clause)
    if not kept and was.validity != now.validity:
        moved[was.validity, now.validity] = []
    for (first, then), clauses in moved.items():
        by = _movers(old, new, now.id, clauses[0] if clauses else "")
        whole = len(clauses) == len(kept)
        yield LawChange("validity", now.id, tuple(clauses), "", first, then, by=by, whole=whole)


def _movers(old: Library, new: Library, id_: str, clause: str) -> tuple[str, ...]:
    """The instruments that extend or repeal a clause in one law and not in the other."""
    was, now = (
        {content(one.change): one.by.id for one in changes(law, law.instruments[id_], clause)} for law in (old, new)
    )
    return tuple(dict.fromkeys(by for key, by in (now | was).items() if (key in was) != (key in now)))


def _clause(id_: str, before: Provision | None, after: Provision | None) -> Iterator[LawChange]:
    if before is None or after is None:
        held = after or before
        assert held is not None
        yield LawChange("clause", id_, (held.clause,), "", before, after)
        return
    if before.clause != after.clause:
        yield LawChange("renumbered", id_, (after.clause,), "", before.clause, after.clause)
    for part in (*provision_parts(before, after), *step_parts(before, after)):
        yield _change(id_, (after.clause,), part)


def _matter(provision: Provision) -> Any:
    """What a provision says, whatever its number: of a clause that decides nothing, its sentence."""
    said = (provision.rules, provision.readings, provision.delegations, provision.silences, provision.parameters)
    return content(said) if any(said) else provision.says or provision.quotes


def _day_changes(library: Library, before: date, after: date) -> Iterator[LawChange]:
    for held in library.instruments.values():
        stood: dict[tuple[Any, Any], list[str]] = {}
        for provision in held.provisions:
            was, now = provision.validity.covers(before), provision.validity.covers(after)
            if was != now:
                stands = provision.validity
                stood.setdefault((stands if was else None, stands if now else None), []).append(provision.clause)
        for (began, ends), clauses in stood.items():
            whole = len(clauses) == len(held.provisions)
            yield LawChange("standing", held.id, tuple(clauses), "", began, ends, whole=whole)
        for provision in held.provisions:
            yield from _dated(held, provision, before, after)


def _dated(held: Instrument, provision: Provision, before: date, after: date) -> Iterator[LawChange]:
    for parameter in provision.parameters:
        was, now = (_value_on(parameter.dated, day) for day in (before, after))
        if was != now:
            one, other = (None if value is None else parameter._replace(value=value, dated=()) for value in (was, now))
            yield LawChange("parameter", held.id, (provision.clause,), parameter.name, one, other)


def _value_on(dated: Iterable[tuple[date, Any]], day: date) -> Any:
    held = [value for first, value in dated if first <= day]
    return held[-1] if held else None


_SAME_CLAUSE: tuple[Callable[[Any], Any], ...] = (lambda one: one.clause, _matter)
_SAME_TARGET = (content, lambda one: (one.instrument, one.clause))
