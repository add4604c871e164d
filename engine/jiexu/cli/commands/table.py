"""``jiexu table``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.complete import PlaceName, QuestionName
from jiexu.cli.day import Day
from jiexu.cli.json_text import json_text
from jiexu.cli.law import known_option, language_option, open_law, policies_option
from jiexu.cli.main import Exit
from jiexu.cli.named import place_code, places_named, question_named, refuse
from jiexu.cli.paint import paint

if TYPE_CHECKING:
    from jiexu.analysis.table import Table

_OF_ONE_PLACE = ("csv", "json")


@click.command()
@click.argument("question", type=QuestionName())
@click.option(
    "--place", type=PlaceName(), help="看这个地方（转入地）；不写则看入库规定所及的每个地方。 The place of transfer in."
)
@click.option(
    "--from", "origin", type=PlaceName(), help="转出地；写明后，两地已定的条件不再列出。 The place of transfer out."
)
@click.option("--as-of", "day", type=Day(), help="看这一天有效的规定（缺省为今天）。 The day whose law counts.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "md", "html", "csv", "json"]),
    default="text",
    help="输出格式；csv 供 Excel 打开。 Output format.",
)
@click.option("--json", "style", flag_value="json", help="同 --format json。 Same as --format json.")
@click.option("--output", type=click.Path(dir_okay=False), help="写到这个文件，不在屏幕上显示。 Write to this file.")
@known_option
@language_option
@policies_option
def table(
    question: str,
    place: str | None,
    origin: str | None,
    day: date | None,
    style: str,
    output: str | None,
    known: date | None,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """一个问题的全部规则列成一张表：由当日当地有效的条款推出，自上而下看。 The rules on a question as a decision table.

    \b
    每列一个条件，每行一条规则：✓ 须成立，✗ 须不成立，— 不论；最后是结论、依据和有效期。
    One column for each condition, one row for each rule.

    \b
    jiexu table 待遇起始月 --place 济宁市 --from 济南市 --as-of 2022-06-01
    jiexu table 一次性补缴金额 --place 济宁市 --as-of 2022-06-01 --format csv --output 表.csv

    \b
    退出码 Exit status: 0 完成 done · 1 文件或所指有误 a file is wrong · 2 用法有误 misuse
    """
    from jiexu.analysis.table import table as derived

    library = open_law(folders, known)
    try:
        asked = question_named(library, question)
        places, out = places_named(library, place), place_code(library, "--from", origin)
        if len(places) > 1 and style in _OF_ONE_PLACE:
            names = "、".join(map(library.places.name, places))
            raise click.UsageError(f"--format {style} 一次只列一个地方，请写明 --place，例如：{names}")
        on = day or date.today()  # noqa: DTZ011
        text = _text([derived(library, asked, on, out, one) for one in places], style, language)
        if output:
            from jiexu.document.store import store

            store(Path(output), text.encode())
    except ProblemsError as error:
        refuse(error.problems, as_data=style == "json")
        raise SystemExit(Exit.WRONG) from None
    # As bytes, a sheet keeps its own ends of lines on every system.
    click.echo(f"{output}\n" if output else text.encode() if style == "csv" else text, nl=False)


def _text(found: "list[Table]", style: str, language: str) -> str:
    from jiexu.report.table import files
    from jiexu.report.table.data import table_data
    from jiexu.report.table.grid import grid
    from jiexu.report.table.screen import table_screen

    if style == "json":
        return json_text(table_data(found[0]))
    grids = [grid(one, language) for one in found]
    if style == "csv":
        return files.comma_separated(grids[0])
    if style == "html":
        return files.table_page(grids, language)
    shown = files.markdown if style == "md" else lambda one: table_screen(one, language, paint)
    return "\n".join(map(shown, grids))
