"""docs/receipts.md: its commands run, in their order, and its screens are what they print."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.law.knowledge import known_by

from tests.conftest import ROOT
from tests.regression.receipts import CHANGED, WAITING, rewritten

PAGE = ROOT / "docs" / "receipts.md"
Fenced = Callable[[Path, str], list[str]]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIEXU_POLICIES", "policies")
    return tmp_path


def jiexu(line: str) -> Result:
    return CliRunner().invoke(main, shlex.split(line)[1:], catch_exceptions=False)


def test_the_commands_run_in_their_order_and_the_screens_are_theirs(tree: Path, fenced: Fenced):
    pytest.importorskip("cryptography", reason="the extra sign is not installed")
    lines = [line for block in fenced(PAGE, "sh") for line in block.splitlines()]
    printed = {line: jiexu(line) for line in lines if line.startswith("./jiexu ")}
    identical, _, known = fenced(PAGE, "text")

    assert {0, 3} == {result.exit_code for result in printed.values()}
    assert identical == printed["./jiexu verify receipt.json"].stdout
    assert printed[next(line for line in printed if "--known-as-of" in line)].stdout.startswith(known)
    if shutil.which("jq") and shutil.which("openssl"):
        others = [
            subprocess.run(line, shell=True, capture_output=True, check=True) for line in lines if line not in printed
        ]

        assert json.loads(Path("receipt.json").read_text("utf-8"))["digest"] == others[0].stdout.split()[0].decode()
        assert b"Success" in others[-1].stdout


def test_the_screen_of_a_changed_law_is_what_verify_prints(tree: Path, fenced: Fenced):
    jiexu("./jiexu decide cases/jining/flexible-fifth-month.yaml --receipt receipt.json")
    rewritten(tree, (CHANGED, *WAITING))

    assert fenced(PAGE, "text")[1] == jiexu("./jiexu verify receipt.json").stdout


def test_the_page_tells_what_is_known_of_instruments_without_a_day_of_issue():
    """The undated ones are four; 47号 is known from the issue of 19号."""
    held = read_law(gather([ROOT / "policies"])).instruments.values()

    assert {"shandong-2020-47", "transfer-2015-80", "jining-2022-adoption", "general-transfer-article"} == {
        one.id for one in held if one.issued_on is None
    }
    assert [False, True] == [
        "shandong-2020-47" in {one.id for one in known_by(held, date(2020, 8, day))} for day in (26, 27)
    ]


def test_the_keys_of_the_table_are_those_of_the_schema():
    schema = json.loads((ROOT / "engine" / "jiexu" / "schemas" / "receipt.schema.json").read_text("utf-8"))
    told = re.findall(
        r"^\| `(\w+)` \| ", PAGE.read_text("utf-8").partition("## What is in it")[2].partition("## Persons")[0], re.M
    )

    assert set(schema["properties"]) - {"format"} == set(told)
