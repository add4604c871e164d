"""``jiexu ask``."""

import json
from datetime import date

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import Cases, Given, as_of_option, question_option, set_option
from jiexu.cli.law import language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.decision.decide import world_of
from jiexu.explanation.ask_screen import ask_data, ask_screen, asking


@click.command()
@click.argument("case", type=click.Path())
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print as JSON.")
@as_of_option
@question_option("只为这个问题而问，可给几个。 Ask only for this; may be repeated.")
@set_option
@language_option
@policies_option
def ask(
    case: str,
    style: str | None,
    as_of: date | None,
    questions: tuple[str, ...],
    given: tuple[Given, ...],
    language: str,
    folders: tuple[str, ...],
) -> None:
    """下一步问什么：还缺的事实，能使最多问题有答案的在前。CASE 是案件文件，- 为标准输入。 The facts to ask next.

    \b
    退出码 Exit status: 0 没有要问的 nothing to ask · 1 案件有误 a case is wrong · 2 用法有误 misuse · 3 有要问的 something to ask
    """
    library = open_law(folders)
    reader = Cases(library, as_of, given, questions)
    try:
        found = asking(world_of(library, reader.read(case)))
    except ProblemsError as error:
        reader.refuse(case, error.problems, style)
        raise SystemExit(Exit.WRONG) from None
    if style == "json":
        click.echo(json.dumps(ask_data(found), ensure_ascii=False, indent=1))
    else:
        click.echo(ask_screen(found, case, language, paint), nl=False)
    raise SystemExit(Exit.OPEN if found.asks else Exit.DONE)
