"""Official texts and quotations, folded so that layout, width and Markdown make no difference."""

import re
import unicodedata

_MARKUP = re.compile(r"\*\*|^\s*#+\s*|^\s*[•*-]\s+", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_ENDS = ("。", ";", ":")
_SENTENCE = re.compile(r"(?<=[。;\n])")


def fold(text: str) -> str:
    """The text without Markdown, spaces and width; a line that ends in none of 。；： joins the next.

    >>> fold("**一、范围。**未达\\n\\n到 退休年龄，")
    '一、范围。未达到退休年龄,'
    """
    lines = (fold_phrase(line) for line in _MARKUP.sub("", text).splitlines())
    return "".join(line + "\n" if line.endswith(_ENDS) else line for line in lines if line).rstrip("\n")


def fold_phrase(text: str) -> str:
    """One phrase without spaces and width."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def sentences(folded: str) -> list[str]:
    """The sentences of a folded text: split after 。 and ； and at line ends."""
    return [part.strip() for part in _SENTENCE.split(folded) if part.strip()]
