"""``jiexu ask`` as it is called."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from jiexu.cli.main import main

from tests.conftest import ROOT

FIFTH_MONTH = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
PLACES = "from: 济南市\nto: 济宁市\nas_of: 2021-08-15\n"
ANSWERS = {
    "date": "2021-07-05",
    "month": "1985-05",
    "months": "102",
    "yuan": "4200.00",
    "place": "济宁市",
    "yes_no": "是",
}


def _ask(*arguments: str, case: str | None = None) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments], input=case)


def _asked(*arguments: str, case: str | None = None) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = json.loads(_ask(*arguments, "--json", case=case).stdout)["ask"]
    return asked


def test_the_missing_facts_are_asked_as_questions():
    done = _ask(FIFTH_MONTH)

    assert 3 == done.exit_code
    assert " 1. 哪一天出院？" in done.stdout
    assert "用于  住院待遇归属地" in done.stdout
    assert "例如 2021-03-20" in done.stdout


def test_nothing_is_asked_when_all_asked_questions_are_decided():
    done = _ask(FIFTH_MONTH, "--question", "待遇起始月")

    assert 0 == done.exit_code
    assert "没有要问的了" in done.stdout
    assert [] == _asked(FIFTH_MONTH, "--question", "benefits_from")


def test_a_fact_set_on_the_command_line_is_not_asked_again():
    assert "出院日期" in [one["name"] for one in _asked(FIFTH_MONTH)]
    assert "出院日期" not in [one["name"] for one in _asked(FIFTH_MONTH, "--set", "出院日期=2021-07-20")]


def test_a_wrong_case_is_refused(tmp_path: Path):
    case = tmp_path / "case.yaml"
    case.write_text(PLACES + "facts: {减员日期: 2021-02-30}\n", "utf-8")
    text, data = _ask(str(case)), _ask(str(case), "--json")

    assert (1, 1) == (text.exit_code, data.exit_code)
    assert "P222" in text.stderr
    assert "jiexu-error/1" == json.loads(data.stdout)["format"]


def test_the_fact_that_settles_most_questions_is_asked_first():
    """The identity settles the first month whatever it is; each amount settles nothing while others are missing."""
    case = PLACES + (
        "facts: {出生年月: 1985-05, 退休年龄类别: 男职工, 减员日期: 2021-01-20, 最后缴费月: 2021-01, 首次缴费日: 2021-07-10}\n"
        "questions: [待遇起始月, 一次性补缴金额]\n"
    )
    asked = _asked("-", case=case)

    assert ("employment", ["benefits_from"]) == (asked[0]["fact"], asked[0]["needed_for"])
    assert ["lump_sum_amount"] in [one["needed_for"] for one in asked]


def test_a_choice_is_asked_with_its_choices():
    case = (
        PLACES
        + "facts: {出生年月: 1985-05, 退休年龄类别: 男职工, 减员日期: 2021-01-20, 最后缴费月: 2021-01, 首次缴费日: 2021-07-10}\n"
    )
    (one,) = _asked("-", "--question", "待遇起始月", case=case)

    vocabulary = yaml.load((ROOT / "policies" / "vocabulary.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    (fact,) = [fact for fact in vocabulary["facts"] if fact["id"] == "employment"]
    assert fact["choices"] == {choice["id"]: choice["name"] for choice in one["choices"]}
    assert fact["ask"] == one["question"]
    assert "随用人单位参保 或 灵活就业人员" in _ask("-", "--question", "待遇起始月", case=case).stdout


def test_a_case_without_facts_is_asked_for_all_that_is_held_of_its_places():
    asked = {question for one in _asked("-", case=PLACES) for question in one["needed_for"]}

    assert {"benefits_from", "gap_costs", "meets_minimum", "hospital_place"} <= asked


def test_a_case_without_places_is_asked_for_them_first():
    assert ["to", "from"] == [one["fact"] for one in _asked("-", case="title: 只有标题\n")][:2]


@pytest.mark.parametrize(("day", "text"), [((), ""), (("--as-of", "2025-04-01"), "as_of: 2025-04-01\n")])
def test_a_new_case_keeps_a_day_only_when_one_is_given(tmp_path: Path, day, text: str):
    """Without one it is decided as of the day on which somebody looks at it."""
    path = tmp_path / "blank.yaml"

    assert 3 == _ask(str(path), "--new", *day).exit_code
    assert f"case: blank\n{text}facts: {{}}\n" == path.read_text("utf-8")


def test_answering_what_is_asked_comes_to_an_end():
    """Whoever gives the first fact asked for, again and again, has nothing left to give."""
    given: list[str] = []
    for _ in range(60):
        asked = _asked("-", *given, case=PLACES)
        if not asked:
            break
        first = asked[0]
        assert not any(one.startswith(f"{first['name']}=") for one in given)
        answer = first["choices"][0]["name"] if first.get("choices") else ANSWERS[first["kind"]]
        given += ["--set", f"{first['name']}={'2021-03' if first['fact'] == 'last_paid_month' else answer}"]

    assert [] == asked
    assert 0 == _ask("-", *given, case=PLACES).exit_code


def test_labels_may_be_english():
    done = _ask(FIFTH_MONTH, "--lang", "en")

    assert "2 facts to give" in done.stdout
    assert "hospital place" in done.stdout
