"""Cases that the two sides of an impact read differently: a fact or a question that only one vocabulary has."""

from pathlib import Path

import pytest
from jiexu.law.examination import read_law
from jiexu.law.folder import gather
from jiexu.regression.impact import impact
from jiexu.regression.side import Side

from tests.conftest import ROOT, TODAY
from tests.regression.changed import FEW, causes, side


@pytest.fixture
def fact_case(tmp_path: Path) -> Path:
    path = tmp_path / "new-fact.yaml"
    text = (ROOT / "cases" / "jining" / "flexible-late.yaml").read_text("utf-8")
    path.write_text(text.replace("facts:\n", "facts:\n  虚构事实: 是\n"), "utf-8")
    return path


def test_a_case_with_a_fact_that_only_the_new_vocabulary_knows_is_told_with_its_line(fact_case, tmp_path):
    extra = tmp_path / "words"
    extra.mkdir()
    (extra / "vocabulary.yaml").write_text(
        "format: jiexu-vocabulary/1\nfacts:\n- {id: invented, name: 虚构事实, kind: yes_no, ask: 是不是？}\n", "utf-8"
    )
    new = Side("new", read_law(gather([ROOT / "policies", extra])))
    there, back = impact(side(), new, [fact_case], TODAY), impact(new, side(), [fact_case], TODAY)

    assert [("fact", "虚构事实", None)] == [(one.part, one.name, one.was) for one in there.law]
    for found, old in ((there, True), (back, False)):
        ((file, lost, problems),) = found.unread
        assert (str(fact_case), old) == (file, lost)
        assert [("P251", "虚构事实")] == [(problem.code, problem.values["name"]) for problem in problems]
        assert "虚构事实" in fact_case.read_text("utf-8").splitlines()[problems[0].where.line - 1]
        assert () == found.wrong


def test_a_question_that_only_one_vocabulary_has_is_told_as_new_or_gone(tmp_path):
    """A later pack asks something new, and a clause of it answers: that clause and the word are the causes."""
    (tmp_path / "vocabulary.yaml").write_text(
        "format: jiexu-vocabulary/1\nquestions:\n"
        "- {id: invented, name: 虚构问题, kind: yes_no, at: in, governed_by: [首次缴费日]}\n",
        "utf-8",
    )
    (tmp_path / "jining-2030-1.yaml").write_text(
        "format: jiexu-rules/1\ninstrument:\n  {id: jining-2030-1, title: 虚构, place: 济宁市, rank: municipal, evidence: official,"
        " validity: {from: 2020-01-01}}\nprovisions:\n- clause: 一\n  rules:\n  - when: [期限内接续]\n    then: {虚构问题: 是}\n",
        "utf-8",
    )
    new = Side("new", read_law(gather([ROOT / "policies", tmp_path])))
    there, back = impact(side(), new, FEW, TODAY), impact(new, side(), FEW, TODAY)

    assert {("asked", "invented")} == {(one.kind, one.question.id) for one in there.moved}
    assert {("dropped", "invented")} == {(one.kind, one.question.id) for one in back.moved}
    for found in (there, back):
        applying = [one for one in found.moved if any(one.cited)]
        assert applying
        assert all(("clause", "jining-2030-1", "一") in causes(found, one) for one in applying)


def test_a_case_that_neither_side_can_read_is_wrong(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("facts: {减员日期: 2021-02-30}\n", "utf-8")
    found = impact(side(), side("rate"), [path, tmp_path / "none.yaml"], TODAY)

    assert ["P222", "P101"] == [problem.code for problem in found.wrong]
    assert () == found.unread
