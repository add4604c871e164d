"""Break points against deciding every value one by one."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from jiexu.analysis.breakpoints import break_points
from jiexu.base.month import Month
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.law.examination import read_law
from jiexu.law.folder import gather, shipped_policies
from jiexu.law.library import Library

from tests.conftest import ROOT

TRANSFER = {
    "employment": "灵活就业人员", "birth_month": Month(1985, 5), "retirement_category": "男职工", "removed_on": date(2021, 3, 20),
    "last_paid_month": Month(2021, 3), "first_paid_on": date(2021, 7, 5), "gap_back_paid": True,
    "first_base": Decimal("5000.00"),
}  # fmt: skip
RETIRING = {
    "employment": "灵活就业人员", "retirement_stage": "办理退休", "paid_in_full": False, "actual_months": 100, "due_base": Decimal("3000.00"),
    "minimum_base": Decimal("4000.00"), "retired_on": date(2022, 3, 1),
}  # fmt: skip
DEADLINE = {
    "channel": "线上", "accepted_on": date(2025, 3, 24), "info_sheet_received_on": date(2025, 4, 1),
    "funds_received_on": date(2025, 4, 9), "account_balance": Decimal("1.00"), "contact_letter_received_on": date(2025, 3, 28),
}  # fmt: skip
WINDOW = ["待遇起始月", "中断期费用补缴", "中断期医疗费用", "中断期补缴基数", "期限内接续", "属于省内转移接续人员"]
LUMP = ["达到最低缴费年限", "不足月数", "一次性补缴基数", "一次性补缴金额", "补缴责任人"]
DUE = ["信息表与资金期限", "办结期限", "个人账户入账期限"]


@cache
def law(*folders: str) -> Library:
    return read_law(
        gather([shipped_policies(), *(ROOT / "tests" / "provinces" / name / "policies" for name in folders)])
    )


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]


def months(first: Month, last: Month) -> list[Month]:
    return [first.plus(count) for count in range(last.ordinal - first.ordinal + 1)]


def story(world, name: str):
    """What of an outcome does not move with every value: how it ended, by whom, and an answer that is one of a few."""
    outcome = world.decide(name)
    value = outcome.value if isinstance(outcome.value, str | bool) else None
    return outcome.status, value, outcome.rests_on, [id(held) for held in outcome.sources], outcome.provisional is None


CASES = [
    ((), "370100", "370800", TRANSFER, "first_paid_on", days(date(2020, 7, 1), date(2022, 3, 1)), WINDOW),
    ((), "370100", "370800", TRANSFER | {"employment": "随用人单位参保"}, "first_paid_on", days(date(2020, 7, 1), date(2022, 3, 1)), WINDOW),
    ((), "370100", "370800", TRANSFER, "removed_on", days(date(2020, 7, 1), date(2022, 3, 1)), WINDOW),
    ((), "632800", "370800", TRANSFER | {"first_paid_on": date(2022, 7, 5)}, "last_paid_month", months(Month(2015, 1), Month(2025, 1)), WINDOW),
    ((), "370100", "370800", TRANSFER, "birth_month", months(Month(1940, 1), Month(2005, 1)), WINDOW),
    ((), "370100", "370800", RETIRING, "actual_months", range(400), LUMP),
    ((), "370100", "370800", RETIRING, "retired_on", days(date(2020, 1, 1), date(2026, 1, 31)), LUMP),
    ((), "632800", "370800", DEADLINE, "accepted_on", days(date(2019, 6, 1), date(2027, 6, 1)), DUE),
    ((), "370800", "632800", DEADLINE | {"channel": "线下"}, "funds_received_on", days(date(2025, 1, 1), date(2027, 3, 1)), DUE),
    (("yunze",), "910200", "910100", TRANSFER, "first_paid_on", days(date(2029, 7, 1), date(2033, 3, 1)), WINDOW),
    (("yunze",), "910200", "910100", RETIRING | {"continuous_months": 100, "contributions": ()}, "retired_on", days(date(2029, 1, 1), date(2033, 1, 1)), LUMP),
    (("jining-2025",), "370100", "370800", TRANSFER, "first_paid_on", days(date(2025, 6, 1), date(2025, 12, 1)), WINDOW),
]  # fmt: skip


@pytest.mark.parametrize(("folders", "origin", "destination", "facts", "fact", "values", "questions"), CASES)
def test_nothing_changes_but_at_a_break_point(folders, origin, destination, facts, fact, values, questions):
    """The oracle decides a case for every value of a span and looks where the outcome becomes another."""
    library = law(*folders)
    base = Case("", date(2022, 6, 1), origin, destination, facts)
    worlds = [(value, world_of(library, base._replace(facts=facts | {fact: value}))) for value in values]
    changes = {
        point
        for name in questions
        for (value, one), (following, other) in pairwise(worlds)
        if story(one, name) != story(other, name)
        for point in (value, following)
    }

    assert changes
    assert set() == changes - set(break_points(world_of(library, base), fact, questions))


def test_a_fact_that_no_question_turns_on_breaks_nowhere():
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", TRANSFER | RETIRING))

    assert () == break_points(world, "first_base", ["待遇起始月"])
    assert () == break_points(world, "as_of", ["一次性补缴金额"])


def test_a_fact_that_is_not_given_breaks_all_the_same():
    facts = {name: value for name, value in RETIRING.items() if name != "actual_months"}
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", facts))

    assert {119, 120} <= set(break_points(world, "actual_months", ["一次性补缴金额"]))


def test_each_change_is_told_by_the_last_value_before_and_the_first_after():
    facts = {"actual_months": 100}
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", facts))

    assert (119, 120, 121) == break_points(world, "actual_months", ["达到最低缴费年限"])


def test_the_day_of_the_decision_breaks_where_it_governs():
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", {"actual_months": 100}))
    found = break_points(world, "as_of", ["达到最低缴费年限"])

    assert {date(2020, 8, 31), date(2020, 9, 1), date(2025, 8, 31), date(2025, 9, 1)} <= set(found)


def test_choices_are_told_whole_and_what_has_no_order_not_at_all():
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", TRANSFER))

    assert ("随用人单位参保", "灵活就业人员") == break_points(world, "employment", ["待遇起始月"])
    assert (True, False) == break_points(world, "gap_back_paid", ["待遇起始月"])
    assert () == break_points(world, "contributions", ["待遇起始月"])
    assert () == break_points(world, "from", ["待遇起始月"])


def test_the_values_lie_where_a_case_file_may_write_them():
    world = world_of(law(), Case("", date(2022, 6, 1), "370100", "370800", TRANSFER))
    found = break_points(world, "first_paid_on", WINDOW)

    assert list(found) == sorted(set(found))
    assert date(1922, 1, 1) <= found[0] <= found[-1] <= date(2122, 12, 31)
