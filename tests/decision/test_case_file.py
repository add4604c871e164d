"""A case file is read exactly or refused, with everything that is wrong with it and what to write instead."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.kinds import as_text
from jiexu.base.month import Month
from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.explanation.problems import spelled
from jiexu.expression.functions import Period

TODAY = date(2026, 1, 1)


def read(library, text: str, today: date | None = TODAY):
    return read_case(parse(text.encode(), "case.yaml"), library, today, "case")


def refused(library, text: str, today: date | None = TODAY):
    """The problems of a case, with their sentences."""
    with pytest.raises(ProblemsError) as error:
        read(library, text, today)
    return [spelled(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("text", "code", "place", "remedy"),
    [
        # dates and months
        ("facts: {减员日期: 2021-02-30}", "P222", (1, 15), "2021 年 2 月没有 30 日"),
        ("facts: {减员日期: 2021-13-01}", "P222", (1, 15), "没有 13 月；"),
        ("facts: {减员日期: 2021/03/20}", "P222", (1, 15), "「2021-03-20」"),
        ("facts: {减员日期: 2021年3月20日}", "P222", (1, 15), "「2021-03-20」"),
        ("facts: {减员日期: 2021.3.20}", "P222", (1, 15), "「2021-03-20」"),
        ("facts: {减员日期: 20210320}", "P222", (1, 15), "「2021-03-20」"),
        ("facts: {减员日期: 2021-03-20 00:00:00}", "P222", (1, 15), "「2021-03-20」"),
        ("facts: {减员日期: 2021-03}", "P222", (1, 15), "要写到日"),
        ("facts: {减员日期: 21-03-20}", "P222", (1, 15), "年在前，写四位"),
        ("facts: {减员日期: 昨天}", "P222", (1, 15), "写成 2021-03-20 的样子"),
        ("facts: {最后缴费月: 2021年3月}", "P222", (1, 16), "「2021-03」"),
        ("facts: {最后缴费月: 2021-03-20}", "P222", (1, 16), "只写年月：「2021-03」"),
        ("facts: {最后缴费月: 202103}", "P222", (1, 16), "「2021-03」"),
        ("as_of: 2021/08/15", "P222", (1, 8), "「2021-08-15」"),
        # numbers
        ("facts: {实际缴费月数: -5}", "P222", (1, 17), "不能是负数"),
        ("facts: {实际缴费月数: 18个月}", "P222", (1, 17), "「18」"),
        ("facts: {实际缴费月数: 10年}", "P222", (1, 17), "「120」"),
        ("facts: {实际缴费月数: 1年6个月}", "P222", (1, 17), "「18」"),
        ("facts: {实际缴费月数: 12.5}", "P222", (1, 17), "写不小于0的整数"),
        ("facts: {实际缴费月数: '18 '}", "P222", (1, 17), "「18」"),
        ("facts: {首次参保缴费基数: 4200元}", "P222", (1, 19), "「4200」"),
        ("facts: {首次参保缴费基数: '￥4,200.00'}", "P222", (1, 19), "「4200.00」"),
        ("facts: {首次参保缴费基数: 1.2万}", "P222", (1, 19), "「12000」"),
        ("facts: {首次参保缴费基数: -4200}", "P222", (1, 19), "不能是负数"),
        ("facts: {首次参保缴费基数: 4200.005}", "P222", (1, 19), "至多两位小数"),
        ("facts: {个人账户余额: 未知}", "P222", (1, 17), "整行删去"),
        # choices, yes and no
        ("facts: {参保身份: 灵活就业}", "P123", (1, 15), "「灵活就业人员」"),
        ("facts: {参保身份: '灵活就业人员 '}", "P123", (1, 15), "「灵活就业人员」"),
        ("facts: {参保身份: 灵活 就业人员}", "P123", (1, 15), "「灵活就业人员」"),
        ("facts: {参保身份: Flexible}", "P123", (1, 15), "「flexible」"),
        ("facts: {参保身份: 学生}", "P123", (1, 15), "改成其中一项"),
        ("facts: {存在欠费: '是 '}", "P123", (1, 15), "「是」"),
        ("facts: {存在欠费: True}", "P123", (1, 15), "「true」"),
        ("facts: {存在欠费: Y}", "P123", (1, 15), "改成其中一项"),
        # no value, or the wrong shape
        ("facts: {参保身份: }", "P258", (1, 15), "整行删去"),
        ("facts: {参保身份: null}", "P258", (1, 15), "整行删去"),
        ("facts: {参保身份: ''}", "P258", (1, 15), "整行删去"),
        ("facts:\nto: 济宁市", "P258", (1, 7), "整行删去"),
        ("facts: {参保身份: [灵活就业人员]}", "P127", (1, 15), "只写一个值"),
        ("facts: {参保身份: {value: 灵活就业人员, prof: x}}", "P121", (1, 31), "「proof」"),
        ("facts: {参保身份: {proof: x}}", "P122", (1, 15), "加上这一项"),
        ("facts:\n- 参保身份: 灵活就业人员", "P127", (2, 1), "去掉每行前面的「- 」"),
        ("facts: 参保身份", "P127", (1, 8), "照格式说明改写"),
        ("facts:\n  参保身份：灵活就业人员", "P127", (2, 3), "全角冒号"),
        ("facts:\n  参保身份:灵活就业人员", "P127", (2, 3), "冒号后面要空一格"),
        ("facts: {参保身份：灵活就业人员: }", "P251", (1, 9), "全角冒号"),
        ("- case: A\n- case: B", "P127", (1, 1), "一个文件只写一个案件"),
        ("只有一句话", "P127", (1, 1), "照格式说明改写"),
        ("case: [1, 2]", "P127", (1, 7), "只写一个值"),
        ("questions: {待遇起始月: 问}", "P127", (1, 12), "只写一个值"),
        ("from: [济南市]", "P127", (1, 7), "只写一个值"),
        # names, and the place of each
        ("facts: {参保身分: 灵活就业人员}", "P251", (1, 9), "「参保身份」"),
        ("facts: {身高: 170}", "P251", (1, 9), "词汇表"),
        ("facts: {待遇起始月: 2021-07}", "P261", (1, 9), "questions:"),
        ("facts: {依据日: 2021-07-05}", "P260", (1, 9), "写作 as_of:"),
        ("facts: {questions: x}", "P260", (1, 9), "最外层"),
        ("facts: {参保身份: 灵活就业人员, employment: employed}", "P225", (1, 23), "合并"),
        ("to: 济宁市\nfacts: {转入地: 济南市}", "P225", (1, 1), "合并"),
        ("参保身份: 灵活就业人员", "P259", (1, 1), "移到 facts: 下面"),
        ("待遇起始月: 问", "P259", (1, 1), "移到 questions: 下面"),
        ("转入地: 济宁市", "P121", (1, 1), "「to」"),
        ("依据日: 2021-07-05", "P121", (1, 1), "「as_of」"),
        ("案件: A", "P121", (1, 1), "「case」"),
        ("fact: {}", "P121", (1, 1), "「facts」"),
        ("facts：{参保身份: 灵活就业人员}", "P121", (1, 1), "全角冒号"),
        ("\u3000\u3000参保身份: 灵活就业人员", "P121", (1, 1), "半角空格"),
        ("questions: [待遇开始月]", "P252", (1, 13), "「待遇起始月」"),
        # places
        ("to: 济宁是", "P223", (1, 5), "「济宁」"),
        ("to: 亚特兰蒂斯", "P223", (1, 5), "六位代码"),
        ("from: 吉林", "P224", (1, 7), "写全称或六位代码"),
        # what cannot be
        ("facts: {入院日期: 2021-05-05, 出院日期: 2021-05-01}", "P253", (1, 33), "改正其中一个"),
        ("facts: {出生年月: 1985-05, 退休日期: 1984-01-01}", "P253", (1, 30), "改正其中一个"),
        ("facts: {受理日期: 2021-05-05, 收到信息表日期: 2021-05-01}", "P253", (1, 36), "改正其中一个"),
        ("facts: {受理日期: 2021-05-05, 收到联系函日期: 2021-05-01}", "P253", (1, 36), "改正其中一个"),
        ("facts: {受理日期: 2021-05-05, 资金到账日期: 2021-05-01}", "P253", (1, 35), "改正其中一个"),
        ("facts: {首次缴费日: 2021-07-05, 首次缴费月: 2021-08}", "P254", (1, 35), "只留一个"),
        ("facts: {出生年月: 1885-05}", "P255", (1, 15), "检查年份"),
        ("facts: {实际缴费月数: 1201}", "P257", (1, 17), "把年写成了月"),
        ("as_of: 2226-01-01", "P262", (1, 8), "检查年份"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place_with_what_to_write_instead(text, code, place, remedy, library):
    (problem,) = refused(library, text)

    assert (code, *place) == (problem.code, problem.where.line, problem.where.column)
    assert remedy in problem.help


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("{place: 济南市, from: 2021-05, until: 2021-01}", ["P253"]),
        ("{place: 济南市, from: 2021-05}", ["P122"]),
        ("{地点: 济南市, from: 2021-01, until: 2021-05}", ["P122", "P121"]),
        ("{place: 济南是, from: 2021-1, until: 2021年5月, kind: 实在}", ["P223", "P222", "P222", "P123"]),
        ("{place: 济南市, from: 2021-01, until: 2021-05, kind: [实际]}", ["P127"]),
        ("{place: 济南市, from: 0001-01, until: 9999-12}", ["P255"]),
        ("济南市", ["P127"]),
        ("", ["P258"]),
    ],
)
def test_a_period_of_contributions_is_whole_or_refused(period, codes, library):
    """And what cannot be read of it contradicts nothing: the count of months beside it stands."""
    text = f"facts:\n  实际缴费月数: 3\n  缴费记录:\n  - {period}\n"

    assert sorted(codes) == sorted(problem.code for problem in refused(library, text))


def test_contributions_written_as_one_entry_are_asked_for_as_a_list(library):
    (problem,) = refused(library, "facts:\n  缴费记录: {place: 济南市, from: 2021-01, until: 2021-05}")

    assert ("P127", "每项另起一行，前面写「- 」") == (problem.code, problem.help)


def test_paying_in_two_places_at_once_is_a_case_and_no_mistake(library):
    """重复参保 is what the law answers."""
    periods = "[{place: 济南市, from: 2021-01, until: 2021-06}, {place: 济宁市, from: 2021-04, until: 2021-09}]"
    read_twice = read(library, f"facts: {{缴费记录: {periods}, 实际缴费月数: 9}}")

    assert 2 == len(read_twice.facts["contributions"])


def test_given_months_that_are_the_derived_ones_stand(library):
    case = read(
        library,
        "facts: {缴费记录: [{place: 济南市, from: 2021-01, until: 2021-06}], actual_months: 6, 视同缴费月数: 0}",
    )

    assert (6, 0) == (case.facts["actual_months"], case.facts["deemed_months"])


def test_all_that_is_wrong_with_a_case_is_told_in_one_run(library):
    """Structure, names, values, places, order and what differs from what was derived."""
    text = """
      cas: A
      as_of: 2021/08/15
      from: 济南是
      questions: [待遇开始月]
      facts:
        参保身分: 灵活就业人员
        退休年龄类别: 男
        减员日期: 2021-02-30
        入院日期: 2021-05-05
        出院日期: 2021-05-01
        首次缴费日: 2021-07-05
        首次缴费月: 2021-08
        个人账户余额: -1
      expect: {待遇起始月: {value: 2021-13, stat: x}}
    """
    problems = refused(library, text)
    found = [(problem.where.line, problem.code) for problem in sorted(problems, key=lambda one: one.where)]

    assert [
        (2, "P121"), (3, "P222"), (4, "P223"), (5, "P252"), (7, "P251"), (8, "P123"), (9, "P222"), (11, "P253"), (13, "P254"),
        (14, "P222"), (15, "P222"), (15, "P121"),
    ] == found  # fmt: skip
    assert all(problem.message and problem.help for problem in problems)


@pytest.mark.parametrize(
    ("expected", "codes"),
    [
        ("{待遇起始月: 2021-07}", []),
        ("{待遇开始月: 2021-07}", ["P252"]),
        ("{待遇起始月: {status: pendin, missing: [参保身分]}}", ["P123", "P251"]),
        ("{待遇起始月: {status: pending, missing: [参保身份]}}", []),
        ("[待遇起始月]", ["P127"]),
        ("{不予受理原因: [转出地未暂停]}", ["P123"]),
        ("{可否办理转移接续: 可以}", ["P123"]),
    ],
)
def test_what_a_case_pins_is_read_as_strictly_as_its_facts(expected, codes, library):
    text = f"expect: {expected}"

    assert codes == ([problem.code for problem in refused(library, text)] if codes else [])
    if not codes:
        assert "待遇起始月" == read(library, text).expect[0].question


def test_the_day_of_the_decision_is_the_one_written_else_today(library):
    assert date(2021, 8, 15) == read(library, "as_of: 2021-08-15").as_of
    assert TODAY == read(library, "to: 济宁市").as_of


def test_where_nobody_says_what_day_it_is_the_case_must(library):
    assert date(2021, 8, 15) == read(library, "as_of: 2021-08-15", today=None).as_of
    assert [("P122", "缺少「as_of」")] == [
        (one.code, one.message) for one in refused(library, "to: 济宁市", today=None)
    ]


VALUES = {
    "date": st.dates(date(1930, 1, 1), date(2120, 12, 31)),
    "month": st.builds(Month, st.integers(1930, 2120), st.integers(1, 12)),
    "months": st.integers(0, 1200),
    "yuan": st.decimals(0, 10**9, places=2),
    "yes_no": st.booleans(),
}
FREE = [
    "减员日期",
    "首次缴费日",
    "最后缴费月",
    "补缴日期",
    "实际缴费月数",
    "视同缴费月数",
    "个人账户余额",
    "存在欠费",
    "参保身份",
    "办理方式",
]


@given(data=st.data(), names=st.lists(st.sampled_from(FREE), unique=True), by_id=st.booleans(), as_json=st.booleans())
def test_what_a_case_says_is_what_is_read_by_name_or_id_in_yaml_or_json(data, names, by_id, as_json, library):
    given_facts, written = {}, {}
    for name in names:
        fact = library.vocabulary.facts[name]
        value = data.draw(VALUES[fact.kind.name] if fact.kind.name in VALUES else st.sampled_from(fact.kind.members))
        given_facts[fact.id] = value
        if isinstance(value, bool):
            text = ("true" if value else "false") if by_id else ("是" if value else "否")
        elif by_id and value in fact.kind.members:
            text = fact.ids[fact.kind.members.index(value)]
        else:
            text = as_text(value)
        written[fact.id if by_id else name] = text
    lines = "".join(f"\n  {key}: {text}" for key, text in written.items())
    text = json.dumps({"facts": written}, ensure_ascii=False) if as_json or not written else f"facts:{lines}"

    assert given_facts == read(library, text).facts


def test_values_are_of_their_kinds(library):
    case = read(
        library,
        """
        case: A
        from: "370100"
        to: 济宁
        facts:
          减员日期: {value: 2021-03-20, proof: 转出地减员凭证}
          last_paid_month: 2021-03
          首次参保缴费基数: 4200
          缴费记录: [{place: 济南, from: 2021-01, until: 2021-03}, {place: 济宁市, from: 2021-04, until: 2021-04, kind: deemed}]
        """,
    )

    assert ("A", "370100", "370800") == (case.id, case.origin, case.destination)
    assert {
        "removed_on": date(2021, 3, 20),
        "last_paid_month": Month(2021, 3),
        "first_base": Decimal("4200.00"),
        "contributions": (
            Period("370100", Month(2021, 1), Month(2021, 3), "实际"),
            Period("370800", Month(2021, 4), Month(2021, 4), "视同"),
        ),
    } == case.facts


scalars = st.sampled_from(
    ["灵活就业人员", "2021-03-20", "2021-03", "3", "是", "", "null", "济宁市", "待遇起始月", "x", "-1", "9999-12-31"]
)
cases = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["case", "as_of", "from", "to", "facts", "questions", "expect", "value", "status", "missing", "place", "until",
                 "参保身份", "缴费记录", "减员日期", "转入地", "待遇起始月", "依据日", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@given(case=cases)
def test_any_structure_is_a_case_or_has_problems_each_with_a_sentence(case, library):
    try:
        read(library, json.dumps(case, ensure_ascii=False))
    except ProblemsError as error:
        problems = list(map(spelled, error.problems))

        assert all(problem.message and problem.help and "{" not in problem.message for problem in problems)
