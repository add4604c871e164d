"""``jiexu test``."""

from datetime import date
from pathlib import Path

import click

from jiexu.cli.law import chosen_folders, examine_law, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.regression.junit import junit as junit_text
from jiexu.regression.run import run_cases, run_examples

_CASES = Path("cases")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--update", is_flag=True, help="改写案件旁边已认可的说明。 Write the accepted explanations anew.")
@click.option(
    "--junit", type=click.Path(dir_okay=False, path_type=Path), help="另写一份 JUnit 结果。 Write JUnit results too."
)
@policies_option
def test(paths: tuple[Path, ...], update: bool, junit: Path | None, folders: tuple[str, ...]) -> None:
    """运行规则文件里的例子和 cases/ 下的案件。 Run the examples in the packs and the cases (by default under cases/).

    \b
    退出码 Exit status: 0 全部通过 all pass · 1 有不符 something differs · 2 用法有误 misuse
    """
    library, files = examine_law(chosen_folders(folders))
    chosen = paths or ((_CASES,) if _CASES.is_dir() else ())
    results = [*run_examples(library), *run_cases(library, chosen, date.today(), update=update)]  # noqa: DTZ011
    failed = [result for result in results if result.problems]
    for result in failed:
        click.echo(paint(f"✗ {result.name}", "wrong"), err=True)
        report(result.problems, files.paths)
    if junit:
        junit.write_text(junit_text(results), "utf-8")
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    raise SystemExit(Exit.WRONG if failed else Exit.DONE)
