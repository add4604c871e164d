"""Opens the law for a command, and reports what is wrong with files."""

from collections.abc import Iterable
from datetime import date

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.day import Day
from jiexu.cli.main import Exit
from jiexu.law.cache import cached_law
from jiexu.law.folder import Files, default_policies, gather
from jiexu.law.library import Library

policies_option = click.option(
    "--policies",
    "folders",
    multiple=True,
    type=click.Path(),
    help="放规则的文件夹，可给几个（缺省为随程序所带）。 Folders of law; several may be given.",
)
known_option = click.option(
    "--known-as-of",
    "known",
    type=Day(),
    help="只用这一天以前（含当天）印发的文件。 Use only what had been issued by this day.",
)
language_option = click.option(
    "--lang", "language", type=click.Choice(["zh", "en"]), default="zh", help="标签的语言。 Language of labels."
)


def chosen_folders(folders: tuple[str, ...]) -> tuple[str, ...]:
    """The folders given, else the default one."""
    return folders or (default_policies(),)


def open_law(folders: tuple[str, ...], known: date | None = None, *, steps: bool = False) -> Library:
    """The validated law of the folders, as it was known on a day; reports every problem and exits when it is not whole.

    Procedures are there with *steps* only.
    """
    return open_pack(folders, known, steps=steps)[0]


def open_pack(folders: tuple[str, ...], known: date | None = None, *, steps: bool = False) -> tuple[Library, Files]:
    """As ``open_law``, with the files it was read from."""
    paths: dict[str, str] = {}
    try:
        files = gather(chosen_folders(folders))
        paths = files.paths
        return cached_law(files, known, steps=steps), files
    except ProblemsError as error:
        report(error.problems, paths)
        raise SystemExit(Exit.WRONG) from None


def examine_law(folders: tuple[str, ...], known: date | None = None) -> tuple[Library, Files]:
    """The law of the folders read from its files, examples and all, as it was known on a day; reports as ``open_law`` does."""
    from jiexu.law.examination import examine

    try:
        files = gather(folders)
        library, problems = examine(files, known)
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    if library is None or problems:
        report(problems, files.paths)
        raise SystemExit(Exit.WRONG)
    return library, files


def report(problems: Iterable[Problem], paths: dict[str, str]) -> None:
    """Print problems to the error stream, in the order of their places."""
    from pathlib import Path

    from jiexu.explanation.problems import shown

    for problem in sorted(problems, key=lambda one: (one.where, one.code)):
        path = paths.get(problem.where.file)
        click.echo(shown(problem, Path(path) if path else None), err=True)
