"""The smallest change of one fact: against deciding every value in between."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from jiexu.analysis.alternative import LESS, MORE, OTHER
from jiexu.analysis.counterfactual import WhatIf, what_if
from jiexu.analysis.likeness import answer, same_grounds
from jiexu.analysis.scale import scale_of
from jiexu.base.month import Month
from jiexu.decision.case import Case
from jiexu.decision.decide import world_of
from jiexu.decision.world import World, possible_values

from tests.analysis.packs import law, place

TRANSFER = {
    "employment": "灵活就业人员", "birth_month": Month(1985, 5), "retirement_category": "男职工", "removed_on": date(2021, 3, 20),
    "last_paid_month": Month(2021, 3), "first_paid_on": date(2021, 7, 5), "gap_back_paid": True,
}  # fmt: skip
RETIRING = {
    "employment": "灵活就业人员", "retirement_stage": "办理退休", "paid_in_full": True, "actual_months": 102,
    "last_base": Decimal("4200.00"), "retired_on": date(2022, 3, 31), "birth_month": Month(1962, 3), "retirement_category": "男职工",
}  # fmt: skip
ROUTE_TWO = RETIRING | {"paid_in_full": False, "due_base": Decimal("3900.00"), "minimum_base": Decimal("3800.00")}
DEADLINE = {"channel": "线上", "accepted_on": date(2026, 11, 20), "account_balance": Decimal("1.00")}
YUNZE = {
    "employment": "灵活就业人员", "birth_month": Month(1985, 5), "retirement_category": "男职工", "last_paid_month": Month(2030, 3),
    "first_paid_on": date(2030, 11, 10), "gap_back_paid": False, "discharged_on": date(2031, 10, 20),
}  # fmt: skip
SCANS = [
    ((), "济南市", "济宁市", TRANSFER, "待遇起始月", 100),
    ((), "济南市", "济宁市", TRANSFER, "中断期费用补缴", 300),
    ((), "济南市", "济宁市", TRANSFER | {"employment": "随用人单位参保"}, "中断期医疗费用", 300),
    (
        (),
        "海西州",
        "济宁市",
        TRANSFER | {"first_paid_on": date(2022, 4, 1), "last_paid_month": Month(2021, 12)},
        "待遇起始月",
        200,
    ),
    ((), "济南市", "济宁市", RETIRING, "达到最低缴费年限", 400),
    ((), "济南市", "济宁市", ROUTE_TWO, "一次性补缴基数", 300),
    ((), "济南市", "济宁市", RETIRING, "一次性补缴金额", 100),
    ((), "海西州", "济宁市", DEADLINE, "信息表与资金期限", 100),
    (("yunze",), "石鲸市", "月牙市", YUNZE, "待遇起始月", 150),
    (("yunze",), "石鲸市", "月牙市", YUNZE, "复缴待遇比例", 400),
]


def world(folders: tuple[str, ...], origin: str, destination: str, facts: dict, as_of: date | None = None) -> World:
    library = law(*folders)
    day = as_of or max(value for value in facts.values() if isinstance(value, date) and not isinstance(value, Month))
    return world_of(library, Case("", day, place(library, origin), place(library, destination), dict(facts)))


def alternatives(found: WhatIf, fact: str) -> dict[tuple[str, bool], object]:
    """The alternatives of a fact by side and by whether the answer only drifts."""
    return {
        (one.side, one.drifts): one
        for turning in found.turnings
        if turning.fact.id == fact
        for one in turning.alternatives
    }


@pytest.mark.parametrize(("folders", "origin", "destination", "facts", "question", "steps"), SCANS)
def test_no_value_in_between_changes_the_answer(folders, origin, destination, facts, question, steps):
    """Every value out to the alternative, or as many as the scan reaches, is decided anew."""
    base = world(folders, origin, destination, facts)
    now = base.decide(question)
    found = what_if(base, question)
    for fact in base.library.vocabulary.facts.values():
        scale = scale_of(fact.kind, base.case.as_of)
        if fact.id not in facts or scale is None or fact.id not in now.touched:
            continue
        here = scale.number(facts[fact.id])
        told = alternatives(found, fact.id)
        for side, step in ((LESS, -1), (MORE, 1)):
            first = told.get((side, True)) or told.get((side, False))
            turn = told.get((side, False))
            for count in range(1, steps):
                number = here + step * count
                if not scale.least <= number <= scale.most:
                    break
                outcome = world(
                    folders, origin, destination, facts | {fact.id: scale.value(number)}, base.case.as_of
                ).decide(question)
                changed = answer(outcome) != answer(now)
                turned = changed and not same_grounds(now, outcome)
                if first is None or count < first.steps:
                    assert not changed, (fact.name, side, scale.value(number))
                elif count == first.steps:
                    assert answer(first.outcome) == answer(outcome)
                    assert changed
                if turn is not None and count == turn.steps:
                    assert turned
                if turned:
                    assert turn is not None, (fact.name, side, scale.value(number))
                    assert turn.steps <= count
                    break


@pytest.mark.parametrize(("folders", "origin", "destination", "facts", "question", "steps"), SCANS)
def test_the_other_choices_told_are_those_that_change_the_answer(folders, origin, destination, facts, question, steps):
    base = world(folders, origin, destination, facts)
    found = what_if(base, question)
    for fact in base.library.vocabulary.facts.values():
        if fact.id not in facts or fact.id not in base.decide(question).touched:
            continue
        told = {
            one.value
            for turning in found.turnings
            if turning.fact == fact
            for one in turning.alternatives
            if one.side == OTHER
        }
        changing = {
            value
            for value in possible_values(fact.kind)
            if answer(world(folders, origin, destination, facts | {fact.id: value}, base.case.as_of).decide(question))
            != answer(base.decide(question))
        }

        assert told == changing


def test_the_window_of_three_months_is_told_by_its_last_day():
    found = what_if(world((), "济南市", "济宁市", TRANSFER), "中断期费用补缴")
    earlier = alternatives(found, "first_paid_on")[(LESS, False)]

    assert (date(2021, 5, 31), 35, "可补缴") == (earlier.value, earlier.steps, earlier.outcome.value)
    assert ["月序(减员月, 首次缴费月) <= 接续期限"] == [why.condition for why in earlier.why]


def test_eighteen_months_are_missing():
    found = what_if(world((), "济南市", "济宁市", RETIRING), "达到最低缴费年限")
    more = alternatives(found, "actual_months")[(MORE, False)]

    assert (120, 18, True) == (more.value, more.steps, more.outcome.value)


def test_an_amount_that_only_moves_with_a_fact_is_told_apart_from_one_that_another_rule_gives():
    told = alternatives(what_if(world((), "济南市", "济宁市", RETIRING), "一次性补缴金额"), "actual_months")

    assert (101, "5586.00") == (told[(LESS, True)].value, str(told[(LESS, True)].outcome.value))
    assert (120, "not_applicable") == (told[(MORE, False)].value, told[(MORE, False)].outcome.status)
    assert (LESS, False) not in told


def test_a_rule_that_ends_is_told_with_the_day_after_its_last():
    later = alternatives(what_if(world((), "济南市", "济宁市", TRANSFER), "待遇起始月"), "first_paid_on")[(MORE, False)]

    assert (date(2025, 9, 1), "not_in_force") == (later.value, later.outcome.status)
    assert [("ended", {"shandong-2020-47 二第三款", "jining-2020-19 二（三）"})] == [
        (why.kind, {one.citation for one in why.statements}) for why in later.why
    ]


def test_a_day_that_cannot_be_is_no_alternative():
    """Nobody receives the sheet before the application is accepted."""
    facts = DEADLINE | {"info_sheet_received_on": date(2026, 11, 23)}
    told = alternatives(what_if(world((), "海西州", "济宁市", facts), "信息表与资金期限"), "accepted_on")

    assert (MORE, True) in told
    assert (MORE, False) not in told  # the end of the calendar lies beyond the day the sheet came


def test_a_helper_that_turns_is_followed_to_what_turned_in_it():
    """The person retires before paying: what fails is the retirement month in the scope of the notice."""
    told = alternatives(what_if(world((), "济南市", "济宁市", TRANSFER), "待遇起始月"), "birth_month")[(LESS, False)]

    assert ["法定退休年月 > 月份(适用日)"] == [why.condition for why in told.why]


def test_a_choice_that_is_not_given_is_told_member_by_member():
    found = what_if(world((), "济南市", "济宁市", TRANSFER | {"employment": None}), "待遇起始月")
    (missing,) = found.missing

    assert ["随用人单位参保", "灵活就业人员"] == [one.first for one in missing.ranges]
    assert [Month(2021, 8), Month(2022, 1)] == [one.outcome.value for one in missing.ranges]


@pytest.mark.parametrize(
    ("facts", "without", "question"),
    [
        (TRANSFER, "first_paid_on", "中断期费用补缴"),
        (TRANSFER, "removed_on", "中断期费用补缴"),
        (RETIRING, "actual_months", "达到最低缴费年限"),
        (RETIRING, "actual_months", "一次性补缴金额"),
        (RETIRING, "last_base", "一次性补缴基数"),
    ],
)
def test_ranges_of_a_fact_not_given_follow_each_other_and_each_has_one_answer(facts, without, question):
    as_of = date(2022, 4, 1)
    rest = {name: value for name, value in facts.items() if name != without}
    base = world((), "济南市", "济宁市", rest, as_of)
    (missing,) = [one for one in what_if(base, question).missing if one.fact.id == without]
    scale = scale_of(missing.fact.kind, as_of)
    assert scale is not None
    numbers = [(scale.number(one.first), scale.number(one.last)) for one in missing.ranges]

    assert (scale.least, scale.most) == (numbers[0][0], numbers[-1][1])
    assert all(one[1] + 1 == other[0] for one, other in pairwise(numbers))
    for (first, last), told in zip(numbers, missing.ranges, strict=True):
        for number in {first, last, *range(first, last, max((last - first) // 40, 1))}:
            outcome = world((), "济南市", "济宁市", rest | {without: scale.value(number)}, as_of).decide(question)
            assert answer(outcome) == answer(told.outcome) or (told.drifts and same_grounds(outcome, told.outcome))
