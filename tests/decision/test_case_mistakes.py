"""A case file is refused with everything that is wrong with it and what to write instead."""

import pytest

from tests.decision.conftest import refused


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
