"""Which steps of a route can be reached, and from which its end can be."""

from collections.abc import Iterable, Mapping

from jiexu.law.procedures import Stated
from jiexu.law.step import Route


def leads_to(steps: Mapping[str, Stated]) -> dict[str, set[str]]:
    """For each step those that come next: the ones after it, and where what goes wrong with it leads and leads back from."""
    found: dict[str, set[str]] = {name: set() for name in steps}
    for name, held in steps.items():
        for before in held.step.after:
            if before in found:
                found[before].add(name)
        for failure in held.step.failures:
            if failure.to in found:
                found[name].add(failure.to)
                found[failure.to].add(name)
    return found


def reached(graph: Mapping[str, set[str]], begins: Iterable[str]) -> set[str]:
    """The steps that can be come to from some of them, these included."""
    found = {name for name in begins if name in graph}
    waiting = list(found)
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def backwards(graph: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The same with every arrow turned round."""
    return {name: {other for other, nexts in graph.items() if name in nexts} for name in graph}


def ancestors(steps: Mapping[str, Stated], name: str) -> set[str]:
    """The steps that come before one on some way, without what only a failure leads to."""
    graph = {one: {before for before in held.step.after if before in steps} for one, held in steps.items()}
    return reached(graph, graph[name])


def ends_of(route: Route, steps: Mapping[str, Stated]) -> set[str]:
    """The steps from which an end of the route can be reached."""
    return reached(backwards(leads_to(steps)), route.ends)
