"""``jiexu test``."""

from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.json_text import json_text
from jiexu.cli.law import chosen_folders, examine_law, language_option, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.trials import chosen_cases, instruments, pack_option
from jiexu.document.store import store
from jiexu.law.library import Library
from jiexu.regression.junit import junit as junit_text
from jiexu.regression.run import run_cases, run_examples


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--update", is_flag=True, help="改写案件旁边已认可的说明。 Write the accepted explanations anew.")
@click.option(
    "--junit", type=click.Path(dir_okay=False, path_type=Path), help="另写一份 JUnit 结果。 Write JUnit results too."
)
@click.option(
    "--coverage", is_flag=True, help="逐条列出规则和条件见过没有。 What was seen of each clause, rule and condition."
)
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="覆盖写成网页。 Coverage as a page.")
@click.option("--json", "as_json", is_flag=True, help="覆盖输出 JSON。 Print coverage as JSON.")
@click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="N",
    help="覆盖低于 N% 的，列出没有见过的，退出码 1。 Fail when less was seen.",
)
@pack_option
@language_option
@policies_option
def test(
    paths: tuple[Path, ...],
    update: bool,
    junit: Path | None,
    coverage: bool,
    html: Path | None,
    as_json: bool,
    fail_under: int | None,
    packs: tuple[str, ...],
    language: str,
    folders: tuple[str, ...],
) -> None:
    """运行规则文件里的例子和 cases/ 下的案件。 Run the examples in the packs and the cases (by default under cases/).

    \b
    退出码 Exit status: 0 全部通过 all pass · 1 有不符 something differs · 2 用法有误 misuse
    """
    library, files = examine_law(chosen_folders(folders))
    chosen = chosen_cases(paths)
    today = date.today()  # noqa: DTZ011
    results = [*run_examples(library), *run_cases(library, chosen, today, update=update)]
    failed = [result for result in results if result.problems]
    for result in failed:
        click.echo(paint(f"✗ {result.name}", "wrong"), err=True)
        report(result.problems, files.paths)
    status = Exit.WRONG if failed else Exit.DONE
    try:
        if junit:
            store(junit, junit_text(results).encode())
        if coverage or html or as_json or fail_under is not None:
            seen = _Coverage(library, instruments(library, packs), chosen, today, language)
            if html:
                store(html, seen.page().encode())
            click.echo(seen.json() if as_json else seen.screen(), nl=False)
            if not seen.reaches(fail_under):
                status = Exit.WRONG
    except ProblemsError as error:
        report(error.problems, files.paths)
        status = Exit.WRONG
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed", err=as_json)
    raise SystemExit(status)


class _Coverage:
    """What the trials have seen of some instruments, and how it is told."""

    def __init__(
        self, library: Library, ids: tuple[str, ...], cases: tuple[Path, ...], today: date, language: str
    ) -> None:
        from jiexu.regression.coverage import covered
        from jiexu.regression.trial import trials

        held, _ = trials(library, cases, today)
        self.library, self.language, self.trials = library, language, len(held)
        self.clauses = [clause for clause in covered(library, held) if clause.instrument.id in ids]

    def screen(self) -> str:
        from jiexu.report.tested.coverage_words import coverage_screen

        return coverage_screen(self.library, self.clauses, self.trials, self.language, paint)

    def page(self) -> str:
        from jiexu.report.tested.coverage_page import coverage_page

        return coverage_page(self.library, self.clauses, self.trials, self.language)

    def json(self) -> str:
        from jiexu.report.tested.coverage_data import coverage_data

        return json_text(coverage_data(self.library, self.clauses, self.trials))

    def reaches(self, percent: int | None) -> bool:
        """Whether so much was seen; else what was not is listed."""
        from jiexu.regression.coverage import tally
        from jiexu.report.tested.coverage_words import missing_screen

        if percent is None or tally(self.clauses).percent >= percent:
            return True
        click.echo(missing_screen(self.library, self.clauses, percent, self.language, paint), nl=False, err=True)
        return False
