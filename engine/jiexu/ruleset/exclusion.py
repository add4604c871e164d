"""Statements that can never both speak, seen from their conditions alone."""

import ast

from jiexu.expression.grammar import conjuncts
from jiexu.law.library import Library, Statement
from jiexu.law.provision import Provision

_APART = frozenset(
    frozenset(pair)
    for pair in (
        (ast.Eq, ast.NotEq),
        (ast.Eq, ast.Lt),
        (ast.Eq, ast.Gt),
        (ast.Lt, ast.Gt),
        (ast.Lt, ast.GtE),
        (ast.Gt, ast.LtE),
    )
)


def exclusive(library: Library, one: Statement, other: Statement) -> bool:
    """True when a condition of the one contradicts a condition of the other, whatever the facts are.

    Only what can be seen in the words counts: ``x`` and ``not x``, two members of one choice, ``x == 0`` and ``x > 0``.
    Names that mean something else in each provision are passed over.
    """
    own = _local(library, one.provision) | _local(library, other.provision)
    return any(
        _contradict(library, left, right)
        for left in _tests(one)
        for right in _tests(other)
        if own.isdisjoint(_names(left) | _names(right))
    )


def _tests(statement: Statement) -> list[ast.expr]:
    """The conditions of a statement, joined ones apart."""
    return [part.tree for line in statement.conditions for part in conjuncts(line)]


def _contradict(library: Library, one: ast.expr, other: ast.expr) -> bool:
    for left, right in ((one, other), (other, one)):
        if isinstance(left, ast.UnaryOp) and ast.dump(left.operand) == ast.dump(right):
            return True
    if not (isinstance(one, ast.Compare) and isinstance(other, ast.Compare)):
        return False
    if len(one.ops) > 1 or len(other.ops) > 1 or ast.dump(one.left) != ast.dump(other.left):
        return False
    left, right = one.comparators[0], other.comparators[0]
    if ast.dump(left) == ast.dump(right):
        return frozenset((type(one.ops[0]), type(other.ops[0]))) in _APART
    both_equal = isinstance(one.ops[0], ast.Eq) and isinstance(other.ops[0], ast.Eq)
    return both_equal and all(
        isinstance(node, ast.Name) and node.id in library.vocabulary.bare_names for node in (left, right)
    )


def _names(tree: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _local(library: Library, provision: Provision) -> set[str]:
    """Names whose meaning is the provision's own; a question it defines is everybody's."""
    given = {name for reading in provision.readings for name in reading.then}
    return {parameter.name for parameter in provision.parameters} | (given - library.vocabulary.questions.keys())
