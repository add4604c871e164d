"""A month is a type of its own; oracles count days one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.month import Month, month_of, parse_month

ONE_DAY = timedelta(days=1)
months = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def next_month_by_days(month: Month) -> Month:
    """Walk day by day until the month is another."""
    day = date(month.year, month.month, 1)
    while (day.year, day.month) == month:
        day += ONE_DAY
    return Month(day.year, day.month)


@given(months)
def test_the_next_month_is_the_one_that_begins_when_the_days_of_this_run_out(month):
    assert next_month_by_days(month) == month.plus(1)


@given(months, st.integers(-1200, 1200))
def test_going_forward_and_back_as_many_months_ends_where_it_began(month, count):
    assert month == month.plus(count).plus(-count)


@given(months, st.integers(-600, 600), st.integers(-600, 600))
def test_two_steps_are_one_step_of_their_sum(month, one, other):
    assert month.plus(one + other) == month.plus(one).plus(other)


@given(months, months)
def test_ordinals_differ_by_the_months_between(one, other):
    assert other == one.plus(other.ordinal - one.ordinal)


@given(months, months)
def test_earlier_months_sort_first(one, other):
    assert (one < other) == (one.first_day < other.first_day)


@given(months)
def test_the_last_day_is_the_day_before_the_next_month(month):
    assert next_month_by_days(month).first_day - ONE_DAY == month.last_day


@given(days)
def test_a_day_lies_in_the_month_it_names(day):
    assert day.isoformat()[:7] == str(month_of(day))


@given(months)
def test_what_is_printed_is_read_back(month):
    assert month == parse_month(str(month))


@pytest.mark.parametrize(
    "text",
    [
        *("2021-3", "2021-13", "2021-00", "0000-03", "2021/03", "202103", "2021-03-01", " 2021-03", "2021-03\n"),
        *("-2021-03", "\uff12\uff10\uff12\uff11-\uff10\uff13", "٢٠٢١-٠٣", "2021年3月", ""),
    ],
)
def test_anything_but_year_and_month_in_plain_digits_is_refused(text):
    with pytest.raises(ValueError):
        parse_month(text)


@pytest.mark.parametrize(("month", "count"), [(Month(9999, 12), 1), (Month(1, 1), -1), (Month(2021, 1), 10**12)])
def test_no_month_lies_beyond_the_calendar(month, count):
    with pytest.raises(OverflowError):
        month.plus(count)


def test_the_very_last_month_has_a_last_day():
    assert date(9999, 12, 31) == Month(9999, 12).last_day
