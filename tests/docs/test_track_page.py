"""docs/track.md: its commands run, in their order, on its case, and its screens and picture are what they write."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.cli.main import main

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "track.md"


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fenced: Callable[[Path, str], list[str]]) -> list[str]:
    """What each command of the page prints, run one after another where its case is."""
    (tmp_path / "case.yaml").write_text(fenced(PAGE, "yaml")[0], "utf-8")
    monkeypatch.chdir(tmp_path)

    def run() -> Iterator[str]:
        for line in (line for block in fenced(PAGE, "sh") for line in block.splitlines()):
            done = CliRunner().invoke(main, shlex.split(line)[1:], catch_exceptions=False)
            assert done.exit_code in (0, 3), done.stderr
            yield done.stdout

    return list(run())


def test_the_screens_are_what_the_commands_print(printed: list[str], fenced: Callable[[Path, str], list[str]]):
    whole, turns, late = fenced(PAGE, "text")

    assert whole == printed[0]
    assert turns in printed[2]
    assert late == printed[-1]


def test_the_picture_is_what_the_command_writes(printed: list[str]):
    assert (ROOT / "docs" / "track.svg").read_text("utf-8") == Path("track.svg").read_text("utf-8")


def test_every_state_has_its_row(printed: list[str]):
    states = {"done", "now", "next", "possible", "skipped", "refused", "closed"}
    rows = [line.split("|")[1] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")][1:]

    assert states == {name.strip(" `,") for row in rows for name in row.split(",")}
