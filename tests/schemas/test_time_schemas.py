"""The schemas of what timeline, table and what-if print for programs, against what they print."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jiexu.cli.main import main
from jiexu.regression.run import case_files
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

SCHEMAS = ROOT / "engine" / "jiexu" / "schemas"
YUNZE = ["--policies", str(ROOT / "policies"), "--policies", str(ROOT / "tests" / "provinces" / "yunze" / "policies")]
LATE = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
SOME_CASES = [str(path) for path in case_files([ROOT / "cases"])][::7]
QUESTIONS = ["待遇起始月", "应提交材料", "可否办理转移接续", "一次性补缴金额", "住院待遇归属地", "办结期限"]


def printed(*arguments: str) -> dict:
    done = CliRunner().invoke(main, [*arguments, "--json"], catch_exceptions=False)
    assert done.exit_code in (0, 3), done.stderr
    data: dict = json.loads(done.stdout)
    return data


def wrong(name: str, data: dict) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return [f"{list(error.path)} {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("place", ["济宁市", "海西州", "成都市", "萤火县"])
def test_the_line_of_time_has_its_shape(place: str):
    assert [] == wrong("timeline", printed("timeline", "--place", place, "--on", "2026-11-22", *YUNZE))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("timeline", ["timeline", "--place", "济宁市"]),
        ("endings", ["timeline", "--ending", "1y", "--as-of", "2025-08-01"]),
        ("outlook", ["timeline", "--case", LATE]),
        ("table", ["table", "待遇起始月", "--place", "济宁市"]),
        ("what-if", ["what-if", LATE, "待遇起始月"]),
    ],
)
def test_the_day_of_knowledge_is_told(name: str, arguments: list[str]):
    data = printed(*arguments, "--known-as-of", "2021-06-01")

    assert [] == wrong(name, data)
    assert "2021-06-01" == data["known_as_of"]


def test_a_transfer_names_both_places():
    data = printed("timeline", "待遇起始月", "--place", "济宁市", "--from", "海西州", "--on", "2026-11-22")

    assert [] == wrong("timeline", data)
    assert ["632800", "370800"] == [data["places"][0][side]["code"] for side in ("from", "place")]


@pytest.mark.parametrize("day", ["2020-01-01", "2025-08-01", "2026-11-22", "2034-12-01"])
def test_what_ends_has_its_shape(day: str):
    assert [] == wrong("endings", printed("timeline", "--ending", "180d", "--as-of", day, *YUNZE))


@pytest.mark.parametrize("case", SOME_CASES, ids=lambda case: Path(case).stem)
def test_an_outlook_has_its_shape(case: str):
    assert [] == wrong("outlook", printed("timeline", "--case", case))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_table_has_its_shape(question: str):
    for where, day in (("济宁市", "2022-06-01"), ("月牙市", "2031-01-01"), ("海西州", "2025-06-01")):
        assert [] == wrong("table", printed("table", question, "--place", where, "--as-of", day, *YUNZE))
    assert [] == wrong(
        "table", printed("table", question, "--place", "济宁市", "--from", "海西州", "--as-of", "2022-06-01")
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_what_if_has_its_shape(question: str):
    assert [] == wrong("what-if", printed("what-if", LATE, question))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("timeline", ["timeline", "待遇起始月", "--place", "济宁市", "--on", "2026-11-22"]),
        ("table", ["table", "待遇起始月", "--place", "济宁市", "--as-of", "2022-06-01"]),
        ("what-if", ["what-if", LATE, "待遇起始月"]),
    ],
)
def test_the_schemas_refuse_what_is_none_of_it(name: str, arguments: list[str]):
    data = printed(*arguments)

    assert [] != wrong(name, data | {"format": "jiexu-other/1"})
    assert [] != wrong(name, data | {"unheard": 1})


def test_the_same_law_and_case_give_the_same_bytes():
    assert printed("what-if", LATE, "待遇起始月") == printed("what-if", LATE, "待遇起始月")
