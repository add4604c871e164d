"""The functions of the rule language, each against a person with a wall calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.month import Month
from jiexu.expression.functions import FUNCTIONS, Period

ONE_DAY = timedelta(days=1)
PLACES = ["370800", "370100", "630100"]
INSIDE = {"": PLACES, "370000": ["370800", "370100"], "370100": ["370100"], "630000": ["630100"]}
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
months = st.builds(Month, st.integers(1950, 2100), st.integers(1, 12))
periods = st.builds(
    lambda place, first, length, kind: Period(place, first, first.plus(length), kind),
    st.sampled_from(PLACES),
    st.builds(Month, st.integers(2019, 2021), st.integers(1, 12)),
    st.integers(0, 30),
    st.sampled_from(["实际", "视同"]),
)


def run(name: str, *values):
    return FUNCTIONS[name].run(*values)


def days_of_a_later_month(day: date, count: int) -> list[date]:
    """The days of the month that many months later, found by turning over one day at a time."""
    turned = 0
    while turned < count:
        day += ONE_DAY
        turned += day.day == 1
    while day.day > 1:
        day -= ONE_DAY
    found = [day]
    while (found[-1] + ONE_DAY).day > 1:
        found.append(found[-1] + ONE_DAY)
    return found


@given(days, st.integers(0, 60), st.sampled_from(["月末", "次日"]))
def test_months_after_a_day_is_the_day_of_that_number_or_what_the_rule_says_where_there_is_none(day, count, otherwise):
    there = days_of_a_later_month(day, count)
    of_that_number = [later for later in there if later.day == day.day]
    without = {"月末": there[-1], "次日": there[-1] + ONE_DAY}[otherwise]

    assert (of_that_number or [without])[0] == run("月后", day, count, otherwise)


@given(days, st.integers(0, 800))
def test_the_day_to_day_month_is_the_first_that_is_not_over(start, ahead):
    day = start + timedelta(days=ahead)
    ends = (run("月后", start, count, "月末") for count in range(40))

    assert next(count for count, end in enumerate(ends) if day <= end) == run("足月序", start, day)


@given(months, st.integers(-24, 60))
def test_which_month_it_is_is_counted_on_fingers(first, ahead):
    listed = [first.plus(count) for count in range(61)]
    month = first.plus(ahead)
    wholly_between = [between for between in listed if first < between < month]

    assert len(wholly_between) == run("整月空档", first, month)
    assert ahead == run("相隔月数", first, month)
    assert ahead + 1 == run("月序", first, month)
    assert month == run("顺延", first, ahead)


@given(days, st.integers(0, 400))
def test_days_after_a_day_are_turned_over_one_by_one(day, count):
    later = day
    for _ in range(count):
        later += ONE_DAY

    assert later == run("日后", day, count)


@given(st.integers(0, 1000), st.integers(1, 50))
def test_rounding_up_is_how_many_of_the_divisor_are_needed(number, divisor):
    assert next(count for count in range(1001) if count * divisor >= number) == run("上取整", number, divisor)


@given(st.integers(0, 600))
def test_whole_years_begun_are_counted_in_twelves(count):
    assert 12 * next(years for years in range(51) if years * 12 >= count) == run("整年月数", count)


@given(paid=st.lists(periods, max_size=5), area=st.sampled_from(sorted(INSIDE)))
def test_a_month_counts_once_and_as_actual_where_it_is_both(paid, area, world):
    """Paying in two places at once is 重复参保: a case the law answers, not a mistake."""
    calendar = [Month(year, month) for year in range(2019, 2026) for month in range(1, 13)]
    counted = {"实际": 0, "视同": 0}
    for month in calendar:
        kinds = {one.kind for one in paid if one.first <= month <= one.last and one.place in INSIDE[area]}
        if kinds:
            counted["实际" if "实际" in kinds else "视同"] += 1

    assert counted == {kind: run("缴费月数", world, tuple(paid), kind, area) for kind in counted}


@given(months)
def test_a_month_begins_on_its_first_day_and_ends_on_its_last(month):
    first, last = run("首日", month), run("月末", month)

    assert month == run("月份", first) == run("月份", last)
    assert month != run("月份", first - ONE_DAY)
    assert run("次月", month) == run("月份", last + ONE_DAY)


@pytest.mark.parametrize(("one", "other"), [("370100", "370800"), ("370100", "630100")])
def test_two_places_are_of_one_province_when_one_lies_where_the_other_does(one, other, world):
    assert (one[:2] == other[:2]) == run("同省", world, one, other)
