"""One case with all that its forms are filled from."""

from typing import Any, NamedTuple

from jiexu.base.problem import Problem
from jiexu.base.unknown import is_unknown
from jiexu.decision.case_file import KEYS
from jiexu.decision.finding import Decision
from jiexu.forms.party import Parties
from jiexu.forms.view import Views
from jiexu.law.vocabulary import Fact
from jiexu.procedure.progress import REFUSED, Progress
from jiexu.procedure.track import walked

_REFUSING, _GIVING, _RECEIVING = "refusing", "out", "in"


class Sheet(NamedTuple):
    """A case decided, and its findings viewed, once for all its forms.

    ``steps`` are those of its route in their order; none where no route can be told, or the library holds no procedures.
    """

    decision: Decision
    parties: Parties
    views: Views
    steps: tuple[Progress, ...]

    def step_of(self, title: str) -> Progress | None:
        """The step that a document of this title comes from."""
        return next((held for held in self.steps if title in held.stated.step.produces), None)

    def issuer(self, side: str) -> str:
        """Who issues a form of a side: out, in or person; where a route refuses, the agency that does, without a route in."""
        if side != _REFUSING:
            return side
        able = [held for held in self.steps if any(failure.refuses for failure in held.stated.step.failures)]
        refused = next((held.stated.step.actor for held in sorted(able, key=lambda held: held.state != REFUSED)), "")
        giving = [actor.name for actor in self.decision.library.vocabulary.actors if actor.at == _GIVING]
        return _GIVING if refused in giving else _RECEIVING

    def fact(self, fact: Fact) -> Any:
        """The value of a fact, given or derived; the Problem that says so when it is not known."""
        world = self.decision.world
        with world.asking("", world.case.as_of):
            value = world.fact(fact)
        if not is_unknown(value):
            return value
        under = fact.id if fact.id in KEYS else "facts"
        return Problem("P805", self.parties.at("facts"), {"name": self.views.wording.term(fact), "under": under})


def sheet_of(decision: Decision, parties: Parties) -> Sheet:
    """The sheet of a case; raises ProblemsError for days that its route cannot have."""
    _, steps = walked(decision.world)
    return Sheet(decision, parties, Views(decision, parties.at("facts")), tuple(steps.values()))
