"""``jiexu check``."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from jiexu.base.problem import Problem, ProblemsError
from jiexu.checks.p403_sentence import accounted
from jiexu.checks.run import run_checks
from jiexu.checks.subject import Subject, attach
from jiexu.cli.attached import sources_folder, sources_option
from jiexu.cli.law import chosen_folders, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.explanation.data import problem_data
from jiexu.explanation.problems import spelled
from jiexu.law.examination import examine
from jiexu.law.folder import Files, gather
from jiexu.law.library import Library


@click.command()
@policies_option
@sources_option
@click.option(
    "--texts", is_flag=True, help="列出原文的每一句及其去向。 Print each sentence of the texts with where it went."
)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。 Output format."
)
def check(folders: tuple[str, ...], sources: Path | None, texts: bool, style: str) -> None:
    """核对规则文件：结构、名称、种类、引文、例子。 Check everything that can be wrong with the packs.

    \b
    退出码 Exit status: 0 没有问题 nothing to mend · 1 有问题 something to mend · 2 用法有误 misuse
    """
    files, library, problems = _examined(chosen_folders(folders))
    subject = attach(library, sources_folder(sources)) if library else None
    if subject:
        problems = [*problems, *run_checks(subject, sound=not problems)]
    if texts and subject:
        for line in _went(subject):
            click.echo(line)
    if style == "json":
        click.echo(json.dumps([problem_data(spelled(problem)) for problem in problems], ensure_ascii=False, indent=1))
    else:
        report(problems, files.paths if files else {})
        click.echo(paint(_summary(subject, problems), "wrong" if problems else "value"))
    raise SystemExit(Exit.WRONG if problems else Exit.DONE)


def _examined(folders: tuple[str, ...]) -> tuple[Files | None, Library | None, list[Problem]]:
    try:
        files = gather(folders)
    except ProblemsError as error:
        return None, None, list(error.problems)
    return files, *examine(files)


def _went(subject: Subject) -> Iterator[str]:
    for instrument, text in subject.texted():
        yield paint(f"{instrument.id}（{len(text.sentences)} 句）", "title")
        for sentence, went in accounted(instrument, text):
            yield f"  {sentence}"
            yield paint("    → " + ("；".join(went) or "没有着落"), "dim" if went else "wrong")


def _summary(subject: Subject | None, problems: list[Problem]) -> str:
    if subject is None:
        return f"{len(problems)} 个问题"
    held = subject.library.instruments
    rules = sum(len(provision.rules) for instrument in held.values() for provision in instrument.provisions)
    texted = f"已核对原文 {len(subject.texts)} 份，未核对原文 {len(held) - len(subject.texts)} 份"
    return f"{len(held)} 份文件，{rules} 条规则，{len(problems)} 个问题；{texted}"
