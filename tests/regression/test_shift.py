"""Which way an answer moved and how far; which part became which."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.month import Month
from jiexu.regression.likeness import pairs
from jiexu.regression.shift import shift


@pytest.mark.parametrize(
    ("was", "now", "kind", "expected"),
    [
        (Month(2021, 12), Month(2022, 1), "month", ("later", 1, "months")),
        (Month(2022, 10), Month(2021, 11), "month", ("earlier", 11, "months")),
        (date(2024, 2, 28), date(2024, 3, 1), "date", ("later", 2, "days")),
        (date(2025, 1, 1), date(2024, 1, 1), "date", ("earlier", 366, "days")),
        (18, 20, "months", ("more", 2, "months")),
        (1, 0, "count", ("less", 1, "count")),
        (Decimal("5292.00"), Decimal("5291.99"), "yuan", ("less", Decimal("0.01"), "yuan")),
        (Decimal("0.07"), Decimal("0.075"), "rate", ("more", Decimal("0.005"), "rate")),
        (False, True, "yes_no", ("yes", None, "")),
        (True, False, "yes_no", ("no", None, "")),
        (("甲",), ("甲", "乙"), "set", ("more", None, "")),
        (("甲", "乙"), ("乙",), "set", ("less", None, "")),
        (("甲",), ("乙",), "set", ("other", None, "")),
        ("可补缴", "不补缴", "choice", ("other", None, "")),
        ("370100", "370800", "place", ("other", None, "")),
    ],
)
def test_an_answer_moves_one_way_by_an_amount_in_its_unit(was, now, kind, expected):
    assert expected == tuple(shift(was, now, kind))


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_every_part_of_either_law_is_told_once(old, new):
    told = list(pairs([str(one) for one in old], [str(one) for one in new], (lambda one: one,)))

    assert Counter(map(str, old)) == Counter(one for one, _ in told if one is not None)
    assert [str(one) for one in new] == [one for _, one in told if one is not None]
    assert all(before == after for before, after in told if before is not None and after is not None)
    # As many are paired as the two have in common.
    assert (Counter(old) & Counter(new)).total() == sum(None not in pair for pair in told)


def test_an_earlier_likeness_goes_before_a_later_one():
    """Two parts of one name are one, even where another has the same content."""
    old, new = [("a", 1), ("b", 2)], [("b", 1), ("c", 1)]

    assert [(("b", 2), ("b", 1)), (("a", 1), ("c", 1))] == list(
        pairs(old, new, (lambda one: one[0], lambda one: one[1]))
    )
