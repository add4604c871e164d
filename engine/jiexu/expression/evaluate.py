"""The reference interpreter: simpleeval, cut down to our nodes, operators and functions, in three-valued logic."""

import ast
import operator
from collections.abc import Callable
from datetime import date
from typing import Any

from simpleeval import SimpleEval

from jiexu.base.unknown import Failure, Unknown, is_unknown, merged
from jiexu.base.workdays import YearNotHeld
from jiexu.expression.functions import FACT, FUNCTIONS, World
from jiexu.expression.grammar import Expression

_OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.In: lambda one, many: one in many,
}  # fmt: skip


class Interpreter(SimpleEval):  # type: ignore[misc]
    """Gives an expression its value: a plain value of its kind, or an Unknown that says what is missing.

    ``lookup`` takes a name and gives its value or an Unknown. ``False and unknown`` is False, ``True or unknown`` is
    True; a choice between two branches whose test is unknown has a value when both branches agree.
    """

    def __init__(self, lookup: Callable[[str], Any], world: World) -> None:
        # Not through its own __init__, which fills tables with defaults; one is made for every line, and kept by nobody.
        self.lookup = lookup
        self.world = world
        self.operators = _OPERATORS

    def value(self, line: Expression) -> Any:
        """The value of a checked line."""
        return self._eval(line.tree)

    def _eval(self, node: ast.expr) -> Any:
        # Its own asks of every value whether it is a module or a function in disguise: ours are plain, by their kinds.
        return _NODES[type(node)](self, node)

    def _eval_name(self, node: ast.Name) -> Any:
        return self.lookup(node.id)

    def _eval_boolop(self, node: ast.BoolOp) -> Any:
        decisive = isinstance(node.op, ast.Or)
        unknown = []
        for part in node.values:
            value = self._eval(part)
            if is_unknown(value):
                unknown.append(value)
            elif value is decisive:
                return decisive
        return merged(unknown) if unknown else not decisive

    def _eval_unaryop(self, node: ast.UnaryOp) -> Any:
        value = self._eval(node.operand)
        return value if is_unknown(value) else not value

    def _eval_compare(self, node: ast.Compare) -> Any:
        left = self._eval(node.left)
        unknown: list[Unknown] = []
        for comparison, right_node in zip(node.ops, node.comparators, strict=True):
            right = self._eval(right_node)
            if type(left) is Unknown or type(right) is Unknown:
                unknown += [side for side in (left, right) if is_unknown(side)]
            elif not self.operators[type(comparison)](left, right):
                return False
            left = right
        return merged(unknown) if unknown else True

    def _eval_binop(self, node: ast.BinOp) -> Any:
        sides = self._eval(node.left), self._eval(node.right)
        missing = [side for side in sides if is_unknown(side)]
        return merged(missing) if missing else self.operators[type(node.op)](*sides)

    def _eval_ifexp(self, node: ast.IfExp) -> Any:
        test = self._eval(node.test)
        if not is_unknown(test):
            return self._eval(node.body if test else node.orelse)
        branches = self._eval(node.body), self._eval(node.orelse)
        missing = [branch for branch in branches if is_unknown(branch)]
        if not missing and branches[0] == branches[1]:
            return branches[0]
        return merged([test, *missing])

    def _eval_call(self, node: ast.Call) -> Any:
        function = FUNCTIONS[node.func.id]  # type: ignore[attr-defined]
        values = [self._eval(argument) for argument in node.args]
        if function.takes[0] is FACT:
            return function.run(not is_unknown(values[0]))
        missing = [value for value in values if is_unknown(value)]
        if missing:
            return merged(missing)
        try:
            return function.run(self.world, *values) if function.wants_world else function.run(*values)
        except YearNotHeld as error:
            return Unknown(failures=(Failure(error.year),))
        except ArithmeticError:  # beyond the last day of all calendars, or counted in steps of nothing
            return Unknown(failures=(Failure(date.max.year + 1),))


_NODES: dict[type, Callable[[Interpreter, Any], Any]] = {
    ast.Name: Interpreter._eval_name,
    ast.Constant: lambda interpreter, node: interpreter._eval_constant(node),
    ast.BoolOp: Interpreter._eval_boolop,
    ast.UnaryOp: Interpreter._eval_unaryop,
    ast.Compare: Interpreter._eval_compare,
    ast.BinOp: Interpreter._eval_binop,
    ast.IfExp: Interpreter._eval_ifexp,
    ast.Call: Interpreter._eval_call,
}
"""All that can be evaluated: what the grammar lets in, and nothing of simpleeval's own table."""
