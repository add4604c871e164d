"""``jiexu fmt`` from the outside."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT

TYPED = "case: 一\nas_of: ２０２１-08-15\nto: 济宁市\nfacts：\n  首次缴费日: 2021-07-05  \n"
MEANT = "case: 一\nas_of: 2021-08-15\nto: 济宁市\nfacts:\n  首次缴费日: 2021-07-05\n"


def fmt(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(TYPED, "utf-8")
    return path


def test_a_file_is_written_as_it_was_meant(typed: Path):
    done = fmt(typed)

    assert (0, MEANT) == (done.exit_code, typed.read_text("utf-8"))
    assert f"{typed}：3 行\n1 份文件已整理\n" == done.output
    assert "没有要整理的\n" == fmt(typed).output


def test_check_says_what_would_change_and_writes_nothing(typed: Path):
    done = fmt("--check", typed)

    assert (3, TYPED) == (done.exit_code, typed.read_text("utf-8"))
    assert "1 份文件要整理，没有写文件" in done.output


def test_diff_shows_each_line_with_its_place_and_writes_nothing(typed: Path):
    done = fmt("--diff", typed)

    assert (3, TYPED) == (done.exit_code, typed.read_text("utf-8"))
    assert f"{typed}:2\n-as_of: ２０２１-08-15\n+as_of: 2021-08-15\n" in done.output
    assert f"{typed}:4\n-facts：\n" in done.output


def test_without_files_all_the_law_is_normalised(tmp_path: Path):
    policies = shutil.copytree(ROOT / "policies", tmp_path / "policies")
    path = policies / "jining" / "jining-2020-19.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert 3 == fmt("--check", "--policies", policies).exit_code
    assert f"{path}：行尾\n1 份文件已整理\n" == fmt("--policies", policies).output
    assert (ROOT / "policies" / "jining" / "jining-2020-19.yaml").read_bytes() == path.read_bytes()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(typed: Path, tmp_path: Path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("facts: {\n", "utf-8")
    done = fmt(broken, tmp_path / "none.yaml", typed)

    assert (1, MEANT) == (done.exit_code, typed.read_text("utf-8"))
    assert "P104" in done.stderr
    assert "P101" in done.stderr


def test_a_folder_without_law_is_refused(tmp_path: Path):
    assert (1, "P130") == ((done := fmt("--policies", tmp_path)).exit_code, done.stderr.split()[1])
