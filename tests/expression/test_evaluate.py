"""The interpreter against naive evaluators: Python's own for what is known, a table of three values for what is not."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.location import Location
from jiexu.base.month import Month
from jiexu.base.unknown import Unknown, is_unknown
from jiexu.expression.evaluate import Interpreter
from jiexu.expression.functions import Period
from jiexu.expression.grammar import expression
from jiexu.expression.kinds import kind_problem

NUMBERS, TRUTHS = ["甲", "乙", "丙"], ["子", "丑", "寅"]


def value(line: str, values: dict, world=None):
    """What a line comes to; a name without a value is unknown, as a fact of that name."""
    lookup = lambda name: values.get(name, Unknown(facts=(name,)))  # noqa: E731
    return Interpreter(lookup, world).value(expression(line, Location("f")))


def numbers(inner):
    return st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner) | st.builds(
        "({} if {} else {})".format, inner, truths(inner), inner
    )


def truths(number):
    compared = st.builds("({} {} {})".format, number, st.sampled_from(["<", "<=", "==", "!=", ">", ">="]), number)
    chained = st.builds(
        "({0} {3} {1} {4} {2})".format, number, number, number, *[st.sampled_from(["<", "<=", "=="])] * 2
    )
    return compared | chained | st.sampled_from(TRUTHS)


number_lines = st.recursive(st.sampled_from([*NUMBERS, "0", "1"]), numbers, max_leaves=8)
truth_lines = st.recursive(
    truths(number_lines),
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(["and", "or"]), inner)
        | st.builds("(not {})".format, inner)
    ),
    max_leaves=5,
)
lines = (number_lines | truth_lines).filter(lambda line: len(line) <= 300)
valuations = st.fixed_dictionaries(
    {name: st.integers(-3, 3) for name in NUMBERS} | {name: st.booleans() for name in TRUTHS}
)


@given(lines, valuations)
def test_what_is_known_comes_to_what_python_says(line, values):
    assert eval(line, {"__builtins__": {}}, values) == value(line, values)


@given(lines, valuations, st.sets(st.sampled_from([*NUMBERS, *TRUTHS])))
def test_a_value_that_comes_out_despite_unknowns_comes_out_whatever_they_are(line, values, hidden):
    known = {name: held for name, held in values.items() if name not in hidden}
    despite = value(line, known)

    assert is_unknown(despite) or value(line, values) == despite


@given(lines, valuations, st.sets(st.sampled_from([*NUMBERS, *TRUTHS])))
def test_an_unknown_names_facts_of_the_line_that_nobody_gave(line, values, hidden):
    missing = value(line, {name: held for name, held in values.items() if name not in hidden})

    if is_unknown(missing):
        assert missing.facts
        assert set(missing.facts) <= hidden & set(expression(line, Location("f")).names)


TRUE, FALSE, UNKNOWN = 1.0, 0.0, 0.5


def naive(formula: tuple, values: dict) -> float:
    """Kleene's table as arithmetic: and is the least, or the greatest, not the rest to one."""
    operator, *parts = formula
    if operator == "name":
        return values[parts[0]]
    held = [naive(part, values) for part in parts]
    return {"and": min, "or": max}[operator](held) if operator != "not" else TRUE - held[0]


def written(formula: tuple) -> str:
    operator, *parts = formula
    if operator == "name":
        return parts[0]
    if operator == "not":
        return f"(not {written(parts[0])})"
    return "(" + f" {operator} ".join(map(written, parts)) + ")"


formulas = st.recursive(
    st.sampled_from(TRUTHS).map(lambda name: ("name", name)),
    lambda inner: (
        st.tuples(st.just("not"), inner)
        | st.tuples(st.sampled_from(["and", "or"]), inner, inner)
        | st.tuples(st.sampled_from(["and", "or"]), inner, inner, inner)
    ),
    max_leaves=8,
)


@given(formulas)
def test_three_valued_logic_is_the_naive_table_for_every_valuation(formula):
    for row in product((TRUE, FALSE, UNKNOWN), repeat=len(TRUTHS)):
        table = dict(zip(TRUTHS, row, strict=True))
        known = {name: held == TRUE for name, held in table.items() if held != UNKNOWN}
        found = value(written(formula), known)

        assert naive(formula, table) == (UNKNOWN if is_unknown(found) else float(found))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("子 and 未知", False), ("未知 and 子", False), ("丑 or 未知", True), ("未知 or 丑", True), ("not (子 and 未知)", True),
        ("甲 < 未知 < 乙", None), ("甲 < 乙 < 未知", False), ("未知 < 甲 < 乙", False),
        ("0 if 未知 else 0", 0), ("0 if 未知 else 1", None), ("甲 if 丑 else 未知", 1), ("未知 if 丑 else 甲", None), ("未知 * 0", None),
    ],
)  # fmt: skip
def test_an_unknown_matters_only_where_it_decides(line, expected):
    found = value(line, {"甲": 1, "乙": 0, "子": False, "丑": True})

    assert expected == (None if is_unknown(found) else found)


def test_an_unknown_carries_every_cause_once_in_order():
    assert Unknown(facts=("甲", "乙", "丙")) == value("甲 + 乙 < 甲 + 丙", {})


def test_a_question_that_waits_is_no_fact_that_is_missing():
    assert Unknown(facts=("甲",), questions=("benefits_from",)) == value(
        "甲 < 乙", {"乙": Unknown(questions=("benefits_from",))}
    )


@pytest.mark.parametrize(("given_value", "said"), [(None, False), (False, True), (0, True)])
def test_whether_a_fact_was_given_is_never_unknown(given_value, said):
    values = {} if given_value is None else {"减员日期": given_value}

    assert said is value("已提供(减员日期)", values)


@pytest.mark.parametrize(
    ("line", "year"),
    [("工作日后(减员日期, 办结时限)", 2022), ("次月(减员月)", 10000), ("日后(首次缴费日, 办结时限)", 10000), ("上取整(接续期限, 0)", 10000)],
)  # fmt: skip
def test_what_no_calendar_reaches_is_unknown_and_names_the_year(line, year, world):
    values = {
        "减员日期": date(2021, 12, 30), "首次缴费日": date(9999, 12, 31), "减员月": Month(9999, 12), "办结时限": 5, "接续期限": 3,
    }  # fmt: skip

    assert [year] == [failure.year for failure in value(line, values, world).failures]


@dataclass(frozen=True)
class Wanted:
    """A kind of value: names of that kind, how more lines of it are made, and values it may have, extreme ones too."""

    names: tuple[str, ...]
    values: st.SearchStrategy
    calls: tuple[str, ...] = ()


all_days = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
all_months = st.builds(Month, st.integers(1, 9999), st.integers(1, 12)) | st.sampled_from(
    [Month(1, 1), Month(9999, 12)]
)
counts = st.integers(0, 24) | st.sampled_from([10**12 - 1, -1])
WANTED = {
    "date": Wanted(
        ("减员日期", "首次缴费日"), all_days, ("月末({month})", "首日({month})", "日后({date}, {days})", "月后({date}, {months}, 次日)", "工作日后({date}, {days})", "较小({date}, {date})")
    ),
    "month": Wanted(("减员月", "首次缴费月"), all_months, ("月份({date})", "次月({month})", "顺延({month}, {months})", "较大({month}, {month})")),
    "months": Wanted(
        ("接续期限", "实际缴费月数"), counts, ("月序({month}, {month})", "足月序({date}, {date})", "整月空档({month}, {month})", "上取整({months}, {months})", "整年月数({months})", "{months} - {months}", "缴费月数(缴费记录, 视同)", "{months} * {count}")
    ),
    "days": Wanted(("办结时限", "延长天数"), counts, ("{days} + 1", "{days} * {count}")),
    "count": Wanted(("缴费次数", "补缴次数"), counts, ("{count} * {count}", "上取整({count}, {count})")),
    "yuan": Wanted(("缴费基数", "最低基数"), st.decimals(0, 10**12, places=2), ("{yuan} * {rate} * {months}", "较大({yuan}, 0)", "{yuan} * {count}")),
    "rate": Wanted(("补缴比例", "个人比例"), st.decimals(0, 1, places=4), ("1 - {rate}", "{rate} * {rate}")),
    "yes_no": Wanted(
        ("已补缴", "期限内接续"), st.booleans(), ("{date} < {date}", "{month} <= {month}", "{months} == {months}", "{yuan} > 0", "not ({yes_no})", "({yes_no}) and ({yes_no})", "同省(转出地, 转入地)", "在(转出地, 转入地)", "已提供(缴费记录)", "参保身份 == 灵活就业人员", "身份证件 in 应交材料")
    ),
}  # fmt: skip
OTHER_VALUES = {
    "转出地": st.sampled_from(["370100", "630100"]), "转入地": st.sampled_from(["370800", "370000"]),
    "缴费记录": st.builds(lambda first, length: (Period("370800", first, first.plus(length), "视同"),), st.builds(Month, st.integers(2000, 2020), st.integers(1, 12)), st.integers(0, 600)),
    "参保身份": st.sampled_from(["随用人单位参保", "灵活就业人员"]), "应交材料": st.sampled_from([(), ("身份证件",)]),
}  # fmt: skip
BARE = ("灵活就业人员", "身份证件", "次日", "视同")


@st.composite
def sound_lines(draw, kind: str, depth: int = 3) -> str:
    """A line of a kind, every function and operator of the language in it somewhere."""
    wanted = WANTED[kind]
    line = draw(st.sampled_from(wanted.names if depth == 0 else (*wanted.names, *wanted.calls)))
    while "{" in line:
        inner = line[line.index("{") + 1 : line.index("}")]
        line = line.replace("{" + inner + "}", "(" + draw(sound_lines(inner, depth - 1)) + ")", 1)
    return line


some_line = st.sampled_from(sorted(WANTED)).flatmap(lambda kind: st.tuples(st.just(kind), sound_lines(kind)))
facts = st.fixed_dictionaries(
    {},
    optional={name: wanted.values for wanted in WANTED.values() for name in wanted.names} | OTHER_VALUES,
)


@given(kind_and_line=some_line, given_facts=facts)
def test_a_line_that_was_checked_always_comes_to_a_value_of_its_kind_or_to_an_unknown(
    kind_and_line, given_facts, names, kinds, world
):
    """Whatever the facts, at the ends of all calendars and beyond any count that a person has."""
    kind, line = kind_and_line
    if len(line) > 400:
        return
    assert kind_problem(expression(line, Location("f")), kinds[WANTED[kind].names[0]], names) is None

    found = value(line, given_facts | {name: name for name in BARE}, world)

    types = {"date": date, "month": Month, "yuan": Decimal | int, "rate": Decimal | int, "yes_no": bool}
    assert is_unknown(found) or isinstance(found, types.get(kind, int))
