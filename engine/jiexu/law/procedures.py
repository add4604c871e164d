"""The steps of an instrument's routes in order, and what they refer to."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.law.instrument import Instrument
from jiexu.law.provision import Provision
from jiexu.law.step import Operation, Route, Step


class Stated(NamedTuple):
    """A step with the provision that states it, and what is done inside it."""

    step: Step
    provision: Provision
    operations: tuple[Operation, ...]


def stated_steps(instrument: Instrument, route: Route) -> dict[str, Stated]:
    """The steps of a route by name, each after those that come before it; in a circle, in written order."""
    inside: dict[str, list[Operation]] = {}
    for provision in instrument.provisions:
        for operation in provision.operations:
            inside.setdefault(operation.within, []).append(operation)
    waiting = {
        step.name: Stated(step, provision, tuple(inside.get(step.name, ())))
        for provision in instrument.provisions
        for step in provision.steps
        if route.name in step.routes
    }
    ordered: dict[str, Stated] = {}
    while waiting:
        ready = [name for name, held in waiting.items() if not waiting.keys() & _before(held.step, waiting)]
        name = ready[0] if ready else next(iter(waiting))
        ordered[name] = waiting.pop(name)
    return ordered


def ending_facts(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """The names of the facts that end a step of any of the instruments, each once, in written order."""
    provisions = (provision for instrument in instruments for provision in instrument.provisions)
    return tuple(dict.fromkeys(step.ends_with for provision in provisions for step in provision.steps))


def _before(step: Step, among: dict[str, Stated]) -> set[str]:
    """The steps that come before this one; what mends a failure of a step comes with what that step comes after."""
    failing = [held.step for held in among.values() if any(failure.to == step.name for failure in held.step.failures)]
    mended = {failure.to for failure in step.failures}
    return {*step.after, *mended, *(name for held in failing for name in held.after)} - {step.name}


def dangling(instrument: Instrument) -> Iterator[Problem]:
    """Yield a problem for each name of a step or route that is none of this instrument's, and for each that stands twice."""
    steps = [step for provision in instrument.provisions for step in provision.steps]
    routes = [route.name for route in instrument.routes]
    named = [step.name for step in steps]

    def missing(name: str, where: Location, known: list[str]) -> Iterator[Problem]:
        if name not in known:
            yield Problem("P301", where, {"name": name, "nearest": nearest(name, known)})

    for step in steps:
        if named.count(step.name) > 1:
            yield Problem("P225", step.where, {"name": step.name})
        for name in step.routes:
            yield from missing(name, step.where, routes)
        for name in step.after:
            yield from missing(name, step.where, named)
        for failure in step.failures:
            yield from missing(failure.to, failure.where, ["", *named])
            yield from missing(failure.turns_to, failure.where, ["", *routes])
    for provision in instrument.provisions:
        for operation in provision.operations:
            yield from missing(operation.within, operation.where, named)
    for route in instrument.routes:
        if routes.count(route.name) > 1:
            yield Problem("P225", route.where, {"name": route.name})
        of_route = [step.name for step in steps if route.name in step.routes]
        for name in (*route.begins, *route.ends):
            yield from missing(name, route.where, of_route)
