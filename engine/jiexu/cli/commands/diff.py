"""``jiexu diff``."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import question_option
from jiexu.cli.day import Day
from jiexu.cli.json_text import json_text
from jiexu.cli.law import chosen_folders, language_option, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.sides import open_sides
from jiexu.document.loader import content
from jiexu.document.store import store
from jiexu.regression.impact import Impact, impact
from jiexu.regression.notice import Held, Notice, held_against, read_notice
from jiexu.regression.run import case_files
from jiexu.regression.side import Side
from jiexu.report.impact.explained import explained
from jiexu.report.impact.notice import notice_problems
from jiexu.report.impact.screen import impact_screen
from jiexu.report.impact.wording import ImpactWording

_CASES = Path("cases")
_CASE_ENDINGS = (".yaml", ".yml", ".json")


@click.command()
@click.argument("given", nargs=-1, metavar="[OLD NEW]")
@click.option(
    "--cases",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="案件文件或文件夹，可给几个（缺省为 cases/）。 Case files or folders, by default cases/.",
)
@click.option(
    "--as-of",
    "as_of",
    multiple=True,
    type=Day(),
    help="依据日；给两次，旧的一边用前一个。 The day of the decision; given twice, the first is the old side's.",
)
@click.option(
    "--known-as-of",
    "known",
    multiple=True,
    type=Day(),
    help="只用这一天以前印发的文件；给两次，同上。 Only what had been issued by this day; twice, as above.",
)
@question_option("只比这个问题，可给几个。 Compare only this; may be repeated.")
@click.option(
    "--explain", "explain", multiple=True, metavar="CASE", help="案号：两边的说明全文。 Both full explanations."
)
@click.option(
    "--expect",
    type=click.Path(dir_okay=False),
    help="变更单：核对变化是否都预告了。 A notice of change to hold it against.",
)
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print as JSON.")
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="另写一份 HTML 报告。 Write a report too."
)
@click.option("--all", "every", is_flag=True, help="列出全部案件。 List every case.")
@language_option
@policies_option
def diff(
    given: tuple[str, ...],
    cases: tuple[Path, ...],
    as_of: tuple[date, ...],
    known: tuple[date, ...],
    questions: tuple[str, ...],
    explain: tuple[str, ...],
    expect: str | None,
    style: str | None,
    html: Path | None,
    every: bool,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """规则改了以后，对谁有变化。 What changes for whom, by which clause.

    OLD、NEW 各是规则文件夹、zip 文件或 git 版本（读其中的 policies；别的文件夹写成 版本:文件夹），几个用 + 连起来。
    不写 OLD、NEW 而给两个 --as-of，是同一份规则的两天。

    \b
    jiexu diff HEAD~1 policies --cases cases
    jiexu diff policies policies+../ours --html impact.html
    jiexu diff --as-of 2025-08-31 --as-of 2025-09-01

    \b
    退出码 Exit status: 0 没有变化，或与变更单一致 nothing changes, or as announced ·
    1 文件有误 a file is wrong · 2 用法有误 misuse · 3 有变化，或与变更单不一致 something changes, or not as announced
    """
    packs, files = _split(given, cases)
    if len(as_of) > 2 or len(known) > 2:
        raise click.UsageError("--as-of、--known-as-of 各至多给两次")
    if len(packs) not in (0, 2) or (not packs and 2 not in (len(as_of), len(known))):
        raise click.UsageError("要写 OLD 和 NEW 两边；或给两个 --as-of（或 --known-as-of），比同一份规则的两天")
    if packs and folders:
        raise click.UsageError("写了 OLD、NEW，就不用 --policies；几个文件夹用 + 连起来")
    old, new = open_sides(packs, chosen_folders(folders), as_of, known)
    found = impact(old, new, case_files(files), date.today(), _ids(old, new, questions))  # noqa: DTZ011
    words = ImpactWording(found, language)
    notice = _notice(expect, old, new) if expect else None
    held = held_against(found, notice) if notice else None
    if html:
        _write(html, found, notice, held, language)
    if style == "json":
        from jiexu.report.impact.data import impact_data

        click.echo(json_text(impact_data(found, notice, held)), nl=False)
    elif explain:
        for name in explain:
            click.echo(_explained(found, name, language), nl=False)
    else:
        click.echo(impact_screen(found, language, paint, every=every), nl=False)
    if style != "json":
        told = [*found.wrong, *(notice_problems(words, held) if held else ())]
        report(told, {problem.where.file: problem.where.file for problem in told})
        if held and held.kept:
            click.echo(paint(words.labels["kept"], "value"))
    changed = not (held.kept if held else found.is_empty)
    raise SystemExit(Exit.WRONG if found.wrong else Exit.OPEN if changed else Exit.DONE)


def _split(given: Iterable[str], cases: tuple[Path, ...]) -> tuple[list[str], tuple[Path, ...]]:
    """OLD and NEW, and the case files: those of the option, and what a shell's * added after it."""
    packs = [name for name in given if not name.endswith(_CASE_ENDINGS)]
    more = tuple(Path(name) for name in given if name.endswith(_CASE_ENDINGS))
    return packs, (*cases, *more) or ((_CASES,) if _CASES.is_dir() else ())


def _ids(old: Side, new: Side, questions: tuple[str, ...]) -> frozenset[str]:
    """The ids of the questions asked for on the command line."""
    ids = set()
    for written in questions:
        known = [question for side in (new, old) if (question := side.library.vocabulary.question(written))]
        if not known:
            raise click.UsageError(f"没有问题「{written}」")
        ids.add(known[0].id)
    return frozenset(ids)


def _notice(path: str, old: Side, new: Side) -> Notice:
    try:
        return read_notice(content(path), path, old.library, new.library)
    except ProblemsError as error:
        report(error.problems, {path: path})
        raise SystemExit(Exit.WRONG) from None


def _explained(found: Impact, name: str, language: str) -> str:
    told = explained(found, name, language, paint)
    if not told:
        raise click.UsageError(f"没有两边都读得懂的案件「{name}」，写案号或文件名")
    return told


def _write(path: Path, found: Impact, notice: Notice | None, held: Held | None, language: str) -> None:
    from jiexu.report.impact.page import impact_page

    try:
        store(path, impact_page(found, notice, held, language).encode())
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
