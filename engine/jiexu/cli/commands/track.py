"""``jiexu track``."""

from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import STANDARD_INPUT, Cases, Given, as_of_option, set_option
from jiexu.cli.json_text import json_text
from jiexu.cli.law import known_option, language_option, open_law, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.paint import paint
from jiexu.decision.case_edit import with_day, with_fact
from jiexu.document.loader import content
from jiexu.document.store import store
from jiexu.law.library import Library
from jiexu.procedure.track import Track
from jiexu.procedure.track import track as track_case
from jiexu.regression.run import case_files
from jiexu.report.track.data import status, track_data
from jiexu.report.track.overdue import overdue_data, overdue_screen
from jiexu.report.track.screen import track_screen

_IN_ORDER = ("open", "completed")


@click.command()
@click.argument("case", required=False, type=click.Path())
@click.option("--json", "style", flag_value="json", help="输出 JSON。 Print as JSON.")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    help="把各步期限写成日历文件。 Write the last days as a calendar.",
)
@click.option(
    "--svg", "picture", type=click.Path(dir_okay=False, path_type=Path), help="把进度图写成 SVG。 Write the picture."
)
@click.option(
    "--overdue",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="列出一个文件夹里超期的案件，最久的在前。 List the late cases of a folder, worst first.",
)
@as_of_option
@set_option
@click.option(
    "--save",
    is_flag=True,
    help="把 --set 的事实（和 --as-of）存入案件文件。 Write what --set gives into the case file.",
)
@click.option(
    "--accept", type=click.Choice(["reported"]), help="仅见报道的文件也可作依据。 Let reported instruments decide."
)
@known_option
@language_option
@policies_option
def track(
    case: str | None,
    style: str | None,
    ics: Path | None,
    picture: Path | None,
    folder: Path | None,
    as_of: date | None,
    given: tuple[Given, ...],
    save: bool,
    accept: str | None,
    known: date | None,
    language: str,
    folders: tuple[str, ...],
) -> None:
    """办到哪一步、轮到谁、何时到期。CASE 是案件文件，- 为标准输入。 Where a case stands on its route, and until when.

    \b
    jiexu track 案件.yaml                       现在这一步怎样办，各步期限
    jiexu track 案件.yaml --set 联系函发出日期=2025-03-28    这一步办完了会怎样；加 --save 登记下来
    jiexu track 案件.yaml --ics 提醒.ics --svg 进度.svg
    jiexu track --overdue 案件文件夹             超期的案件；依据日缺省为今天

    \b
    退出码 Exit status: 0 按期或已办结 in time or completed · 1 案件有误 a case is wrong · 2 用法有误 misuse
    · 3 有超期的、要不予受理的，或看不出走哪条途径 late, to be refused, or no route can be told
    """
    if (case is None) == (folder is None):
        raise click.UsageError("给出一个案件，或用 --overdue 给出文件夹，两者取一")
    if folder is not None and (ics or picture or given):
        raise click.UsageError("--overdue 只列清单，不能同 --ics、--svg、--set 一起用")
    if save and not (given and case and case != STANDARD_INPUT):
        raise click.UsageError("--save 把 --set 的事实存入案件文件，两者都要给出")
    library = open_law(folders, known, steps=True)
    accepted = accept == "reported"
    if folder is not None:
        raise SystemExit(_list_overdue(library, folder, as_of or date.today(), style, language, accepted))  # noqa: DTZ011
    assert case is not None
    reader = Cases(library, as_of, given)
    try:
        found = track_case(library, reader.read(case), accept_reported=accepted)
    except ProblemsError as error:
        reader.refuse(case, error.problems, style)
        raise SystemExit(Exit.WRONG) from None
    try:
        if save:
            _record(library, case, given, as_of)
        _write(found, ics, picture, language)
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.WRONG) from None
    if style:
        click.echo(json_text(track_data(found)), nl=False)
    else:
        click.echo(track_screen(found, case, language, paint), nl=False)
    raise SystemExit(Exit.DONE if status(found) in _IN_ORDER else Exit.OPEN)


def _record(library: Library, case: str, given: tuple[Given, ...], day: date | None) -> None:
    """Write facts into the case file, and the day where it keeps one; all else stays. Raises ProblemsError when it cannot be."""
    data = content(case) if day is None else with_day(content(case), case, day)
    for name, written in given:
        fact = library.vocabulary.fact(name)
        assert fact is not None
        data = with_fact(data, case, fact, written)
    store(Path(case), data)


def _write(found: Track, ics: Path | None, picture: Path | None, language: str) -> None:
    """Write the files that were asked for; raises ProblemsError for one that cannot be."""
    if ics is not None:
        from jiexu.report.track.calendar import calendar
        from jiexu.report.track.labels import TRACK_LANGUAGES

        data = calendar(found, language)
        if data:
            store(ics, data)
        else:
            click.echo(TRACK_LANGUAGES[language]["no_event"].format(file=ics), err=True)
    if picture is not None:
        from jiexu.report.track.svg import svg

        store(picture, svg(found, language).encode())


def _list_overdue(library: Library, folder: Path, day: date, style: str | None, language: str, accepted: bool) -> Exit:
    """Print the late steps of a folder's cases; wrong cases are told on the error stream, and the rest are listed."""
    reader = Cases(library, day)
    tracks: list[tuple[str, Track]] = []
    wrong = False
    for path in case_files([folder]):
        try:
            tracks.append((str(path), track_case(library, reader.read(str(path)), accept_reported=accepted)))
        except ProblemsError as error:
            wrong = True
            reader.refuse(str(path), error.problems, None)
    if style:
        click.echo(json_text(overdue_data(tracks, day)), nl=False)
    else:
        click.echo(overdue_screen(tracks, day, language, paint), nl=False)
    return Exit.WRONG if wrong else Exit.OPEN if any(found.late for _, found in tracks) else Exit.DONE
