"""``jiexu check``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiexu.checks.p403_sentence import accounted
from jiexu.checks.subject import Subject
from jiexu.cli.attached import sources_folder, sources_option
from jiexu.cli.checking import check_folders, tell
from jiexu.cli.json_text import json_text
from jiexu.cli.law import chosen_folders, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.watch import watch
from jiexu.explanation.data import problem_data
from jiexu.explanation.problems import spelled

if TYPE_CHECKING:
    from jiexu.cli.proving import Proving


@click.command()
@policies_option
@sources_option
@click.option(
    "--texts", is_flag=True, help="列出原文的每一句及其去向。 Print each sentence of the texts with where it went."
)
@click.option(
    "--prove",
    is_flag=True,
    help="逐一认定规则能分辨的每一种情形，找出缺口和重叠。 Decide every combination the rules can tell apart.",
)
@click.option(
    "--write-cases",
    "cases",
    type=click.Path(file_okay=False, path_type=Path),
    help="同 --prove 一起用：每个反例写成一个案件文件。 With --prove: write each counter-example as a case file.",
)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。 Output format."
)
@click.option("--watch", "watching", is_flag=True, help="每次存盘后再核对，直到按 Ctrl-C。 Check again at every save.")
def check(
    folders: tuple[str, ...],
    sources: Path | None,
    texts: bool,
    prove: bool,
    cases: Path | None,
    style: str,
    watching: bool,
) -> None:
    """核对规则文件：结构、名称、种类、引文、例子。 Check everything that can be wrong with the packs.

    \b
    退出码 Exit status: 0 没有问题 nothing to mend · 1 有问题 something to mend · 2 用法有误 misuse
    --watch 按 Ctrl-C 结束时为 0。 With --watch, 0 when stopped by Ctrl-C.
    """
    if cases is not None and not prove:
        raise click.UsageError("--write-cases 要同 --prove 一起用")
    chosen, texts_in = chosen_folders(folders), sources_folder(sources)

    def once() -> Exit:
        proving = _proving(chosen, texts_in, cases) if prove else None
        checked = proving.checked if proving else check_folders(chosen, texts_in)
        if texts and checked.subject:
            for line in _went(checked.subject):
                click.echo(line)
        if style == "json":
            told = [problem_data(spelled(problem)) for problem in checked.problems]
            click.echo(json_text(proving.data(told) if proving else told), nl=False)
        elif proving:
            proving.tell()
        else:
            tell(checked)
        return checked.status

    if not watching:
        raise SystemExit(once())
    watch([*map(Path, chosen), *([texts_in] if texts_in else [])], once)


def _proving(folders: tuple[str, ...], sources: Path | None, cases: Path | None) -> "Proving":
    from jiexu.cli.proving import Proving  # what proves is imported only where something is proved

    return Proving(folders, sources, cases)


def _went(subject: Subject) -> Iterator[str]:
    for instrument, text in subject.texted():
        yield paint(f"{instrument.id}（{len(text.sentences)} 句）", "title")
        for sentence, went in accounted(instrument, text):
            yield f"  {sentence}"
            yield paint("    → " + ("；".join(went) or "没有着落"), "dim" if went else "wrong")
