"""``jiexu check`` and ``jiexu test`` from the outside."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    for path in (ROOT / "policies").rglob("*.yaml"):
        copy = tmp_path / "policies" / path.relative_to(ROOT / "policies")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            path.read_text("utf-8").replace("- not 期限内接续\n    then", "- not 期限内接\n    then"), "utf-8"
        )
    return tmp_path / "policies"


def test_the_shipped_law_is_whole():
    done = _run("check")

    assert 0 == done.exit_code
    assert "0 个问题" in done.output


def test_a_problem_is_shown_with_place_line_marker_and_remedy(broken: Path):
    done = _run("check", "--policies", str(broken))

    assert 1 == done.exit_code
    assert "P211 未知名称「期限内接」" in done.stderr
    assert "    - not 期限内接\n" in done.stderr
    assert "~~~~" in done.stderr
    assert "→ 是不是「期限内接续」？" in done.stderr


def test_problems_come_as_json_too(broken: Path):
    problems = json.loads(_run("check", "--policies", str(broken), "--format", "json").stdout)

    assert {"P211"} == {problem["code"] for problem in problems}
    assert all({"code", "file", "line", "col", "message", "help"} == set(problem) for problem in problems)


@pytest.mark.parametrize(("word", "code"), [("rank: municipal", "P123"), ("place: 济宁市", "P223")])
def test_an_instrument_of_no_known_rank_or_place_is_told(tmp_path: Path, word: str, code: str):
    for path in (ROOT / "policies").rglob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace(word, word + "x"), "utf-8")
    done = _run("check", "--policies", str(tmp_path), "--format", "json")

    assert 1 == done.exit_code
    assert code in {problem["code"] for problem in json.loads(done.stdout)}


def test_a_law_that_is_not_whole_decides_nothing(broken: Path):
    done = _run("decide", str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"), "--policies", str(broken))

    assert 1 == done.exit_code
    assert "" == done.stdout


def test_texts_show_each_sentence_with_where_it_went(tmp_path: Path):
    (tmp_path / "jining-2020-19.txt").write_text(
        "（四）一次性补足的部分，不计入医疗保险个人账户。\n无人引用的一句。\n", "utf-8"
    )
    done = _run("check", "--texts", "--sources", str(tmp_path))

    assert 1 == done.exit_code
    assert "三（四） 规则" in done.stdout
    assert "没有着落" in done.stdout


def test_the_cases_of_the_repository_pass_and_are_written_as_junit(tmp_path: Path):
    report = tmp_path / "junit.xml"
    done = _run("test", str(ROOT / "cases"), "--junit", str(report))

    assert (0, "0 failed") == (done.exit_code, done.output.strip().split(", ")[1])
    assert len(list(ElementTree.parse(report).iter("testcase"))) == int(done.output.split(" ")[0])


def test_a_wrong_name_does_not_hide_a_wrong_number(broken: Path):
    path = broken / "jining" / "jining-2020-19.yaml"
    path.write_text(path.read_text("utf-8").replace("{value: 7%, unit: 比例", "{value: 8%, unit: 比例"), "utf-8")
    problems = json.loads(_run("check", "--policies", str(broken), "--format", "json").stdout)

    assert {"P211", "P402", "P405"} == {problem["code"] for problem in problems}
