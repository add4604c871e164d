"""The page on timeline, table and what-if: every screen on it is what the command prints now."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.analysis.stretch import STATES
from jiexu.cli.main import main

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "timeline.md"
COMMANDS = re.findall(r"^\./jiexu .*", PAGE.read_text("utf-8"), re.MULTILINE)
Fenced = Callable[[Path, str], list[str]]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_screen_is_what_the_command_prints(command: str, fenced: Fenced, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    shown = dict(zip(COMMANDS, fenced(PAGE, "text"), strict=True))

    assert shown[command] == CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False).stdout


def test_the_page_shows_each_of_the_three_commands():
    assert {"timeline", "table", "what-if"} == {shlex.split(command)[1] for command in COMMANDS}


def test_the_states_are_those_of_the_line_of_time():
    assert list(STATES) == re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
