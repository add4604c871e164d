"""The case on which a mutant and the law part: found along the break points of the cases that look at what was changed."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from jiexu.analysis.moves import Move, moves
from jiexu.base.problem import ProblemsError
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.case_text import case_text
from jiexu.decision.decide import world_of
from jiexu.decision.outcome import Outcome
from jiexu.decision.world import World
from jiexu.law.library import DECIDING, Library
from jiexu.regression.killing import Proof, touching
from jiexu.regression.mutant import DELEGATION, READING, Mutant
from jiexu.regression.trial import verdicts

_NAMELESS = "boundary"
_MOST_STARTS = 12
_MOST_STEPS = 100 * 12


class Boundary(NamedTuple):
    """A case and the questions on which the two laws part."""

    case: Case
    names: tuple[str, ...]


def boundary(library: Library, proofs: Iterable[Proof], mutant: Mutant) -> Boundary | None:
    """The nearest case found on which the mutant answers otherwise; None when none was found within so many steps."""
    proofs = list(proofs)
    changed = mutant.applied(library)
    clauses = mutant.clauses or tuple(provision.clause for provision in mutant.held.provisions)
    names = questions_of(library, tuple(map(mutant.held.cite, clauses)))
    places = tuple(
        dict.fromkeys(
            place for proof in proofs for place in (proof.trial.case.origin, proof.trial.case.destination) if place
        )
    )
    starts = _starts(touching(proofs, mutant) or proofs)
    for case in islice(_near(library, changed, starts, names, places), _MOST_STEPS):
        parted = _parted(world_of(library, case), world_of(changed, case), names, mutant)
        if parted and is_possible(library, case):
            return Boundary(case, parted)
    return None


def questions_of(library: Library, citations: Collection[str]) -> tuple[str, ...]:
    """The questions on which one of these clauses gives an answer, delegates or is silent."""
    return tuple(
        name
        for name in library.vocabulary.questions
        if any(held.citation in citations for held in (*library.statements[name], *library.silences[name]))
    )


def _starts(proofs: Iterable[Proof]) -> list[Case]:
    """The cases to start from, each once."""
    found: list[Case] = []
    for proof in proofs:
        case = bare(proof.trial.case)
        if case not in found:
            found.append(case)
    return found[:_MOST_STARTS]


def _near(
    library: Library, changed: Library, starts: list[Case], names: tuple[str, ...], places: tuple[str, ...]
) -> Iterator[Case]:
    """The cases themselves, those one step away, then those one plain step and another away."""
    yield from starts
    steps: list[tuple[Case, Move]] = []
    for case in starts:
        for move in moves((world_of(library, case), world_of(changed, case)), names, places):
            steps.append((case, move))
            yield move.of(case)
    for case, first in steps:
        if first.is_plain:
            moved = first.of(case)
            for move in moves((world_of(library, moved), world_of(changed, moved)), names, places):
                if move.what != first.what:
                    yield move.of(moved)


def _parted(world: World, other: World, names: Iterable[str], mutant: Mutant) -> tuple[str, ...]:
    """The questions on which two worlds answer otherwise, where a case can pin it; else where a decision shows it."""
    names = tuple(names)
    parted = tuple(name for name in names if pinnable(world.decide(name)) != pinnable(other.decide(name)))
    if parted or not _is_beside(mutant):
        return parted
    pairs = zip(verdicts(world, names), verdicts(other, names), strict=True)
    return tuple(name for name, (one, two) in zip(names, pairs, strict=True) if one != two)


def _is_beside(mutant: Mutant) -> bool:
    """True for what may show in a decision beside its answers alone: other readings, bounds, evidence that only is compared."""
    compared = any(provision.evidence not in DECIDING for provision in mutant.held.provisions)
    return compared or mutant.site.kind in (READING, DELEGATION)


def pinnable(outcome: Outcome) -> tuple[object, ...]:
    """What a case can pin of an outcome, the clauses last."""
    by = tuple(dict.fromkeys(held.citation for held in outcome.sources))
    return outcome.status, outcome.value, frozenset(outcome.missing), by


def bare(case: Case) -> Case:
    """The day, the places and the facts of a case alone."""
    return case._replace(id=_NAMELESS, title="", questions=(), expect=(), file="", fact_at={})


def is_possible(library: Library, case: Case) -> bool:
    """Whether the facts can all be, as a case file is read."""
    try:
        read_case_text(case_text(library, case).encode(), "", library, case.as_of)
    except ProblemsError:
        return False
    return True
