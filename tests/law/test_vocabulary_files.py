"""A vocabulary and places from several files: a later one adds, and may not change what an earlier one says."""

import pytest
from jiexu.document.loader import parse
from jiexu.law.examination import examine
from jiexu.law.folder import gather
from jiexu.law.intake import Intake
from jiexu.law.vocabulary import Vocabulary
from jiexu.law.vocabulary_file import read_places, read_vocabulary

from tests.conftest import ROOT

SHIPPED = parse((ROOT / "policies" / "vocabulary.yaml").read_bytes(), "policies/vocabulary.yaml")
PLACES = parse((ROOT / "policies" / "jurisdictions.yaml").read_bytes(), "policies/jurisdictions.yaml")
HEAD = "format: jiexu-vocabulary/1\n"


def read(*texts: str) -> tuple[Vocabulary, list[tuple[str, int]]]:
    """The shipped vocabulary with further files after it, and what is wrong with them: code and line."""
    intake = Intake(read_places([PLACES]))
    later = [parse((HEAD + text).encode(), "later.yaml") for text in texts]
    vocabulary = read_vocabulary([SHIPPED, *later], intake)
    return vocabulary, [(problem.code, problem.where.line) for problem in intake.problems]


def test_a_later_file_adds_terms():
    vocabulary, problems = read("facts:\n- {id: new, name: 新事实, kind: months, ask: 多少？}\n")

    assert ([], "新事实") == (problems, list(vocabulary.facts)[-1])


@pytest.mark.parametrize(
    "term",
    [
        "facts:\n- {id: new, name: 减员日期, kind: date}\n",
        "facts:\n- {id: removed_on, name: 新事实, kind: date}\n",
        "facts:\n- {id: new, name: 待遇起始月, kind: month}\n",
        "facts:\n- {id: benefits_from, name: 新事实, kind: month}\n",
        "questions:\n- {id: new, name: 减员日期, kind: date, at: in, governed_by: [依据日]}\n",
        "questions:\n- {id: removed_on, name: 新问题, kind: date, at: in, governed_by: [依据日]}\n",
    ],
)
def test_no_term_takes_the_name_or_id_of_a_fact_or_question(term):
    """A fact called 待遇起始月 would be asked for in every shipped rule that rests on the question."""
    _, problems = read(term)

    assert [("P225", 3)] == problems


@pytest.mark.parametrize("said", ["units: {年: {kind: months, times: 10}}", "words: {yes: 对}", "ranks: {law: 宪法}"])
def test_no_word_unit_or_rank_is_changed(said):
    vocabulary, problems = read(said)

    assert [("P225", 2)] == problems
    assert (12, "是", "法律") == (vocabulary.units["年"].times, vocabulary.words["yes"], vocabulary.ranks["law"])


def test_saying_the_same_again_is_no_mistake():
    assert [] == read("units: {年: {kind: months, times: 12}}")[1]


def test_a_set_may_be_given_more_members_after_its_own():
    vocabulary, problems = read("members: {应提交材料: {form: 迁入登记表}}\n", "members: {应提交材料: {photo: 照片}}\n")
    question = vocabulary.questions["应提交材料"]

    assert [] == problems
    assert (("迁入登记表", "照片"), ("form", "photo")) == (question.kind.members[-2:], question.ids[-2:])


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ("{应提交材料: {form: 有效身份证件或社会保障卡}}", "P225"),
        ("{应提交材料: {identity_proof: 身份证}}", "P225"),
        ("{补缴责任人: {state: 国家}}", "P221"),
        ("{参保身份: {other: 其他}}", "P221"),
        ("{应交材料: {form: 迁入登记表}}", "P221"),
    ],
)
def test_a_member_is_new_and_a_choice_is_closed(members, code):
    assert [(code, 2)] == read(f"members: {members}\n")[1]


def test_the_whole_country_is_the_root_whichever_file_comes_first():
    places = read_places([parse('format: jiexu-places/1\nplaces: {"910000": [云泽省]}\n'.encode(), "a.yaml"), PLACES])

    assert ("100000", ("910000", "100000")) == (places.root, places.chain("910000"))


def test_the_values_of_a_dated_number_may_stand_in_any_order(tmp_path):
    text = """format: jiexu-rules/1
instrument: {id: t, title: t, place: 济宁市, rank: guide, evidence: official, validity: {from: 2020-01-01}}
provisions:
- clause: 一
  parameters:
    标准: {unit: 元, values: {2024-01-01: 3, 2022-01-01: 2}}
"""
    (tmp_path / "t.yaml").write_text(text, "utf-8")
    library, problems = examine(gather([ROOT / "policies", tmp_path]))
    [provision] = library.instruments["t"].provisions

    assert [] == problems
    assert [2022, 2024] == [day.year for day, _ in provision.parameters[0].dated]


def test_a_day_that_is_none_is_reported_where_a_later_notice_repeals(tmp_path):
    text = """format: jiexu-rules/1
instrument:
  id: t
  title: t
  place: 济宁市
  rank: guide
  evidence: official
  validity: {from: 2020-01-01}
  repeals: [{instrument: jining-2020-19, from: 2025-02-30}]
"""
    (tmp_path / "t.yaml").write_text(text, "utf-8")
    _, problems = examine(gather([ROOT / "policies", tmp_path]))

    assert [("P222", 9)] == [(problem.code, problem.where.line) for problem in problems]
