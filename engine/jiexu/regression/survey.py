"""What became of all the mutants of a law."""

from typing import NamedTuple

from jiexu.regression.boundary import Boundary
from jiexu.regression.killing import DECISION, PIN, Fate
from jiexu.regression.mutant import Mutant

EQUIVALENT, OPEN = "equivalent", "open"


class Surveyed(NamedTuple):
    """A mutant and what became of it: ``why`` it is listed as equivalent, or the ``boundary`` case that would notice it."""

    mutant: Mutant
    fate: Fate
    why: str = ""
    boundary: Boundary | None = None

    @property
    def end(self) -> str:
        """PIN, DECISION, EQUIVALENT or OPEN."""
        return self.fate.by or (EQUIVALENT if self.why else OPEN)


class Score(NamedTuple):
    """How many ended how."""

    pin: int
    decision: int
    equivalent: int
    open: int

    @property
    def all(self) -> int:
        return sum(self)

    @property
    def killed(self) -> int:
        return self.pin + self.decision

    @property
    def percent(self) -> int:
        """Whole percent noticed of all there are, those listed as equivalent among them; never rounded up."""
        return 100 * self.killed // self.all if self.all else 100


def score(surveyed: list[Surveyed]) -> Score:
    ends = [one.end for one in surveyed]
    return Score(*(ends.count(end) for end in (PIN, DECISION, EQUIVALENT, OPEN)))
