"""``jiexu close``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.base.validity import Validity
from jiexu.cli.attached import sources_folder, sources_option
from jiexu.cli.changes import show_changes
from jiexu.cli.checking import check_files, tell
from jiexu.cli.citation import Citation
from jiexu.cli.day import Day
from jiexu.cli.law import chosen_folders, examine_law, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.document.loader import content, parse
from jiexu.document.node import Mapping
from jiexu.document.splice import spliced
from jiexu.document.store import store
from jiexu.explanation.citation import Cited, citation, find
from jiexu.law.ending import ending, written_validity
from jiexu.law.folder import files_of
from jiexu.law.library import Library


@click.command()
@click.argument("cited", metavar="CITATION", nargs=-1, required=True, type=Citation())
@click.option("--on", "day", type=Day(), required=True, help="末日，这一天仍有效。 The last day, still in force.")
@click.option("--dry-run", is_flag=True, help="只说会改什么，不写文件。 Say what would change, write nothing.")
@sources_option
@policies_option
def close(cited: tuple[str, ...], day: date, dry_run: bool, sources: Path | None, folders: tuple[str, ...]) -> None:
    """写明一份文件或一个条款的末日：只改这一个值，其余一字不动。 Write the last day of an instrument or clause.

    \b
    用于失效已成定局的情形。新文件废止旧文件的，写在新文件的 repeals 里，旧文件不改。
    For an expiry that became known. A later notice repeals in its own file.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse
    """
    library, files = examine_law(chosen_folders(folders))
    try:
        found = find(library, " ".join(cited))
        label, clause = found.instrument.where.file, found.provision.clause if found.provision else ""
        path = Path(files.paths[label])
        data = content(path)
        root = parse(data, label)
        assert isinstance(root, Mapping)
        written = written_validity(root, clause)
        if day < written.first:
            raise click.BadParameter(f"{day} 早于首日 {written.first}", param_hint="--on")
        changed = spliced(data, [ending(root, data.decode("utf-8-sig"), clause, day)])
        if not dry_run:
            store(path, changed)
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    show_changes(path, data, changed)
    click.echo(_told(citation(found), written, day) + ("（只是试算，没有写文件）" if dry_run else ""))
    for line in _overtaken(library, found, day):
        click.echo(paint(line, "open"))
    checked = check_files(files_of(files.content | {label: changed}, files.paths), sources_folder(sources))
    # Where nothing was written, the file on disk has other lines than those that the problems are about.
    tell(checked._replace(paths={}) if dry_run else checked)
    raise SystemExit(checked.status)


def _told(name: str, before: Validity, day: date) -> str:
    if before.last == day:
        return f"{name} 的末日本来就是 {day}"
    return f"{name} 的末日由 {before.last} 改为 {day}" if before.last else f"{name} 原来没有末日，现为 {day}"


def _overtaken(library: Library, found: Cited, day: date) -> Iterator[str]:
    """What other instruments say of the last day, in spite of this file."""
    instrument, provision = found
    named = instrument.id, provision.clause if provision else ""
    for other in library.instruments.values():
        for change in other.extends:
            if (change.instrument, change.clause) == named and change.day > day:
                yield f"但 {other.id} 把它延长到 {change.day}，以延长的为准"
        for change in other.repeals:
            if (change.instrument, change.clause) == named and change.day <= day:
                yield f"但 {other.id} 自 {change.day} 起废止它，以废止的为准"
