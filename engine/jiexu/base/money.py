"""Yuan and rates, exact."""

from decimal import ROUND_HALF_UP, Context, Decimal

_FEN = Decimal("0.01")
_WIDE = Context(prec=100 * 100)  # more digits than a line of a rule can make
_MOST_DIGITS = 12


def to_fen(amount: Decimal) -> Decimal:
    """Round to the fen, half up.

    >>> to_fen(Decimal("3343.205"))
    Decimal('3343.21')
    """
    return amount.quantize(_FEN, ROUND_HALF_UP, _WIDE)


def parse_yuan(text: str) -> Decimal:
    """Read an amount of at most two decimals, never negative; anything else raises ValueError."""
    amount = _plain_decimal(text)
    if amount != to_fen(amount):
        raise ValueError(text)
    return to_fen(amount)


def parse_rate(text: str) -> Decimal:
    """Read ``7%`` or ``0.07``, from 0 to 1; anything else raises ValueError.

    >>> parse_rate("7%") == parse_rate("0.07")
    True
    """
    rate = _plain_decimal(text[:-1]) / 100 if text.endswith("%") else _plain_decimal(text)
    if rate > 1:
        raise ValueError(text)
    return rate


def _plain_decimal(text: str) -> Decimal:
    whole, point, part = text.partition(".")
    for digits in (whole, part) if point else (whole,):
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
            raise ValueError(text)
    return Decimal(text)
