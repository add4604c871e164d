"""``jiexu test --coverage``, ``jiexu mutate`` and ``jiexu cases generate`` as they are called."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from tests.regression.conftest import CLAUSE, FIFTH, FOURTH, HEAD, NOBODY, PLACES, THIRD

SCHEMAS = ROOT / "engine" / "jiexu" / "schemas"
NO_ORIGIN = """case: T-1
as_of: 2021-06-10
to: 济宁市
facts: {参保身份: 灵活就业人员, 最后缴费月: 2021-01, 首次缴费日: 2021-05-10}
questions: [待遇起始月]
expect:
  待遇起始月: {status: not_applicable}
"""


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small law, whose examples are at three months and at five."""
    law = tmp_path / "law"
    law.mkdir()
    (law / "vocabulary.yaml").write_bytes((ROOT / "policies" / "vocabulary.yaml").read_bytes())
    (law / "jurisdictions.yaml").write_text(PLACES, "utf-8")
    (law / "shiyan-2026-1.yaml").write_text(f"{HEAD}{CLAUSE}  examples:\n{THIRD}{FIFTH}{NOBODY}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def _valid(name: str, printed: str) -> dict:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(printed)
    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(data)]
    return data


def test_coverage_is_printed_beside_the_clause_with_what_is_missing_beneath(tiny: Path):
    done = _run("test", "--coverage", "--policies", "law")
    lines = done.stdout.splitlines()

    assert 0 == done.exit_code
    (clause,) = [number for number, line in enumerate(lines) if line.split()[:3] == ["一", "规则", "2/2"]]
    assert "适用范围 写明转出地  没有见过假  law/shiyan-2026-1.yaml:12:15" == lines[clause + 1].strip()


@pytest.mark.parametrize(("percent", "code"), [(81, 0), (82, 1)])
def test_below_what_is_asked_for_the_unseen_is_listed(tiny: Path, percent: int, code: int):
    """By hand: of sixteen marks the scope was never seen false, nor either number of months unknown: 13, 81 of a hundred."""
    done = _run("test", "--fail-under", percent, "--policies", "law")

    assert code == done.exit_code
    assert bool(code) == (
        "law/shiyan-2026-1.yaml:12:15: shiyan-2026-1 一 适用范围 写明转出地 没有见过假" in done.stderr
    )


def test_coverage_as_data_has_the_shape_of_its_schema(tiny: Path):
    data = _valid("coverage", _run("test", "--json", "--policies", "law").stdout)

    assert {"seen": 13, "wanted": 16, "percent": 81} == data["all"]


def test_coverage_as_a_page_stands_alone_and_shows_every_clause(tmp_path: Path):
    page = tmp_path / "coverage.html"
    done = _run("test", ROOT / "cases" / "jining", "--html", page, "--pack", "jining-2020-19")
    text = page.read_text("utf-8")

    assert 0 == done.exit_code
    assert "http" not in text.replace("http://www.w3.org", "")
    assert 9 == text.count('class="clause"')
    assert "最低实际缴费年限" in text


def test_a_page_that_cannot_be_written_is_told(tiny: Path):
    (tiny / "there").mkdir()
    done = CliRunner().invoke(
        main, ["test", "--html", str(tiny / "there" / ".." / "law" / "vocabulary.yaml" / "x.html"), "--policies", "law"]
    )

    assert 1 == done.exit_code
    assert "P133" in done.stderr


def test_an_unknown_pack_is_misuse(tiny: Path):
    done = _run("mutate", "--pack", "shiyan-2026", "--policies", "law")

    assert 2 == done.exit_code
    assert "是不是「shiyan-2026-1」" in done.stderr


def test_a_survivor_is_printed_with_the_case_that_would_notice_and_the_written_case_does(tiny: Path):
    first = _run("mutate", "--policies", "law", "--jobs", 1, "--write-cases", "cases")

    assert 3 == first.exit_code
    assert "参数「期限」：由 3 改为 4" in first.stdout
    assert "待遇起始月：原来 2021-06（试验 一） → 变异后 2021-05（试验 一）".replace("试验", "《试验》") in first.stdout
    assert 0 == _run("test", "--policies", "law").exit_code

    again = _run("mutate", "--policies", "law", "--jobs", 1)
    assert 0 == again.exit_code
    assert "没有被发现 0 个" in again.stdout


def test_what_is_listed_as_equivalent_is_not_open_and_a_list_out_of_date_is_wrong(tiny: Path):
    rules = tiny / "law" / "shiyan-2026-1.yaml"
    rules.write_text(rules.read_text("utf-8").replace(FIFTH, FOURTH), "utf-8")
    listed = tiny / "law" / "shiyan-2026-1.equivalent.yaml"
    listed.write_text(
        "format: jiexu-equivalent/1\ninstrument: shiyan-2026-1\nmutants:\n"
        "- {site: instrument, change: validity, why: 试验}\n- {site: scope, change: dropped, why: 试验}\n",
        "utf-8",
    )
    assert 0 == _run("mutate", "--policies", "law", "--jobs", 1).exit_code

    (tiny / "cases").mkdir()
    (tiny / "cases" / "no-origin.yaml").write_text(NO_ORIGIN, "utf-8")
    done = _run("mutate", "--policies", "law", "--jobs", 1)
    assert 1 == done.exit_code
    assert "law/shiyan-2026-1.equivalent.yaml:5" in done.stderr
    assert "P520" in done.stderr


def test_mutants_as_data_have_the_shape_of_their_schema_and_the_score_may_be_asked_for(tiny: Path):
    done = _run("mutate", "--policies", "law", "--jobs", 1, "--json", "--fail-under", 90)
    data = _valid("mutation", done.stdout)

    assert 1 == done.exit_code
    assert data["score"]["mutants"] == len(data["mutants"])
    assert [True] == ["待遇起始月: {value: 2021-06" in one["case"] for one in data["mutants"] if one["now"] == "4"]
    assert data["score"]["open"] == [one["end"] for one in data["mutants"]].count("open")


def test_in_english_the_same_mutants_are_told(tiny: Path):
    chinese, english = (_run("mutate", "--policies", "law", "--jobs", 1, "--lang", name) for name in ("zh", "en"))

    assert chinese.stdout.count("✗") == english.stdout.count("✗") > 0
    assert "would notice" in english.stdout


def test_generated_cases_pass(tmp_path: Path):
    done = _run("cases", "generate", "jining-2020-19", "三（四）", "--to", tmp_path / "found")

    assert 0 == done.exit_code
    assert 0 == _run("test", tmp_path / "found").exit_code
    assert len(list((tmp_path / "found").glob("*.yaml"))) == len(list((tmp_path / "found").glob("*.txt"))) > 2


def test_a_clause_that_decides_nothing_has_no_cases(tmp_path: Path):
    done = _run("cases", "generate", "haixi-2025-guide 八", "--to", tmp_path / "found")

    assert 0 == done.exit_code
    assert not (tmp_path / "found").exists()


def test_a_citation_of_nothing_is_misuse(tmp_path: Path):
    assert 2 == _run("cases", "generate", "jining-2020-19 九", "--to", tmp_path).exit_code


def test_a_law_that_fails_its_own_examples_is_not_mutated(tiny: Path):
    rules = tiny / "law" / "shiyan-2026-1.yaml"
    rules.write_text(rules.read_text("utf-8").replace("待遇起始月: 2021-08}", "待遇起始月: 2021-09}"), "utf-8")
    done = _run("mutate", "--policies", "law", "--jobs", 1)

    assert 1 == done.exit_code
    assert "P501" in done.stderr
