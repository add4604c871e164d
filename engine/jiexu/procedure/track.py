"""One case on its route."""

from typing import NamedTuple

from jiexu.base.problem import ProblemsError
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.library import DECIDING, Library
from jiexu.law.procedures import stated_steps
from jiexu.law.step import Actor
from jiexu.law.vocabulary import Question
from jiexu.procedure.choice import Choice, choose
from jiexu.procedure.contradiction import impossible
from jiexu.procedure.progress import DONE, NOW, POSSIBLE, REFUSED, SKIPPED, Progress, progress
from jiexu.procedure.schedule import Scheduled, schedule
from jiexu.ruleset.standing import REPORTED


class Track(NamedTuple):
    """How far a case has come; ``steps`` by name, empty when no route can be told."""

    world: World
    choice: Choice
    steps: dict[str, Scheduled]

    @property
    def case(self) -> Case:
        return self.world.case

    @property
    def library(self) -> Library:
        return self.world.library

    @property
    def now(self) -> tuple[Scheduled, ...]:
        """The steps that can be taken."""
        return self._those(NOW)

    @property
    def late(self) -> tuple[Scheduled, ...]:
        """The steps to be taken whose last day is past."""
        return tuple(held for held in self.now if held.late)

    @property
    def refused(self) -> Scheduled | None:
        """The step at which the case is to be refused."""
        return next(iter(self._those(REFUSED)), None)

    @property
    def completed(self) -> bool:
        """True when every end of the route that applies is reached."""
        ends = self.choice.way.route.ends if self.choice.way else ()
        states = [self.steps[name].state for name in ends]
        return DONE in states and all(state in (DONE, SKIPPED) for state in states)

    @property
    def reasons(self) -> tuple[Question, Outcome] | None:
        """The question that says why a case is refused, and its outcome."""
        held = self.refused
        failed = held.progress.failed if held else None
        if failed is None:
            return None
        return self.library.vocabulary.questions[failed.refuses], self.world.decide(failed.refuses)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts (ids) that would tell what is left open: the route, a step that may be taken, whether one fails."""
        held = (fact for one in self.steps.values() if one.state in (NOW, POSSIBLE) for fact in one.progress.missing)
        return tuple(dict.fromkeys((*self.choice.missing, *held)))

    def actor(self, held: Scheduled) -> Actor:
        """Who acts; one that the vocabulary does not know has no id."""
        name = held.stated.step.actor
        return next((one for one in self.library.vocabulary.actors if one.name == name), Actor("", name))

    def place(self, actor: Actor) -> str | None:
        """The code of the place whose agency an actor is; None for the person and for both."""
        return {"out": self.case.origin, "in": self.case.destination}.get(actor.at)

    def _those(self, state: str) -> tuple[Scheduled, ...]:
        return tuple(held for held in self.steps.values() if held.state == state)


def track(library: Library, case: Case, *, accept_reported: bool = False) -> Track:
    """How far a case has come; raises ProblemsError for days that its route cannot have. The library must hold procedures."""
    world = world_of(library, case, (*DECIDING, REPORTED) if accept_reported else DECIDING)
    choice, found = walked(world)
    return Track(world, choice, schedule(world, found))


def walked(world: World) -> tuple[Choice, dict[str, Progress]]:
    """The route of a case and how far each of its steps is, without their last days; raises as ``track`` does."""
    choice = choose(world)
    if choice.way is None:
        return choice, {}
    found = progress(world, stated_steps(*choice.way))
    problems = list(impossible(world, choice.way, found))
    if problems:
        raise ProblemsError(problems)
    return choice, found


def worst_first(tracks: list[tuple[str, Track]]) -> list[tuple[str, Track, Scheduled]]:
    """Every late step of several cases, each with the name of its file, the longest overdue first."""
    late = [(name, one, held) for name, one in tracks for held in one.late]
    return sorted(late, key=lambda found: (str(found[2].last), found[0], found[2].stated.step.name))
