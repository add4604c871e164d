"""Text in columns of a terminal, where a Chinese character is two wide."""

import re
import unicodedata
from functools import lru_cache

_WIDE = frozenset("WF")
_WORD = re.compile(r"[!-~]+[元月年天日]?|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。；、：！？）」》〕】％…,.;:!?)]}%")
_NEVER_LAST = frozenset("（「《〔【([{")
_MANY = 100 * 100


@lru_cache(_MANY)
def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.combining(character) else 1


def width(text: str) -> int:
    """How many columns *text* takes.

    >>> width("中a")
    3
    """
    return sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """*text* filled with spaces to that many columns."""
    return text + " " * max(columns - width(text), 0)


def wrapped(text: str, columns: int) -> list[str]:
    """*text* in lines of at most that many columns; no number is cut, and no line begins with a closing sign.

    >>> wrapped("则为4,242.00元，由本人", 12)
    ['则为', '4,242.00元，', '由本人']
    """
    lines: list[str] = []
    line, taken = "", 0
    for piece in _pieces(text):
        wide = width(piece)
        if taken + wide > columns:
            if line:
                lines.append(line.rstrip())
            line, taken = "", 0
            while wide > columns and len(piece) > 1:
                cut = _fitting(piece, columns)
                lines.append(piece[:cut])
                piece, wide = piece[cut:], width(piece[cut:])
        if not (piece.isspace() and not line and lines):
            line, taken = line + piece, taken + wide
    return [*lines, line.rstrip()] if line or not lines else lines


def _pieces(text: str) -> list[str]:
    """What must stay together: words and numbers, with the closing signs after and the opening ones before them."""
    pieces: list[str] = []
    for word in _WORD.findall(text):
        joined = pieces and (word[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST)
        if joined and not word.isspace():
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces


def _fitting(line: str, columns: int) -> int:
    """How many characters of *line* fit."""
    taken = 0
    for index, character in enumerate(line):
        taken += _columns(character)
        if taken > columns:
            return max(index, 1)
    return len(line)
