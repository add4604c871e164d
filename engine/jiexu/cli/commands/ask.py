"""``jiexu ask``."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import STANDARD_INPUT, Cases, Given, as_of_option, question_option, set_option, stem
from jiexu.cli.json_text import json_text
from jiexu.cli.law import language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.explanation.ask_labels import ASK_LANGUAGES
from jiexu.explanation.ask_screen import Asking, ask_data, ask_screen, asking


@click.command()
@click.argument("case", type=click.Path())
@click.option("--new", "is_new", is_flag=True, help="从空白的案件文件开始。 Begin with a blank case file.")
@click.option("--list", "listed", is_flag=True, help="在终端上也只列出，不问答。 List only, on a terminal too.")
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print as JSON.")
@as_of_option
@question_option("只为这个问题而问，可给几个。 Ask only for this; may be repeated.")
@set_option
@language_option
@policies_option
def ask(
    case: str,
    is_new: bool,
    listed: bool,
    style: str | None,
    as_of: date | None,
    questions: tuple[str, ...],
    given: tuple[Given, ...],
    language: str,
    folders: tuple[str, ...],
) -> None:
    """下一步问什么：还缺的事实，能使最多问题有答案的在前。CASE 是案件文件，- 为标准输入。 The facts to ask next.

    在终端上一题一答，答案随即存入案件文件，其余一字不动；不知道的可以跳过。接在管道里，或用 --json、--list，只列出要问的。

    \b
    退出码 Exit status: 0 没有要问的 nothing to ask · 1 案件有误 a case is wrong · 2 用法有误 misuse · 3 有要问的 something to ask
    """
    if is_new and (case == STANDARD_INPUT or os.path.exists(case)):
        raise click.UsageError(f"--new {case}：{ASK_LANGUAGES[language]['exists']}")
    library = open_law(folders)
    reader = Cases(library, as_of, given, questions)
    talks = case != STANDARD_INPUT and not (style or listed) and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        if is_new:
            _begin(reader, case, as_of)
        found = _talk(reader, case, language) if talks else asking(world_of(library, reader.read(case)))
    except ProblemsError as error:
        reader.refuse(case, error.problems, style)
        raise SystemExit(Exit.WRONG) from None
    if style == "json":
        click.echo(json_text(ask_data(found)), nl=False)
    elif not talks:
        click.echo(ask_screen(found, case, language, paint), nl=False)
    raise SystemExit(Exit.OPEN if found.asks else Exit.DONE)


def _talk(reader: Cases, case: str, language: str) -> Asking:
    from jiexu.cli.interview import Interview  # a list costs no more than it did

    return Interview(reader, case, language).run()


def _begin(reader: Cases, case: str, day: date | None) -> None:
    """Write a case of which nothing is known; without a day it is decided as of the day on which it is read."""
    from jiexu.decision.case_text import case_text
    from jiexu.document.store import store

    blank = Case(stem(case), day or date.min, None, None, {})
    store(Path(case), case_text(reader.library, blank, dated=day is not None).encode())
