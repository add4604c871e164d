"""A value is read by its kind, exactly or not at all, and printed as it is read."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.kinds import COUNT, DATE, DAYS, MONTH, MONTHS, RATE, YUAN, as_text, parse_count, parse_date, read_plain
from jiexu.base.month import Month

WHOLE = [MONTHS, DAYS, COUNT]
values = st.one_of(
    st.tuples(st.just(DATE), st.dates()),
    st.tuples(st.just(MONTH), st.builds(Month, st.integers(1, 9999), st.integers(1, 12))),
    st.tuples(st.sampled_from(WHOLE), st.integers(0, 10**12 - 1)),
    st.tuples(st.just(YUAN), st.decimals(0, 10**9, places=2)),
    st.tuples(st.just(RATE), st.decimals(0, 1, places=4)),
)


@given(values)
def test_what_is_printed_is_read_back(kind_and_value):
    kind, value = kind_and_value

    assert value == read_plain(kind, as_text(value))


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_a_date_is_read_only_when_some_calendar_day_is_written_so(year, month, day):
    """The oracle lists the days of that year."""
    text = f"{year:04d}-{month:02d}-{day:02d}"
    length = 366 if year in range(1, 9999) and (date(year, 1, 1) + timedelta(days=365)).year == year else 365
    listed = {(date(year, 1, 1) + timedelta(days=step)).isoformat() for step in range(length)} if year else set()

    if text in listed:
        assert text == parse_date(text).isoformat()
    else:
        with pytest.raises(ValueError):
            parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["2021-02-30", "2021-2-3", "2021/03/20", "20210320", "2021-W11-6", "2021-03-20T00:00", "\uff12\uff10\uff12\uff11-03-20", " 2021-03-20", ""],
)  # fmt: skip
def test_a_date_in_any_other_writing_is_refused(text):
    with pytest.raises(ValueError):
        parse_date(text)


@pytest.mark.parametrize("text", ["-5", "+5", "5.0", "1e3", "\uff11\uff18", "٣", "十八", "5 ", "", "0x1", "1" * 13])
def test_a_count_is_plain_digits_and_never_negative(text):
    with pytest.raises(ValueError):
        parse_count(text)


@given(
    st.text(max_size=12) | st.text("0123456789-.%\uff11年", max_size=12),
    st.sampled_from([DATE, MONTH, *WHOLE, YUAN, RATE]),
)
def test_whatever_is_written_is_a_value_of_its_kind_or_refused(text, kind):
    try:
        value = read_plain(kind, text)
    except ValueError:
        return

    assert {DATE: date, MONTH: Month, YUAN: Decimal, RATE: Decimal}.get(kind, int) is type(value)
    assert text.isascii()
