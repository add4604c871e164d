"""Months never meet days nor yuan months; a choice is one of its own."""

import pytest
from jiexu.base.kinds import ANY
from jiexu.base.location import Location
from jiexu.expression.grammar import expression
from jiexu.expression.kinds import kind_of, kind_problem

NUMBERS = {"月数": "接续期限", "天数": "办结时限", "个数": "缴费次数", "金额": "缴费基数", "比例": "补缴比例"}
OTHERS = {"月数": "实际缴费月数", "天数": "延长天数", "个数": "补缴次数", "金额": "最低基数", "比例": "个人比例"}
DAYS_AND_MONTHS = {"日期": ("减员日期", "首次缴费日"), "年月": ("减员月", "首次缴费月")}
UNORDERED = ["已补缴", "转出地", "缴费记录", "参保身份", "应交材料"]
# What a product of two means, written out; whatever is not here means nothing.
PRODUCTS = {
    ("金额", "比例"): "yuan", ("比例", "金额"): "yuan", ("金额", "月数"): "yuan", ("月数", "金额"): "yuan", ("金额", "个数"): "yuan",
    ("个数", "金额"): "yuan", ("比例", "比例"): "rate", ("比例", "月数"): "rate", ("月数", "比例"): "rate", ("月数", "个数"): "months",
    ("个数", "月数"): "months", ("天数", "个数"): "days", ("个数", "天数"): "days", ("个数", "个数"): "count",
}  # fmt: skip


def found(line: str, names, wanted=None):
    """The code of what is wrong with a line, the column and the words it is about; None when nothing is."""
    problem = kind_problem(expression(line, Location("f")), wanted, names)
    if problem is None:
        return None
    start = problem.where.column - 1
    return problem.code, line[start : start + problem.where.width]


@pytest.mark.parametrize("one", NUMBERS)
@pytest.mark.parametrize("other", NUMBERS)
@pytest.mark.parametrize("operator", ["+", "-", "<", ">=", "==", "!="])
def test_two_numbers_are_added_or_compared_only_when_they_count_the_same(one, other, operator, names):
    line = f"{NUMBERS[one]} {operator} {OTHERS[other]}"

    assert (None if one == other else ("P212", OTHERS[other])) == found(line, names)


@pytest.mark.parametrize("one", NUMBERS)
@pytest.mark.parametrize("other", NUMBERS)
def test_a_product_means_something_or_is_refused(one, other, names):
    line = f"{NUMBERS[one]} * {OTHERS[other]}"
    product = kind_of(expression(line, Location("f")), names)

    assert PRODUCTS.get((one, other), ANY.name) == product.name
    assert (None if (one, other) in PRODUCTS else ("P220", line)) == found(line, names)


@pytest.mark.parametrize("number", NUMBERS.values())
@pytest.mark.parametrize("calendar", [name for pair in DAYS_AND_MONTHS.values() for name in pair])
@pytest.mark.parametrize("operator", ["+", "-", "*", "<", "=="])
def test_a_day_and_a_month_are_no_numbers(number, calendar, operator, names):
    assert found(f"{calendar} {operator} {number}", names)[0] in ("P212", "P214")
    assert found(f"{number} {operator} {calendar}", names)[0] in ("P212", "P214")


@pytest.mark.parametrize("operator", ["<", "<=", "==", "!=", ">", ">="])
def test_days_are_compared_with_days_and_months_with_months(operator, names):
    for one, other in DAYS_AND_MONTHS.values():
        assert found(f"{one} {operator} {other}", names) is None
    assert ("P212", "减员月") == found(f"减员日期 {operator} 减员月", names)


@pytest.mark.parametrize("name", UNORDERED)
@pytest.mark.parametrize("operator", ["<", "<=", ">", ">=", "+", "-", "*"])
def test_what_has_no_size_is_neither_ordered_nor_counted_with(name, operator, names):
    assert ("P214", name) == found(f"{name} {operator} {name}", names)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("参保身份 == 灵活就业人员", None),
        ("灵活就业人员 != 参保身份", None),
        ("参保身份 == 灵活就业", ("P211", "灵活就业")),
        ("参保身份 == 在职", ("P213", "在职")),
        ("参保身份 == 办理情形", ("P219", "办理情形")),
        ("参保身份 == 减员月", ("P212", "减员月")),
        ("参保身份 == 0", ("P212", "0")),
        ("减员月 == 灵活就业人员", ("P212", "灵活就业人员")),
        ("灵活就业人员 == 随用人单位参保", ("P218", "灵活就业人员")),
        ("参保身份 == (灵活就业人员 if 已补缴 else 随用人单位参保)", None),
        ("参保身份 == (在职 if 已补缴 else 随用人单位参保)", ("P213", "在职")),
        ("参保身份 == (灵活就业人员 if 已补缴 else 在职)", ("P213", "在职")),
        ("身份证件 in 应交材料", None),
        ("在职 in 应交材料", ("P213", "在职")),
        ("减员月 in 应交材料", ("P212", "减员月")),
        ("身份证件 in 参保身份", ("P212", "参保身份")),
        ("身份证件 in 身份证件", ("P218", "身份证件")),
    ],
)
def test_a_choice_is_one_of_its_own(line, problem, names):
    assert problem == found(line, names)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("灵活就业人员", None),
        ("灵活就业人员 if 已补缴 else 随用人单位参保", None),
        ("在职 if 已补缴 else 随用人单位参保", ("P213", "在职")),
        ("灵活就业人员 if 已补缴 else 在职", ("P213", "在职")),
        ("灵活就业人员 if 减员月 else 随用人单位参保", ("P212", "减员月")),
        ("办理情形", ("P219", "办理情形")),
        ("已补缴", ("P212", "已补缴")),
    ],
)
def test_an_answer_is_of_its_questions_kind_in_each_branch(line, problem, names, kinds):
    assert problem == found(line, names, kinds["参保身份"])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not 减员月", ("P212", "减员月")),
        ("已补缴 and 接续期限", ("P212", "接续期限")),
        ("已补缴 or 0", ("P212", "0")),
        ("减员月 if 已补缴 else 减员日期", ("P212", "减员日期")),
        ("0 if 已补缴 else 接续期限", None),
        ("月份(减员日期) == 减员月", None),
        ("月份(减员月)", ("P212", "减员月")),
        ("月序(减员月)", ("P216", "月序(减员月)")),
        ("月序(减员月, 首次缴费月, 减员月)", ("P216", "月序(减员月, 首次缴费月, 减员月)")),
        ("顺延(减员月, 办结时限)", ("P212", "办结时限")),
        ("顺延(减员月, 1) <= 首次缴费月", None),
        ("月后(减员日期, 接续期限, 月末)", None),
        ("月后(减员日期, 接续期限, 年末)", ("P211", "年末")),
        ("月后(减员日期, 接续期限, 在职)", ("P213", "在职")),
        ("工作日后(减员日期, 接续期限)", ("P212", "接续期限")),
        ("缴费月数(缴费记录, 实际)", None),
        ("缴费月数(缴费记录, 在职)", ("P213", "在职")),
        ("缴费月数(缴费记录, 实际, 转入地)", None),
        ("较大(缴费基数, 最低基数)", None),
        ("较大(减员日期, 首次缴费日)", None),
        ("较大(接续期限 - 1, 0)", None),
        ("较大(缴费基数, 接续期限)", ("P212", "接续期限")),
        ("较大(参保身份, 参保身份)", ("P214", "参保身份")),
        ("较小(缴费记录, 缴费记录)", ("P214", "缴费记录")),
        ("较小(在职, 在职)", ("P218", "在职")),
        ("上取整(接续期限, 实际缴费月数)", None),
        ("上取整(减员日期, 首次缴费日)", ("P214", "减员日期")),
        ("上取整(缴费基数, 最低基数)", ("P214", "缴费基数")),
        ("同省(转出地, 转入地)", None),
        ("同省(转出地, 减员月)", ("P212", "减员月")),
        ("已提供(减员日期)", None),
        ("已提供(月份(减员日期))", ("P217", "月份(减员日期)")),
        ("已提供(在职)", ("P217", "在职")),
        ("月数(减员月)", ("P215", "月数(减员月)")),
    ],
)
def test_a_function_takes_what_it_says(line, problem, names):
    assert problem == found(line, names)


@pytest.mark.parametrize(
    "line",
    [
        "甲 < 减员日期", "接续期限 + 甲 * 缴费基数", "not 甲", "参保身份 == 甲", "灵活就业人员 == 甲", "身份证件 in 甲",
        "甲 in 应交材料", "月份(甲)", "较大(甲, 减员月)", "上取整(甲, 接续期限)", "减员月 if 甲 else 甲", "甲",
    ],
)  # fmt: skip
def test_what_rests_on_a_name_whose_own_line_is_wrong_is_not_called_wrong_too(line, names):
    broken = names._replace(kind_of=lambda name: ANY if name == "甲" else names.kind_of(name))

    assert found(line, broken) is None


def test_the_first_wrong_part_of_a_line_is_told_with_the_nearest_name(names):
    problem = kind_problem(expression("已补缴 and 减员年月 == 首次缴费月", Location("f", 3, 10)), None, names)

    assert ("P211", 3, 18, "减员月") == (
        problem.code,
        problem.where.line,
        problem.where.column,
        problem.values["nearest"],
    )
