"""``jiexu timeline``."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from jiexu.base.problem import ProblemsError
from jiexu.base.validity import Validity
from jiexu.cli.cases import Cases, Given, set_option
from jiexu.cli.complete import PlaceName, QuestionName
from jiexu.cli.day import Day
from jiexu.cli.law import known_option, language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.named import place_code, question_named, refuse
from jiexu.cli.paint import paint
from jiexu.cli.span import Span, after
from jiexu.law.library import Library
from jiexu.law.vocabulary import Question

if TYPE_CHECKING:
    pass


@click.command()
@click.argument("question", required=False, type=QuestionName())
@click.option(
    "--place", type=PlaceName(), help="看这个地方（转入地）；不写则看入库规定所及的每个地方。 The place of transfer in."
)
@click.option("--from", "origin", type=PlaceName(), help="转出地（缺省同 --place）。 The place of transfer out.")
@click.option("--on", "day", type=Day(), help="标出这一天（缺省为今天）。 The day to mark.")
@click.option("--ending", "span", type=Span(), help="看多久以内将要期满的：180d、6m、1y。 What ends within this time.")
@click.option(
    "--case",
    "case",
    type=click.Path(),
    help="看一个案件的答案在哪一天改变，- 为标准输入。 When a case's answers change.",
)
@click.option(
    "--as-of",
    type=Day(),
    help="从这一天看起，用于 --ending 和 --case（缺省为案件所写，再缺省为今天）。 From which day.",
)
@click.option(
    "--moving",
    help="同 --case 一起用：不移依据日，移这一项日期。 The date fact to move instead of the day of decision.",
)
@set_option
@click.option("--svg", type=click.Path(dir_okay=False), help="画成图，写到这个文件。 Draw it to this file.")
@click.option("--json", "as_data", is_flag=True, help="输出 JSON。 Print as JSON.")
@known_option
@language_option
@policies_option
def timeline(
    question: str | None,
    place: str | None,
    origin: str | None,
    day: date | None,
    span: str | None,
    case: str | None,
    as_of: date | None,
    moving: str | None,
    given: tuple[Given, ...],
    svg: str | None,
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
    if span and case:
        raise click.UsageError("--ending 和 --case 不能一起用")
    if svg and (span or case):
        raise click.UsageError("--svg 只画何时由谁规定，不能同 --ending、--case 一起用")
    if (moving or given) and not case:
        raise click.UsageError("--moving 和 --set 要同 --case 一起用")
    library = open_law(folders, known)
    if case:
        raise SystemExit(_case(library, case, as_of, given, question, moving, as_data, language))
    try:
        asked = question_named(library, question) if question else None
        at, out = place_code(library, "--place", place), place_code(library, "--from", origin)
        places = (at,) if at else _places(library)
        if span:
            raise SystemExit(_ending(library, places, as_of or _today(), span, as_data, language))
        _law(library, asked, places, out, day or _today(), svg, as_data, language)
    except ProblemsError as error:
        refuse(error.problems, as_data=as_data)
        raise SystemExit(Exit.WRONG) from None


def _today() -> date:
    return date.today()  # noqa: DTZ011


def _places(library: Library) -> tuple[str, ...]:
    from jiexu.ruleset.handing import lowest_places

    return lowest_places(library)


def _law(
    library: Library,
    asked: Question | None,
    places: tuple[str, ...],
    origin: str | None,
    day: date,
    svg: str | None,
    as_data: bool,
    language: str,
) -> None:
    """The line of time of the law, at each place; raises ProblemsError where the drawing cannot be written."""
    from jiexu.analysis.timeline import timeline as line_of
    from jiexu.report.timeline.data import time_data
    from jiexu.report.timeline.screen import Seen, time_screen
    from jiexu.ruleset.standing import RuleSet

    questions = [asked] if asked else [one for one in library.vocabulary.questions.values() if one.shown]
    seen: list[Seen] = []
    for place in places:
        rules = RuleSet(library, origin or place, place)
        lines = tuple(line_of(rules, one, transfer=origin is not None) for one in questions)
        seen.append(Seen(library, origin, place, day, lines, asked is not None))
    if svg:
        from pathlib import Path

        from jiexu.document.store import store
        from jiexu.report.timeline.drawing import drawing

        store(Path(svg), drawing(seen, language).encode())
    if as_data:
        click.echo(json.dumps(time_data(seen), ensure_ascii=False, indent=1))
    elif svg:
        click.echo(svg)
    else:
        click.echo("\n".join(time_screen(one, language, paint) for one in seen), nl=False)


def _ending(library: Library, places: tuple[str, ...], first: date, span: str, as_data: bool, language: str) -> Exit:
    from jiexu.analysis.ending import calendar_end, endings
    from jiexu.report.timeline.ending import Endings, ending_data, ending_screen

    days = Validity(first, after(first, span))
    found = Endings(
        library,
        days,
        tuple(one for place in places for one in endings(library, place, days)),
        calendar_end(library, places, days),
    )
    if as_data:
        click.echo(json.dumps(ending_data(found), ensure_ascii=False, indent=1))
    else:
        click.echo(ending_screen(found, language, paint), nl=False)
    return Exit.OPEN if found.opens else Exit.DONE


def _case(
    library: Library,
    name: str,
    as_of: date | None,
    given: tuple[Given, ...],
    question: str | None,
    moving: str | None,
    as_data: bool,
    language: str,
) -> Exit:
    from jiexu.analysis.breakpoints import AS_OF
    from jiexu.analysis.outlook import outlook
    from jiexu.decision.asking import asked_by_default
    from jiexu.decision.decide import world_of
    from jiexu.report.timeline.outlook import outlook_data, outlook_screen

    reader = Cases(library, as_of, given, (question,) if question else ())
    moved = library.vocabulary.fact(moving) if moving else None
    if moving and (moved is None or moved.kind.name != "date" or not moved.ask):
        dates = (fact.name for fact in library.vocabulary.facts.values() if fact.kind.name == "date" and fact.ask)
        raise click.BadParameter(f"「{moving}」不是日期事实，可写：{'、'.join(dates)}", param_hint="--moving")
    try:
        case = reader.read(name)
    except ProblemsError as error:
        reader.refuse(name, error.problems, "json" if as_data else None)
        return Exit.WRONG
    world = world_of(library, case)
    found = outlook(world, case.questions or asked_by_default(world), moved.id if moved else AS_OF)
    if as_data:
        click.echo(json.dumps(outlook_data(found), ensure_ascii=False, indent=1))
    else:
        click.echo(outlook_screen(found, language, paint), nl=False)
    return Exit.DONE
