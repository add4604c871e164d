"""Routes and steps as rows of a screen about the law."""

from collections.abc import Iterator

from jiexu.explanation.law_wording import LawWording
from jiexu.explanation.sheet import Paint, Pair, hanging, labelled
from jiexu.law.instrument import Instrument
from jiexu.law.procedures import stated_steps
from jiexu.law.step import Failure, Operation, Route, Step

_IN, _DEEP = 2 + 2, 2 + 2 + 2


def step_lines(wording: LawWording, step: Step, paint: Paint) -> Iterator[str]:
    """A step's name and sentence, then who takes it, with what, until when, and what may go wrong."""
    yield from hanging(wording.tell("step", name=step.name) + wording.labels["colon"] + step.says, _IN)
    yield from labelled(_step(wording, step), paint, _DEEP)


def operation_lines(wording: LawWording, operation: Operation, paint: Paint) -> Iterator[str]:
    """What is done inside a step, on which screen."""
    yield from hanging(wording.tell("inside", name=operation.within) + wording.labels["colon"] + operation.says, _IN)
    pairs = [
        (wording.law["screen"], operation.screen),
        (wording.law["enter"], fields(wording, operation.enter)),
        (wording.law["quotation"], wording.quoted(*operation.quotes)),
    ]
    yield from labelled(pairs, paint, _DEEP)


def route_lines(wording: LawWording, instrument: Instrument, route: Route, paint: Paint) -> Iterator[str]:
    """A route, when it is taken, and its steps in order."""
    law = wording.law
    yield from hanging(route.name + wording.labels["colon"] + route.says, _IN)
    pairs = [
        *wording.tests(route.when),
        (law["in_steps"], wording.labels["arrow"].join(stated_steps(instrument, route))),
    ]
    yield from labelled(pairs, paint, _DEEP)


def fields(wording: LawWording, entered: tuple[tuple[str, str], ...]) -> str:
    """What is entered on a screen: each field with its value."""
    return wording.labels["stop"].join(f"{field}＝{value}" for field, value in entered)


def failure(wording: LawWording, held: Failure) -> str:
    """What may go wrong, and where that leads."""
    if held.to:
        return wording.tell("then_step", says=held.says, name=held.to)
    return wording.tell("then_route", says=held.says, name=held.turns_to) if held.turns_to else held.says


def _step(wording: LawWording, step: Step) -> Iterator[Pair]:
    law = wording.law
    yield law["route"], wording.listed(step.routes)
    yield law["actor"], step.actor
    yield law["after"], wording.listed(step.after)
    for line in step.when:
        yield law["taken_when"], wording.condition(line.source)
    yield law["screen"], step.screen
    yield law["enter"], fields(wording, step.enter)
    for key, documents in (("brings", step.brings), ("needs", step.needs), ("produces", step.produces)):
        yield law[key], wording.listed(documents)
    yield law["due"], wording.condition(step.due.source) if step.due else ""
    yield law["ends_with"], wording.label(step.ends_with)
    for held in step.failures:
        yield law["on_failure"], failure(wording, held)
    yield law["quotation"], wording.quoted(*step.quotes)
