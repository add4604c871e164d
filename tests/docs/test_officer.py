"""docs/officer: a reader who does what the pages say sees what they show, and is told on each that it is fiction."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.docs.walk import Screen, tree, walk

PAGES = sorted((ROOT / "docs" / "officer").glob("*.md"))
WALKS = [page for page in PAGES if "```console" in page.read_text("utf-8")]


class Walked(NamedTuple):
    """A page done from its top to its end: its screens, and the text of every file that was not there before."""

    screens: list[Screen]
    made: dict[str, str]


@pytest.fixture(scope="module", params=WALKS, ids=lambda page: page.stem)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    with pytest.MonkeyPatch.context() as patch:
        folder = tree(tmp_path_factory.mktemp("officer"), patch)
        before = set(files(folder))
        screens = list(walk(request.param))
        return Walked(screens, {name: text for name, text in files(folder).items() if name not in before})


def files(folder: Path) -> dict[str, str]:
    found = (path for name in ("policies", "cases", "sources") for path in (folder / name).rglob("*.*"))
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in found}


def test_every_screen_is_what_its_command_prints(walked: Walked):
    for screen in walked.screens:
        assert screen.agrees(), f"{screen.command}\n--- shown\n{screen.shown}\n--- printed\n{screen.printed}"


def test_every_file_of_a_fictional_notice_says_so_itself(walked: Walked):
    assert walked.made
    assert [] == [name for name, text in walked.made.items() if "虚构" not in text]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_says_that_its_notices_are_fiction(page: Path):
    head = page.read_text("utf-8").partition("\n## ")[0]

    assert "虚构" in head


def test_the_pages_are_in_the_table_of_the_first():
    index = (ROOT / "docs" / "officer" / "README.md").read_text("utf-8")

    assert {page.name for page in PAGES} - {"README.md"} == set(re.findall(r"\]\(([\w-]+\.md)\)", index))


def test_the_setting_for_cases_is_the_one_of_this_repository(fenced: Callable[[Path, str], list[str]]):
    (shown,) = fenced(ROOT / "docs" / "officer" / "editor.md", "json")
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))

    assert json.loads(f"{{{shown}}}") == {key: value for key, value in settings.items() if key == "yaml.schemas"}
