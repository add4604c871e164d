"""Amounts in capitals, read back by a reader that knows nothing of how they are written."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jiexu.explanation.capitals import capitals

DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def whole(text: str) -> int:
    """A number as it is read aloud: what stands before a group's name counts so many times."""
    for name, times in (("亿", 10**8), ("万", 10**4)):
        if name in text:
            high, _, low = text.rpartition(name)
            return whole(high) * times + whole(low)
    total, digit = 0, 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total, digit = total + digit * UNITS[sign], 0
    return total + digit


def read_back(text: str) -> Decimal:
    found = re.fullmatch(r"(?:(?P<yuan>.+)元)?零?(?:(?P<ten>.)角)?(?:(?P<one>.)分)?整?", text)
    fen = DIGITS[found["ten"] or "零"] * 10 + DIGITS[found["one"] or "零"]
    return whole(found["yuan"] or "零") + Decimal(fen) / 100


@given(st.integers(0, 10**14).map(lambda fen: Decimal(fen) / 100) | st.integers(0, 10**12).map(Decimal))
def test_an_amount_in_capitals_is_read_back_as_itself(amount):
    said = capitals(amount)

    assert amount == read_back(said)
    assert "零零" not in said
    assert said.endswith(("整", "分"))


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "零元整"),
        ("0.01", "壹分"),
        ("0.10", "壹角整"),
        ("10", "壹拾元整"),
        ("101", "壹佰零壹元整"),
        ("10010", "壹万零壹拾元整"),
        ("16800", "壹万陆仟捌佰元整"),
        ("100000", "壹拾万元整"),
        ("1e8", "壹亿元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("1100008414", "壹拾壹亿零捌仟肆佰壹拾肆元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("1234500000000", "壹万贰仟叁佰肆拾伍亿元整"),
    ],
)
def test_amounts_as_the_rules_for_vouchers_write_them(amount, said):
    assert said == capitals(Decimal(amount))
