"""Yuan are exact; a fen is rounded half up, and once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.base.money import parse_rate, parse_yuan, to_fen

fen = st.integers(0, 10**14 - 1)


def written(count: int) -> str:
    """An amount of fen as a person writes it."""
    return f"{count // 100}.{count % 100:02d}"


@given(fen)
def test_an_amount_is_read_to_the_fen(count):
    assert count == parse_yuan(written(count)) * 100


@given(st.integers(0, 10**12 - 1))
def test_whole_yuan_need_no_point(count):
    assert parse_yuan(f"{count}.00") == parse_yuan(str(count))


@given(st.integers(0, 10**15))
def test_a_half_fen_goes_up_and_less_goes_down(tenths):
    """The oracle counts in tenths of a fen, in whole numbers."""
    assert (tenths + 5) // 10 == to_fen(Decimal(tenths) / 1000) * 100


def test_an_amount_of_very_many_digits_is_still_rounded():
    assert Decimal("1" + "0" * 40 + ".01") == to_fen(Decimal("1" + "0" * 40 + ".005"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-1",
            "+1",
            "4200元",
            "￥4200",
            "4,200",
            "1e3",
            "0x10",
            "4200.005",
            "4200.",
            ".5",
            "4200.0.0",
            "",
            " 1",
            "1 ",
        ),
        *("\uff11\uff12", "٣", "NaN", "Infinity", "_1", "1_0", "1" * 13, "0." + "1" * 13),
    ],
)
def test_anything_but_an_amount_of_at_most_two_decimals_is_refused(text):
    with pytest.raises(ValueError):
        parse_yuan(text)


@given(st.integers(0, 10000))
def test_a_rate_is_the_same_as_percent_and_as_fraction(count):
    per_cent, fraction = f"{count // 100}.{count % 100:02d}%", f"{count // 10000}.{count % 10000:04d}"

    assert Decimal(count) / 10000 == parse_rate(per_cent) == parse_rate(fraction)


@pytest.mark.parametrize("text", ["101%", "1.01", "7", "-7%", "7%%", "%", "7 %", "\uff17%", "7‰", "百分之七", ""])
def test_a_rate_lies_between_0_and_1(text):
    with pytest.raises(ValueError):
        parse_rate(text)
