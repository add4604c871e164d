"""Facts written into a case file: what was there stays, and what was written is read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.decision.case_edit import with_fact
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.law.library import Library

TODAY = date(2026, 11, 22)
BLOCK = """# 窗口第三号
case: X   # 案号
to: 济宁市
facts:   # 已知
  减员日期: '2021-03-20'   # 减员单
  # 还没有的写在下面
  缴费记录:
  - {place: 济宁市, from: 2015-01, until: 2015-02}

questions: [待遇起始月]   # 只问这个
"""
FLOW = "case: X\nto: 济宁市\nfacts: {减员日期: 2021-03-20, 最后缴费月: 2021-03}\n"
JSON = '{"case": "X", "to": "济宁市", "facts": {"减员日期": "2021-03-20"}}'
BARE = "case: X\nto: 济宁市"
ONE_LINE = "{case: X, to: 济宁市, facts: {}}"
EMPTY = "case: X\nto: 济宁市\nfacts: {}\n"


def written(library: Library, text: str, name: str, value) -> str:
    return with_fact(text.encode(), "case.yaml", library.vocabulary.facts[name], value).decode()


def facts(library: Library, text: str) -> dict[str, object]:
    return read_case(parse(text.encode(), "case.yaml"), library, TODAY).facts


@pytest.mark.parametrize(
    "text", [BLOCK, FLOW, JSON, BARE, EMPTY, ONE_LINE, BLOCK.replace("\n", "\r\n"), BLOCK.rstrip("\n")]
)
@pytest.mark.parametrize(
    ("name", "value"), [("首次缴费日", "2021-07-05"), ("减员日期", "2021-04-01"), ("参保身份", "灵活就业人员")]
)
def test_a_fact_written_is_read_back_and_the_others_are_what_they_were(
    library: Library, text: str, name: str, value: str
):
    fact = library.vocabulary.facts[name]
    before, after = facts(library, text), facts(library, written(library, text, name, value))

    assert value == str(after.pop(fact.id))
    before.pop(fact.id, None)
    assert before == after


@pytest.mark.parametrize("text", [BLOCK, BARE, BLOCK.replace("\n", "\r\n"), BLOCK.rstrip("\n")])
def test_a_fact_added_leaves_every_line_as_it_was_and_ends_its_own_like_them(library: Library, text: str):
    changed = written(library, text, "首次缴费日", "2021-07-05").splitlines(keepends=True)
    remaining = iter(changed)

    assert all(any(line == other.rstrip("\r\n") for other in remaining) for line in text.splitlines())
    assert {line.endswith("\r\n") for line in changed[:-1]} == {"\r\n" in text}


def test_a_new_fact_stands_after_the_others_with_their_indent(library: Library):
    lines = written(library, BLOCK, "首次缴费日", "2021-07-05").splitlines()

    assert "  首次缴费日: 2021-07-05" == lines[lines.index("  - {place: 济宁市, from: 2015-01, until: 2015-02}") + 1]


def test_a_value_is_replaced_where_it_stands_its_comment_kept(library: Library):
    assert "  减员日期: 2021-04-01   # 减员单\n" in written(library, BLOCK, "减员日期", "2021-04-01")


def test_a_value_with_its_proof_keeps_the_proof(library: Library):
    text = "to: 济宁市\nfacts:\n  减员日期: {value: 2021-03-20, proof: 减员单}\n"

    assert text.replace("03-20", "04-01") == written(library, text, "减员日期", "2021-04-01")


@pytest.mark.parametrize("text", [BLOCK, FLOW, JSON, BARE, ONE_LINE])
def test_a_place_stands_outside_the_facts(library: Library, text: str):
    case = read_case(parse(written(library, text, "转出地", "济南市").encode(), "case.yaml"), library, TODAY)

    assert ("370100", "370800") == (case.origin, case.destination)


@pytest.mark.parametrize("text", [FLOW, JSON, BARE, ONE_LINE])
def test_periods_are_written_on_one_line(library: Library, text: str):
    periods = [{"place": "济宁市", "from": "2015-01", "until": "2015-12", "kind": "实际"}]
    case = facts(library, written(library, text, "缴费记录", periods))

    assert ["2015-01—2015-12"] == [f"{one.first}—{one.last}" for one in case["contributions"]]


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12))
def test_whatever_a_person_types_stays_one_value(library: Library, typed: str):
    node = parse(with_fact(BARE.encode(), "case.yaml", library.vocabulary.facts["参保身份"], typed), "case.yaml")

    assert typed == node.get("facts").get("参保身份").text
