"""``jiexu new instrument``: a few questions, a file at its place, and what is left to fill in."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.document.loader import read
from jiexu.document.node import plain
from jiexu.law.examination import read_law
from jiexu.law.folder import gather

from tests.conftest import ROOT

YUNZE = ROOT / "tests" / "provinces" / "yunze" / "policies"
GIVEN = {
    "number": "济医保发〔2025〕虚构31号",
    "title": "（虚构）关于延长的通知",
    "issued-by": "济宁市医疗保障局、济宁市财政局",
    "issued-on": "2025-08-20",
    "place": "济宁",
    "rank": "municipal",
    "from": "2025-09-01",
    "until": "2027-08-31",
    "evidence": "official",
    "id": "jining-2025-31",
}
FILLED = {
    "quote:  # 待填：原文写明": "quote: 自2025年9月1日起施行，有效期至2027年8月31日  #",
    "clause:": "clause: 一",
    "says:": "says: 无中断的，当月起享受待遇。",
    "quote:  # 待填：原文的": "quote: 自缴费当月起享受待遇  #",
    "then:": "then: {待遇起始月: 首次缴费月}",
    "given:": "given: {转入地: 济宁市, 首次缴费日: 2025-09-05}",
    "expect:": "expect: {待遇起始月: 2025-09}",
}


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "policies", tmp_path / "policies")


def new(policies: Path, typed: str = "", **given: str) -> Result:
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    return CliRunner().invoke(
        main, ["new", "instrument", "--policies", str(policies), *options], input=typed, catch_exceptions=False
    )


def check(policies: Path) -> list[dict[str, object]]:
    done = CliRunner().invoke(main, ["check", "--format", "json", "--policies", str(policies)])
    problems: list[dict[str, object]] = json.loads(done.stdout)
    return problems


def test_the_answers_stand_in_the_head_of_a_file_beside_the_others_of_the_place(policies: Path):
    done = new(policies, **GIVEN)
    path = policies / "jining" / "jining-2025-31.yaml"

    assert 0 == done.exit_code
    assert f"已写 {path}\n还有 7 处标着「待填」" in done.output
    head = plain(read(path))["instrument"]
    assert {
        "id": "jining-2025-31",
        "number": "济医保发〔2025〕虚构31号",
        "title": "（虚构）关于延长的通知",
        "issued_by": ["济宁市医疗保障局", "济宁市财政局"],
        "issued_on": "2025-08-20",
        "place": "济宁市",
        "rank": "municipal",
        "evidence": "official",
        "validity": {"from": "2025-09-01", "until": "2027-08-31", "quote": ""},
    } == head
    assert "# yaml-language-server: $schema=../editor/instrument.schema.json" == path.read_text("utf-8").splitlines()[0]


def test_asked_for_everything_the_same_file_is_written(policies: Path):
    typed = [
        GIVEN["number"], GIVEN["title"], "济宁市医疗保障局，济宁市财政局", "２０２５－０８－２０", "济宁市", "市级文件", GIVEN["from"], GIVEN["until"], "", "",
    ]  # fmt: skip
    new(policies, "\n".join([*typed, ""]))
    asked = (policies / "jining" / "jining-2025-31.yaml").read_bytes()
    (policies / "jining" / "jining-2025-31.yaml").unlink()
    new(policies, **GIVEN)

    assert (policies / "jining" / "jining-2025-31.yaml").read_bytes() == asked


def test_an_answer_that_cannot_be_is_asked_for_again(policies: Path):
    rest = {name: value for name, value in GIVEN.items() if name not in ("place", "rank", "until")}
    done = new(policies, "济宁县\n海南\n济宁\n县级\nguide\n2025-08-31\n2027-8-31\n\n", **rest)

    assert 0 == done.exit_code
    for sentence in ("是不是「济宁」？", "可以指海南省", "没有「县级」", "早于首日", "「2027-8-31」不是日期"):
        assert sentence in done.output
    assert "until" not in plain(read(policies / "jining" / "jining-2025-31.yaml"))["instrument"]["validity"]


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("title", "", "要写上"),
        ("title", "两\n行", "只写一行"),
        ("issued-on", "去年", "不是日期"),
        ("place", "济宁县", "没有地名"),
        ("rank", "县级", "municipal"),
        ("from", "", "要写上"),
        ("until", "2025-08-31", "早于首日"),
        ("evidence", "听说", "official"),
        ("id", "济宁-2025", "小写字母"),
        ("id", "jining-2020-19", "已有文件用这个标识"),
    ],
)
def test_an_option_that_cannot_be_is_refused_and_nothing_written(
    policies: Path, option: str, value: str, sentence: str
):
    before = sorted(policies.rglob("*"))
    done = new(policies, **GIVEN | {option: value})

    assert (2, before) == (done.exit_code, sorted(policies.rglob("*")))
    assert sentence in done.stderr


def test_a_file_that_is_there_is_not_overwritten(policies: Path):
    path = policies / "jining" / "jining-2025-31.yaml"
    path.write_text("format: jiexu-rules/1\n", "utf-8")
    done = new(policies, **GIVEN)

    assert (2, "format: jiexu-rules/1\n") == (done.exit_code, path.read_text("utf-8"))


def test_check_has_one_problem_at_each_place_to_fill_and_none_once_all_are_filled(policies: Path):
    new(policies, **GIVEN)
    path = policies / "jining" / "jining-2025-31.yaml"
    marked = [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if "# 待填" in line]

    assert marked == [problem["line"] for problem in check(policies)]
    text = path.read_text("utf-8")
    for empty, filled in FILLED.items():
        assert text.count(empty) == 1
        text = text.replace(empty, filled)
    path.write_text(text, "utf-8")
    assert [] == check(policies)
    assert {"一"} == {one.clause for one in read_law(gather([policies])).instruments["jining-2025-31"].provisions}


def test_a_notice_without_clauses_is_whole_once_its_head_is(policies: Path):
    new(policies, **GIVEN)
    path = policies / "jining" / "jining-2025-31.yaml"
    head = (
        path.read_text("utf-8")
        .partition("provisions:")[0]
        .replace("quote:  # 待填", "quote: 有效期至2027年8月31日，2025年9月1日起  #")
    )
    extends = "  extends: [{instrument: jining-2020-19, until: 2027-08-31}]\n"
    path.write_text(head + extends, "utf-8")

    assert [] == check(policies)


def test_in_a_place_of_which_nothing_is_held_the_id_is_asked_for_and_names_the_folder(tmp_path: Path):
    policies = shutil.copytree(YUNZE, tmp_path / "yunze")
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    given = GIVEN | {"place": "青海省", "id": "qinghai-2026-1"}
    done = CliRunner().invoke(
        main,
        ["new", "instrument", "--policies", str(tmp_path / "policies"), "--policies", str(policies)]
        + [part for name, value in given.items() for part in (f"--{name}", value)],
    )

    assert 0 == done.exit_code, done.output
    assert (policies / "qinghai" / "qinghai-2026-1.yaml").is_file()


def test_ending_the_questions_writes_nothing(policies: Path):
    before = sorted(policies.rglob("*"))

    assert 1 == new(policies, "济医保发〔2025〕虚构31号\n").exit_code
    assert before == sorted(policies.rglob("*"))
