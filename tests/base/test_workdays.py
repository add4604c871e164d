"""Working days are counted as a person counts them on a wall calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.workdays import Calendar, YearNotHeld

YEARS = {2024: "workdays-2024", 2025: "workdays-2025"}
in_years = st.dates(date(2024, 1, 1), date(2025, 10, 31))
moves = st.dictionaries(st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.booleans(), max_size=40)


def working(calendar: Calendar, day: date) -> bool:
    """What the notice says of the day, else Monday to Friday."""
    return calendar.moved[day] if day in calendar.moved else day.isoweekday() <= 5


@given(moves, in_years, st.integers(0, 20))
def test_the_nth_working_day_is_found_by_listing_the_days_one_by_one(moved, day, count):
    calendar = Calendar(moved, YEARS)
    ahead = (day + timedelta(days=step) for step in range(1, 400))
    listed = [day, *(later for later in ahead if later.year in YEARS and working(calendar, later))]

    if count < len(listed):
        assert listed[count] == calendar.after(day, count)
    else:
        with pytest.raises(YearNotHeld):
            calendar.after(day, count)


@given(moves, in_years, st.integers(0, 10), st.integers(0, 10))
def test_counting_on_from_where_one_stopped_is_counting_through(moved, day, one, other):
    calendar = Calendar({**moved, date(2025, 11, 3): True}, {**YEARS, 2026: "workdays-2026"})

    assert calendar.after(day, one + other) == calendar.after(calendar.after(day, one), other)


def test_a_deadline_that_runs_into_a_year_without_notice_names_the_year():
    with pytest.raises(YearNotHeld) as refused:
        Calendar({}, YEARS).after(date(2025, 12, 30), 3)

    assert 2026 == refused.value.year


def test_no_day_is_needed_to_count_none():
    assert date(2030, 1, 1) == Calendar({}, YEARS).after(date(2030, 1, 1), 0)


@pytest.mark.parametrize(("day", "provisional"), [("2025-12-28", False), ("2025-12-29", True), ("2025-12-31", True)])
def test_the_last_days_of_the_last_year_may_still_be_moved(day, provisional):
    calendar = Calendar({}, YEARS, provisional_from=date(2025, 12, 29))

    assert provisional == calendar.is_provisional(date.fromisoformat(day))
