"""Runs examples and accepted cases, and says of each what came out otherwise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.comparison import breaches
from jiexu.checks.example import stated_examples
from jiexu.checks.p510_example import failures
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case_text
from jiexu.decision.decide import decide_case, world_of
from jiexu.document.loader import content
from jiexu.document.store import store
from jiexu.explanation.screen import screen
from jiexu.law.library import Library

ACCEPTED = ".txt"


@dataclass(frozen=True, slots=True)
class Result:
    """One example or case: empty ``problems`` when it came out as pinned; ``seconds`` it took."""

    group: str
    name: str
    problems: tuple[Problem, ...]
    seconds: float


def run_examples(library: Library) -> Iterator[Result]:
    """Run every example of every pack."""
    for stated in stated_examples(library):
        began = perf_counter()
        problems = tuple(failures(library, stated))
        yield Result(stated.instrument.id, stated.name, problems, perf_counter() - began)


def case_files(paths: Iterable[Path]) -> list[Path]:
    """The case files at these paths; a folder stands for all YAML and JSON files in it."""
    found: list[Path] = []
    for path in paths:
        inside = (*path.rglob("*.yaml"), *path.rglob("*.json"))
        found += sorted(inside) if path.is_dir() else [path]
    return found


def run_cases(library: Library, paths: Iterable[Path], today: date, *, update: bool = False) -> Iterator[Result]:
    """Run accepted cases, each against what it pins and the explanation beside it; *update* writes that explanation anew."""
    for path in case_files(paths):
        began = perf_counter()
        try:
            case = read_case_text(content(path), str(path), library, today, path.stem)
            problems = (*breaches(world_of(library, case), case), *_against_accepted(library, case, path, update))
        except ProblemsError as error:
            problems = error.problems
        yield Result(path.parent.name, str(path), problems, perf_counter() - began)


def _against_accepted(library: Library, case: Case, path: Path, update: bool) -> Iterator[Problem]:
    """Compare the explanation with the accepted one, line by line."""
    explained = screen(decide_case(library, case))
    accepted = path.with_suffix(ACCEPTED)
    if update:
        store(accepted, explained.encode())
        return
    if not accepted.is_file():
        yield Problem("P504", Location(str(path)), {"name": accepted.name})
        return
    was, now = content(accepted).decode(errors="replace").splitlines(), explained.splitlines()
    for number, (before, after) in enumerate(zip(was + [""] * len(now), now + [""] * len(was), strict=False), 1):
        if before != after:
            yield Problem("P505", Location(str(accepted), number), {"wanted": before.strip(), "found": after.strip()})
            return
