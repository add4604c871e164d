"""``person:`` and ``agencies:``: what is wrong with them is told at its place, and no decision knows of them."""

import json

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.explanation.data import decision_data

from tests.conftest import ROOT
from tests.forms.conftest import OFFLINE

CASE = f"{OFFLINE}.yaml"
TEXT = (ROOT / "cases" / "forms" / CASE).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "marked"),
    [
        ("phone: 139-0000-0035", "telephone: 139-0000-0035", "P121", "telephone"),
        ("'632802198505120035'", "'632802198505120036'", "P804", "'632802198505120036'"),
        ("'632802198505120035'", "'632802850512003'", "P804", "'632802850512003'"),
        ("sex: 男", "sex: 南", "P123", "南"),
        ("scheme_start: 2000-01", "scheme_start: 2000-13", "P222", "2000-13"),
        ("postcode: '817000'", "postcode: '81700'", "P124", "'81700'"),
        ("agencies:\n  out:", "agencies:\n  from:", "P121", "from"),
        ("name: 马文清", "name: [马文清]", "P127", "[马文清]"),
        ("name: 马文清", "name: ''", "P128", "''"),
        ("name: 马文清", "name: ' 　'", "P128", "' 　'"),
    ],
)
def test_a_wrong_value_is_told_at_its_place(sheet, old, new, code, marked):
    with pytest.raises(ProblemsError) as refused:
        sheet(OFFLINE, (old, new))
    (problem,) = refused.value.problems
    file, line, column, width = problem.where
    lines = TEXT.replace(old, new).splitlines()

    assert (CASE, code, marked) == (file, problem.code, lines[line - 1][column - 1 : column - 1 + width])


def test_everything_wrong_is_told_at_once(sheet):
    with pytest.raises(ProblemsError) as refused:
        sheet(OFFLINE, ("'632802198505120035'", "'632802198505120036'"), ("phone: 139-0000-0035", "fax: 139-0000-0035"))

    assert {"P121", "P804"} == {problem.code for problem in refused.value.problems}


def test_another_document_than_the_citizens_card_has_a_number_of_its_own(sheet):
    held = sheet(OFFLINE, ("id_number: '632802198505120035'", "id_type: 护照\n  id_number: E00000000"))

    assert "E00000000" == held.parties.values["person"]["id_number"]


def test_the_agents_number_is_checked_too(sheet):
    with pytest.raises(ProblemsError) as refused:
        sheet(OFFLINE, ("  reason: 跨统筹地区就业", "  agent: {name: 虚构, id_number: '632802198505120036'}"))

    assert ["P804"] == [problem.code for problem in refused.value.problems]


def test_a_decision_holds_nothing_of_the_person(sheet):
    """Neither name nor number nor account is anywhere in the data of the decision."""
    held = sheet(OFFLINE)
    data = json.dumps(decision_data(held.decision), ensure_ascii=False)
    other = json.dumps(decision_data(sheet(OFFLINE, ("马文清", "孔文清")).decision), ensure_ascii=False)

    assert data == other
    assert not any(
        told in data
        for block in (held.parties.values["person"], *held.parties.values["agencies"].values())
        for told in block.values()
        if isinstance(told, str) and len(told) > 1 and told != "370800" and told != "632800"
    )
