"""``jiexu check --prove`` from the outside."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jsonschema import Draft202012Validator

from tests.analysis.small_law import PLACES, VOCABULARY, instrument
from tests.conftest import ROOT

GAP = """- clause: 一
  says: 缺。
  parameters:
    界: {value: 3, unit: 个月}
  rules:
  - quote: 三个月以内
    when:
    - 月数 <= 界
    then:
      等待期: 月数
  examples:
  - given: {月数: 3, 办理日: 2021-01-01}
    expect: {等待期: 3}
"""
ENTRY = "format: jiexu-known/1\nknown:\n- {finding: [gap], about: [等待期], says: 超过三个月的没有写。}\n"


def folder(path: Path, known: str = "") -> Path:
    label, data = instrument(GAP)
    files = {"vocabulary.yaml": VOCABULARY, "places.yaml": PLACES, Path(label).name: data.decode()}
    for name, text in (files | ({"own.known.yaml": known} if known else {})).items():
        (path / "law").mkdir(exist_ok=True)
        (path / "law" / name).write_text(text, "utf-8")
    return path / "law"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def test_a_gap_is_told_at_the_rule_with_its_counter_example(tmp_path):
    result = run("check", "--prove", "--policies", folder(tmp_path))

    assert 1 == result.exit_code
    assert "own.yaml:17:5: P601 「等待期」没有规则回答" in result.stderr
    assert "反例：依据日 " in result.stderr
    assert "月数 4" in result.stderr
    assert "证明：1 个问题" in result.stdout


def test_a_gap_with_a_name_is_no_problem(tmp_path):
    result = run("check", "--prove", "--policies", folder(tmp_path, ENTRY))

    assert (0, "") == (result.exit_code, result.stderr)
    assert "own.known.yaml:3: 已知：等待期（1 种情形）：超过三个月的没有写。" in result.stdout


def test_an_entry_that_covers_nothing_is_told_at_its_question(tmp_path):
    idle = ENTRY + "- {finding: [overlap], about: [可办], says: 没有。}\n"
    result = run("check", "--prove", "--policies", folder(tmp_path, idle))

    assert 1 == result.exit_code
    assert "own.known.yaml:4:32: P609" in result.stderr


def test_a_mistake_in_the_known_file_is_told_with_its_line(tmp_path):
    result = run("check", "--prove", "--policies", folder(tmp_path, ENTRY.replace("等待期", "等待")))

    assert 1 == result.exit_code
    assert "own.known.yaml:3:28: P221" in result.stderr


def test_without_prove_nothing_of_it_is_told(tmp_path):
    result = run("check", "--policies", folder(tmp_path))

    assert (0, "") == (result.exit_code, result.stderr)


def test_write_cases_alone_is_misuse(tmp_path):
    assert 2 == run("check", "--write-cases", tmp_path, "--policies", folder(tmp_path)).exit_code


def test_each_case_written_decides_as_the_finding_says(tmp_path):
    law = folder(tmp_path)
    run("check", "--prove", "--write-cases", tmp_path / "cases", "--policies", law)
    (written,) = (tmp_path / "cases").glob("*.yaml")
    decided = run("decide", written, "--policies", law, "--json")
    tested = run("test", written, "--policies", law)

    assert "gap-wait-1.yaml" == written.name
    assert "not_applicable" == json.loads(decided.stdout)["findings"]["wait"]["status"]
    assert "P50" not in tested.stderr.replace("P504", "")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "taken").write_text("", "utf-8")
    result = run("check", "--prove", "--write-cases", tmp_path / "taken" / "in", "--policies", folder(tmp_path))

    assert 1 == result.exit_code
    assert "P133" in result.stderr


def test_the_json_has_the_shape_of_its_schema(tmp_path):
    schema = json.loads((ROOT / "engine" / "jiexu" / "schemas" / "proof.schema.json").read_text("utf-8"))
    result = run("check", "--prove", "--format", "json", "--policies", folder(tmp_path))
    data = json.loads(result.stdout)

    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(data)]
    assert ["gap-wait-1"] == [finding["name"] for finding in data["findings"]]
    assert ["P601"] == [problem["code"] for problem in data["problems"]]


def test_a_law_that_is_not_whole_is_not_proved_and_that_is_told(tmp_path):
    law = folder(tmp_path)
    path = law / "own.yaml"
    path.write_text(path.read_text("utf-8").replace("月数 <= 界", "月数 <= 边"), "utf-8")
    result = run("check", "--prove", "--policies", law)

    assert 1 == result.exit_code
    assert "没有证明" in result.stdout
