"""The two READMEs: every command in them is run, their screen is what is printed now, their table is what is held."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from jiexu.cli.main import Exit, main
from jiexu.law.library import Library
from jiexu.ruleset.state import span

from tests.conftest import ROOT

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
SHOWN = "./jiexu decide cases/jining/flexible-fifth-month.yaml"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
Fenced = Callable[[Path, str], list[str]]
each_readme = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a person has after cloning, with the official texts attached where there are any."""
    copy = tmp_path_factory.mktemp("tree")
    for name in ("engine", "policies", "cases"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "pyproject.toml", copy)
    for step in (("init", "--quiet"), ("add", "policies"), ("commit", "--quiet", "--message", "law")):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *step], cwd=copy, check=True)
    texts = os.environ.get("JIEXU_SOURCES")
    if texts:
        shutil.copytree(texts, copy / "sources")
    else:
        (copy / "sources").mkdir()
    return copy


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``./jiexu`` in a tree, without the environment it would make."""
    environment = {key: value for key, value in os.environ.items() if key not in ("JIEXU_SOURCES", "JIEXU_POLICIES")}
    return subprocess.run(
        [sys.executable, "-c", "from jiexu.cli.main import main; main()", *arguments],
        cwd=tree,
        env=environment | {"PYTHONPATH": str(tree / "engine"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def commands(page: Path, fenced: Fenced) -> list[str]:
    return [line for block in fenced(page, "sh") for line in block.splitlines()]


@pytest.mark.parametrize(
    "command",
    sorted({line for page in READMES for line in re.findall(r"^\./jiexu .*", page.read_text("utf-8"), re.MULTILINE)}),
)
def test_every_command_runs(command: str, tree: Path):
    """Exit status 3 says that a question is open, which is no failure."""
    done = run(tree, *shlex.split(command)[1:])

    assert done.returncode in (Exit.DONE, Exit.OPEN), done.stdout + done.stderr


@each_readme
def test_no_command_is_left_out_of_the_tests(readme: Path, fenced: Fenced):
    """Those of ./jiexu are run; ./dev test would run this test again, so only its being there is tested, below."""
    assert {"./jiexu", "./dev"} == {shlex.split(command)[0] for command in commands(readme, fenced)}
    assert ["./dev test"] == [command for command in commands(readme, fenced) if command.startswith("./dev")]


def test_dev_has_the_verb_test_and_the_integration_run_calls_it():
    told = subprocess.run(
        [sys.executable, str(ROOT / "dev"), "--help"], capture_output=True, encoding="utf-8", check=True
    )

    assert "./dev test" in told.stdout
    assert "./dev test" in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


@each_readme
def test_the_screen_is_what_the_command_prints(readme: Path, fenced: Fenced, tree: Path):
    done = run(tree, *shlex.split(SHOWN)[1:])

    assert SHOWN in commands(readme, fenced)
    assert fenced(readme, "text") == [done.stdout]
    assert Exit.OPEN == done.returncode


@each_readme
def test_the_program_runs_as_shown(readme: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    session = doctest.DocTestParser().get_doctest(readme.read_text("utf-8"), {}, readme.name, str(readme), 0)

    assert session.examples
    assert 0 == doctest.DocTestRunner().run(session).failed


@each_readme
def test_the_rule_shown_stands_in_the_pack(readme: Path, fenced: Fenced):
    pack = (ROOT / "policies" / "jining" / "jining-2020-19.yaml").read_text("utf-8")

    assert [True] == [snippet in pack for snippet in fenced(readme, "yaml")]


@each_readme
def test_every_command_of_jiexu_has_its_line(readme: Path):
    told = re.findall(r"^\| `jiexu (\S+)` \|", readme.read_text("utf-8"), re.MULTILINE)

    assert sorted(told) == main.list_commands(click.Context(main))


@each_readme
def test_the_table_is_what_is_held(readme: Path, library: Library):
    """Each instrument with its place, the first and the last day it stands and its evidence; the yearly notices in one row."""
    rows = re.findall(r"^\| .* `([\w-]+)` \| (\S+) \| (.*) \| (\w+) \|$", readme.read_text("utf-8"), re.MULTILINE)
    told = {(id_, place, *re.findall(r"\d{4}-\d{2}-\d{2}", days), evidence) for id_, place, days, evidence in rows}
    held = {
        (
            instrument.id,
            library.places.name(instrument.place),
            *(str(day) for day in span(instrument) if day),
            instrument.evidence,
        )
        for instrument in library.instruments.values()
        if not instrument.workdays
    }
    years = sorted(instrument.id for instrument in library.instruments.values() if instrument.workdays)

    assert held == {row for row in told if not row[0].startswith("workdays")}
    assert f"`{years[0]}` … `{years[-1]}`" in readme.read_text("utf-8")


@pytest.mark.parametrize(
    "page", [*READMES, *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_link_leads_somewhere(page: Path):
    links = [page.parent / link for link in LINK.findall(page.read_text("utf-8"))]

    assert [] == [link for link in links if not link.exists()]
