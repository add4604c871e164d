"""Opens the two sides of a comparison for a command."""

from datetime import date
from pathlib import Path

from jiexu.base.problem import ProblemsError
from jiexu.cli.law import report
from jiexu.cli.main import Exit
from jiexu.explanation.problems import near
from jiexu.law.examination import read_law
from jiexu.law.folder import Files, gather
from jiexu.law.library import Library
from jiexu.law.pack import TOGETHER, read_pack
from jiexu.regression.side import Side


def open_sides(
    packs: list[str], folders: tuple[str, ...], as_of: tuple[date, ...], known: tuple[date, ...]
) -> tuple[Side, Side]:
    """The old side and the new: two packs, or the law of the folders twice; what is given once is for both.

    A law that is the same on both sides is read once. Reports every problem and exits when one is not whole.
    """
    names = packs or [TOGETHER.join(near(Path(folder)) for folder in folders)]
    laws: dict[tuple[str, date | None], Library] = {}

    def side(place: int) -> Side:
        """The side at this place of what was given: the first, or the last."""
        name, day, knew = names[place], as_of[place] if as_of else None, known[place] if known else None
        if (name, knew) not in laws:
            laws[name, knew] = _law(name, () if packs else folders, knew)
        return Side(name, laws[name, knew], day)

    return side(0), side(-1)


def _law(name: str, folders: tuple[str, ...], known: date | None) -> Library:
    files: Files | None = None
    try:
        files = gather(folders) if folders else read_pack(name)
        return read_law(files, known)
    except ProblemsError as error:
        report(error.problems, files.paths if files else {})
        raise SystemExit(Exit.WRONG) from None
