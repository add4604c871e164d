"""Walks through a page as its reader would: commands are run, files are made and changed, screens are compared.

A ``console`` block holds commands behind ``$ `` and what each prints; a ``text`` block is what the last command of the ``sh``
block before it prints; ``…`` there stands for anything. A ``diff`` block whose first line is ``--- path`` changes a file, or
makes one when all its lines are added; a ``yaml`` block is the file that the line before it names in code.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from jiexu.cli.main import main

from tests.conftest import ROOT

_BLOCK = re.compile(
    r"(?:`(?P<file>[^`\n]+\.yaml)`[^`\n]*\n\n|^)```(?P<kind>console|diff|sh|text|yaml)\n(?P<body>.*?)^```$",
    re.M | re.DOTALL,
)
_ASKED = re.compile(r"^[^：\n]+：(.*)$")
ANY = "…"


class Screen(NamedTuple):
    """A command, what the page says it prints, what it does print, and from where to where the page says it."""

    command: str
    shown: str
    printed: str
    at: tuple[int, int] = (0, 0)

    def agrees(self) -> bool:
        wanted = ".*".join(re.escape(part) for part in self.shown.split(ANY))
        return re.fullmatch(wanted, self.printed, re.DOTALL) is not None


def tree(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """What an officer has: the law, the cases and the history of both, and nothing in the environment."""
    for name in ("policies", "cases"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / ".vscode", folder / ".vscode")
    patch.chdir(folder)
    patch.setenv("JIEXU_POLICIES", "policies")
    patch.delenv("JIEXU_SOURCES", raising=False)
    patch.setenv("COLUMNS", "100")
    patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for command in ("init -q -b main", "add -A", "commit -q -m start"):
        _git(shlex.split(command))
    return folder


def walk(page: Path) -> Iterator[Screen]:
    """Do what the page says, in its order, in the current folder; yield every screen."""
    command, printed = "", ""
    for block in _BLOCK.finditer(page.read_text("utf-8")):
        if block["kind"] == "diff":
            _change(block["body"].splitlines())
        elif block["kind"] == "sh":
            for command in block["body"].splitlines():
                printed = _printed(shlex.split(command), "")
        elif block["kind"] == "text":
            yield Screen(command, block["body"], printed, block.span("body"))
        elif block["kind"] == "console":
            for part in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                yield Screen(command, shown, _printed(shlex.split(command), shown))
        elif block["file"]:
            Path(block["file"]).write_text(block["body"], "utf-8")


def write_files(page: Path) -> None:
    """Write the files that a page shows, and do nothing else of it."""
    for block in _BLOCK.finditer(page.read_text("utf-8")):
        if block["kind"] == "yaml" and block["file"]:
            Path(block["file"]).write_text(block["body"], "utf-8")


def _printed(command: list[str], shown: str) -> str:
    if command[0] == "git":
        return _git(command[1:])
    assert command[0] == "./jiexu", command
    answers = [asked[1] for line in shown.splitlines() if (asked := _ASKED.match(line))] if command[1] == "new" else []
    done = CliRunner().invoke(main, command[1:], input="".join(f"{one}\n" for one in answers))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


def _git(arguments: list[str]) -> str:
    named = ["-c", "user.name=officer", "-c", "user.email=officer@example.org", "-c", "core.quotepath=off"]
    done = subprocess.run(["git", *named, *arguments], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def _change(lines: list[str]) -> None:
    """Put the added lines of a block where the others stand, which must be in one place only."""
    path = Path(lines[0].removeprefix("--- "))
    old = "".join(f"{line[1:]}\n" for line in lines[1:] if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines[1:] if line[:1] != "-")
    if not old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, "utf-8")
        return
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (str(path), old)
    path.write_text(text.replace(old, new), "utf-8")
