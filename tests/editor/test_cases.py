"""What an editor offers and underlines in a case file: by the setting of this repository, or by a first line of its own."""

import pytest
from jiexu.law.library import Library

from tests.conftest import ROOT
from tests.editor.server import Server

BY_SETTING = ROOT / "cases" / "jining" / "shiyan.yaml"
ELSEWHERE = ROOT / "docs" / "shiyan.yaml"
MODELINE = "# yaml-language-server: $schema=../policies/editor/case.schema.json\n"
FEW = sorted((ROOT / "cases").rglob("*.yaml"))[::17]


@pytest.fixture(params=["setting", "modeline"])
def shown(request: pytest.FixtureRequest, server: Server):
    """Asks the server about a case, both ways in which it may know that it is one."""
    path, first = (BY_SETTING, "") if request.param == "setting" else (ELSEWHERE, MODELINE)
    return lambda ask, text: getattr(server, ask)(path, first + "case: A\n" + text)


def test_keys_are_offered(shown):
    offered = shown("completions", "as_of: 2026-01-01\n‸\n")

    assert {"from", "to", "facts", "questions", "expect"} <= offered.keys()
    assert "依据日；不写就是今天" == shown("completions", "‸\n")["as_of"]


def test_facts_with_their_questions_and_the_values_they_can_have_are_offered(shown, library: Library):
    assert library.vocabulary.facts.keys() == shown("completions", "facts:\n  ‸\n").keys()
    assert {"随用人单位参保", "灵活就业人员"} == shown("completions", "facts:\n  参保身份: ‸\n").keys()


def test_questions_places_and_citations_are_offered(shown, library: Library):
    assert library.vocabulary.questions.keys() <= shown("completions", "questions:\n- ‸\n").keys()
    assert library.vocabulary.questions.keys() == shown("completions", "expect:\n  ‸\n").keys()
    assert {"济宁市", "西宁市"} <= shown("completions", "to: ‸\n").keys()
    assert "jining-2020-19 二（三）" in shown("completions", "expect:\n  待遇起始月: {by: [jin‸]}\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fact: {}\n", 2),
        ("to: 济宁县\n", 2),
        ("facts:\n  减员日: 2021-03-20\n", 3),
        ("facts:\n  减员日期: 2021/03/20\n", 3),
        ("questions: [待遇开始月]\n", 2),
        ("expect:\n  待遇起始月: {status: 未定}\n", 3),
    ],
)
def test_what_is_wrong_is_underlined_at_its_line(shown, text: str, line: int, request: pytest.FixtureRequest):
    first = "modeline" in request.node.callspec.id

    assert {line + first} == {one.line for one in shown("diagnostics", text)}


def test_a_case_by_ids_and_codes_is_not_underlined(shown):
    text = "from: 370100\nto: 济宁\nfacts: {employment: flexible, removed_on: 2021-03-20, 实际缴费月数: 120, 存在欠费: true}\nquestions: [benefits_from]\n"

    assert [] == shown("diagnostics", text)


@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_nothing_of_the_cases_is_underlined(server: Server, path):
    assert [] == server.diagnostics(path, path.read_text("utf-8"))
