"""Text in columns of a terminal, where a Chinese character is two wide."""

import unicodedata

_WIDE = frozenset("WF")


def width(text: str) -> int:
    """How many columns *text* takes.

    >>> width("中a")
    3
    """
    return sum(
        2 if unicodedata.east_asian_width(character) in _WIDE else not unicodedata.combining(character)
        for character in text
    )


def padded(text: str, columns: int) -> str:
    """*text* filled with spaces to that many columns."""
    return text + " " * max(columns - width(text), 0)


def wrapped(text: str, columns: int) -> list[str]:
    """*text* in lines of at most that many columns, broken after a comma or space where one is near."""
    lines: list[str] = []
    line, breakable = "", 0
    for character in text:
        if character == " " and not line and lines:
            continue
        if width(line) + width(character) > columns and line:
            cut = breakable if breakable * 2 > len(line) else len(line)
            lines.append(line[:cut].rstrip())
            line, breakable = line[cut:].lstrip(), 0
        line += character
        if character in "，。；、 )）」,;":
            breakable = len(line)
    return [*lines, line] if line or not lines else lines
