"""Whether a page's characters have a shape in some font of this machine."""

import html
import re
import subprocess
from functools import cache
from unicodedata import category

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError

_UNSEEN = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
_SHAPELESS = ("Cc", "Cf", "Zs", "Zl", "Zp")
_FONTS = ("fc-match", "--sort", "--format", "%{file}\n", "serif:lang=zh-cn")
"""Asks fontconfig for the fonts a Chinese page falls back on, the first choice first."""


def require_glyphs(page: str, where: Location) -> None:
    """Raise ProblemsError when a character of the page has a shape in none of the fonts."""
    text = html.unescape(_UNSEEN.sub("", page))
    missing = {sign for sign in text if not sign.isascii() and category(sign) not in _SHAPELESS}
    for font in _fonts():
        missing = {sign for sign in missing if ord(sign) not in _covered(font)}
        if not missing:
            return
    signs = "".join(f"「{sign}」U+{ord(sign):04X}" for sign in sorted(missing))
    raise ProblemsError([Problem("P808", where, {"characters": signs})])


@cache
def _fonts() -> tuple[str, ...]:
    try:
        found = subprocess.run(_FONTS, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        needed = {"name": _FONTS[0], "package": "fontconfig"}
        raise ProblemsError([Problem("P813", Location(_FONTS[0]), needed)]) from error
    return tuple(dict.fromkeys(found.stdout.split("\n")[:-1]))


@cache
def _covered(font: str) -> frozenset[int]:
    """The characters that a font file has; of a collection, its first font, which the others equal."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(font, fontNumber=0, lazy=True) as opened:
            return frozenset(opened.getBestCmap() or ())
    except (OSError, TTLibError):
        return frozenset()
