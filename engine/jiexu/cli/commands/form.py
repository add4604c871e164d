"""``jiexu form``."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.cases import Cases, Given, as_of_option, set_option
from jiexu.cli.forms import FormDesk, listed
from jiexu.cli.law import chosen_folders, open_law, policies_option, report
from jiexu.cli.main import Exit
from jiexu.forms.folder import default_forms
from jiexu.forms.press import ENDINGS, Press
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.library import Library

_STYLES = [ending.removeprefix(".") for ending in ENDINGS]


@click.command()
@click.argument("words", nargs=-1, metavar="[NAME] [CASE…]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="写到这个文件（.html、.pdf 或 .docx）；几个案件时是文件夹。 Where to write.",
)
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="有哪些表单；给出案件时，它出具哪些。 List forms; with a case, which it needs.",
)
@click.option(
    "--all",
    "into",
    type=click.Path(file_okay=False, path_type=Path),
    help="把案件要出具的全部写到这个文件夹。 Write everything the cases need.",
)
@click.option(
    "--format", "style", type=click.Choice(_STYLES), default=_STYLES[0], help="写到文件夹时的格式。 Format in a folder."
)
@click.option(
    "--draft", is_flag=True, help="出草稿：未认定、未提供的标作待核定，带水印。 A draft, with what is open marked."
)
@click.option(
    "--mask", is_flag=True, help="只露出证件号码、电话、账号的头尾。 Hide the middle of the person's numbers."
)
@click.option(
    "--accept",
    type=click.Choice(["reported"]),
    help="仅见报道的文件也算，只出得了草稿。 Let reported instruments decide; drafts only.",
)
@click.option(
    "--forms",
    "folder",
    type=click.Path(exists=True, file_okay=False),
    help="放表单的文件夹（缺省为随程序所带）。 Folder of forms.",
)
@as_of_option
@set_option
@policies_option
def form(
    words: tuple[str, ...],
    output: Path | None,
    listing: bool,
    into: Path | None,
    style: str,
    draft: bool,
    mask: bool,
    accept: str | None,
    folder: str | None,
    as_of: date | None,
    given: tuple[Given, ...],
    folders: tuple[str, ...],
) -> None:
    """填写表单：NAME 是表单的名称，CASE 是案件文件或放案件的文件夹。 Fill in official forms.

    \b
    jiexu form --list                                    有哪些表单
    jiexu form --list 案件.yaml                           这个案件出具哪些
    jiexu form 参保凭证 案件.yaml -o 参保凭证.pdf           填一份；不写 -o 打印 HTML
    jiexu form --all 文书 案件.yaml --format pdf           要出具的都填好
    jiexu form 联系函 案件夹 -o 文书 --format docx          一个文件夹的案件，每案一份

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse · 3 有的还不能出具 a form cannot be issued yet
    """
    name, cases = _arguments(words, listing=listing, into=into)
    library = open_law(folders, steps=True)
    reader = Cases(library, as_of, given)
    try:
        press = Press(library, folder or default_forms(), _whole(folders), draft=draft, mask=mask)
        chosen = press.index.find(name) if name else None
    except ProblemsError as error:
        report(error.problems, _paths(error))
        raise SystemExit(Exit.WRONG) from None
    desk = FormDesk(press, reader, accept_reported=accept == "reported")
    if listing:
        status = listed(desk, cases)
    elif chosen is not None and output is None and len(cases) == 1:
        status = desk.print(chosen, cases[0])
    elif chosen is not None and output is not None and output.suffix.lower() in ENDINGS and len(cases) == 1:
        status = desk.write(chosen, cases[0], output)
    else:
        target = into or output
        if target is None or (output and output.suffix):
            raise click.UsageError("-o 写一个 .html、.pdf 或 .docx 文件；几个案件要写到一个文件夹")
        status = desk.write_all(chosen, cases, target, f".{style}")
    raise SystemExit(status)


def _arguments(words: tuple[str, ...], *, listing: bool, into: Path | None) -> tuple[str, tuple[str, ...]]:
    """The name of a form, empty for none, and the cases."""
    if listing or into:
        if into and not words:
            raise click.UsageError("写上案件：jiexu form --all 文件夹 案件.yaml")
        return "", words
    if not words[1:]:
        raise click.UsageError("写上表单的名称和案件：jiexu form 参保凭证 案件.yaml；用 --list 看有哪些表单")
    return words[0], words[1:]


def _whole(folders: tuple[str, ...]) -> Callable[[], Library]:
    """Reads the law from its files, once, when it is asked for."""

    @cache
    def whole() -> Library:
        return read_law(gather(chosen_folders(folders)))

    return whole


def _paths(error: ProblemsError) -> dict[str, str]:
    return {problem.where.file: problem.where.file for problem in error.problems}
