"""Law for these tests: the shipped pack, with the fictional folders asked for, and a clause or two beside it."""

from functools import cache
from pathlib import Path

from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library

from tests.conftest import ROOT

PROVINCES = ROOT / "tests" / "provinces"


@cache
def law(*folders: str) -> Library:
    """The shipped law beside fictional provinces, by the name of their folders."""
    return read_law(gather([shipped_policies(), *(PROVINCES / name / "policies" for name in folders)]))


def law_with(folder: Path, name: str, text: str) -> Library:
    """The shipped law beside one more instrument, written into a folder."""
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    return read_law(gather([shipped_policies(), folder]))


def place(library: Library, name: str) -> str:
    (code,) = library.places.find(name)
    return code
