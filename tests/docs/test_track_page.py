"""docs/track.md: its commands run, in their order, on its case, and its screens and picture are what they write."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.walk import walk

PAGE = ROOT / "docs" / "track.md"


def test_the_screens_and_the_picture_are_what_the_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert [] == [screen.shown for screen in walk(PAGE) if not screen.agrees()]
    assert (ROOT / "docs" / "track.svg").read_text("utf-8") == Path("track.svg").read_text("utf-8")


def test_every_state_has_its_row():
    states = {"done", "now", "next", "possible", "skipped", "refused", "closed"}
    rows = [line.split("|")[1] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")][1:]

    assert states == {name.strip(" `,") for row in rows for name in row.split(",")}
