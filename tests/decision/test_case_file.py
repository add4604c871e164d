"""A case file says exactly what is written in it."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.kinds import as_text
from jiexu.base.month import Month
from jiexu.base.problem import ProblemsError
from jiexu.explanation.problems import spelled
from jiexu.expression.functions import Period

from tests.decision.conftest import TODAY, read, refused


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
