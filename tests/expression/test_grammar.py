"""What is not the rule language is refused when it is read, at its place; nothing of Python is within reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import Location
from jiexu.base.problem import ProblemsError
from jiexu.explanation.problems import spelled
from jiexu.expression.grammar import expression
from jiexu.expression.kinds import kind_problem

# (line, code, column): the first sign that is not the language's, or the name that nobody declared.
ATTRIBUTES = [
    ("减员月.__class__", "P204", 1),
    ("减员月.__class__.__mro__", "P204", 1),
    ("().__class__.__bases__", "P204", 1),
    ("(减员月).year", "P204", 1),
    ("月份(减员日期).year", "P204", 1),
    ("月份.__globals__", "P204", 1),
    ("月份.__code__.co_consts", "P204", 1),
    ("''.__class__", "P204", 1),
    ("[].__class__.__base__.__subclasses__()", "P204", 1),
    ("缴费记录.append(0)", "P204", 1),
    ("缴费记录[0]", "P204", 1),
    ("缴费记录[0:1]", "P204", 1),
]
BUILTINS = [
    ("__import__(0)", "P215", 1),
    ("__import__('os').system('id')", "P204", 1),
    ("eval(减员月)", "P215", 1),
    ("exec('import os')", "P205", 6),
    ("compile(0, 0, 0)", "P215", 1),
    ("getattr(减员月, 减员月)", "P215", 1),
    ("globals()", "P215", 1),
    ("vars()", "P215", 1),
    ("breakpoint()", "P215", 1),
    ("print(减员月)", "P215", 1),
    ("type(减员月)", "P215", 1),
    ("int(0)", "P215", 1),
    ("str(减员月)", "P215", 1),
    ("rand()", "P215", 1),
    ("减员月()", "P215", 1),
    ("__builtins__", "P211", 1),
    ("__debug__", "P211", 1),
    ("quit", "P211", 1),
    ("月份", "P211", 1),
    ("已提供(__import__)", "P217", 5),
    ("\uff45val(0)", "P202", 1),
    ("__\uff49mport__(0)", "P202", 3),
    ("\U0001d4eeval(0)", "P202", 1),
]
FILES = [
    ("open(0)", "P215", 1),
    ("open('/etc/passwd')", "P205", 6),
    ("import os", "P201", 1),
    ("0; 0", "P201", 2),
    ("0\n__import__('os')", "P201", 1),
]
UNBOUNDED = [
    ("1 ** 1 ** 1", "P204", 3),
    ("9 ** 9 ** 9", "P204", 3),
    ("1 << 1", "P204", 3),
    ("999999999", "P205", 1),
    ("1e9", "P205", 1),
    ("'a' * 1", "P205", 1),
    ("[0] * 1", "P204", 1),
    ("not " * 120 + "0", "P203", 401),
    ("0 + " * 80 + "0", "P203", 1),
    ("(" * 101 + "0", "P201", 101),
    ("[x for x in 缴费记录]", "P204", 1),
    ("(x for x in 缴费记录)", "P204", 1),
    ("{x: x for x in 缴费记录}", "P204", 1),
    ("lambda: 0", "P204", 1),
    ("(lambda f: f(f))(lambda f: f(f))", "P204", 1),
    ("(yield)", "P204", 2),
    ("await 减员月", "P204", 1),
]
OTHER_PYTHON = [
    ("(x := 0)", "P204", 2),
    ("月份(*缴费记录)", "P204", 4),
    ("月份(**缴费记录)", "P204", 1),
    ("月份(日=减员日期)", "P204", 1),
    ("f'{减员月}'", "P204", 1),
    ("b'x'", "P205", 1),
    ("...", "P205", 1),
    ("None", "P205", 1),
    ("True", "P205", 1),
    ("0x1", "P205", 1),
    ("1_0", "P205", 1),
    ("00", "P205", 1),
    ("{0, 1}", "P204", 1),
    ("(0, 1)", "P204", 1),
    ("~0", "P204", 1),
    ("-接续期限", "P204", 1),
    ("缴费基数 / 缴费次数", "P204", 6),
    ("接续期限 // 接续期限", "P204", 6),
    ("接续期限 % 接续期限", "P204", 6),
    ("减员月 is 首次缴费月", "P204", 5),
    ("(已补缴) and (减员月 is 首次缴费月)", "P204", 16),
    ("减员月 not in 应交材料", "P204", 5),
    ("减员月 = 首次缴费月", "P201", 5),
    ("已补缴 # 期限内接续", "P202", 5),
    ("已补缴 \\", "P202", 5),
    ("已补缴\tand 期限内接续", "P202", 4),
    ("已补缴\x00", "P202", 4),
    ("甲e\u0301", "P202", 1),
]
ATTACKS = [*ATTRIBUTES, *BUILTINS, *FILES, *UNBOUNDED, *OTHER_PYTHON]
SIGNS = [
    ("接续期限 ≤ 实际缴费月数", 6, "「≤」要写成「 <= 」"),
    ("接续期限 ≥ 实际缴费月数", 6, "「≥」要写成「 >= 」"),
    ("接续期限 ≠ 实际缴费月数", 6, "「≠」要写成「 != 」"),
    ("参保身份 ＝ 灵活就业人员", 6, "「＝」要写成「 == 」"),
    ("接续期限 ＜ 实际缴费月数", 6, "「＜」要写成「 < 」"),
    ("接续期限 ＋ 实际缴费月数", 6, "「＋」要写成「 + 」"),
    ("接续期限 × 缴费次数", 6, "「×」要写成「 * 」"),
    ("月序（减员月, 首次缴费月)", 3, "「（」要写成「 ( 」"),
    ("月序(减员月，首次缴费月)", 7, "「，」要写成「 , 」"),
    ("月序(减员月, 首次缴费月）", 14, "「）」要写成「 ) 」"),
    ("参保身份 == “灵活就业人员”", 9, "去掉「“」"),
    ("\uff11 + 接续期限", 1, "改用半角的「1」"),
    ("已补缴 且 期限内接续", 1, "「且」要写成「 and 」"),
    ("已补缴 或者 期限内接续", 1, "「或者」要写成「 or 」"),
    ("非 已补缴", 1, "「非」要写成「 not 」"),
    ("接续期限 大于等于 实际缴费月数", 1, "「大于等于」要写成「 >= 」"),
    ("接续期限 => 实际缴费月数", 6, "「=>」要写成「 >= 」"),
    ("已补缴 && 期限内接续", 6, "「&&」要写成「 and 」"),
    ("参保身份 = 灵活就业人员", 6, "判断相等要写两个等号「 == 」"),
    ("参保身份 == '灵活就业人员'", 9, "选项直接写名称，不加引号"),
]


def refused(line: str, names):
    """The one problem of a line that stands at column 1."""
    try:
        read = expression(line, Location("f"))
    except ProblemsError as error:
        (problem,) = error.problems
        return problem
    return kind_problem(read, None, names)


@pytest.mark.parametrize(("line", "code", "column"), ATTACKS)
def test_an_attack_is_refused_when_it_is_read(line, code, column, names):
    problem = refused(line, names)

    assert (code, column) == (problem.code, problem.where.column)


def test_the_list_of_attacks_is_long_and_holds_none_twice():
    assert 60 <= len({line for line, _, _ in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize(("line", "column", "remedy"), SIGNS)
def test_an_officers_sign_is_answered_with_the_rule_languages(line, column, remedy, names):
    problem = spelled(refused(line, names))

    assert column <= problem.where.column
    assert remedy == problem.help


@pytest.mark.parametrize(
    ("line", "column", "remedy"), [sign for sign in SIGNS if not sign[0].isascii() and sign[1] > 1]
)
def test_a_sign_of_another_width_is_marked_itself(line, column, remedy, names):
    assert remedy
    if refused(line, names).code == "P202":
        assert column == refused(line, names).where.column


@given(st.integers(1, 9), st.integers(0, 60))
def test_columns_count_on_from_where_the_line_stands(line, column):
    with pytest.raises(ProblemsError) as error:
        expression("减员月 ≤ 首次缴费月", Location("f", line, 1 + column))
    (problem,) = error.value.problems

    assert (line, 5 + column) == (problem.where.line, problem.where.column)


@pytest.mark.parametrize(
    ("line", "mentioned"),
    [
        ("月序(减员月, 首次缴费月) <= 接续期限", ("减员月", "首次缴费月", "接续期限")),
        ("not 已补缴 and 参保身份 == 灵活就业人员", ("已补缴", "参保身份", "灵活就业人员")),
        ("减员月 if 已补缴 else 首次缴费月", ("减员月", "已补缴", "首次缴费月")),
        ("次月(次月(减员月))", ("减员月",)),
        ("  接续期限 + 接续期限 - 1 * 0", ("接续期限",)),
    ],
)
def test_a_line_tells_the_names_it_mentions_each_once_in_order(line, mentioned, names):
    assert mentioned == tuple(sorted(expression(line, Location("f")).names, key=line.index))
    assert refused(line, names) is None
