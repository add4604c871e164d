"""Runs every check on a library."""

from importlib import import_module
from pathlib import Path

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def run_checks(subject: Subject, *, sound: bool = True) -> list[Problem]:
    """Every problem that every check of this folder finds, in the order of the codes.

    A library that is not *sound* decides nothing: the checks that decide examples are left for when it is.
    """
    names = sorted(path.stem for path in Path(__file__).parent.glob("p*_*.py"))
    checks = [import_module(f"jiexu.checks.{name}") for name in names]
    able = [check for check in checks if sound or not getattr(check, "DECIDES", False)]
    return [problem for check in able for problem in check.check(subject)]
