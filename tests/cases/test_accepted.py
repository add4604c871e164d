"""The accepted cases as files: what they pin, and what their explanations leave out."""

import jiexu
import pytest

from tests.cases.conftest import FILES, WRITTEN, clauses

ARITHMETIC = ("unpaid_months", "resumption_ordinal")
EITHER_EMPLOYMENT = ("jining/window-whatever-the-employment", "jining/employment-unknown-clear-miss")


@pytest.mark.parametrize("name", FILES)
def test_a_case_pins_a_value_or_a_status_of_every_question_it_names(name: str):
    expect = WRITTEN[name].get("expect", {})

    assert expect
    assert [] == [question for question, pin in expect.items() if not {"value", "status"} & set(pin)]


@pytest.mark.parametrize("name", FILES)
def test_a_pinned_value_has_its_clause(name: str):
    without = [question for question, pin in WRITTEN[name]["expect"].items() if "value" in pin and not pin.get("by")]

    assert [] == [question for question in without if question not in ("中断缴费月数", "接续月序")]


@pytest.mark.parametrize("name", [name for name in FILES if name not in EITHER_EMPLOYMENT])
def test_the_clauses_are_those_pinned_and_no_others(law: jiexu.Law, findings, name: str):
    terms = {question.name: question.id for question in law.library.vocabulary.questions.values()}
    pinned = {terms[question]: pin["by"] for question, pin in WRITTEN[name]["expect"].items() if "by" in pin}

    assert pinned == {question: clauses(findings[name][question]) for question in pinned}


@pytest.mark.parametrize("name", FILES)
def test_every_answer_stands_on_a_clause(findings, name: str):
    bare = [id_ for id_, found in findings[name].items() if found["status"] == "determined" and not found["by"]]

    assert [] == [id_ for id_ in bare if id_ not in ARITHMETIC]


@pytest.mark.parametrize("name", FILES)
def test_an_accepted_explanation_names_neither_lines_nor_hashes_nor_files(name: str):
    accepted = FILES[name].with_suffix(".txt").read_text("utf-8")

    assert accepted.startswith(WRITTEN[name]["case"])
    assert [] == [mark for mark in (".yaml", "sha256", "policies/", "line ") if mark in accepted]


@pytest.mark.parametrize("name", EITHER_EMPLOYMENT)
def test_a_fact_that_nobody_gave_is_no_condition_that_held(findings, name: str):
    held = [one["condition"] for found in findings[name].values() for one in found.get("because", ()) if one["holds"]]

    assert [] == [condition for condition in held if condition.startswith("参保身份")]


def test_no_two_cases_share_an_id():
    ids = [written["case"] for written in WRITTEN.values()]

    assert sorted(set(ids)) == sorted(ids)


def test_every_status_that_the_shipped_law_can_give_is_pinned():
    pinned = {pin.get("status", "determined") for written in WRITTEN.values() for pin in written["expect"].values()}

    assert {"determined", "pending", "not_in_force", "silent", "unfilled", "not_applicable"} == pinned


def test_the_placeholder_floors_stand_in_titles_that_say_so():
    using = [
        written["title"]
        for written in WRITTEN.values()
        if written["facts"].get("当年最低缴费基数") in ("4242", "4416") and "按" in written["title"]
    ]

    assert [] == [title for title in using if "假设" not in title and "2019" not in title]
