"""How a line of a rule is best written: half-width signs, one blank around operators, none inside brackets."""

import ast
import io
import keyword
import tokenize
import unicodedata

from jiexu.expression.functions import FUNCTIONS
from jiexu.expression.grammar import tree_of, walk

_SIGNS = str.maketrans({"≤": "<=", "≥": ">=", "≠": "!=", "×": "*"})
_OPENS, _CLOSES = "(", (")", ",")


def half_width(text: str) -> str:
    """The text with each full-width letter, digit, sign and blank as its half-width one.

    >>> half_width("（，）＞＝")
    '(,)>='
    """
    return "".join(
        unicodedata.normalize("NFKC", one) if unicodedata.east_asian_width(one) == "F" else one for one in text
    )


def well_written(source: str) -> str:
    """The same line, as it is best written; one that is no line of the language either way stays as it is.

    >>> well_written("甲＞＝0 and(乙≠丙 )")
    '甲 >= 0 and (乙 != 丙)'
    """
    folded = half_width(source.translate(_SIGNS)).strip()
    for written in (_spaced(folded), folded):
        if _is_line(written):
            return written
    return source


def _is_line(source: str) -> bool:
    """True for a line of the language that calls known functions only: another name with brackets may be a name."""
    try:
        tree = tree_of(source)
    except SyntaxError:
        return False
    calls = (node.func for node in walk(tree) if isinstance(node, ast.Call))
    return all(isinstance(called, ast.Name) and called.id in FUNCTIONS for called in calls)


def _spaced(source: str) -> str:
    try:
        tokens = [
            token.string for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.string.strip()
        ]
    except (tokenize.TokenError, SyntaxError):
        return source
    written = ""
    for before, token in zip(["", *tokens], tokens, strict=False):
        called = token == _OPENS and before.isidentifier() and not keyword.iskeyword(before)
        touching = not before or before == _OPENS or token in _CLOSES or called
        written += token if touching else f" {token}"
    return written
