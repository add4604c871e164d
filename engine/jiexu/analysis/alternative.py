"""The nearest other answers to a question along one fact."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from jiexu.analysis.difference import Difference, differences
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.line import Line, first_other
from jiexu.analysis.scale import Scale
from jiexu.base.location import NOWHERE
from jiexu.decision.contradiction import contradictions
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.vocabulary import Fact

LESS, MORE, OTHER = "less", "more", "other"
_ORDER = "P253"
"""The problem of two days in an impossible order."""


class Alternative(NamedTuple):
    """With ``value`` for the fact the answer is ``outcome``; no value between it and the present one changes the answer.

    ``side`` is LESS (earlier), MORE (later) or OTHER (another choice); ``steps`` how many days, months or fen away it is.
    ``drifts`` when the same clauses give another number or day only because the fact moved; another alternative of the
    same side is then the nearest at which they decide otherwise, if there is one.
    """

    side: str
    value: Any
    steps: int
    outcome: Outcome
    drifts: bool
    why: tuple[Difference, ...]


class FactLine:
    """The outcomes of a question along one fact, by the number of its value."""

    def __init__(self, world: World, question: str, fact: Fact, scale: Scale) -> None:
        self.question = question
        self.scale = scale
        self.line = Line(world, fact.id, fact.kind, scale)

    def outcome(self, number: int) -> Outcome:
        return self.line.world(number).decide(self.question)

    def nearest(self, here: int, points: Iterable[int], side: str) -> Iterator[Alternative]:
        """The nearest number on one side with another answer; if only a value moved with it, the nearest with other grounds too."""
        end = self.scale.least if side == LESS else self.scale.most
        beyond = {point for point in (*points, end) if (point < here if side == LESS else point > here)}
        stops = [here, *sorted(beyond, reverse=side == LESS)]
        now = self.line.base.decide(self.question)
        found = self._first(stops, lambda outcome: answer(outcome) != answer(now))
        if found is None or self._is_impossible(found):
            return
        drifts = same_grounds(now, self.outcome(found))
        yield self._alternative(side, here, found, drifts)
        if drifts:
            found = self._first(
                stops, lambda outcome: answer(outcome) != answer(now) and not same_grounds(now, outcome)
            )
            if found is not None and not self._is_impossible(found):
                yield self._alternative(side, here, found, False)

    def _first(self, stops: list[int], differs: Callable[[Outcome], bool]) -> int | None:
        """The first number along the stops whose outcome differs; between two stops it comes to differ once."""
        for near, far in pairwise(stops):
            if differs(self.outcome(far)):
                return first_other(near, far, lambda number: differs(self.outcome(number)))
        return None

    def _alternative(self, side: str, here: int, there: int, drifts: bool) -> Alternative:
        beside = there + 1 if side == LESS else there - 1
        why = () if drifts else differences(self.line.world(beside), self.line.world(there), self.question)
        return Alternative(side, self.scale.value(there), abs(there - here), self.outcome(there), drifts, why)

    def _is_impossible(self, number: int) -> bool:
        """True when the fact then stands in an impossible order to another; further out it does so too."""
        case = self.line.world(number).case
        located = case._replace(fact_at=dict.fromkeys(case.facts, NOWHERE))
        return any(problem.code == _ORDER for problem in contradictions(located, self.line.base.library))
