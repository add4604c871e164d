"""Writes the screens of a page anew, as its commands print them now."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.docs.walk import ANY, Screen

_HEADING = "■ "
_ABOUT = f"{_HEADING}怎样办："


def renew(page: Path, screens: Iterable[Screen]) -> None:
    """Put what is printed into each ``text`` block: all of it into an empty one, else the paragraphs that the block shows."""
    text = page.read_text("utf-8")
    for screen in reversed(list(screens)):
        start, end = screen.at
        text = text[:start] + "\n\n".join(_renewed(screen)) + "\n" + text[end:]
    page.write_text(text, "utf-8")


def _renewed(screen: Screen) -> Iterator[str]:
    """The paragraphs shown as they are printed now, each the next one that begins as it does."""
    waiting = iter(_paragraphs(screen.printed))
    for shown in _paragraphs(screen.shown) or _paragraphs(screen.printed):
        known = _beginning(shown)
        if shown == ANY:
            yield shown
        else:
            yield next((printed for printed in waiting if _beginning(printed) == known), f"not printed: {shown}")


def _paragraphs(text: str) -> list[str]:
    return text.strip("\n").split("\n\n") if text.strip() else []


def _beginning(paragraph: str) -> tuple[bool, str]:
    """What a paragraph is recognised by: whether it has a heading, and the first word of what it is about."""
    line = paragraph.partition("\n")[0].removeprefix(_ABOUT)
    return paragraph.startswith(_HEADING), re.split(r"[ ：；]", line.removeprefix(_HEADING).strip())[0]
