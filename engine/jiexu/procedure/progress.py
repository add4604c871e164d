"""The state of each step of a route: done, now, next, or not to be taken."""

from datetime import date
from typing import Any, NamedTuple

from jiexu.base.unknown import is_unknown, merged
from jiexu.decision.world import World
from jiexu.law.procedures import Stated
from jiexu.law.step import Failure
from jiexu.procedure.choice import truth

DONE = "done"
NOW = "now"
NEXT = "next"
POSSIBLE = "possible"
SKIPPED = "skipped"
REFUSED = "refused"
CLOSED = "closed"


class Progress(NamedTuple):
    """A step and how far it is.

    DONE; NOW, it can be taken; NEXT, others come first; POSSIBLE, ``missing`` facts (ids) decide whether it is taken;
    SKIPPED, it is not taken in this case; REFUSED, ``failed`` ended the route here; CLOSED, the route ended before it.
    A step that is DONE and has ``failed`` was done though it was to be refused.
    ``ended`` is None for a step that must be done because a later one is. ``before`` are the steps that come first;
    ``missing`` of a step to be taken are the facts that tell whether it fails.
    """

    stated: Stated
    state: str
    ended: date | None
    before: tuple[str, ...]
    missing: tuple[str, ...] = ()
    failed: Failure | None = None


def progress(world: World, steps: dict[str, Stated]) -> dict[str, Progress]:
    """The state of every step, by name, in the order of the steps."""
    return _Walk(world, steps).states()


class _Walk:
    def __init__(self, world: World, steps: dict[str, Stated]) -> None:
        self.world = world
        self.steps = steps
        self.ended = {
            name: world.given.get(world.library.vocabulary.facts[held.step.ends_with].id)
            for name, held in steps.items()
        }
        self.mends: dict[str, list[tuple[str, Failure]]] = {}
        for name, held in steps.items():
            for failure in held.step.failures:
                if failure.to in steps:
                    self.mends.setdefault(failure.to, []).append((name, failure))
        self.taken = {name: self._is_taken(name) for name in steps}
        self.before = {name: self._before(name) for name in steps}
        self.done = self._done()

    def states(self) -> dict[str, Progress]:
        found = {name: self._state(name) for name in self.steps}
        if not any(held.state == REFUSED for held in found.values()):
            return found
        return {
            name: held if held.state in (DONE, SKIPPED, REFUSED) else held._replace(state=CLOSED, missing=())
            for name, held in found.items()
        }

    def _is_taken(self, name: str) -> Any:
        """True, False, or an Unknown: whether the case takes a step at all."""
        held = self.steps[name]
        if name not in self.mends:
            return truth(self.world, held.provision, held.step.when)
        happened = [self._happened(other, failure) for other, failure in self.mends[name]]
        if any(one is True for one in happened):
            return truth(self.world, held.provision, held.step.when)
        unknown = [one for one in happened if is_unknown(one)]
        return merged(unknown) if unknown else False

    def _happened(self, name: str, failure: Failure) -> Any:
        """Whether a step failed so; where only a person can tell, that what mends it was done tells it."""
        if failure.when:
            return truth(self.world, self.steps[name].provision, failure.when)
        return self.ended[failure.to] is not None

    def _before(self, name: str) -> tuple[str, ...]:
        """The steps that come first, what mends a failure that happened among them; it comes after what the failed step does."""
        failed = [self.steps[other].step for other, _ in self.mends.get(name, ())]
        after = [*self.steps[name].step.after, *(one for step in failed for one in step.after)]
        mending = [failure.to for failure in self.steps[name].step.failures if self.taken.get(failure.to) is True]
        return tuple(dict.fromkeys(one for one in (*after, *mending) if one in self.steps and one != name))

    def _done(self) -> set[str]:
        """Steps with a day, and whatever comes before these unless it is not taken at all: that is over, or was not needed."""
        done = {name for name, day in self.ended.items() if day is not None}
        passed, waiting = set(done), list(done)
        while waiting:
            new = set(self.before[waiting.pop()]) - passed
            passed |= new
            waiting += new
        return {name for name in passed if name in done or self.taken[name] is not False}

    def _is_open(self, name: str) -> bool:
        """True when nothing that must come first is still to be done."""
        return all(
            before in self.done or (self.taken[before] is not True and self._is_open(before))
            for before in self.before[name]
        )

    def _state(self, name: str) -> Progress:
        held, before = self.steps[name], self.before[name]
        taken = self.taken[name]
        if name in self.done:
            return Progress(held, DONE, self.ended[name], before, failed=self._failed(held)[0])
        if taken is False:
            return Progress(held, SKIPPED, None, before)
        if is_unknown(taken):
            return Progress(held, POSSIBLE, None, before, taken.facts)
        if not self._is_open(name):
            return Progress(held, NEXT, None, before)
        failed, missing = self._failed(held)
        return Progress(held, REFUSED if failed else NOW, None, before, missing, failed)

    def _failed(self, held: Stated) -> tuple[Failure | None, tuple[str, ...]]:
        """What refuses the case at a step, else the facts (ids) that would tell whether something does."""
        missing: list[str] = []
        for failure in held.step.failures:
            failed = truth(self.world, held.provision, failure.when) if failure.when and failure.refuses else False
            if failed is True:
                return failure, ()
            missing += failed.facts if is_unknown(failed) else ()
        return None, tuple(dict.fromkeys(missing))
