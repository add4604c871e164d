"""The wheel: built from this tree without network, it decides from an empty folder by the law it carries."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from jiexu.cli.main import Exit

from tests.conftest import ROOT

pytest.importorskip("hatchling", reason="every environment that ./dev makes has it")

MAIN = "from jiexu.cli.main import main; main()"
CASE = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"


def python(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", check=False, **options)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)

    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages that holds what the wheel installs and nothing else."""
    folder = tmp_path_factory.mktemp("site")
    installed = python("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder), str(wheel))

    assert installed.returncode == 0, installed.stderr
    return folder


@pytest.fixture
def jiexu(site: Path, tmp_path: Path):
    """Run the installed command in an empty folder; nothing points to this tree."""
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("JIEXU_", "PYTHON"))}
    environment |= {"PYTHONPATH": str(site), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1", "JIEXU_CACHE": str(tmp_path)}

    def run(*arguments: str, code: str = MAIN, text: str | None = None) -> subprocess.CompletedProcess[str]:
        return python("-c", code, *arguments, cwd=empty, env=environment, input=text)

    return run


def test_the_wheel_holds_the_law_the_forms_and_the_schemas_and_no_tests(wheel: Path):
    held = set(zipfile.ZipFile(wheel).namelist())
    data = {
        path.relative_to(ROOT).as_posix()
        for folder in ("policies", "forms")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    engine = {path.relative_to(ROOT / "engine").as_posix() for path in (ROOT / "engine" / "jiexu").rglob("*.json")}

    assert {f"jiexu/_data/{path}" for path in data} <= held
    assert engine <= held
    assert "jiexu/py.typed" in held
    assert {"jiexu"} == {name.partition("/")[0] for name in held if ".dist-info/" not in name}


def test_it_is_the_installed_package_that_runs(jiexu, site: Path):
    done = jiexu(
        code="import jiexu; from jiexu.law.folder import shipped_policies as law; print(jiexu.__file__); print(law())"
    )

    assert [str(site / "jiexu" / "__init__.py"), str(site / "jiexu" / "_data" / "policies")] == done.stdout.split()


def test_it_decides_in_an_empty_folder_as_the_tree_does(jiexu, tmp_path: Path):
    case = tmp_path / "empty" / "case.yaml"
    case.write_bytes(CASE.read_bytes())
    done = jiexu("decide", "case.yaml", "--json")
    here = python("-c", MAIN, "decide", str(CASE), "--json", env=os.environ | {"PYTHONUTF8": "1"})

    assert Exit.OPEN == done.returncode, done.stderr
    assert json.loads(here.stdout) == json.loads(done.stdout)


def test_it_lists_the_law_it_carries(jiexu):
    done = jiexu("law")

    assert Exit.DONE == done.returncode, done.stderr
    assert {"jining-2020-19", "transfer-2021-43", "haixi-2025-guide"} <= set(done.stdout.split())


def test_it_fills_a_form_that_it_carries(jiexu, tmp_path: Path):
    case = ROOT / "cases" / "forms" / "haixi-to-jining-offline.yaml"
    done = jiexu("form", "参保凭证", str(case))

    assert Exit.DONE == done.returncode, done.stderr
    assert "壹万陆仟捌佰元整" in done.stdout


def test_its_own_rules_pass_its_own_checks(jiexu):
    assert Exit.DONE == jiexu("check").returncode


def test_its_metadata_names_the_command_and_what_it_needs(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        (info,) = {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        metadata = archive.read(f"{info}/METADATA").decode()
        commands = archive.read(f"{info}/entry_points.txt").decode()

    assert "jiexu = jiexu.cli.main:run" in commands
    assert set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]) == {
        line.partition(": ")[2]
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist:") and "extra ==" not in line
    }
    assert "# Jiexu 接续" in metadata
