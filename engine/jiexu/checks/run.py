"""Runs every check on a library."""

from importlib import import_module
from pathlib import Path

from jiexu.base.problem import Problem
from jiexu.checks.subject import Subject


def run_checks(subject: Subject) -> list[Problem]:
    """Every problem that every check of this folder finds, in the order of the codes."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("p*_*.py"))
    return [problem for name in names for problem in import_module(f"jiexu.checks.{name}").check(subject)]
