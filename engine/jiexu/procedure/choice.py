"""Which route a case takes, at its places on its day."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from jiexu.base.unknown import is_unknown, merged
from jiexu.decision.world import World
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.procedures import stated_steps
from jiexu.law.provision import Provision
from jiexu.law.step import Route


class Way(NamedTuple):
    """A route and the instrument that describes it."""

    instrument: Instrument
    route: Route


class Choice(NamedTuple):
    """The route that applies on ``day``, or why none can be told.

    ``possible`` are those that the facts ``missing`` (ids) leave open. ``reported`` would apply if their text were known.
    """

    day: date
    way: Way | None = None
    possible: tuple[Way, ...] = ()
    missing: tuple[str, ...] = ()
    reported: tuple[Way, ...] = ()


def choose(world: World) -> Choice:
    """The route of the nearest place, then of the later instrument, whose conditions hold."""
    day = _day(world)
    case = world.case
    unknown_places = tuple(side for side, code in (("from", case.origin), ("to", case.destination)) if code is None)
    if unknown_places:
        return Choice(day, missing=unknown_places)
    held = [way for _, _, way in sorted(_in_force(world, day), key=itemgetter(0, 1))]
    deciding = [way for way in held if way.instrument.evidence in world.rules.accept]
    possible: list[tuple[Way, Any]] = []
    for way in deciding:
        open_to = truth(world, None, way.route.when)
        if open_to is True and not possible:
            return Choice(day, way)
        if open_to is not False:
            possible.append((way, open_to))
    if possible:
        unknown = merged([one for _, one in possible if is_unknown(one)])
        return Choice(day, None, tuple(way for way, _ in possible), unknown.facts)
    others = (way for way in held if way not in deciding and truth(world, None, way.route.when) is True)
    return Choice(day, reported=tuple(others))


def truth(world: World, provision: Provision | None, lines: tuple[Expression, ...]) -> Any:
    """True when all lines hold, False when one does not, else an Unknown that names what to ask."""
    with world.asking("", world.case.as_of), world.inside(provision):
        values = [world.value(line) for line in lines]
    if any(value is False for value in values):
        return False
    unknown = [value for value in values if is_unknown(value)]
    return merged(unknown) if unknown else True


def _day(world: World) -> date:
    """The day that chooses the version of a procedure: the first known of those the vocabulary names, else that of the decision."""
    with world.asking(""):
        days = [world.value(line) for line in world.library.vocabulary.procedure_days]
    return next((day for day in days if isinstance(day, date)), world.case.as_of)


def _in_force(world: World, day: date) -> Iterator[tuple[int, int, Way]]:
    """The ways at the places of the case of which every step stands on a day, with how far each is, and how old."""
    for instrument in world.library.instruments.values():
        depth = _depth(world, instrument)
        for route in instrument.routes if depth is not None else ():
            steps = stated_steps(instrument, route).values()
            if depth is not None and all(held.provision.validity.covers(day) for held in steps):
                yield depth, -instrument.validity.first.toordinal(), Way(instrument, route)


def _depth(world: World, instrument: Instrument) -> int | None:
    """How far above either place the instrument's place lies; None when it is no place of the case."""
    chains = [world.library.places.chain(code) for code in (world.case.origin, world.case.destination) if code]
    return min((chain.index(instrument.place) for chain in chains if instrument.place in chain), default=None)
