"""``jiexu cases``."""

from datetime import date
from pathlib import Path

import click

from jiexu.base.problem import ProblemsError
from jiexu.cli.citation import Citation
from jiexu.cli.law import chosen_folders, examine_law, language_option, policies_option, report
from jiexu.cli.main import Exit
from jiexu.cli.trials import chosen_cases
from jiexu.explanation.citation import find
from jiexu.law.instrument import Instrument
from jiexu.law.library import Library
from jiexu.law.provision import Provision
from jiexu.regression.generated import generated
from jiexu.regression.trial import trials
from jiexu.regression.written_case import write_case
from jiexu.report.tested.labels import LANGUAGES


@click.group()
def cases() -> None:
    """案件文件。 Case files."""


@cases.command()
@click.argument("written", nargs=-1, metavar="[CITATION]", type=Citation())
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="写到这个文件夹。 Where to write them.",
)
@language_option
@policies_option
def generate(written: tuple[str, ...], folder: Path, language: str, folders: tuple[str, ...]) -> None:
    """写出一条、一份或全部规则每个界限两边的案件，答案照现在的规则，供核对。 Write the case on each side of every boundary.

    CITATION 是标识或文号，可以加条款。 An id or number, with or without a clause.

    \b
    退出码 Exit status: 0 完成 done · 1 文件有误 a file is wrong · 2 用法有误 misuse
    """
    library, files = examine_law(chosen_folders(folders))
    try:
        clauses = _cited(library, " ".join(written))
    except ProblemsError as error:
        report(error.problems, {})
        raise SystemExit(Exit.MISUSED) from None
    held, _ = trials(library, chosen_cases(()), date.today())  # noqa: DTZ011
    count = 0
    try:
        for clause in clauses:
            for one in generated(library, held, *clause):
                write_case(library, folder, one.name, one.case, one.names)
                count += 1
    except ProblemsError as error:
        report(error.problems, files.paths)
        raise SystemExit(Exit.WRONG) from None
    label = LANGUAGES[language]["written" if count else "nothing_written"]
    click.echo(label.format(count=count, folder=folder))


def _cited(library: Library, written: str) -> list[tuple[Instrument, Provision]]:
    """The clause cited, the clauses of the instrument cited, or all; raises ProblemsError for a citation of nothing."""
    cited = find(library, written) if written else None
    if cited and cited.provision:
        return [(cited.instrument, cited.provision)]
    held = [cited.instrument] if cited else library.instruments.values()
    return [(instrument, provision) for instrument in held for provision in instrument.provisions]
