"""``jiexu what-if``."""

from datetime import date

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import Cases, Given, as_of_option, set_option
from jiexu.cli.complete import QuestionName
from jiexu.cli.json_text import json_text
from jiexu.cli.law import known_option, language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.decision.decide import world_of
from jiexu.decision.outcome import DETERMINED, NOT_APPLICABLE


@click.command("what-if")
@click.argument("case", type=click.Path())
@click.argument("question", type=QuestionName())
@click.option("--json", "as_data", is_flag=True, help="输出 JSON。 Print as JSON.")
@as_of_option
@known_option
@set_option
@language_option
@policies_option
def what_if(
    case: str,
    question: str,
    as_data: bool,
    as_of: date | None,
    known: date | None,
    given: tuple[Given, ...],
    language: str,
    folders: tuple[str, ...],
) -> None:
    """只改一项事实，答案怎样变：最近的改变，前后两边都看。CASE 是案件文件，- 为标准输入。 What would change the answer.

    \b
    每项已给的事实，找离现值最近、使答案不同的值，和那时由哪一条规定；没有给的事实，逐段说各是什么答案。
    The nearest value of each fact that changes the answer, to either side, and the clause that would decide.

    \b
    jiexu what-if cases/jining/flexible-fifth-month.yaml 待遇起始月

    \b
    退出码 Exit status: 0 完成 done · 1 案件有误 a case is wrong · 2 用法有误 misuse · 3 这个问题现在未决 the question is open now
    """
    from jiexu.analysis.counterfactual import what_if as find

    library = open_law(folders, known)
    reader = Cases(library, as_of, given, (question,))
    try:
        read = reader.read(case)
    except ProblemsError as error:
        reader.refuse(case, error.problems, "json" if as_data else None)
        raise SystemExit(Exit.WRONG) from None
    found = find(world_of(library, read), read.questions[0])
    if as_data:
        from jiexu.report.what_if.data import what_if_data

        click.echo(json_text(what_if_data(found)), nl=False)
    else:
        from jiexu.report.what_if.screen import what_if_screen

        click.echo(what_if_screen(found, language, paint), nl=False)
    raise SystemExit(Exit.DONE if found.outcome.status in (DETERMINED, NOT_APPLICABLE) else Exit.OPEN)
