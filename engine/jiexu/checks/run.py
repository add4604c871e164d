"""Runs every check on a library."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def run_checks(subject: Subject, *, sound: bool = True) -> list[Problem]:
    """Every problem that every check of this folder finds, in the order of the codes.

    A library that is not *sound* decides nothing: the checks that decide examples, or ask who answers a question, are
    left for when it is. Those that tell what a proof found have something to tell only of a subject that was proved.
    """
    able = [check for check in _checks(notes=False) if sound or not getattr(check, "DECIDES", False)]
    return [problem for check in able for problem in check.check(subject)]


def run_notes(subject: Subject) -> list[Problem]:
    """What a proof found that is worth knowing and nothing to mend."""
    return [note for check in _checks(notes=True) for note in check.check(subject)]


def _checks(*, notes: bool) -> Iterator[ModuleType]:
    for name in sorted(path.stem for path in Path(__file__).parent.glob("p*_*.py")):
        check = import_module(f"jiexu.checks.{name}")
        if getattr(check, "NOTE", False) == notes:
            yield check
