"""One round of checking: what ``check`` prints, and what other commands tell after they changed a file."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.run import run_checks
from jiexu.checks.subject import Subject, attach
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.law.examination import examine
from jiexu.law.folder import Files, gather

Prove = Callable[[Subject], tuple[Subject, list[Problem]]]
"""Gives a sound subject its proof, with what is wrong with the files that proving read or wrote."""


class Checked(NamedTuple):
    """Everything wrong with some law; ``subject`` is None where no library could be built of it."""

    problems: list[Problem]
    paths: dict[str, str]
    subject: Subject | None = None

    @property
    def status(self) -> Exit:
        return Exit.WRONG if self.problems else Exit.DONE


def check_folders(folders: tuple[str, ...], sources: Path | None, prove: Prove | None = None) -> Checked:
    """Check the law of the folders against the texts in *sources*; with *prove*, every combination it can tell apart too."""
    try:
        files = gather(folders)
    except ProblemsError as error:
        return Checked(list(error.problems), {})
    return check_files(files, sources, prove)


def check_files(files: Files, sources: Path | None, prove: Prove | None = None) -> Checked:
    """Check law that was read, or that would be written."""
    library, problems = examine(files)
    if library is None:
        return Checked(problems, files.paths)
    subject = attach(library, sources)
    if prove is not None and not problems:
        subject, problems = prove(subject)
    return Checked([*problems, *run_checks(subject, sound=not problems)], files.paths, subject)


def tell(checked: Checked) -> None:
    """Print the problems, then one line that sums up."""
    report(checked.problems, checked.paths)
    tell_summary(checked)


def tell_summary(checked: Checked) -> None:
    click.echo(paint(summary(checked), "wrong" if checked.problems else "value"))


def summary(checked: Checked) -> str:
    """How much law there is, and how much is wrong with it."""
    if checked.subject is None:
        return f"{len(checked.problems)} 个问题"
    held = checked.subject.library.instruments
    rules = sum(len(provision.rules) for instrument in held.values() for provision in instrument.provisions)
    compared = len(checked.subject.texts)
    texted = f"已核对原文 {compared} 份，未核对原文 {len(held) - compared} 份"
    return f"{len(held)} 份文件，{rules} 条规则，{len(checked.problems)} 个问题；{texted}"
