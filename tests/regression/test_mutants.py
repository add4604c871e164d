"""Which mutants a law has: listed by hand for a law that is small enough, and line by line."""

from collections.abc import Callable

import pytest
from jiexu.base.location import NOWHERE
from jiexu.expression.grammar import expression
from jiexu.law.library import Library
from jiexu.regression.line_mutants import variants
from jiexu.regression.mutation import mutants
from jiexu.regression.rivals import neighbouring_ranks

from tests.regression.conftest import CLAUSE


def test_a_clause_has_these_mutants_and_no_others(law: Callable[..., Library]):
    found = [(one.site.kind, one.site.name, one.change, one.about, one.was, one.now) for one in mutants(law(CLAUSE))]
    inside, beyond = ("rule", "期限内"), ("rule", "超过期限")

    assert [
        ("instrument", "", "validity", "first", "2020-01-01", "2019-12-31"),
        ("instrument", "", "validity", "first", "2020-01-01", "2020-01-02"),
        ("parameter", "期限", "threshold", "", "3", "2"),
        ("parameter", "期限", "threshold", "", "3", "4"),
        ("scope", "", "dropped", "", "已提供(转出地)", ""),
        ("scope", "", "negated", "", "已提供(转出地)", "not 已提供(转出地)"),
        (*inside, "dropped", "", "待遇起始月", ""),
        (*inside, "dropped", "", "参保身份 == 灵活就业人员", ""),
        (*inside, "comparison", "", "参保身份 == 灵活就业人员", "参保身份 != 灵活就业人员"),
        (*inside, "choice", "", "参保身份 == 灵活就业人员", "参保身份 == 随用人单位参保"),
        (*inside, "dropped", "", "中断缴费月数 <= 期限", ""),
        (*inside, "comparison", "", "中断缴费月数 <= 期限", "中断缴费月数 < 期限"),
        (*inside, "negated", "", "中断缴费月数 <= 期限", "not 中断缴费月数 <= 期限"),
        (*beyond, "dropped", "", "待遇起始月", ""),
        (*beyond, "dropped", "", "参保身份 == 灵活就业人员", ""),
        (*beyond, "comparison", "", "参保身份 == 灵活就业人员", "参保身份 != 灵活就业人员"),
        (*beyond, "choice", "", "参保身份 == 灵活就业人员", "参保身份 == 随用人单位参保"),
        (*beyond, "dropped", "", "中断缴费月数 > 期限", ""),
        (*beyond, "comparison", "", "中断缴费月数 > 期限", "中断缴费月数 >= 期限"),
        (*beyond, "negated", "", "中断缴费月数 > 期限", "not 中断缴费月数 > 期限"),
    ] == found


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("中断缴费月数 > 0", ["constant 中断缴费月数 > 1", "negated not 中断缴费月数 > 0"]),
        (
            "期限 < 中断缴费月数 <= 上限",
            [
                "comparison 期限 <= 中断缴费月数 <= 上限",
                "comparison 期限 < 中断缴费月数 < 上限",
                "exchanged 上限 < 中断缴费月数 <= 上限",
                "exchanged 期限 < 中断缴费月数 <= 期限",
                "negated not 期限 < 中断缴费月数 <= 上限",
            ],
        ),
        ("not 存在欠费", ["negated 存在欠费"]),
        (
            "(存在欠费 or 个人账户冻结) and 按时足额缴费",
            [
                "operand 按时足额缴费",
                "operand 存在欠费 or 个人账户冻结",
                "operand (个人账户冻结) and 按时足额缴费",
                "operand (存在欠费) and 按时足额缴费",
                "negated not ((存在欠费 or 个人账户冻结) and 按时足额缴费)",
            ],
        ),
    ],
)
def test_a_condition_is_changed_in_one_place(law: Callable[..., Library], line: str, wanted: list[str]):
    library = law(CLAUSE.replace("期限: {", "上限: {value: 6, unit: 个月, quote: 六个月}\n    期限: {"))
    provision = library.instruments["shiyan-2026-1"].provisions[0]
    found = variants(library.vocabulary, provision, expression(line, NOWHERE), test=True)

    assert wanted == [f"{one.change} {one.line.source}" for one in found]


def test_an_answer_is_changed_by_branch_member_sign_and_step(law: Callable[..., Library]):
    clause = (
        "- clause: 一\n"
        "  parameters:\n"
        "    比例: {value: 7%, unit: 比例, quote: 7%}\n"
        "    起点: {value: 2021-03-01, unit: 日期, quote: 3月1日}\n"
        "    标准: {unit: 元, values: {2021-01-01: 100, 2021-07-01: 110}, quote: 标准}\n"
        "  rules:\n"
        "  - then:\n"
        "      补缴责任人: 本人 if 存在欠费 else 用人单位\n"
        "      一次性补缴金额: 标准 * 比例 + 最后一次缴费基数\n"
        "      无力一次性补缴的选择: [分段继续缴费, 参加居民基本医疗保险]\n"
        "      达到最低缴费年限: 是\n"
        "      转出地待遇截止日: 起点\n"
    )
    found = [
        (one.change, one.about, one.was, one.now)
        for one in mutants(law(clause))
        if one.site.kind != "instrument" and (one.site.kind, one.change) != ("rule", "dropped")
    ]

    assert [
        ("threshold", "", "0.07", "0.06"),
        ("threshold", "", "0.07", "0.08"),
        ("date", "", "2021-03-01", "2021-02-28"),
        ("date", "", "2021-03-01", "2021-03-02"),
        ("date", "", "2021-01-01", "2020-12-31"),
        ("date", "", "2021-01-01", "2021-01-02"),
        ("threshold", "2021-01-01", "100.00", "99.99"),
        ("threshold", "2021-01-01", "100.00", "100.01"),
        ("date", "", "2021-07-01", "2021-06-30"),
        ("date", "", "2021-07-01", "2021-07-02"),
        ("threshold", "2021-07-01", "110.00", "109.99"),
        ("threshold", "2021-07-01", "110.00", "110.01"),
        ("branches", "补缴责任人", "本人 if 存在欠费 else 用人单位", "用人单位 if 存在欠费 else 本人"),
        ("choice", "补缴责任人", "本人 if 存在欠费 else 用人单位", "用人单位 if 存在欠费 else 用人单位"),
        ("choice", "补缴责任人", "本人 if 存在欠费 else 用人单位", "本人 if 存在欠费 else 本人"),
        ("arithmetic", "一次性补缴金额", "标准 * 比例 + 最后一次缴费基数", "标准 * 比例 - 最后一次缴费基数"),
        ("choice", "无力一次性补缴的选择", "分段继续缴费 参加居民基本医疗保险", "参加居民基本医疗保险"),
        ("choice", "无力一次性补缴的选择", "分段继续缴费 参加居民基本医疗保险", "分段继续缴费"),
        ("choice", "达到最低缴费年限", "是", "否"),
    ] == found


def test_overrides_delegations_silences_and_bounds_are_left_out_in_turn(law: Callable[..., Library]):
    clause = (
        "- clause: 一\n"
        "  rules:\n"
        "  - {name: 甲, then: {待遇起始月: 首次缴费月}}\n"
        "  - {name: 乙, overrides: [一 甲], then: {待遇起始月: 首次缴费月}}\n"
        "  delegates:\n"
        "  - about: [中断期费用补缴, 不足月数]\n"
        "    quote: 由县规定\n"
        "    within:\n"
        "    - 不足月数 > 0\n"
        "  silent:\n"
        "  - {about: [中断期医疗费用], says: 没有写。}\n"
    )
    found = [
        (one.site.kind, one.site.name, one.change, one.was)
        for one in mutants(law(clause))
        if one.change in ("dropped", "override")
    ]

    assert [
        ("rule", "甲", "dropped", "待遇起始月"),
        ("rule", "乙", "dropped", "待遇起始月"),
        ("rule", "乙", "override", "一 甲"),
        ("delegation", "#1", "dropped", "中断期费用补缴"),
        ("delegation", "#1", "dropped", "不足月数"),
        ("delegation", "#1", "dropped", "不足月数 > 0"),
        ("silence", "#1", "dropped", "中断期医疗费用"),
    ] == found


def test_every_mutant_of_the_shipped_law_differs_from_it_and_from_every_other(library: Library):
    found = list(mutants(library))

    assert [] == [one.key for one in found if one.was == one.now]
    assert len(found) == len({one.key for one in found})


def test_a_rank_is_changed_only_where_another_instrument_would_notice(library: Library):
    """19号 is municipal: above it 47号 (provincial), beside it the reported adoption; nothing else speaks at Jining."""
    assert ["provincial", "guide"] == list(neighbouring_ranks(library, library.instruments["jining-2020-19"]))
    assert [] == list(neighbouring_ranks(library, library.instruments["workdays-2025"]))
