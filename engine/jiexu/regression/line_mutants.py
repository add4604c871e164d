"""Every small change of one line of a rule that still is a line of the rule language."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from jiexu.expression.grammar import Expression, end_of, expression, offset_of, walk
from jiexu.law.provision import Provision
from jiexu.law.vocabulary import Vocabulary
from jiexu.regression.mutant import (
    ARITHMETIC,
    BRANCHES,
    CHOICE,
    COMPARISON,
    CONSTANT,
    EXCHANGED,
    NEGATED,
    OPERAND,
)

_SIGNS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"),
}  # fmt: skip
"""Each sign, and the one it is mistaken for."""
_JOINED = (ast.BoolOp, ast.IfExp)


class Variant(NamedTuple):
    """A line changed in one place."""

    change: str
    line: Expression


def variants(vocabulary: Vocabulary, provision: Provision, line: Expression, *, test: bool) -> Iterator[Variant]:
    """The changes of a line that stands in a provision, each once; a *test* is negated too. Kinds are not looked at."""
    written = _Written(line.source)
    changes = list(_changes(vocabulary, provision, line.tree, written))
    if test and not _is_negated_above(vocabulary, line.tree):
        changes.append((NEGATED, written.negated(line.tree)))
    seen = {line.source}
    for change, source in changes:
        if source not in seen:
            seen.add(source)
            yield Variant(change, expression(source, line.where))


def _is_negated_above(vocabulary: Vocabulary, tree: ast.expr) -> bool:
    """True for an equation, which its other sign negates, and for a plain yes or no, which the other does."""
    if isinstance(tree, ast.Name):
        return tree.id in (vocabulary.words["yes"], vocabulary.words["no"])
    return isinstance(tree, ast.Compare) and len(tree.ops) == 1 and isinstance(tree.ops[0], ast.Eq | ast.NotEq)


def _changes(
    vocabulary: Vocabulary, provision: Provision, tree: ast.expr, written: "_Written"
) -> Iterator[tuple[str, str]]:
    """What is done, and the line it makes."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for sign, left, right in zip(node.ops, sides, sides[1:], strict=False):
                if type(sign) in _SIGNS and not _is_above_nothing(node):
                    yield COMPARISON, written.with_sign(sign, left, right)
        elif isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
            yield ARITHMETIC, written.with_sign(node.op, node.left, node.right)
        elif isinstance(node, ast.Constant):
            yield CONSTANT, written.with_part(node, "0" if node.value else "1")
        elif isinstance(node, ast.BoolOp):
            joint = " and " if isinstance(node.op, ast.And) else " or "
            for dropped in node.values:
                rest = [value for value in node.values if value is not dropped]
                joined = written.text(rest[0]) if len(rest) == 1 else joint.join(map(written.part, rest))
                yield OPERAND, written.with_part(node, joined)
        elif isinstance(node, ast.IfExp):
            other, test, one = written.part(node.orelse), written.part(node.test), written.part(node.body)
            yield BRANCHES, written.with_part(node, f"{other} if {test} else {one}")
        elif isinstance(node, ast.Name) and id(node) not in called:
            for change, name in _others(vocabulary, provision, node.id):
                yield change, written.with_part(node, name)


def _is_above_nothing(node: ast.Compare) -> bool:
    """True for ``> 0``: nothing counted here is below 0, so ``>= 0`` would be the condition left out."""
    last = node.comparators[-1]
    return len(node.ops) == 1 and isinstance(node.ops[0], ast.Gt) and isinstance(last, ast.Constant) and last.value == 0


class _Written(NamedTuple):
    """A line as it is written, and the parts that its tree has of it."""

    source: str

    def text(self, node: ast.expr) -> str:
        return self.source[offset_of(self.source, node) : end_of(self.source, node)]

    def part(self, node: ast.expr) -> str:
        """The text of a node that is to be joined to others, in brackets where it joins parts itself."""
        return f"({self.text(node)})" if isinstance(node, _JOINED) else self.text(node)

    def with_part(self, node: ast.expr, text: str) -> str:
        return self.source[: offset_of(self.source, node)] + text + self.source[end_of(self.source, node) :]

    def with_sign(self, sign: ast.AST, left: ast.expr, right: ast.expr) -> str:
        """The line with the sign between two sides mistaken for the other; only brackets and blanks stand beside it there."""
        first, last = end_of(self.source, left), offset_of(self.source, right)
        return self.source[:first] + self.source[first:last].replace(*_SIGNS[type(sign)]) + self.source[last:]

    def negated(self, tree: ast.expr) -> str:
        return self.text(tree.operand) if isinstance(tree, ast.UnaryOp) else f"not {self.part(tree)}"


def _others(vocabulary: Vocabulary, provision: Provision, name: str) -> Iterator[tuple[str, str]]:
    """What may stand in the place of a name: another number of the clause, another member of the same choice."""
    parameter = provision.parameter(name)
    if parameter is not None:
        same = (held.name for held in provision.parameters if held.kind == parameter.kind and held.name != name)
        yield from ((EXCHANGED, other) for other in same)
        return
    if name in vocabulary.facts or name in vocabulary.questions or provision.definition(name):
        return
    yes, no = vocabulary.words["yes"], vocabulary.words["no"]
    if name in (yes, no):
        yield CHOICE, no if name == yes else yes
    members = (member for term in vocabulary.terms if name in term.kind.members for member in term.kind.members)
    yield from ((CHOICE, member) for member in dict.fromkeys(members) if member != name)
