"""When answers change: against deciding on every day of some years."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from jiexu.analysis.difference import ENDED, TURNED
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.line import AS_OF
from jiexu.analysis.outlook import outlook
from jiexu.base.month import Month
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.world import World

from tests.analysis.packs import law, place

PERSON = {
    "employment": "灵活就业人员", "birth_month": Month(1964, 11), "retirement_category": "男职工", "actual_months": 102,
    "origin_status": "暂停参保", "destination_status": "正常参保", "last_base": Decimal("4200.00"), "retirement_stage": "办理退休",
    "paid_in_full": True, "removed_on": date(2024, 3, 20), "last_paid_month": Month(2024, 3),
}  # fmt: skip
OUTSIDER = {
    "birth_month": Month(1968, 5),
    "retirement_category": "男职工",
    "continuous_months": 60,
    "actual_months": 130,
}
QUESTIONS = (
    "可否办理转移接续", "属于省内转移接续人员", "达到最低缴费年限", "不足月数", "一次性补缴金额", "补缴责任人", "法定退休年月", "待遇起始月",
)  # fmt: skip
SCANS = [
    ((), "济南市", "济宁市", PERSON, date(2024, 10, 1), QUESTIONS, AS_OF),
    (
        (),
        "济南市",
        "济宁市",
        PERSON,
        date(2024, 8, 1),
        ("待遇起始月", "中断期费用补缴", "属于省内转移接续人员"),
        "first_paid_on",
    ),
    ((), "济南市", "济宁市", PERSON, date(2024, 10, 1), ("一次性补缴金额", "达到最低缴费年限"), "retired_on"),
    (
        ("jining-2025",),
        "济南市",
        "济宁市",
        PERSON,
        date(2025, 8, 1),
        ("待遇起始月", "中断期费用补缴", "应提交材料"),
        "first_paid_on",
    ),
    (
        ("yunze",),
        "石鲸市",
        "月牙市",
        OUTSIDER,
        date(2030, 5, 1),
        ("规定缴费年限", "一次性补缴比例", "法定退休年月"),
        AS_OF,
    ),
]


def world_on(folders: tuple[str, ...], origin: str, destination: str, facts: dict, day: date) -> World:
    library = law(*folders)
    return world_of(library, Case("", day, place(library, origin), place(library, destination), dict(facts)))


@pytest.mark.parametrize(("folders", "origin", "destination", "facts", "first", "names", "moved"), SCANS)
def test_the_days_told_are_those_on_which_deciding_each_day_changes(
    folders, origin, destination, facts, first, names, moved
):
    found = outlook(world_on(folders, origin, destination, facts, first), names, moved)
    told = {(change.day, change.question): change for change in found.changes}
    drifting: dict[str, date] = {}
    before = None
    for count in range(1000):
        day = first + timedelta(days=count)
        facts_then = facts if moved == AS_OF else facts | {moved: day}
        world = world_on(folders, origin, destination, facts_then, day if moved == AS_OF else first)
        outcomes = {name: world.decide(name) for name in names}
        for name in names if before else ():
            one, other = before[name], outcomes[name]
            change = told.get((day, name))
            if answer(one) == answer(other):
                assert change is None, (day, name)
            elif same_grounds(one, other):
                assert change or day <= drifting[name], (day, name)
            else:
                assert change, (day, name)
            if change:
                assert (answer(change.before), answer(change.after)) == (answer(one), answer(other))
                if change.drifts:
                    assert change.until is not None
                    drifting[name] = change.until
        before = outcomes


def test_what_ended_and_which_condition_turned_is_told():
    """He reaches the retirement age in January 2025, a month late by the new decision, and the notices end in August."""
    found = outlook(world_on((), "济南市", "济宁市", PERSON, date(2024, 10, 1)), ("属于省内转移接续人员", "不足月数"))
    told = {(str(change.day), change.question): change for change in found.changes}

    assert [
        ("2024-11-01", "属于省内转移接续人员"),
        ("2025-09-01", "属于省内转移接续人员"),
        ("2025-09-01", "不足月数"),
    ] == list(told)
    turned, _, ended = told.values()
    assert [(TURNED, "法定退休年月 > 月份(适用日)", True, False)] == [
        (why.kind, why.condition, why.before, why.after) for why in turned.why
    ]
    assert [(ENDED, ["shandong-2020-47 五", "jining-2020-19 三（一）"])] == [
        (why.kind, [one.citation for one in why.statements]) for why in ended.why
    ]


def test_days_that_answers_name_are_told_when_they_come():
    found = outlook(world_on((), "济南市", "济宁市", PERSON, date(2024, 10, 1)), QUESTIONS)

    assert [(date(2024, 11, 1), "法定退休年月")] == [(one.day, one.question) for one in found.passing]


def test_days_the_answers_go_by_and_the_case_does_not_give_are_named():
    found = outlook(world_on((), "济南市", "济宁市", PERSON, date(2024, 10, 1)), ("待遇起始月", "不足月数"))

    assert ("retired_on", "first_paid_on", "back_payment_on") == found.not_given


def test_answers_that_never_change_are_told_as_steady():
    found = outlook(world_on((), "济南市", "济宁市", PERSON, date(2026, 1, 1)), ("可否办理转移接续", "法定退休年月"))

    assert ((), ("可否办理转移接续", "法定退休年月")) == (found.changes, found.steady)
