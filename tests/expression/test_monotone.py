"""Every function whose arguments have an order rises or falls steadily with each of them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.month import Month
from jiexu.expression.functions import ANY_ORDERED, ANY_WHOLE, FUNCTIONS, MONTH_END

FIRST, LAST = date(2000, 1, 1), date(2060, 12, 31)
HELD = date(2021, 1, 1), date(2021, 6, 30)
VALUES = {
    "date": st.dates(FIRST, LAST),
    "month": st.builds(Month, st.integers(FIRST.year, LAST.year), st.integers(1, 12)),
    "months": st.integers(-30, 200),
    "days": st.integers(0, 40),
    ANY_ORDERED.name: st.integers(-5, 5),
    ANY_WHOLE.name: st.integers(1, 60),
    MONTH_END.name: st.sampled_from(MONTH_END.members),
}
STEPS = {
    "date": lambda value: value + timedelta(days=1),
    "month": lambda value: value.plus(1),
}  # all else is a number
ORDERED = [
    (name, index)
    for name, function in FUNCTIONS.items()
    for index, kind in enumerate(function.takes)
    if kind.name in VALUES and kind is not MONTH_END
]


def arguments(function) -> st.SearchStrategy:
    """Arguments of a function; a day from which working days are counted lies where the calendar reaches."""
    return st.tuples(
        *(
            st.dates(*HELD) if function.wants_world and kind.name == "date" else VALUES[kind.name]
            for kind in function.takes
        )
    )


@pytest.mark.parametrize(("name", "index"), ORDERED)
@given(data=st.data(), steps=st.integers(2, 40))
def test_a_function_is_steady_in_each_argument(world, name, index, data, steps):
    function = FUNCTIONS[name]
    chosen = list(data.draw(arguments(function)))
    step = STEPS.get(function.takes[index].name, lambda value: value + 1)
    values = []
    for _ in range(steps):
        values.append(function.run(world, *chosen) if function.wants_world else function.run(*chosen))
        chosen[index] = step(chosen[index])

    rises = all(one <= other for one, other in pairwise(values))
    falls = all(one >= other for one, other in pairwise(values))
    assert rises or falls


def test_every_function_of_values_with_an_order_is_among_them():
    assert {"工作日后", "月后", "足月序", "月序", "整月空档", "上取整", "较大", "顺延"} <= {name for name, _ in ORDERED}
