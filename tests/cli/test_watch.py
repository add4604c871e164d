"""``jiexu check --watch``: a round at every save, until Ctrl-C."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jiexu.cli.watch import watch

from tests.conftest import ROOT


class Person:
    """Stands in for the pause between two looks: does one thing at each, then presses Ctrl-C."""

    def __init__(self, *actions) -> None:
        self.actions = list(actions)

    def __call__(self, seconds: float) -> None:
        if not self.actions:
            raise KeyboardInterrupt
        self.actions.pop(0)()


def nothing() -> None:
    pass


@pytest.fixture
def rounds() -> list[int]:
    return []


def run(folder: Path, rounds: list[int], *actions) -> None:
    watch([folder], lambda: rounds.append(len(rounds)), Person(*actions))


def test_nothing_is_done_again_while_nothing_changes(tmp_path: Path, rounds: list[int]):
    (tmp_path / "a.yaml").write_text("1")
    run(tmp_path, rounds, nothing, nothing, nothing)

    assert [0] == rounds


@pytest.mark.parametrize("name", ["a.yaml", "new.yaml", "below/new.yaml"])
def test_a_save_brings_one_more_round(tmp_path: Path, rounds: list[int], name: str):
    (tmp_path / "a.yaml").write_text("1")
    (tmp_path / "below").mkdir()
    run(tmp_path, rounds, lambda: (tmp_path / name).write_text("22") and None, nothing, nothing, nothing)

    assert [0, 1] == rounds


def test_a_file_that_goes_away_brings_one_more_round(tmp_path: Path, rounds: list[int]):
    (tmp_path / "a.yaml").write_text("1")
    run(tmp_path, rounds, (tmp_path / "a.yaml").unlink, nothing, nothing)

    assert [0, 1] == rounds


def test_a_file_is_not_read_while_it_is_being_written(tmp_path: Path, rounds: list[int]):
    path = tmp_path / "a.yaml"
    path.write_text("1")
    read: list[str] = []
    grow = [lambda size=size: path.write_text("1" * size) and None for size in (2, 3, 4)]
    watch([tmp_path], lambda: read.append(path.read_text()), Person(*grow, nothing, nothing))

    assert ["1", "1111"] == read


def test_hidden_files_do_not_count(tmp_path: Path, rounds: list[int]):
    """Editors keep theirs beside what they edit."""
    run(tmp_path, rounds, lambda: (tmp_path / ".a.yaml.swp").write_text("1") and None, nothing, nothing)

    assert [0] == rounds


def test_a_save_during_a_round_is_not_missed(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("1")
    read: list[str] = []

    def once() -> None:
        read.append(path.read_text())
        if len(read) == 1:
            path.write_text("22")

    watch([tmp_path], once, Person(nothing, nothing, nothing))

    assert ["1", "22"] == read


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process")
def test_check_watches_the_law_and_stops_by_ctrl_c_with_status_0(tmp_path: Path):
    policies = shutil.copytree(ROOT / "policies", tmp_path / "policies")
    command = [sys.executable, "-c", "from jiexu.cli.main import main; main()", "check", "--watch"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "engine"), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*command, "--policies", str(policies)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    ) as running:
        assert running.stdout is not None
        assert "0 个问题" in running.stdout.readline()
        assert "用时" in running.stdout.readline()
        path = policies / "jining" / "jining-2020-19.yaml"
        path.write_text(path.read_text("utf-8").replace("待遇起始月: 等待期满之月", "待遇起始月: 等待期满月"), "utf-8")

        assert "P211" in running.stdout.readline()
        assert any("用时" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)

        assert "已停止" in running.stdout.read()
    assert 0 == running.returncode
