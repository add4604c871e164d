"""Mutants against the examples and cases that look at what was changed: which of them notice."""

from collections.abc import Iterable
from typing import NamedTuple

from jiexu.checks.comparison import breaches
from jiexu.law.library import Library
from jiexu.regression.mutant import Mutant
from jiexu.regression.trial import Trial, Verdict, verdicts
from jiexu.regression.watch import Watch, watched

PIN, DECISION = "pin", "decision"


class Fate(NamedTuple):
    """``by`` is PIN or DECISION, empty for a survivor; ``trial`` the name of the one that noticed; ``tried`` how many looked."""

    by: str
    trial: str
    tried: int


class Proof(NamedTuple):
    """A trial with all it looks at, and what its accepted decision says."""

    trial: Trial
    watch: Watch
    verdicts: tuple[Verdict, ...]


def proofs(library: Library, trials: Iterable[Trial]) -> list[Proof]:
    """The trials that pin something, run once on the law as it is."""
    return [
        Proof(
            trial,
            watched(library, trial),
            tuple(verdicts(trial.world(library), trial.accepted)),
        )
        for trial in trials
    ]


def fate(library: Library, proofs: Iterable[Proof], mutant: Mutant) -> Fate:
    """Whether a pin, or else an accepted decision, notices the mutant; the first that does is enough."""
    looking = touching(proofs, mutant)
    changed = mutant.applied(library)
    for proof in looking:
        if any(True for _ in breaches(proof.trial.world(changed), proof.trial.case)):
            return Fate(PIN, proof.trial.name, len(looking))
    for proof in looking:
        if tuple(verdicts(proof.trial.world(changed), proof.trial.accepted)) != proof.verdicts:
            return Fate(DECISION, proof.trial.name, len(looking))
    return Fate("", "", len(looking))


def touching(proofs: Iterable[Proof], mutant: Mutant) -> list[Proof]:
    """The trials that looked at what was changed, those of the clause itself first."""
    looking = [proof for proof in proofs if not mutant.touches.isdisjoint(proof.watch.touched)]
    return sorted(looking, key=lambda proof: not proof.trial.clause.startswith(mutant.citation))
