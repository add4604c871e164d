"""docs/diff.md: its notice is kept by the change it speaks of, its screen is what is printed, its tables are what there is."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.cli.main import main
from jiexu.regression.moved import KINDS
from jiexu.regression.shift import DIRECTIONS

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "diff.md"
SCHEMA = json.loads((ROOT / "policies" / "notice.schema.json").read_text("utf-8"))


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """The change that the page speaks of: the law before, the law now, and a few cases."""
    shutil.copytree(ROOT / "policies", tmp_path / "before")
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    changed = tmp_path / "policies" / "jining" / "jining-2020-19.yaml"
    changed.write_text(changed.read_text("utf-8").replace("等待期: {value: 6,", "等待期: {value: 3,"), "utf-8")
    (tmp_path / "cases").mkdir()
    cases = ROOT / "cases" / "jining"
    for path in (*cases.glob("flexible-late*.yaml"), cases / "retirement-2025-08-31.yaml"):
        shutil.copy(path, tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diff(*arguments: str):
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


def test_the_screen_of_the_page_is_what_is_printed(desk, fenced: Callable[[Path, str], list[str]]):
    (shown,) = fenced(PAGE, "text")

    assert diff("before", "policies").stdout.startswith(shown)


def test_the_notice_of_the_page_is_kept(desk, fenced):
    (notice,) = fenced(PAGE, "yaml")
    (desk / "policies" / "wait.notice.yaml").write_text(notice, "utf-8")
    result = diff("before", "policies", "--expect", "policies/wait.notice.yaml")

    assert (0, "") == (result.exit_code, result.stderr)


def told(head: str) -> list[str]:
    """The names in code of the first column of the table that begins so."""
    table = PAGE.read_text("utf-8").partition(f"| {head} |")[2].partition("\n\n")[0]
    return [
        name for row in re.findall(r"^\| (`[^|]*`) \|", table, re.MULTILINE) for name in re.findall("`([^`]+)`", row)
    ]


def test_every_kind_has_its_row_in_the_order_in_which_they_are_told():
    assert list(KINDS) == told("kind")


def test_every_key_of_a_notice_has_its_row():
    entry = SCHEMA["properties"]["changes"]["items"]["properties"]

    assert {*SCHEMA["properties"], *entry, *entry["days"]["properties"]} == set(told("key"))


def test_a_notice_may_write_every_direction_there_is_and_the_page_names_it():
    directions = [*DIRECTIONS, *(kind for kind in KINDS if kind not in ("answer", "remark"))]

    assert sorted(directions) == sorted(SCHEMA["$defs"]["direction"]["enum"])
    assert all(f"`{direction}`" in PAGE.read_text("utf-8") for direction in directions)
