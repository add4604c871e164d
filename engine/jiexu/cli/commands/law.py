"""``jiexu law``."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.attached import sources_folder, sources_option
from jiexu.cli.citation import Citation
from jiexu.cli.complete import PlaceName
from jiexu.cli.day import Day
from jiexu.cli.json_text import json_text
from jiexu.cli.law import chosen_folders, examine_law, language_option, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.named import place_code, refuse
from jiexu.cli.paint import paint
from jiexu.explanation.citation import find
from jiexu.explanation.clause_screen import clause_screen
from jiexu.explanation.data import Data
from jiexu.explanation.instrument_screen import instrument_screen
from jiexu.explanation.law_data import instrument_data, law_data
from jiexu.explanation.law_list import holdings, law_list
from jiexu.explanation.open_data import open_data
from jiexu.explanation.open_list import open_list, open_points
from jiexu.explanation.provision_data import provision_data
from jiexu.law.official_text import comparisons


@click.command()
@click.argument("citation", nargs=-1, type=Citation())
@click.option(
    "--open",
    "opened",
    is_flag=True,
    help="待局里明确的事项：口径、未规定、未落实的授权等。 What is open, for the bureau.",
)
@click.option("--place", type=PlaceName(), help="只看在这个地方适用的。 Only what holds at this place.")
@click.option("--on", "day", type=Day(), help="看这一天是否有效（缺省为今天）。 State of things on this day.")
@sources_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。 Output format."
)
@language_option
@policies_option
def law(
    citation: tuple[str, ...],
    opened: bool,
    place: str | None,
    day: date | None,
    sources: Path | None,
    style: str,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """查法：入库了哪些文件，一份文件、一个条款怎样规定，哪些还待明确。 What is held, and what one clause says.

    \b
    jiexu law                              入库的文件，由上位到下位
    jiexu law jining-2020-19               一份文件和它的条款
    jiexu law "jining-2020-19 二（三）"      一个条款；也可写文号：济医保发〔2020〕19号 二（三）
    jiexu law --open                       待局里明确的事项

    \b
    退出码 Exit status: 0 完成 done · 1 没有所指的条款 no such clause · 2 用法有误 misuse
    """
    if opened and citation:
        raise click.UsageError("--open 不能同条款一起用")
    library, _ = examine_law(chosen_folders(folders))
    on = day or date.today()  # noqa: DTZ011
    try:
        where = place_code(library, "--place", place)
        cited = find(library, " ".join(citation)) if citation else None
    except ProblemsError as error:
        refuse(error.problems, as_data=style == "json")
        raise SystemExit(Exit.WRONG) from None
    compared = comparisons(library, sources_folder(sources))
    if opened:
        points = open_points(library, where)
        _print(style, lambda: open_list(points, language, paint), lambda: open_data(points))
    elif cited is None:
        held = holdings(library, on, where, compared)
        _print(style, lambda: law_list(held, language, paint), lambda: law_data(held))
    elif cited.provision is None:
        of = (library, cited.instrument, on, compared[cited.instrument.id])
        _print(style, lambda: instrument_screen(*of, language, paint), lambda: instrument_data(*of))
    else:
        one = (library, cited.instrument, cited.provision, on, where, compared[cited.instrument.id])
        _print(style, lambda: clause_screen(*one, language, paint), lambda: provision_data(*one))


def _print(style: str, text: Callable[[], str], data: Callable[[], Data]) -> None:
    click.echo(json_text(data()) if style == "json" else text(), nl=False)
