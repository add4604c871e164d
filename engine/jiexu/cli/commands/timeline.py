"""``jiexu timeline``."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.base.validity import Validity
from jiexu.cli.cases import Cases, Given, set_option
from jiexu.cli.complete import PlaceName, QuestionName
from jiexu.cli.day import Day
from jiexu.cli.json_text import json_text
from jiexu.cli.law import known_option, language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.named import place_code, places_named, question_named, refuse
from jiexu.cli.paint import paint
from jiexu.cli.span import Span, after
from jiexu.explanation.data import Data
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question

_MEANT = {
    "": ("--place", "--from", "--on", "--svg"),
    "--ending": ("--place", "--as-of"),
    "--case": ("--as-of", "--moving", "--set"),
}
"""The options that mean something beside each of these."""


@click.command()
@click.argument("question", required=False, type=QuestionName())
@click.option(
    "--place", type=PlaceName(), help="看这个地方（转入地）；不写则看入库规定所及的每个地方。 The place of transfer in."
)
@click.option("--from", "origin", type=PlaceName(), help="转出地（缺省同 --place）。 The place of transfer out.")
@click.option("--on", "day", type=Day(), help="标出这一天（缺省为今天）。 The day to mark.")
@click.option("--svg", type=click.Path(dir_okay=False), help="画成图，写到这个文件。 Draw it to this file.")
@click.option("--ending", "span", type=Span(), help="看多久以内将要期满的：180d、6m、1y。 What ends within this time.")
@click.option(
    "--case", type=click.Path(), help="看一个案件的答案在哪一天改变，- 为标准输入。 When a case's answers change."
)
@click.option(
    "--as-of", type=Day(), help="--ending 和 --case 从这一天看起（缺省为案件所写，再缺省为今天）。 From this day."
)
@click.option("--moving", help="同 --case 一起用：不移依据日，移这一项日期。 The date fact to move instead.")
@set_option
@click.option("--json", "as_data", is_flag=True, help="输出 JSON。 Print as JSON.")
@known_option
@language_option
@policies_option
def timeline(
    question: str | None,
    place: str | None,
    origin: str | None,
    day: date | None,
    svg: str | None,
    span: str | None,
    case: str | None,
    as_of: date | None,
    moving: str | None,
    given: tuple[Given, ...],
    as_data: bool,
    known: date | None,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """何时由谁规定：各问题在一个地方先后由哪些条款规定，哪里有缺口；什么将要期满；一个案件的答案哪天改变。 What governs when.

    \b
    jiexu timeline --place 济宁市                    各问题一行，有缺口的列在下面
    jiexu timeline 待遇起始月 --place 济宁市           一个问题：每一条款，每一段时间由谁规定
    jiexu timeline --ending 180d --as-of 2025-08-01  将要期满的，此后由谁规定，哪些问题将有缺口
    jiexu timeline --case case.yaml                  这个人的答案在哪一天改变，为什么

    \b
    退出码 Exit status: 0 完成 done · 1 文件或所指有误 a file is wrong · 2 用法有误 misuse · 3 --ending 有问题将有缺口 a question opens
    """
    options = {"--place": place, "--from": origin, "--on": day, "--svg": svg, "--as-of": as_of, "--moving": moving}
    _refuse_mixture(case, span, {**options, "--set": given})
    library = open_law(folders, known)
    if case:
        reader = Cases(library, as_of, given, (question,) if question else ())
        raise SystemExit(_case(reader, case, _moved(library, moving), as_data, language))
    try:
        asked = [question_named(library, question)] if question else []
        places, out = places_named(library, place), place_code(library, "--from", origin)
        if span:
            first = as_of or date.today()  # noqa: DTZ011
            days = Validity(first, after(first, span))
            raise SystemExit(_ending(library, asked, places, days, as_data, language))
        _law(library, asked, places, out, day or date.today(), svg, as_data, language)  # noqa: DTZ011
    except ProblemsError as error:
        refuse(error.problems, as_data=as_data)
        raise SystemExit(Exit.WRONG) from None


def _refuse_mixture(case: str | None, span: str | None, given: dict[str, object]) -> None:
    """Options that mean nothing for what is asked are refused, not passed over."""
    if case and span:
        raise click.UsageError("--ending 和 --case 不能一起用")
    asked = "--case" if case else "--ending" if span else ""
    for name, value in given.items():
        if value and name not in _MEANT[asked]:
            told = f"{name} 不能同 {asked} 一起用" if asked else f"{name} 要同 --ending 或 --case 一起用"
            raise click.UsageError(told)


def _law(
    library: Library,
    asked: list[Question],
    places: tuple[str, ...],
    origin: str | None,
    day: date,
    svg: str | None,
    as_data: bool,
    language: str,
) -> None:
    """The line of time of the law at each place; raises ProblemsError where the drawing cannot be written."""
    from jiexu.report.timeline.data import time_data
    from jiexu.report.timeline.screen import seen_at, time_screen

    seen = [seen_at(library, asked, place, origin, day) for place in places]
    if svg:
        from jiexu.document.store import store
        from jiexu.report.timeline.drawing import drawing

        store(Path(svg), drawing(seen, language).encode())
    if svg and not as_data:
        click.echo(svg)
    else:
        _print(as_data, lambda: time_data(seen), lambda: "\n".join(time_screen(one, language, paint) for one in seen))


def _ending(
    library: Library, asked: list[Question], places: tuple[str, ...], days: Validity, as_data: bool, language: str
) -> Exit:
    from jiexu.report.timeline.ending import ending_data, ending_screen, endings_at

    found = endings_at(library, asked, places, days)
    _print(as_data, lambda: ending_data(found), lambda: ending_screen(found, language, paint))
    return Exit.OPEN if found.opens else Exit.DONE


def _case(reader: Cases, name: str, moved: Fact | None, as_data: bool, language: str) -> Exit:
    from jiexu.analysis.line import AS_OF
    from jiexu.analysis.outlook import outlook
    from jiexu.decision.asking import asked_by_default
    from jiexu.decision.decide import world_of
    from jiexu.report.timeline.outlook import outlook_data, outlook_screen

    try:
        case = reader.read(name)
    except ProblemsError as error:
        reader.refuse(name, error.problems, "json" if as_data else None)
        return Exit.WRONG
    world = world_of(reader.library, case)
    found = outlook(world, case.questions or asked_by_default(world), moved.id if moved else AS_OF)
    _print(as_data, lambda: outlook_data(found), lambda: outlook_screen(found, language, paint))
    return Exit.DONE


def _moved(library: Library, written: str | None) -> Fact | None:
    """The date that ``--moving`` names; any other fact is a misuse."""
    if written is None:
        return None
    dates = {fact.name: fact for fact in library.vocabulary.facts.values() if fact.kind.name == "date" and fact.ask}
    fact = library.vocabulary.fact(written)
    if fact is None or fact.name not in dates:
        raise click.BadParameter(f"「{written}」不是日期事实，可写：{'、'.join(dates)}", param_hint="--moving")
    return fact


def _print(as_data: bool, data: Callable[[], Data], text: Callable[[], str]) -> None:
    click.echo(json_text(data()) if as_data else text(), nl=False)
