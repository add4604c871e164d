"""Mutants shared out over processes, each of which holds the law and the trials of its own."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from jiexu.base.problem import Problem
from jiexu.checks.comparison import breaches
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library
from jiexu.regression.boundary import Boundary, boundary
from jiexu.regression.killing import Fate, Proof, fate, proofs
from jiexu.regression.mutant import Mutant
from jiexu.regression.mutation import mutants
from jiexu.regression.trial import trials

_AT_A_TIME = 12
Found = TypeVar("Found")


class Task(NamedTuple):
    """What every process reads for itself: the folders of law, the cases, the day, and which instruments to change."""

    folders: tuple[str, ...]
    cases: tuple[str, ...]
    today: date
    ids: tuple[str, ...] = ()


class Bench(NamedTuple):
    """The law of a task, its trials, what it fails of them as it is, and its mutants."""

    task: Task
    library: Library
    proofs: list[Proof]
    failing: list[Problem]
    mutants: list[Mutant]


def bench(task: Task) -> Bench:
    """What a task is about; raises ProblemsError when the law is not whole."""
    library = read_law(gather(task.folders))
    held, failing = trials(library, map(Path, task.cases), task.today)
    failing += [problem for trial in held for problem in breaches(trial.world(library), trial.case)]
    return Bench(task, library, proofs(library, held), failing, list(mutants(library, task.ids)))


def fates(held: Bench, jobs: int) -> Iterator[Fate]:
    """What becomes of each mutant, in their order."""
    yield from _shared(held, _fate, range(len(held.mutants)), jobs, _AT_A_TIME)


def boundaries(held: Bench, survivors: list[int], jobs: int) -> Iterator[Boundary | None]:
    """For each of the mutants at these places the case that would notice it, or None."""
    yield from _shared(held, _boundary, survivors, jobs, 1)


def _fate(held: Bench, place: int) -> Fate:
    return fate(held.library, held.proofs, held.mutants[place])


def _boundary(held: Bench, place: int) -> Boundary | None:
    return boundary(held.library, held.proofs, held.mutants[place])


def _shared(
    held: Bench, find: Callable[[Bench, int], Found], places: Sequence[int], jobs: int, at_a_time: int
) -> Iterator[Found]:
    if jobs <= 1 or len(places) <= at_a_time:
        yield from (find(held, place) for place in places)
        return
    # Never forked: a process that has begun threads (a progress bar has) must not be copied as it stands.
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as processes:
        yield from processes.map(partial(_elsewhere, held.task, find), places, chunksize=at_a_time)


def _elsewhere(task: Task, find: Callable[[Bench, int], Found], place: int) -> Found:
    return find(_kept(task), place)


_kept = lru_cache(1)(bench)
"""The bench of a process that is given one task all its life."""
