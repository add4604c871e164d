"""What is otherwise in how a transfer is handled: routes, steps, what is done in them, and who acts."""

from collections.abc import Iterable, Iterator
from typing import Any

from jiexu.law.provision import Provision
from jiexu.law.step import Actor, Failure, Operation, Route
from jiexu.regression.likeness import content, pairs
from jiexu.regression.part import Part, lines, quoted

_OF_A_STEP = (
    "name", "routes", "actor", "says", "after", "due", "screen", "enter", "brings", "needs", "produces", "ends_with",
)  # fmt: skip
_OF_A_ROUTE = ("id", "name", "says", "begins", "ends")
_OF_AN_OPERATION = ("within", "says", "screen", "enter")
_LEADS = ("says", "to", "refuses", "turns_to")


def step_parts(was: Provision, now: Provision) -> Iterator[Part]:
    """Everything that is otherwise in the steps of a clause, and in what is done inside them."""
    for step, its in pairs(was.steps, now.steps, _SAME_STEP):
        if step is None or its is None:
            yield Part("step", step, its, (its or step).name)  # type: ignore[union-attr]
            continue
        yield from _fields("step", step, its, _OF_A_STEP)
        yield from lines("step_when", step.when, its.when, its.name)
        for failure, its_failure in pairs(step.failures, its.failures, _SAME_FAILURE):
            yield from _failure(failure, its_failure, its.name)
        yield from quoted(step.quotes, its.quotes, its.name)
    for one, other in pairs(was.operations, now.operations, _SAME_OPERATION):
        yield from _operation(one, other)


def route_parts(was: Iterable[Route], now: Iterable[Route]) -> Iterator[Part]:
    """Everything that is otherwise in the routes of an instrument; their steps are told at their clauses."""
    for route, its in pairs(was, now, _SAME_ROUTE):
        if route is None or its is None:
            yield Part("route", route, its, (its or route).name)  # type: ignore[union-attr]
            continue
        yield from _fields("route", route, its, _OF_A_ROUTE)
        yield from lines("route_when", route.when, its.when, its.name)
        yield from quoted(route.quotes, its.quotes, its.name)


def actor_parts(was: Iterable[Actor], now: Iterable[Actor]) -> Iterator[Part]:
    """Who handles steps in one vocabulary and not in the other, or is called otherwise there."""
    for actor, its in pairs(was, now, _SAME_ACTOR):
        if actor is None or its is None:
            yield Part("actor", actor, its, (its or actor).name)  # type: ignore[union-attr]
            continue
        yield from _fields("actor", actor, its, ("id", "name", "at"))


def _operation(was: Operation | None, now: Operation | None) -> Iterator[Part]:
    if was is None or now is None:
        yield Part("operation", was, now, of=(now or was).within)  # type: ignore[union-attr]
        return
    yield from _fields("operation", was, now, _OF_AN_OPERATION, now.within)
    yield from quoted(was.quotes, now.quotes, now.within)


def _failure(was: Failure | None, now: Failure | None, step: str) -> Iterator[Part]:
    if was is None or now is None or any(getattr(was, name) != getattr(now, name) for name in _LEADS):
        yield Part("failure", was, now, of=step)
    if was is not None and now is not None:
        yield from lines("failure_when", was.when, now.when, now.says)


def _fields(part: str, was: Any, now: Any, names: Iterable[str], of: str = "") -> Iterator[Part]:
    for name in names:
        before, after = getattr(was, name), getattr(now, name)
        if content(before) != content(after):
            yield Part(f"{part}_{name}", before, after, of=of or now.name)


_SAME_STEP = (lambda one: one.name, lambda one: one.ends_with)
_SAME_FAILURE = (content, lambda one: one.says, lambda one: (one.to, one.refuses, one.turns_to))
_SAME_OPERATION = (content, lambda one: (one.within, one.says), lambda one: one.says, lambda one: one.within)
_SAME_ROUTE = (lambda one: one.id, lambda one: one.name)
_SAME_ACTOR = (lambda one: one.id, lambda one: one.name)
