"""What names a person, with only its ends readable."""

import re

_LONG = re.compile(r"(?P<first>[0-9A-Za-z]{4})[0-9A-Za-z]{4,}(?P<last>[0-9A-Za-z]{4})", re.ASCII)
_SHORT = re.compile(r"[0-9 +()-]{4,}(?P<last>[0-9]{4})", re.ASCII)
_HIDDEN = "**"


def masked(text: str) -> str:
    """A text with only its ends readable: a name its first sign, a telephone its last four, a longer number four at each end.

    >>> masked("张三"), masked("370811198505011234"), masked("13800001234")
    ('张**', '3708**********1234', '*******1234')
    """
    number = _LONG.fullmatch(text)
    if number and any(sign.isdigit() for sign in text):
        first, last = number.group("first", "last")
        return first + "*" * (len(text) - len(first + last)) + last
    short = _SHORT.fullmatch(text)
    if short:
        return "*" * (len(text) - len(short["last"])) + short["last"]
    return text[:1] + _HIDDEN if text[1:] and not text.isascii() else _HIDDEN
