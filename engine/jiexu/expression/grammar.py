"""Text → tree. What is not listed here cannot be said in a rule, whatever evaluates it."""

import ast
import unicodedata
import warnings
from functools import lru_cache
from typing import NamedTuple

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError

_LONGEST = 2 * 2 * 100
_MOST_NODES = 2 * 100
_MOST_TREES = 100 * 100
_NODES = (
    ast.Name, ast.Load, ast.Constant, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.BinOp, ast.IfExp, ast.Call,
    ast.And, ast.Or, ast.Not, ast.Add, ast.Sub, ast.Mult,
    ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In,
)  # fmt: skip
_UNSEEN = "#\\"  # Python leaves out what follows them


class Expression(NamedTuple):
    """A checked line; ``names`` are the names it mentions (functions left out), in order, each once."""

    source: str
    where: Location
    names: tuple[str, ...]

    @property
    def tree(self) -> ast.expr:
        return tree_of(self.source)


@lru_cache(_MOST_TREES)
def tree_of(source: str) -> ast.expr:
    """The tree of *source*; raises SyntaxError, with ``offset`` and ``msg`` the problem's code, for all that is not the language."""
    if len(source) > _LONGEST:
        raise _refusal("P203", _LONGEST)
    if not source.strip() or "\n" in source:
        raise _refusal("P201", 0)
    for index, character in enumerate(source):
        if not _is_allowed(character):
            raise _refusal("P202", index)
    if unicodedata.normalize("NFKC", source) != source:  # of two characters that are each allowed
        raise _refusal("P202", 0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(source.strip(), mode="eval").body
    except SyntaxError as error:
        raise _refusal("P201", _lead(source) + max((error.offset or 1) - 1, 0)) from error
    except (SyntaxWarning, ValueError, RecursionError, MemoryError) as error:
        raise _refusal("P201", 0) from error
    _refuse_the_rest(source, tree)
    return tree


def expression(source: str, where: Location) -> Expression:
    """Read one line of a rule that stands at *where*; raises ProblemsError with what is wrong and where in the line."""
    try:
        tree = tree_of(source)
    except SyntaxError as error:
        offset = error.offset or 0
        at = Location(where.file, where.line, where.column + offset)
        raise ProblemsError([Problem(error.msg, at, {"written": source, "at": source[offset : offset + 1]})]) from error
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = dict.fromkeys(node.id for node in walk(tree) if isinstance(node, ast.Name) and id(node) not in called)
    return Expression(source, where, tuple(names))


def conjuncts(line: Expression) -> list[Expression]:
    """The lines that *line* joins by ``and``; itself alone when it joins none."""
    tree = line.tree
    if not (isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)):
        return [line]
    return [part(line, node) for node in tree.values]


def part(line: Expression, node: ast.expr) -> Expression:
    """A part of a line as a line of its own, at its own place."""
    first, last = offset_of(line.source, node), end_of(line.source, node)
    where = line.where._replace(column=line.where.column + first, width=last - first)
    return expression(line.source[first:last], where)


def walk(tree: ast.expr) -> list[ast.AST]:
    """The nodes of a tree from left to right, each before its children."""
    nodes: list[ast.AST] = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        waiting.extend(reversed(list(ast.iter_child_nodes(node))))
    return nodes


def offset_of(source: str, node: ast.AST) -> int:
    """How many characters of *source* stand before *node*."""
    return _characters(source, getattr(node, "col_offset", 0))


def end_of(source: str, node: ast.expr) -> int:
    """How many characters of *source* stand before the end of *node*."""
    return _characters(source, node.end_col_offset or 0)


def _characters(source: str, count: int) -> int:
    """A place in the tree, which counts UTF-8 bytes and no leading blanks, as a place in the source."""
    return _lead(source) + len(source.strip().encode()[:count].decode(errors="ignore"))


def _lead(source: str) -> int:
    return len(source) - len(source.lstrip())


@lru_cache(_MOST_TREES)
def _is_allowed(character: str) -> bool:
    if character.isascii():
        return character.isprintable() and character not in _UNSEEN
    return ("a" + character).isidentifier() and unicodedata.normalize("NFKC", character) == character


def _refuse_the_rest(source: str, tree: ast.expr) -> None:
    nodes = walk(tree)
    if len(nodes) > _MOST_NODES:
        raise _refusal("P203", 0)
    for node in nodes:
        if isinstance(node, ast.BinOp | ast.Compare | ast.UnaryOp):
            _refuse_operators(source, node)
        elif not isinstance(node, _NODES):
            raise _refusal("P204", offset_of(source, node))
        if isinstance(node, ast.Constant) and source[offset_of(source, node) : end_of(source, node)] not in ("0", "1"):
            raise _refusal("P205", offset_of(source, node))
        if isinstance(node, ast.Call) and (node.keywords or not isinstance(node.func, ast.Name)):
            raise _refusal("P204", offset_of(source, node))


def _refuse_operators(source: str, node: ast.BinOp | ast.Compare | ast.UnaryOp) -> None:
    """Refuse an operator that is not listed, at its own place, which the tree does not tell: after the side before it."""
    if isinstance(node, ast.UnaryOp):
        if not isinstance(node.op, ast.Not):
            raise _refusal("P204", offset_of(source, node))
        return
    operators = node.ops if isinstance(node, ast.Compare) else [node.op]
    before = [node.left, *node.comparators] if isinstance(node, ast.Compare) else [node.left]
    for operator, side in zip(operators, before, strict=False):
        if not isinstance(operator, _NODES):
            after = source[end_of(source, side) :]
            raise _refusal("P204", len(source) - len(after.lstrip(" )")))


def _refusal(code: str, offset: int) -> SyntaxError:
    refusal = SyntaxError(code)
    refusal.msg, refusal.offset = code, offset
    return refusal
