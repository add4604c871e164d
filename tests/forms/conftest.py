"""Cases with fictional persons, decided and ready to fill forms."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from jiexu.decision.case_file import read_case
from jiexu.decision.decide import decide_case
from jiexu.document.loader import parse
from jiexu.forms.folder import shipped_forms
from jiexu.forms.party import read_parties
from jiexu.forms.press import Press
from jiexu.forms.sheet import Sheet, sheet_of
from jiexu.law.library import Library

from tests.conftest import ROOT, TODAY

CASES = sorted((ROOT / "cases" / "forms").glob("*.yaml"))
OFFLINE = "haixi-to-jining-offline"


@pytest.fixture(scope="session")
def press(library: Library) -> Press:
    return Press(library, shipped_forms())


def decided(library: Library, name: str | Path, *changes: tuple[str, str], accept_reported: bool = False) -> Sheet:
    """A case of ``cases/forms`` by its name, or the file at a path, with some of its text replaced."""
    path = name if isinstance(name, Path) else ROOT / "cases" / "forms" / f"{name}.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = parse(text.encode(), path.name)
    case = read_case(file, library, TODAY, path.stem)
    parties = read_parties(file, case, library.places)
    return sheet_of(decide_case(library, case, accept_reported=accept_reported), parties)


@pytest.fixture(scope="session")
def sheet(library: Library) -> Callable[..., Sheet]:
    """``decided`` by the shipped law."""
    return partial(decided, library)
