"""A name that is written wrongly is answered with the one that was meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.nearest import nearest
from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse

MISSPELLINGS = [
    # facts: the input method's homophones, a character too few, too many, out of order, of another width
    ("facts: {{{}: 灵活就业人员}}", "参保身分", "参保身份"),
    ("facts: {{{}: 灵活就业人员}}", "参保的身份", "参保身份"),
    ("facts: {{{}: 2021-03-20}}", "减员日", "减员日期"),
    ("facts: {{{}: 2021-03-20}}", "减员时间", "减员日期"),
    ("facts: {{{}: 2021-03}}", "最后缴费年月", "最后缴费月"),
    ("facts: {{{}: 2021-07-05}}", "首次交费日", "首次缴费日"),
    ("facts: {{{}: 2021-07-05}}", "首次缴费日期", "首次缴费日"),
    ("facts: {{{}: 1985-05}}", "出身年月", "出生年月"),
    ("facts: {{{}: 男职工}}", "退休类别", "退休年龄类别"),
    ("facts: {{{}: 是}}", "已补交中断期费用", "已补缴中断期费用"),
    ("facts: {{{}: 4200}}", "首次缴费基数", "首次参保缴费基数"),
    ("facts: {{{}: 4200}}", "补缴上月养老金额", "补缴上月养老金"),
    ("facts: {{{}: 3}}", "实际缴费月", "实际缴费月数"),
    ("facts: {{{}: 2021-03-20}}", "收到联系涵日期", "收到联系函日期"),
    ("facts: {{{}: 2021-03-20}}", "信息表收到日期", "收到信息表日期"),
    ("facts: {{{}: 2021-03-20}}", "受理 日期", "受理日期"),
    ("facts: {{{}: 2021-03-20}}", "first_payed_on", "first_paid_on"),
    ("facts: {{{}: flexible}}", "employement", "employment"),
    ("facts: {{{}: 3}}", "Actual_Months", "actual_months"),
    # choices
    ("facts: {{参保身份: {}}}", "灵活就业", "灵活就业人员"),
    ("facts: {{参保身份: {}}}", "随单位参保", "随用人单位参保"),
    ("facts: {{办理情形: {}}}", "在职人员", "在职"),
    ("facts: {{退休年龄类别: {}}}", "女职工原\uff15\uff10周岁", "女职工原50周岁"),
    ("facts: {{转出地参保状态: {}}}", "暂停缴费参保", "暂停参保"),
    ("facts: {{存在欠费: {}}}", "'是 '", "是"),
    # questions
    ("questions: [{}]", "待遇开始月", "待遇起始月"),
    ("questions: [{}]", "一次性补缴金", "一次性补缴金额"),
    ("questions: [{}]", "可否转移接续", "可否办理转移接续"),
    # places
    ("to: {}", "济宁是", "济宁"),
    ("from: {}", "山东省济南市", "济南市"),
]  # fmt: skip


def answered(library, line: str, written: str) -> str:
    """The nearest name that a refused case is told."""
    with pytest.raises(ProblemsError) as refused:
        read_case(parse(line.format(written).encode(), "case.yaml"), library, date(2026, 1, 1))
    (problem,) = refused.value.problems
    return problem.values["nearest"]


def test_of_30_misspellings_27_at_least_are_answered_with_the_name_meant(library):
    answers = [(written, answered(library, line, written)) for line, written, _ in MISSPELLINGS]
    meant = [(written, name) for _, written, name in MISSPELLINGS]

    assert 30 == len(set(meant))
    assert 27 <= len(set(answers) & set(meant)), set(meant) - set(answers)


def test_a_name_like_no_other_is_answered_with_none(library):
    assert "" == answered(library, "facts: {{{}: 1}}", "身高")


@given(st.lists(st.text("甲乙丙丁戊己", min_size=1, max_size=4), unique=True, min_size=1), st.data())
def test_a_name_that_is_there_is_its_own_nearest(names, data):
    name = data.draw(st.sampled_from(names))

    assert name == nearest(name, names)


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
def test_the_nearest_is_always_one_of_the_names(written, names):
    assert nearest(written, names) in (*names, "")


def test_of_two_equally_alike_the_one_that_ends_alike_is_nearer():
    assert "济宁市" == nearest("山东省济宁市", ["山东省", "济宁市"]) == nearest("山东省济宁市", ["济宁市", "山东省"])
