"""Facts of a case that cannot be, or cannot both be."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jiexu.base.kinds import MONTHS, Kind, as_text
from jiexu.base.location import Location
from jiexu.base.month import MONTHS_A_YEAR, Month, month_of
from jiexu.base.problem import Problem
from jiexu.base.unknown import is_unknown
from jiexu.decision.case import Case
from jiexu.decision.evaluate import decide
from jiexu.decision.world import World
from jiexu.expression.functions import Period
from jiexu.law.library import Library
from jiexu.ruleset.standing import RuleSet

FAR_YEARS = 100


def implausible(kind: Kind, value: Any, as_of: date | None, where: Location) -> Problem | None:
    """A date more than a century from the day of the decision, where that is known, or more months than a century has."""
    if as_of is not None and any(abs(year - as_of.year) > FAR_YEARS for year in _years(value)):
        return Problem("P255", where, {"as_of": str(as_of)})
    if kind == MONTHS and value is not None and value > FAR_YEARS * MONTHS_A_YEAR:
        return Problem("P257", where, {"written": str(value), "limit": str(FAR_YEARS * MONTHS_A_YEAR)})
    return None


def contradictions(case: Case, library: Library) -> Iterator[Problem]:
    """Facts that cannot both be: days in an impossible order, a given value that differs from the one derived from others."""
    rules = RuleSet(library, case.origin, case.destination)
    facts = library.vocabulary.facts
    world = World(rules, case, decide)
    with world.asking(""):
        for earlier, later in library.vocabulary.in_order:
            one, other = facts[earlier], facts[later]
            before, after = world.fact(one), world.fact(other)
            if not is_unknown(before) and not is_unknown(after) and is_later(before, after):
                where = case.fact_at.get(other.id) or case.fact_at.get(one.id) or Location(case.file)
                yield Problem("P253", where, {"earlier": f"{earlier} {before}", "later": f"{later} {after}"})
    for fact in facts.values():
        given = case.facts.get(fact.id)
        if fact.derived is None or given is None:
            continue
        rest = {id_: value for id_, value in case.facts.items() if id_ != fact.id}
        without = World(rules, case._replace(facts=rest), decide)
        with without.asking(""):
            derived = without.value(fact.derived)
        if not is_unknown(derived) and derived != given:
            values = {
                "name": fact.name,
                "given": as_text(given),
                "derived": as_text(derived),
                "from": fact.derived.source,
            }
            yield Problem("P254", case.fact_at[fact.id], values)


def _years(value: Any) -> Iterator[int]:
    if isinstance(value, date | Month):
        yield value.year
    elif isinstance(value, tuple):
        for period in value:
            if isinstance(period, Period):
                yield from (period.first.year, period.last.year)


def is_later(one: date | Month, other: date | Month) -> bool:
    """Compared as days when both are days, else as months."""
    if isinstance(one, date) and isinstance(other, date):
        return one > other
    return _month(one) > _month(other)


def _month(when: date | Month) -> Month:
    return month_of(when) if isinstance(when, date) else when
