"""What an editor offers and underlines in a rule file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jiexu.law.library import Library

from tests.conftest import ROOT
from tests.editor.server import Diagnostic, Server

NEW = ROOT / "policies" / "jining" / "shiyan-2026-1.yaml"
"""No such file; the server is shown its text as an editor shows one that is not saved yet."""
MODELINE = "# yaml-language-server: $schema=../editor/instrument.schema.json\nformat: jiexu-rules/1\n"
HEAD = """instrument:
  id: shiyan-2026-1
  title: 试验
  place: 济宁市
  rank: municipal
  evidence: official
  validity: {from: 2026-01-01}
"""
CLAUSE = "provisions:\n- clause: 一\n"
Offered = Callable[[str], dict[str, str]]


@pytest.fixture
def offered(server: Server) -> Offered:
    return lambda text: server.completions(NEW, MODELINE + text)


@pytest.fixture
def underlined(server: Server) -> Callable[[str], list[Diagnostic]]:
    return lambda text: server.diagnostics(NEW, MODELINE + HEAD + text)


def test_keys_are_offered_with_what_they_mean(offered: Offered):
    assert "有效期，首日末日都在内；条款可以另写自己的" == offered("instrument:\n  id: a\n  ‸\n")["validity"]
    assert {"says", "quote", "parameters", "rules", "silent", "examples"} <= offered(CLAUSE + "  s‸\n").keys()
    assert {"quote", "when", "then", "overrides"} <= offered(CLAUSE + "  rules:\n  - name: 甲\n    ‸\n").keys()


def test_facts_are_offered_in_a_background_and_in_an_example(offered: Offered, library: Library):
    example = CLAUSE + "  examples:\n  - name: 甲\n    given: {转出地: 济南市, 参‸}\n"

    assert {*library.vocabulary.facts, "依据日"} == offered("background:\n  ‸\n").keys()
    assert {*library.vocabulary.facts, "依据日"} - {"转出地"} == offered(example).keys()
    assert "在转入地第一次缴费是哪一天？（日期）" == offered("background:\n  ‸\n")["首次缴费日"]


def test_questions_are_offered_where_a_rule_answers_and_where_a_silence_is_about(offered: Offered, library: Library):
    questions = library.vocabulary.questions.keys()

    assert questions == offered(CLAUSE + "  rules:\n  - then:\n      ‸\n").keys()
    assert questions == offered(CLAUSE + "  silent:\n  - about:\n    - ‸\n").keys() - {"- (array item) string"}
    assert questions == offered(CLAUSE + "  examples:\n  - expect:\n      ‸\n").keys()


def test_the_members_of_a_choice_are_offered_as_its_values(offered: Offered):
    assert {"随用人单位参保", "灵活就业人员"} == offered("background:\n  参保身份: ‸\n").keys()
    assert {"可补缴", "只计年限", "不补缴", "无中断"} == offered(
        CLAUSE + "  rules:\n  - then:\n      中断期费用补缴: ‸\n"
    ).keys()
    assert {"是", "否"} == offered("background:\n  存在欠费: ‸\n").keys()


def test_citations_are_offered_where_a_clause_is_named(offered: Offered, library: Library):
    held = {one.cite(provision.clause) for one in library.instruments.values() for provision in one.provisions}

    assert held <= offered(CLAUSE + "  implements:\n  - ‸\n").keys()
    assert held <= offered(CLAUSE + "  examples:\n  - expect: {待遇起始月: {by: [jin‸]}}\n").keys()
    assert library.instruments.keys() <= offered("instrument:\n  repeals:\n  - instrument: ‸\n").keys()
    assert "二（三）" in offered("instrument:\n  repeals:\n  - {instrument: jining-2020-19, clause: ‸}\n")


def test_ranks_evidence_places_and_units_are_offered(offered: Offered, library: Library):
    assert library.vocabulary.ranks == offered("instrument:\n  rank: ‸\n")
    assert library.vocabulary.evidence == offered("instrument:\n  evidence: ‸\n")
    assert {"济宁市", "青海省", "曲阜市"} <= offered("instrument:\n  place: ‸\n").keys()
    assert library.vocabulary.units.keys() == offered(CLAUSE + "  parameters:\n    甲: {value: 3, unit: ‸}\n").keys()


def test_whole_conditions_are_offered_and_nothing_inside_one(offered: Offered):
    """A server sees a line of the rule language as one text: it cannot complete a name in the middle of it."""
    when = CLAUSE + "  rules:\n  - when:\n    - {}\n"
    whole = offered(when.format("‸")).keys()

    assert {"参保身份 == 灵活就业人员", "期限内接续", "not 期限内接续", "中断缴费月数"} <= whole
    assert whole == offered(when.format("not 期限内接续 and 参保‸")).keys()


def test_what_a_key_means_is_shown_on_it(server: Server):
    assert "原文写明让位于谁" in server.hover(NEW, MODELINE + "instrument:\n  yiel‸ds_to: {}\n")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (CLAUSE + "  rule: 甲\n", 12, "rule"),
        (CLAUSE + "  says: 甲\n  silent:\n  - about: [待遇开始月]\n    says: 乙\n", 14, "没有这个问题"),
        (CLAUSE + "  rules:\n  - then: {待遇开始月: 首次缴费月}\n", 13, "待遇开始月"),
        ("background: {减员日期: 2021-3-20}\n", 10, "写成 2021-03-20 的样子"),
        ("background: {参保身分: 灵活就业人员}\n", 10, "参保身分"),
        ("background: {参保身份: 灵活就业}\n", 10, "灵活就业人员"),
        (CLAUSE + "  parameters:\n    甲: {value: 三, unit: 个月}\n", 13, "只写数"),
        (CLAUSE + "  parameters:\n    甲: {value: 3, unit: 月}\n", 13, "个月"),
    ],
)
def test_what_is_wrong_is_underlined_at_its_line(underlined, text: str, line: int, message: str):
    found = underlined(text)

    assert {line} == {one.line for one in found}
    assert any(message in one.message for one in found)


def test_a_rule_that_is_whole_is_not_underlined(underlined):
    assert [] == underlined(
        "background: {转出地: 济南, 转入地: 370800, 存在欠费: false, 首次参保缴费基数: 4000.00, 依据日: 2026-01-01}\n"
        + CLAUSE
        + "  says: 2026\n  parameters:\n    甲: {value: 7%, unit: 比例}\n    乙: {unit: 元, values: {2026-01-01: 100.5}}\n"
        "  implements: [weiruku-2026-1 一]\n"
        "  rules:\n  - when:\n    - 中断缴费月数 > 0 and 参保身份 == 灵活就业人员\n    then: {待遇起始月: 顺延(首次缴费月, 1), 应提交材料: [转出地开具的相关参保材料]}\n"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "policies").rglob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_of_the_shipped_law_is_underlined(server: Server, path: Path):
    """Companions of the law, which have schemas of their own, are shown with theirs."""
    assert [] == server.diagnostics(path, path.read_text("utf-8"))
