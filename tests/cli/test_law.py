"""``jiexu law`` as it is called."""

import json
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jiexu.explanation.citation import citations
from jiexu.law.library import Library


def _law(*arguments: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["law", *arguments], env=env)


def _state(day: str) -> str:
    done = _law("--place", "济宁市", "--on", day, "--format", "json")
    (row,) = [row for row in json.loads(done.stdout)["instruments"] if row["instrument"] == "jining-2020-19"]
    return str(row["state"])


def test_the_day_after_its_last_a_notice_is_not_in_force():
    assert ["in_force", "ended"] == [_state("2025-08-31"), _state("2025-09-01")]


def test_a_clause_may_be_given_in_one_word_or_two():
    one, two = (
        _law("jining-2020-19 二（三）", "--on", "2025-08-31"),
        _law("jining-2020-19", "二（三）", "--on", "2025-08-31"),
    )

    assert 0 == one.exit_code
    assert one.stdout == two.stdout
    assert "济医保发〔2020〕19号 二（三）" in one.stdout


def test_every_citation_is_printed_as_text_and_as_json(library: Library):
    for citation in citations(library)[::7]:
        text, data = _law(citation), _law(citation, "--format", "json")

        assert (0, 0) == (text.exit_code, data.exit_code)
        assert json.loads(data.stdout)["format"] in ("jiexu-instrument/1", "jiexu-provision/1")


def test_a_citation_of_nothing_is_refused_with_the_nearest():
    done = _law("jining-2020-19 二（六）")

    assert 1 == done.exit_code
    assert "" == done.stdout
    assert "P301" in done.stderr
    assert "jining-2020-19 二（" in done.stderr


def test_a_refusal_may_be_had_as_json():
    done = _law("jining-2020-19 二（六）", "--format", "json")

    assert 1 == done.exit_code
    assert ["P301"] == [problem["code"] for problem in json.loads(done.stdout)["problems"]]


def test_an_unknown_place_is_refused():
    unknown, several = _law("--place", "济凝市"), _law("--place", "海南")

    assert (1, 1) == (unknown.exit_code, several.exit_code)
    assert "P223" in unknown.stderr
    assert "海南省（460000）、海南藏族自治州（632500）" in several.stderr


def test_what_is_open_is_printed_as_text_and_as_json():
    text, data = _law("--open"), _law("--open", "--format", "json")

    assert (0, 0) == (text.exit_code, data.exit_code)
    assert "待明确的事项" in text.stdout
    assert {"月数起算", "满6个月", "情形一基数"} == {one["name"] for one in json.loads(data.stdout)["readings"]}


def test_the_list_of_open_points_takes_no_citation():
    assert 2 == _law("--open", "jining-2020-19").exit_code


def test_texts_are_found_by_option_and_by_environment(tmp_path: Path):
    (tmp_path / "jining-2020-19.txt").write_text("另一份文件。", "utf-8")

    assert "所附原文不符" in _law("jining-2020-19", "--sources", str(tmp_path)).stdout
    assert "所附原文不符" in _law("jining-2020-19", env={"JIEXU_SOURCES": str(tmp_path)}).stdout
    assert "未核对原文" in _law("jining-2020-19", env={"JIEXU_SOURCES": ""}).stdout


def test_labels_may_be_english_while_the_law_stays_as_it_is():
    done = _law("jining-2020-19 二（三）", "--lang", "en")

    assert "■ Rules" in done.stdout
    assert "「连续缴费满6个月后方可享受」" in done.stdout


def test_the_same_call_prints_the_same_bytes():
    assert _law("--open", "--format", "json").stdout_bytes == _law("--open", "--format", "json").stdout_bytes


@pytest.mark.parametrize(
    ("before", "incomplete", "offered"),
    [
        ([], "jin", "jining-2020-19"),
        ([], "济医保", "济医保发〔2020〕19号"),
        (["jining-2020-19"], "二", "二（三）"),
        (["haixi-2025-guide"], "六", "六（一）2"),
    ],
)
def test_citations_are_completed(before: list[str], incomplete: str, offered: str):
    assert isinstance(main, click.Group)
    shell = ShellComplete(main, {}, "jiexu", "_JIEXU_COMPLETE")

    assert offered in [item.value for item in shell.get_completions(["law", *before], incomplete)]
