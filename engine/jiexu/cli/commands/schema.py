"""``jiexu schema``."""

from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.law import chosen_folders, examine_law, policies_option, report
from jiexu.cli.main import Exit
from jiexu.document.store import store
from jiexu.explanation.problems import near
from jiexu.report.editor.schemas import FOLDER, schemas


@click.command()
@click.option("--write", is_flag=True, help="写到规则文件夹的 editor/ 里。 Write them into the folder of law.")
@policies_option
def schema(write: bool, folders: tuple[str, ...]) -> None:
    """编辑器用的结构说明：写规则和案件时提示键、名称、选项和条款。 Schemas by which editors complete and check.

    \b
    词汇表、地名、文件或条款有增加以后，运行 jiexu schema --write。给了几个文件夹的，写到最后一个里。
    Run with --write after a name, an instrument or a clause was added. Of several folders, the last one gets them.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse · 3 与现在的规则不符 not current
    """
    chosen = chosen_folders(folders)
    library, _ = examine_law(chosen)
    stale = False
    for name, text in schemas(library).items():
        path = Path(chosen[-1]) / FOLDER / name
        current = path.is_file() and path.read_bytes() == text
        stale = stale or not current
        if write and not current:
            try:
                store(path, text)
            except ProblemsError as error:
                report(error.problems, {})
                raise SystemExit(Exit.WRONG) from None
        click.echo(f"{near(path)}：{'没有变' if current else '已写' if write else '要重写，运行 jiexu schema --write'}")
    raise SystemExit(Exit.OPEN if stale and not write else Exit.DONE)
