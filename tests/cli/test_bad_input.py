"""Whatever case is given: its place, a Chinese sentence, what to write instead, exit 1, and never a traceback."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.cli.main import main
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parents[2] / "engine" / "jiexu" / "schemas"


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [("P106", 1, 1)]),
        (b"\n\n# nothing\n", [("P106", 1, 1)]),
        (b"\x89PNG\r\n\x1a\n\x00\x00", [("P103", 1, 1)]),
        (b"PK\x03\x04", [("P105", 1, 3)]),
        ("facts: {参保身份: 灵活就业人员}".encode("gbk"), [("P103", 1, 9)]),
        ("case: A\nfacts: {参保身份: 灵活就业人员}".encode("utf-16"), [("P103", 1, 1)]),
        ("facts: {参保身份: 灵活就业人员\n".encode(), [("P104", 1, 8)]),
        ("facts:\n\t参保身份: 灵活就业人员\n".encode(), [("P113", 2, 1)]),
        ("facts：\n  参保身份: 灵活就业人员\n".encode(), [("P112", 1, 6)]),
        (b"a: " + b"[" * 100_000, [("P108", 1, 28)]),
        (b"case: &a A\ntitle: *a\n", [("P107", 1, 7), ("P107", 2, 8)]),
        (b"case: !!python/object/apply:os.system [id]\n", [("P111", 1, 7), ("P127", 1, 7)]),
        (b"case: A\ncase: B\n", [("P110", 2, 1)]),
        (b"case: A\n---\ncase: B\n", [("P109", 2, 1)]),
        ("facts: {减员日期: 2021-02-30}".encode(), [("P222", 1, 15)]),
        ("facts: {参保身分: 灵活就业人员}".encode(), [("P251", 1, 9)]),
        ("facts: {参保身份: 学生}".encode(), [("P123", 1, 15)]),
        ("facts: {实际缴费月数: -3}".encode(), [("P222", 1, 17)]),
        ("facts: {入院日期: 2021-05-05, 出院日期: 2021-05-01}".encode(), [("P253", 1, 33)]),
        ("to: 亚特兰蒂斯".encode(), [("P223", 1, 5)]),
        ("facts: [参保身份]".encode(), [("P127", 1, 8)]),
        (b'{"case": "A", "facts": {"employment": "student"}}', [("P123", 1, 39)]),
        (b'{"case": "A", "facts": {"employment": "flexible"},}x', [("P104", 1, 52)]),
        (b'{"case": "A", "facts": {"first_base": -1, "removed_on": null}}', [("P222", 1, 39), ("P258", 1, 57)]),
    ],
)
def test_a_bad_case_is_refused_at_its_place(content, problems, tmp_path, refused):
    path = tmp_path / "case.yaml"
    path.write_bytes(content)

    assert [(code, "case.yaml", line, column) for code, line, column in problems] == refused(path)


def test_all_that_is_wrong_with_a_case_is_told_in_one_run_whatever_layer_finds_it(tmp_path, refused):
    """Twice the same key, a tag, an unknown name, an impossible day, days out of order, an unknown question asked."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: A\ncase: B\ntitle: !x t\nfacts:\n  参保身分: x\n  减员日期: 2021-02-30\n  入院日期: 2021-05-05\n  出院日期: 2021-05-01\n",
        "utf-8",
    )
    problems = refused(path, "--question", "待遇开始月", "--set", "存在欠费=有")

    assert {"P110", "P111", "P251", "P222", "P253", "P252", "P123"} == {problem.code for problem in problems}


def test_the_line_is_shown_with_a_marker_under_the_words(tmp_path, decide):
    """A Chinese character is two columns wide."""
    path = tmp_path / "case.yaml"
    path.write_text("facts:\n  参保身份: 灵活就业\n", "utf-8")

    assert [
        "      参保身份: 灵活就业",
        "                ~~~~~~~~",
        "    → 是不是「灵活就业人员」？",
    ] == decide(path).stderr.splitlines()[1:]


def test_a_very_long_line_is_shown_around_the_words(tmp_path, decide):
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"title": "长" * 5000, "facts": {"employment": "学生"}}, ensure_ascii=False), "utf-8")
    _, line, marker, _ = decide(path).stderr.splitlines()

    assert '"employment": "学生"' in line
    assert len(marker) < 300


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ('title: "\\e[31m红"\nfacts: {"a\\e[2Jb": 1}\n', [("P105", 1, 8), ("P105", 2, 9), ("P251", 2, 9)]),
        ("facts: {'参保\u200b身份': '是\u202e'}\n", [("P105", 1, 12)]),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_refused_and_never_printed(content, problems, tmp_path, decide, told):
    path = tmp_path / "case.yaml"
    path.write_text(content, "utf-8")
    printed = decide(path).stderr

    assert problems == [(one.code, one.line, one.column) for one in told(printed)]
    assert all(character.isprintable() or character == "\n" for character in printed)


def test_a_hundred_megabytes_are_refused_without_being_read(tmp_path, refused):
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    assert [("P102", "case.yaml", 1, 1)] == refused(path)


def test_a_file_of_mistakes_is_told_whole(tmp_path, refused):
    path = tmp_path / "case.yaml"
    path.write_text("facts:\n" + "".join(f"  不知名{number}: x\n" for number in range(2000)), "utf-8")

    assert 2000 == len(refused(path))


def test_a_path_that_is_no_file_is_told(tmp_path, decide, refused):
    assert [("P101", "none.yaml", 1, 1)] == refused(tmp_path / "none.yaml")
    assert "文件夹" in decide(tmp_path).stderr


def test_a_file_whose_name_is_no_text_is_a_case_like_any_other(tmp_path):
    """Its name is the case's when the case has no id."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")
    Path(path).write_text("from: 济宁市\nto: 海西州\nas_of: 2025-04-01\nfacts: {}\n", "utf-8")
    written = tmp_path / "form.html"
    result = CliRunner().invoke(main, ["form", "申请表", path, "--draft", "-o", str(written)], catch_exceptions=False)

    assert 0 == result.exit_code
    assert "<title>基本医疗保险关系转移接续申请表 ?</title>" in written.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"\xff", b"facts: [", "facts: {参保身份: 学生}".encode(), b"x" * 3_000_000])
def test_standard_input_is_refused_like_a_file(content, refused):
    (problem,) = refused("-", text=content)

    assert "-" == problem.file


def test_a_bad_case_among_good_ones_does_not_stop_the_others(tmp_path, good, decide):
    bad = tmp_path / "bad.yaml"
    bad.write_text("facts: {减员日期: 2021-02-30, 参保身分: x}\n", "utf-8")
    result = decide("--jsonl", good, bad, tmp_path / "none.yaml", good)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    schema = json.loads((SCHEMAS / "error.schema.json").read_text("utf-8"))

    assert 1 == result.exit_code
    assert ["jiexu-decision/1", "jiexu-error/1", "jiexu-error/1", "jiexu-decision/1"] == [
        line["format"] for line in lines
    ]
    assert [] == [error for line in lines[1:3] for error in Draft202012Validator(schema).iter_errors(line)]
    assert ["P222", "P251"] == sorted(problem["code"] for problem in lines[1]["problems"])
    assert lines[0] == lines[3]


def test_on_screen_too_the_good_cases_are_decided(tmp_path, good, decide, told):
    bad = tmp_path / "bad.yaml"
    bad.write_text("", "utf-8")
    result = decide(bad, good)

    assert 1 == result.exit_code
    assert "待遇起始月" in result.stdout
    assert ["P106"] == [problem.code for problem in told(result.stderr)]


@pytest.mark.parametrize(
    ("arguments", "where", "remedy"),
    [
        (["--set", "参保身份=灵活就业"], "--set 参保身份:1:1: P123", "是不是「灵活就业人员」？"),
        (["--set", "参保身分=灵活就业人员"], "--set 参保身分:1:1: P251", "是不是「参保身份」？"),
        (["--set", "首次缴费日=2021/07/05"], "--set 首次缴费日:1:1: P222", "写作：「2021-07-05」"),
        (["--set", "首次缴费月=2021-09"], "--set 首次缴费月:1:1: P254", "改正其中一个，或只留一个"),
        (["--set", "转入地=济宁是"], "--set 转入地:1:1: P223", "是不是「济宁」？"),
        (["--question", "待遇开始月"], "--question 待遇开始月:1:1: P252", "是不是「待遇起始月」？"),
        (["--why", "待遇开始月"], "--question 待遇开始月:1:1: P252", "是不是「待遇起始月」？"),
        (["--as-of", "2226-01-01"], "--as-of:1:1: P262", "检查年份"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_told_there(arguments, where, remedy, good, decide, told):
    printed = decide(good, *arguments).stderr

    assert 1 == len(told(printed))
    assert printed.startswith(where)
    assert f"    → {remedy}" in printed


def test_two_unknown_questions_are_both_told(good, refused):
    assert ["P252", "P252"] == [problem.code for problem in refused(good, "--question", "甲", "--question", "乙")]


def test_the_command_line_overrules_the_file(good, decide):
    """A fact by its other name, the place of the transfer, the day."""
    set_all = ["--set", "employment=employed", "--set", "转入地=370100", "--as-of", "2021-09-01"]
    decision = json.loads(decide(good, "--json", *set_all).stdout)

    assert ("370100", "2021-09-01") == (decision["to"]["code"], decision["as_of"])


def test_as_a_program_of_its_own_it_leaves_with_1_and_no_traceback(tmp_path, told):
    path = tmp_path / "坏案件.yaml"
    path.write_bytes("facts: {参保身份: 学生}".encode())
    program = "from jiexu.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "decide", str(path), "-"], input=b"\xff", capture_output=True, check=False
    )

    assert (1, b"") == (done.returncode, done.stdout)
    assert ["P123", "P103"] == [problem.code for problem in told(done.stderr.decode("utf-8"))]


def test_a_terminal_that_cannot_write_chinese_makes_no_traceback(tmp_path, monkeypatch):
    path = tmp_path / "case.yaml"
    path.write_text("facts: {参保身份: 学生}", "utf-8")
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))

    with pytest.raises(SystemExit, match="1"):
        main(["decide", str(path)], standalone_mode=False)
