"""One condition taken apart: what it is about, and how that must be."""

import ast
from typing import NamedTuple

from jiexu.expression.grammar import Expression, conjuncts, part
from jiexu.law.provision import Parameter, Provision

_SIGNS: dict[type, str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
HOLDS = ""
FAILS = "not"


class Test(NamedTuple):
    """How a subject must be: ``sign`` is HOLDS, FAILS, or a comparison with the line ``against``."""

    subject: Expression
    sign: str
    against: Expression | None = None


def split(provision: Provision, line: Expression) -> list[Test]:
    """The tests a condition joins by ``and``.

    A comparison is about its left side, or about its right side when the left is a number of the provision; a chain of
    two is about the side in the middle. What is neither a comparison nor a negation is about itself.
    """
    return [test for joined in conjuncts(line) for test in _tests(provision, joined)]


def _tests(provision: Provision, line: Expression) -> list[Test]:
    tree = line.tree
    if isinstance(tree, ast.UnaryOp):
        return [Test(part(line, tree.operand), FAILS)]
    if not isinstance(tree, ast.Compare) or any(type(op) not in _SIGNS for op in tree.ops):
        return [Test(line, HOLDS)]
    sides = [part(line, side) for side in (tree.left, *tree.comparators)]
    signs = [_SIGNS[type(op)] for op in tree.ops]
    if len(signs) == 1:
        left, right = sides
        if _is_number(provision, left) and not _is_number(provision, right):
            return [Test(right, _MIRRORED[signs[0]], left)]
        return [Test(left, signs[0], right)]
    if len(signs) == 2:
        return [Test(sides[1], _MIRRORED[signs[0]], sides[0]), Test(sides[1], signs[1], sides[2])]
    return [Test(line, HOLDS)]


def _is_number(provision: Provision, line: Expression) -> bool:
    return not line.names or all(isinstance(provision.local.get(name), Parameter) for name in line.names)
