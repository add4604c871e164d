"""Days as places on a line."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.validity import Validity
from jiexu.report.timeline.scale import scale_for

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
SPANS = st.builds(
    lambda first, days: Validity(first, None if days is None else first + timedelta(days=days)),
    DAYS,
    st.none() | st.integers(0, 9000),
)


@given(st.lists(SPANS, min_size=1, max_size=6), DAYS, st.integers(40, 900))
def test_every_span_lies_on_the_line_and_is_at_least_one_wide(spans, day, length):
    scale = scale_for(spans, day, length)
    for one in spans:
        span = scale.span(one)
        if span is not None:
            begins, ends = span
            assert 0 <= begins < ends <= length
        else:
            assert one.first > scale.last or (one.last is not None and one.last < scale.first)


@given(DAYS, st.integers(40, 900))
def test_the_day_asked_about_lies_on_the_line(day, length):
    scale = scale_for([], day, length)

    assert scale.first <= day <= scale.last
    assert 0 <= scale.at(day) < length


@given(st.lists(SPANS, min_size=1, max_size=6), DAYS, st.integers(60, 900))
def test_years_are_told_at_even_steps_and_do_not_touch(spans, day, length):
    years = list(scale_for(spans, day, length).years(len("2020 ")))

    assert 1 >= len({other - one for (one, _), (other, _) in pairwise(years)})
    assert all(other - one >= len("2020 ") for (_, one), (_, other) in pairwise(years))


@given(DAYS, st.integers(1, 4000), st.integers(40, 900))
def test_of_two_spans_that_follow_each_other_the_later_does_not_begin_earlier(first, days, length):
    last = first + timedelta(days=days)
    one, other = Validity(first, last), Validity(last + timedelta(days=1))
    scale = scale_for([one, other], first, length)
    left, right = scale.span(one), scale.span(other)

    assert left is not None
    assert right is None or right[0] + 1 >= left[1]
