"""``jiexu mutate``."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.json_text import json_text
from jiexu.cli.law import chosen_folders, examine_law, language_option, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.trials import chosen_cases, instruments, pack_option
from jiexu.decision.case import Case
from jiexu.law.folder import companions
from jiexu.law.library import Library
from jiexu.regression.crew import Task, bench, boundaries, fates
from jiexu.regression.equivalent import read_equivalents, reasons
from jiexu.regression.killing import Fate
from jiexu.regression.survey import OPEN, Surveyed, score
from jiexu.regression.written_case import digest, write_case
from jiexu.report.tested.labels import LANGUAGES
from jiexu.report.tested.mutation_data import mutation_data
from jiexu.report.tested.mutation_screen import mutation_screen


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@pack_option
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="处理器的个数",
    help="同时用几个进程。 Processes.",
)
@click.option(
    "--write-cases",
    type=click.Path(file_okay=False, path_type=Path),
    help="把能发现它们的案件写到这个文件夹。 Write the cases that would notice.",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON.")
@click.option(
    "--fail-under", type=click.IntRange(0, 100), metavar="N", help="发现的低于 N% 的，退出码 1。 Fail when fewer."
)
@language_option
@policies_option
def mutate(
    paths: tuple[Path, ...],
    packs: tuple[str, ...],
    jobs: int,
    write_cases: Path | None,
    as_json: bool,
    fail_under: int | None,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """把规则逐处改动一点，看例子和案件是否发现。 Change the rules a little everywhere; do examples and cases notice?

    \b
    退出码 Exit status: 0 都被发现或列为等同 all noticed or listed · 1 文件有误 a file is wrong · 2 用法有误 misuse ·
    3 有没被发现的 some went unnoticed
    """
    chosen = chosen_folders(folders)
    library, files = examine_law(chosen)
    ids = instruments(library, packs)
    task = Task(chosen, tuple(map(str, chosen_cases(paths))), date.today(), ids)  # noqa: DTZ011
    try:
        surveyed, rotten = _survey(task, jobs, chosen, LANGUAGES[language])
        written = _write(library, surveyed, write_cases) if write_cases else []
    except ProblemsError as error:
        report(error.problems, files.paths)
        raise SystemExit(Exit.WRONG) from None
    if as_json:
        click.echo(json_text(mutation_data(library, surveyed, language)), nl=False)
    else:
        click.echo(mutation_screen(library, surveyed, language, paint), nl=False)
    if write_cases:
        label = LANGUAGES[language]["written" if written else "nothing_written"]
        click.echo(label.format(count=len(written), folder=write_cases), err=True)
    report(rotten, files.paths)
    counted = score(surveyed)
    if rotten or (fail_under is not None and counted.percent < fail_under):
        raise SystemExit(Exit.WRONG)
    raise SystemExit(Exit.OPEN if counted.open else Exit.DONE)


def _survey(
    task: Task, jobs: int, folders: tuple[str, ...], labels: dict[str, str]
) -> tuple[list[Surveyed], list[Problem]]:
    """What became of every mutant, and the entries of equivalents that match none."""
    equivalents = read_equivalents(companions(folders, ".equivalent"))
    held = bench(task)
    if held.failing:
        click.echo(paint(labels["failing"], "wrong"), err=True)
        raise ProblemsError(held.failing)
    found: list[Fate] = []
    with _progress(labels["progress"], len(held.mutants)) as advance:
        for fate in fates(held, jobs):
            found.append(fate)
            advance()
    survivors = [mutant for mutant, fate in zip(held.mutants, found, strict=True) if not fate.by]
    why, rotten = reasons(equivalents, survivors, task.ids)
    surveyed = [
        Surveyed(mutant, fate, "" if fate.by else why.get(mutant.key, ""))
        for mutant, fate in zip(held.mutants, found, strict=True)
    ]
    places = [place for place, one in enumerate(surveyed) if one.end == OPEN]
    with _progress(labels["searching"], len(places)) as advance:
        for place, boundary in zip(places, boundaries(held, places, jobs), strict=True):
            surveyed[place] = surveyed[place]._replace(boundary=boundary)
            advance()
    return surveyed, rotten


def _write(library: Library, surveyed: list[Surveyed], folder: Path) -> list[Path]:
    """Write the case that would notice each survivor, one case once."""
    found: dict[tuple[str, tuple[str, ...]], tuple[str, Case, tuple[str, ...]]] = {}
    for one in surveyed:
        if one.boundary is not None:
            mutant, (case, names) = one.mutant, one.boundary
            found.setdefault((repr(case), names), (f"{mutant.citation}-{digest(mutant.key)}", case, names))
    return [write_case(library, folder, name, case, names) for name, case, names in found.values()]


@contextmanager
def _progress(title: str, count: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing elsewhere."""
    if not (sys.stderr.isatty() and count):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=count)
        yield lambda: bar.advance(task)
