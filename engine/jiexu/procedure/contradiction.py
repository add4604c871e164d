"""Days of a case that its route cannot have."""

from collections.abc import Iterator
from datetime import date

from jiexu.base.kinds import DATE
from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.decision.world import World
from jiexu.law.procedures import ending_facts
from jiexu.law.vocabulary import Fact
from jiexu.procedure.choice import Way, truth
from jiexu.procedure.progress import DONE, Progress


def impossible(world: World, way: Way, found: dict[str, Progress]) -> Iterator[Problem]:
    """Days after that of the decision, of steps that the route has not or the case does not take, and out of the route's order."""
    yield from _to_come(world, found)
    yield from _of_another_route(world, way, found)
    yield from _not_taken(world, found)
    yield from _out_of_order(world, found)


def _at(world: World, fact: Fact) -> Location:
    return world.case.fact_at.get(fact.id, Location(world.case.file))


def _ending(world: World, held: Progress) -> Fact:
    return world.library.vocabulary.facts[held.stated.step.ends_with]


def _general(world: World) -> list[str]:
    """The names that choose the version of a procedure, whatever the route."""
    return [name for line in world.library.vocabulary.procedure_days for name in line.names]


def _to_come(world: World, found: dict[str, Progress]) -> Iterator[Problem]:
    """Days of the route's own facts that lie after the day of the decision."""
    facts = world.library.vocabulary.facts
    steps = [held.stated.step for held in found.values()]
    tested = (name for step in steps for line in step.lines for name in line.names)
    for name in dict.fromkeys((*_general(world), *(step.ends_with for step in steps), *tested)):
        fact = facts.get(name)
        day = world.given.get(fact.id) if fact and fact.kind == DATE else None
        if fact and isinstance(day, date) and day > world.case.as_of:
            yield Problem("P722", _at(world, fact), {"name": f"{name} {day}", "as_of": str(world.case.as_of)})


def _of_another_route(world: World, way: Way, found: dict[str, Progress]) -> Iterator[Problem]:
    """Days that end a step somewhere, but none of this route; those that choose the version of a procedure belong to all."""
    library = world.library
    own = {*_general(world), *(held.stated.step.ends_with for held in found.values())}
    for name in ending_facts(library.instruments.values()):
        fact = library.vocabulary.facts[name]
        if name not in own and fact.id in world.case.facts:
            yield Problem("P723", _at(world, fact), {"name": name, "route": way.route.name})


def _not_taken(world: World, found: dict[str, Progress]) -> Iterator[Problem]:
    """Days of steps whose conditions do not hold."""
    for name, held in found.items():
        if held.ended is None:
            continue
        failed = [
            line.source for line in held.stated.step.when if truth(world, held.stated.provision, (line,)) is False
        ]
        if failed:
            fact = _ending(world, held)
            values = {"name": fact.name, "step": name, "conditions": "、".join(failed)}
            yield Problem("P724", _at(world, fact), values)


def _out_of_order(world: World, found: dict[str, Progress]) -> Iterator[Problem]:
    """Days earlier than that of a step which comes first."""
    for name, held in found.items():
        for before in _dated_before(found, name) if held.state == DONE and held.ended else ():
            day = found[before].ended
            if day is not None and held.ended is not None and held.ended < day:
                fact, first = _ending(world, held), _ending(world, found[before])
                values = {"earlier": f"{first.name} {day}", "later": f"{fact.name} {held.ended}", "step": name}
                yield Problem("P721", _at(world, fact), values | {"before": before})


def _dated_before(found: dict[str, Progress], name: str) -> Iterator[str]:
    """The nearest steps with a day on every way back."""
    for before in found[name].before:
        if found[before].ended is not None:
            yield before
        else:
            yield from _dated_before(found, before)
