"""Both ends of a validity are inside."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.validity import Validity

FIRST = date(2020, 1, 1)
span = st.integers(0, 40).map(lambda days: FIRST + timedelta(days=days))
validities = st.builds(
    lambda ends, open_end: Validity(min(ends), None if open_end else max(ends)), st.tuples(span, span), st.booleans()
)


def days_of(validity: Validity) -> set[date]:
    """Every day inside, as far as the tests look."""
    ahead = (FIRST + timedelta(days=count) for count in range(60))
    return {day for day in ahead if validity.first <= day and (validity.last is None or day <= validity.last)}


@pytest.mark.parametrize(
    ("day", "governs"), [("2020-08-31", False), ("2020-09-01", True), ("2025-08-31", True), ("2025-09-01", False)]
)
def test_a_notice_governs_on_its_first_and_its_last_day(day, governs):
    """有效期至2025年8月31日 includes that day; the day after, nothing governs."""
    notice = Validity(date(2020, 9, 1), date(2025, 8, 31))

    assert governs == notice.covers(date.fromisoformat(day))


def test_where_no_end_is_written_none_is_assumed():
    assert Validity(date(2020, 9, 1)).covers(date.max)


@given(validities, validities)
def test_two_validities_overlap_when_some_day_lies_in_both(one, other):
    assert bool(days_of(one) & days_of(other)) == one.overlaps(other)


@given(validities, span)
def test_a_day_is_covered_when_it_is_one_of_its_days(validity, day):
    assert (day in days_of(validity)) == validity.covers(day)
