"""Citizen identity numbers against the table of weights that GB 11643 prints."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.identity import fault

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
CHINA = frozenset(["11", "37", "63"])
DAY = "2025-04-20"


def numbered(first: str) -> str:
    return first + CHECKS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first, strict=True)) % 11]


@given(
    st.sampled_from(sorted(CHINA)),
    st.integers(0, 9999),
    st.dates(date(1900, 1, 1), date(2025, 4, 20)),
    st.integers(0, 999),
)
def test_a_number_made_by_the_standards_table_is_right_and_no_other_check_sign_is(province, area, born, order):
    number = numbered(f"{province}{area:04d}{born:%Y%m%d}{order:03d}")

    assert "" == fault(number, DAY, CHINA)
    assert {"check"} == {fault(number[:-1] + sign, DAY, CHINA) for sign in "0123456789X" if sign != number[-1]}


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("11010519491231002X", ""),
        ("11010519491231002x", "signs"),
        ("110105491231002", "old"),
        ("11010519491231002", "signs"),
        ("99010519491231002X", "area"),
        (numbered("11010519490230002"), "born"),
        (numbered("11010520250421002"), "born"),
        (numbered("11010520250420002"), ""),
    ],
)
def test_what_is_wrong_with_a_number_is_told(number, wrong):
    """Born on the day itself is possible, the day after is not; 30 February never was."""
    assert wrong == fault(number, DAY, CHINA)
