"""``jiexu decide``."""

from collections.abc import Iterator
from datetime import date

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import Cases, Given, as_of_option, question_option, set_option
from jiexu.cli.complete import QuestionName
from jiexu.cli.law import known_option, language_option, open_pack, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.cli.receipts import Wanted, receipt_options, write_receipt
from jiexu.decision.decide import decide_case
from jiexu.decision.finding import Decision
from jiexu.decision.outcome import DETERMINED, NOT_APPLICABLE
from jiexu.law.library import Library


@click.command()
@click.argument("cases", nargs=-1, required=True, metavar="CASE…", type=click.Path())
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print the decision as JSON.")
@click.option("--jsonl", "style", flag_value="jsonl", help="每案一行 JSON。 One line of JSON a case.")
@as_of_option
@known_option
@question_option("只问这个问题，可给几个。 Ask only this; may be repeated.")
@set_option
@click.option(
    "--accept", type=click.Choice(["reported"]), help="仅见报道的文件也可作依据。 Let reported instruments decide."
)
@click.option(
    "--why", type=QuestionName(), help="这个问题的全部规则，连同未成立的。 Every rule on this question, fired or not."
)
@click.option("--all", "helpers", is_flag=True, help="连辅助问题一并回答。 Answer helper questions too.")
@receipt_options
@language_option
@policies_option
def decide(
    cases: tuple[str, ...],
    style: str | None,
    as_of: date | None,
    known: date | None,
    questions: tuple[str, ...],
    given: tuple[Given, ...],
    accept: str | None,
    why: str | None,
    helpers: bool,
    path: str | None,
    key: str | None,
    with_person: bool,
    mask: bool,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """认定案件并说明理由。CASE 是 YAML 或 JSON 文件，- 为标准输入。 Decide cases, with reasons.

    \b
    退出码 Exit status: 0 已认定 decided · 1 案件有误 a case is wrong · 2 用法有误 misuse · 3 有问题未决 a question is open
    """
    receipt = Wanted(path, key, with_person, mask)
    receipt.refuse_misuse(cases)
    library, files = open_pack(folders, known)
    reader = Cases(library, as_of, given, (*questions, *([why] if why else [])))
    status = Exit.DONE
    for name in cases:
        try:
            case, node = reader.read_whole(name)
            decision = decide_case(library, case, accept_reported=accept == "reported", helpers=helpers)
        except ProblemsError as error:
            status = Exit.WRONG
            reader.refuse(name, error.problems, style)
            continue
        if status == Exit.DONE and _is_open(decision):
            status = Exit.OPEN
        for text in _texts(decision, library, style, why, language, accept):
            click.echo(text, nl=False)
        if receipt.path:
            write_receipt(receipt, decision, files, node, language)
    raise SystemExit(status)


def _texts(
    decision: Decision, library: Library, style: str | None, why: str | None, language: str, accept: str | None
) -> Iterator[str]:
    if style:
        from jiexu.cli.json_text import json_text
        from jiexu.explanation.data import decision_data

        yield json_text(decision_data(decision), style)
    elif why:
        from jiexu.explanation.why import why_screen

        question = library.vocabulary.question(why)
        assert question is not None
        yield why_screen(decision.case, library, question, language, paint, accept_reported=accept == "reported")
    else:
        from jiexu.explanation.screen import screen

        yield screen(decision, language, paint)


def _is_open(decision: Decision) -> bool:
    return any(finding.outcome.status not in (DETERMINED, NOT_APPLICABLE) for finding in decision.findings.values())
