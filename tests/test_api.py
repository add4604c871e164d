"""The verbs a program calls."""

from datetime import date
from pathlib import Path

import jiexu
import pytest

from tests.conftest import ROOT

CASE = ROOT / "cases" / "jining" / "flexible-fifth-month.yaml"
FACTS = {
    "参保身份": "灵活就业人员",
    "出生年月": "1985-05",
    "退休年龄类别": "男职工",
    "减员日期": date(2021, 3, 20),
    "最后缴费月": "2021-03",
    "首次缴费日": date(2021, 7, 5),
}


@pytest.fixture(scope="module")
def law() -> jiexu.Law:
    return jiexu.load(ROOT / "policies")


def test_a_file_and_the_same_case_as_a_mapping_are_decided_alike(law: jiexu.Law):
    mapping = {"case": "JN-0315", "as_of": "2021-08-15", "from": "济南市", "to": "370800", "facts": FACTS}

    assert law.decide(CASE).data == law.decide(mapping).data


def test_a_decision_is_values_data_and_text(law: jiexu.Law):
    decided = law.decide(CASE)

    assert "2022-01" == str(decided.findings["benefits_from"].outcome.value)
    assert "2022-01" == decided.data["findings"]["benefits_from"]["value"]
    assert "待遇起始月" in decided.text()
    assert "benefits from" in decided.text("en")


def test_facts_may_be_named_by_id_and_choices_too(law: jiexu.Law):
    ids = {
        "employment": "flexible",
        "birth_month": "1985-05",
        "retirement_category": "male_60",
        "removed_on": "2021-03-20",
        "last_paid_month": "2021-03",
        "first_paid_on": "2021-07-05",
    }
    mapping = {"case": "JN-0315", "as_of": "2021-08-15", "from": "370100", "to": "济宁", "facts": ids}

    assert law.decide(CASE).data == law.decide(mapping).data


def test_a_program_says_what_day_it_is(law: jiexu.Law):
    """Decisions are pure: without as_of, neither in the case nor in the call, there is nothing to decide on."""
    mapping = {"from": "济南市", "to": "济宁市", "facts": FACTS}

    assert "2022-01" == law.decide(mapping, as_of=date(2021, 8, 15)).data["findings"]["benefits_from"]["value"]
    with pytest.raises(jiexu.ProblemsError) as refused:
        law.decide(mapping)
    assert ["P122"] == [problem.code for problem in refused.value.problems]


def test_a_wrong_case_raises_all_its_problems_with_their_sentences(law: jiexu.Law):
    with pytest.raises(jiexu.ProblemsError) as refused:
        law.decide({"as_of": "2021-08-15", "to": "吉林", "facts": {"参保身份": "灵活就业", "减员日期": "2021-02-30"}})

    assert {"P123", "P222", "P224"} == {problem.code for problem in refused.value.problems}
    assert all(problem.message and problem.help for problem in refused.value.problems)


def test_the_shipped_law_has_nothing_to_mend(law: jiexu.Law):
    assert () == law.check()


def test_a_folder_without_law_is_refused(tmp_path: Path):
    with pytest.raises(jiexu.ProblemsError) as refused:
        jiexu.load(tmp_path)

    assert ["P130"] == [problem.code for problem in refused.value.problems]


def test_an_unknown_name_of_the_package_is_an_attribute_error():
    with pytest.raises(AttributeError):
        jiexu.decided  # noqa: B018
