"""Routes and steps as JSON."""

from collections.abc import Iterable

from jiexu.explanation.data import Data
from jiexu.expression.grammar import Expression
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.procedures import stated_steps
from jiexu.law.step import Failure, Operation, Route, Step


def route_data(library: Library, instrument: Instrument, route: Route) -> Data:
    """A route with the steps it takes, each by the id of the fact that ends it, in order."""
    steps = stated_steps(instrument, route)
    return {
        "route": route.id,
        "name": route.name,
        "says": route.says,
        "when": _sources(route.when),
        "begins": [_ending(library, steps[name].step) for name in route.begins],
        "ends": [_ending(library, steps[name].step) for name in route.ends],
        "steps": [_ending(library, held.step) for held in steps.values()],
    }


def step_data(library: Library, step: Step) -> Data:
    """A step as the law states it."""
    return {
        "step": _ending(library, step),
        "name": step.name,
        "routes": list(step.routes),
        "actor": step.actor,
        "says": step.says,
        "after": list(step.after),
        "when": _sources(step.when),
        "screen": step.screen,
        "enter": dict(step.enter),
        "brings": list(step.brings),
        "needs": list(step.needs),
        "produces": list(step.produces),
        "due": step.due.source if step.due else None,
        "on_failure": [failure_data(failure) for failure in step.failures],
        "quotes": list(step.quotes),
    }


def operation_data(operation: Operation) -> Data:
    """What is done inside a step."""
    return {"says": operation.says, "screen": operation.screen, "enter": dict(operation.enter)}


def failure_data(failure: Failure) -> Data:
    """What may go wrong, and where that leads: to a step, a refusal, or another route."""
    return {
        "says": failure.says,
        "when": _sources(failure.when),
        "to": failure.to or None,
        "refuses": failure.refuses or None,
        "turns_to": failure.turns_to or None,
    }


def _ending(library: Library, step: Step) -> str:
    return library.vocabulary.facts[step.ends_with].id


def _sources(lines: Iterable[Expression]) -> list[str]:
    return [line.source for line in lines]
