"""``jiexu ask`` at a terminal: what is typed is checked, asked again when it is wrong, and saved."""

import os
import select
import subprocess
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

pty = pytest.importorskip("pty")
CASE = """# 窗口第三号
case: A-1
as_of: 2025-04-01
from: 济南市
to: 济宁市
facts:
  减员日期: 2021-01-20   # 减员单
  最后缴费月: 2021-01
  首次缴费日: 2021-07-10
  出生年月: 1985-05
  退休年龄类别: 男职工
questions: [待遇起始月]
"""
PATIENCE = 30


class Terminal:
    """A command in a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        master, slave = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONIOENCODING": "utf-8"}
        code = "from jiexu.cli.main import main; main()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "ask", *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment
        )
        os.close(slave)
        self.master = master
        self.shown = ""
        self.decoder = getincrementaldecoder("utf-8")("replace")

    def until(self, text: str) -> str:
        """What is shown up to a text, which must come."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < deadline, self.shown
            if select.select([self.master], [], [], 1)[0]:
                try:
                    self.shown += self.decoder.decode(os.read(self.master, 1 << 16))
                except OSError:  # the other end was closed
                    assert text in self.shown, self.shown
        before, _, self.shown = self.shown.partition(text)
        return before

    def answer(self, text: str) -> None:
        self.press(f"{text}\n".encode())

    def press(self, keys: bytes) -> None:
        self.until("> ")
        os.write(self.master, keys)

    def end(self) -> int:
        """The status it leaves with."""
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        os.close(self.master)
        self.process.kill()
        self.process.wait()


@pytest.fixture
def ask() -> Iterator[Callable[..., Terminal]]:
    """The command, called at a terminal that is gone with the test."""
    opened: list[Terminal] = []

    def run(*arguments: object) -> Terminal:
        opened.append(Terminal(*map(str, arguments)))
        return opened[-1]

    yield run
    for terminal in opened:
        terminal.close()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, "utf-8")
    return path


def test_a_choice_is_answered_by_its_number_and_saved_beside_what_was_there(ask, case: Path):
    terminal = ask(case)
    terminal.until("在转入地（或办理退休时）以什么身份参加职工医保？")
    terminal.until("1 随用人单位参保    2 灵活就业人员")
    terminal.answer("2")
    terminal.until("没有要问的了。")

    assert 0 == terminal.end()
    assert CASE.replace("questions", "  参保身份: 灵活就业人员\nquestions") == case.read_text("utf-8")


def test_a_wrong_answer_is_asked_again_with_what_is_wrong_and_not_saved(ask, case: Path):
    terminal = ask(case)
    terminal.answer("老板")
    terminal.until("不能写「老板」，只能是：随用人单位参保、灵活就业人员")
    terminal.until("请重答")
    assert CASE == case.read_text("utf-8")
    terminal.answer("灵活就业人员")

    assert 0 == terminal.end()


@pytest.mark.parametrize("unknown", ["", "不知道"])
def test_what_is_not_known_is_skipped_and_told_at_the_end(ask, case: Path, unknown: str):
    terminal = ask(case)
    terminal.answer(unknown)
    terminal.until("跳过1项：参保身份")

    assert (3, CASE) == (terminal.end(), case.read_text("utf-8"))


def test_q_ends_and_keeps_what_was_answered(ask, tmp_path: Path):
    path = tmp_path / "blank.yaml"
    terminal = ask(path, "--new", "--as-of", "2025-04-01")
    terminal.answer("济宁")
    terminal.answer("q")
    terminal.until("已存入")

    assert 3 == terminal.end()
    assert ["case: blank", "as_of: 2025-04-01", "to: 济宁", "facts: {}"] == path.read_text("utf-8").splitlines()


def test_the_end_of_input_ends_it_as_q_does(ask, case: Path):
    terminal = ask(case)
    terminal.press(b"\x04")

    assert (3, CASE) == (terminal.end(), case.read_text("utf-8"))


def test_bytes_that_are_no_text_are_asked_again(ask, case: Path):
    terminal = ask(case)
    terminal.press("随用".encode("gbk") + b"\n")
    terminal.until("请重答")
    terminal.answer("q")

    assert (3, CASE) == (terminal.end(), case.read_text("utf-8"))


def test_full_width_figures_and_impossible_days(ask, tmp_path: Path):
    path = tmp_path / "blank.yaml"
    path.write_text("as_of: 2021-08-01\nfrom: 济南市\nto: 济宁市\nfacts: {最后缴费月: 2021-01}\n", "utf-8")
    terminal = ask(path, "--question", "中断缴费月数")
    terminal.until("在转入地第一次缴费是哪一天？")
    terminal.answer("2021-02-30")
    terminal.until("不是日期")
    terminal.answer("２０２１－０７－０５")
    terminal.until("已有答案1项：中断缴费月数")

    assert 0 == terminal.end()
    assert "首次缴费日: 2021-07-05" in path.read_text("utf-8")


def test_a_list_is_printed_on_a_terminal_when_asked_for(ask, case: Path):
    terminal = ask(case, "--list")
    terminal.until("请再提供1项")

    assert 3 == terminal.end()


def test_a_new_case_does_not_overwrite_one_that_is_there(ask, case: Path):
    terminal = ask(case, "--new")
    terminal.until("文件已经有了")

    assert (2, CASE) == (terminal.end(), case.read_text("utf-8"))
