"""``jiexu new``."""

import os
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.head import asked_head
from jiexu.cli.law import chosen_folders, policies_option, report
from jiexu.cli.main import Exit
from jiexu.document.store import store
from jiexu.explanation.problems import near
from jiexu.law.examination import examine
from jiexu.law.folder import Files, gather
from jiexu.law.library import Library
from jiexu.report.editor.schemas import FOLDER
from jiexu.report.skeleton import TO_FILL, Head, skeleton

_SCHEMA = "instrument.schema.json"


@click.group()
def new() -> None:
    """新写一份文件的开头。 Begin a new file."""


@new.command()
@click.option("--number", help="文号。 Number of the instrument.")
@click.option("--title", help="标题，照录。 Title.")
@click.option("--issued-by", help="发文机关，几个用顿号隔开。 Issuers.")
@click.option("--issued-on", help="印发日期。 Day of issue.")
@click.option("--place", help="适用的地方。 Place.")
@click.option("--rank", help="位阶。 Rank.")
@click.option("--from", "first", help="有效期的首日。 First day.")
@click.option("--until", "last", help="有效期的末日。 Last day.")
@click.option("--evidence", help="文本的来源。 Evidence.")
@click.option("--id", "identity", help="标识，也是文件名。 Id, and the file's name.")
@policies_option
def instrument(folders: tuple[str, ...], **given: str | None) -> None:
    """新通知：问几个问题，在该放的地方写出文件的开头。 A few questions, and the beginning of a rule file at its place.

    \b
    不想被问的，写成选项；没有的写空：--number "" --until ""。已有的文件不覆盖。
    What is given as an option is not asked for; "" leaves it out. No file is overwritten.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse
    """
    chosen = chosen_folders(folders)
    try:
        files = gather(chosen)
        library, problems = examine(files)
        if library is None:
            raise ProblemsError(problems)
        head = asked_head(library, given)
        path = _place(library, files, Path(chosen[-1]), head)
        if path.exists():
            raise click.UsageError(f"已有 {near(path)}，不覆盖")
        text = skeleton(head, _schema(chosen, path.parent))
        store(path, text.encode())
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    click.echo(f"已写 {near(path)}")
    click.echo(
        f"还有 {text.count('# ' + TO_FILL)} 处标着「{TO_FILL}」。运行 jiexu check --watch，填一处存一次盘，看还差哪里"
    )


def _place(library: Library, files: Files, folder: Path, head: Head) -> Path:
    """Where the file goes: beside what the folder holds of that place, else into a folder named by the id's first part."""
    code = library.places.find(head.place)[0]
    beside = (Path(files.paths[one.where.file]).parent for one in library.instruments.values() if one.place == code)
    held = next((parent for parent in beside if parent.is_relative_to(folder)), folder / head.id.partition("-")[0])
    return held / f"{head.id}.yaml"


def _schema(folders: tuple[str, ...], parent: Path) -> str:
    """The path of the editor's schema as seen from a folder; empty where none has been written."""
    found = [path for folder in reversed(folders) if (path := Path(folder) / FOLDER / _SCHEMA).is_file()]
    return Path(os.path.relpath(found[0], parent)).as_posix() if found else ""
