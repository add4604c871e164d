"""``jiexu fmt``."""

from pathlib import Path

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.changes import show_changes
from jiexu.cli.law import chosen_folders, policies_option, report
from jiexu.cli.main import Exit
from jiexu.document.loader import content
from jiexu.document.store import store
from jiexu.explanation.problems import near
from jiexu.law.folder import gather
from jiexu.law.tidy import tidy


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="只看要不要整理，不写文件。 Say what would change, write nothing."
)
@click.option(
    "--diff", "diff", is_flag=True, help="列出要改的各行，不写文件。 Show the lines that would change, write nothing."
)
@policies_option
def fmt(files: tuple[Path, ...], only_check: bool, diff: bool, folders: tuple[str, ...]) -> None:
    """整理规则和案件文件：全角符号、空格、行尾；引文、说明、注释和行数不变。 Normalise signs and spacing, nothing else.

    \b
    不给文件时，整理全部规则文件；也可给案件文件。读不通的文件，先改好全角冒号和缩进。
    Without FILES all law files; case files may be given. Files that cannot be read yet are mended as far as can be told.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse · 3 有要整理的（--check、--diff）would change
    """
    problems: list[Problem] = []
    changed = 0
    for path in files or _law_files(folders):
        try:
            changed += _tidy(path, problems, write=not (only_check or diff), diff=diff)
        except ProblemsError as error:
            problems += error.problems
    report(problems, {problem.where.file: problem.where.file for problem in problems})
    click.echo(_summary(changed, written=not (only_check or diff)))
    raise SystemExit(Exit.WRONG if problems else Exit.OPEN if changed and (only_check or diff) else Exit.DONE)


def _law_files(folders: tuple[str, ...]) -> list[Path]:
    try:
        return [Path(path) for path in gather(chosen_folders(folders)).paths.values()]
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None


def _tidy(path: Path, problems: list[Problem], *, write: bool, diff: bool) -> bool:
    """Normalise one file; True when there is something to normalise. Why it cannot be read is added to *problems*."""
    data = content(path)
    tidied = tidy(data, str(path))
    problems += tidied.problems
    if tidied.data == data:
        return False
    if diff:
        show_changes(path, data, tidied.data)
    else:
        click.echo(f"{near(path)}：{_counted(data, tidied.data)}")
    if write:
        store(path, tidied.data)
    return True


def _counted(before: bytes, after: bytes) -> str:
    """How many lines differ; where none does in its text, only the ends of the lines do."""
    lines = zip(before.decode("utf-8-sig").splitlines(), after.decode().splitlines(), strict=True)
    differing = sum(old != new for old, new in lines)
    return f"{differing} 行" if differing else "行尾"


def _summary(changed: int, *, written: bool) -> str:
    if not changed:
        return "没有要整理的"
    return f"{changed} 份文件已整理" if written else f"{changed} 份文件要整理，没有写文件"
