"""The kind of every part of an expression, so that months never meet days nor yuan months."""

import ast
from collections.abc import Callable
from typing import NamedTuple

from jiexu.base.kinds import COUNT, DAYS, MONTHS, RATE, YES_NO, YUAN, Kind
from jiexu.base.location import Location
from jiexu.base.problem import Problem
from jiexu.expression.functions import FACT, FUNCTIONS, PERIOD_KIND, SAME, Function
from jiexu.expression.grammar import Expression, offset_of

NUMBER = Kind("number")
_COUNTED = (MONTHS, DAYS, COUNT, YUAN, RATE)
_ORDERED = (*_COUNTED, Kind("date"), Kind("month"))
_PRODUCTS = {
    (YUAN, RATE): YUAN, (RATE, YUAN): YUAN, (YUAN, MONTHS): YUAN, (MONTHS, YUAN): YUAN, (YUAN, COUNT): YUAN, (COUNT, YUAN): YUAN,
    (RATE, MONTHS): RATE, (MONTHS, RATE): RATE, (RATE, RATE): RATE, (MONTHS, COUNT): MONTHS, (COUNT, MONTHS): MONTHS,
    (COUNT, COUNT): COUNT, (DAYS, COUNT): DAYS, (COUNT, DAYS): DAYS,
}  # fmt: skip


class Bare(NamedTuple):
    """A name that is no term: a choice or a set's member, whose kind the place it stands in tells."""

    name: str


class Names(NamedTuple):
    """What a rule may mention: ``kind_of`` a term or parameter, ``is_fact``, all ``known`` names, ``period_kinds``."""

    kind_of: Callable[[str], Kind | None]
    is_fact: Callable[[str], bool]
    is_bare: Callable[[str], bool]
    suggest: Callable[[str], str]
    period_kinds: tuple[str, ...]


class KindError(Exception):
    """One kind problem at one node; ends the check of its expression."""

    def __init__(self, code: str, node: ast.AST, **values: str) -> None:
        self.code, self.node, self.values = code, node, values
        super().__init__(code)


def kind_problem(line: Expression, wanted: Kind | None, names: Names) -> Problem | None:
    """None when *line* is of the *wanted* kind (any kind when None), else the first thing wrong with it."""
    try:
        found = _Checker(names).kind(line.tree)
        if wanted is not None:
            _fit(line.tree, found, wanted)
        elif isinstance(found, Bare):
            raise KindError("P211", line.tree, name=found.name, nearest=names.suggest(found.name))
    except KindError as error:
        at = offset_of(line.source, error.node)
        width = max(offset_of(line.source, _end(error.node)) - at, 1)
        where = Location(line.where.file, line.where.line, line.where.column + at, width)
        return Problem(error.code, where, error.values | {"written": line.source})
    return None


def kind_of(line: Expression, names: Names) -> Kind | None:
    """The kind of a line that was checked; None for a bare name or a bare number."""
    try:
        found = _Checker(names).kind(line.tree)
    except KindError:
        return None
    return None if isinstance(found, Bare) or found == NUMBER else found


def _end(node: ast.AST) -> ast.AST:
    return ast.Load(col_offset=getattr(node, "end_col_offset", 0))


def _fit(node: ast.AST, found: Kind | Bare, wanted: Kind) -> None:
    if isinstance(found, Bare):
        if wanted.members and found.name not in wanted.members:
            from jiexu.base.nearest import nearest

            raise KindError(
                "P213",
                node,
                name=found.name,
                allowed="、".join(wanted.members),
                nearest=nearest(found.name, wanted.members),
            )
        if not wanted.members:
            raise KindError("P211", node, name=found.name, nearest="")
    elif (
        found != wanted
        and not (found == NUMBER and wanted in _COUNTED)
        and not (found.name == wanted.name and not wanted.members)
    ):
        raise KindError("P212", node, found=found.name, wanted=wanted.name)


class _Checker:
    def __init__(self, names: Names) -> None:
        self.names = names

    def kind(self, node: ast.expr) -> Kind | Bare:
        """The kind of a subtree; raises KindError."""
        if isinstance(node, ast.Constant):
            return NUMBER
        if isinstance(node, ast.Name):
            return self._name(node)
        if isinstance(node, ast.BoolOp):
            for value in node.values:
                _fit(value, self.kind(value), YES_NO)
            return YES_NO
        if isinstance(node, ast.UnaryOp):
            _fit(node.operand, self.kind(node.operand), YES_NO)
            return YES_NO
        if isinstance(node, ast.Compare):
            return self._compare(node)
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        if isinstance(node, ast.IfExp):
            _fit(node.test, self.kind(node.test), YES_NO)
            return self._together(node.body, node.orelse)
        if isinstance(node, ast.Call):
            return self._call(node)
        raise KindError("P204", node)

    def _name(self, node: ast.Name) -> Kind | Bare:
        kind = self.names.kind_of(node.id)
        if kind is not None:
            return kind
        if self.names.is_bare(node.id):
            return Bare(node.id)
        raise KindError("P211", node, name=node.id, nearest=self.names.suggest(node.id))

    def _together(self, one: ast.expr, other: ast.expr) -> Kind | Bare:
        left, right = self.kind(one), self.kind(other)
        if isinstance(left, Bare) or (left == NUMBER and not isinstance(right, Bare)):
            if not isinstance(right, Bare):
                _fit(one, left, right)
            return right
        _fit(other, right, left)
        return left

    def _compare(self, node: ast.Compare) -> Kind:
        sides = [node.left, *node.comparators]
        for operator, one, other in zip(node.ops, sides, sides[1:], strict=False):
            if isinstance(operator, ast.In):
                wanted = self.kind(other)
                if isinstance(wanted, Bare) or wanted.name != "set":
                    raise KindError("P212", other, found=getattr(wanted, "name", ""), wanted="set")
                _fit(one, self.kind(one), wanted)
                continue
            kind = self._together(one, other)
            if isinstance(kind, Bare):
                raise KindError("P211", one, name=kind.name, nearest=self.names.suggest(kind.name))
            if not isinstance(operator, ast.Eq | ast.NotEq) and kind not in (*_ORDERED, NUMBER):
                raise KindError("P214", node, found=kind.name)
        return YES_NO

    def _arithmetic(self, node: ast.BinOp) -> Kind:
        left, right = self.kind(node.left), self.kind(node.right)
        for side, kind in ((node.left, left), (node.right, right)):
            if isinstance(kind, Bare) or kind not in (*_COUNTED, NUMBER):
                raise KindError("P214", side, found=getattr(kind, "name", ""))
        assert not isinstance(left, Bare) and not isinstance(right, Bare)
        if NUMBER in (left, right):
            return right if left == NUMBER else left
        if isinstance(node.op, ast.Mult):
            if (left, right) not in _PRODUCTS:
                raise KindError("P212", node, found=f"{left} * {right}", wanted="yuan * rate * months")
            return _PRODUCTS[left, right]
        _fit(node.right, right, left)
        return left

    def _call(self, node: ast.Call) -> Kind | Bare:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS.get(name)
        if function is None:
            from jiexu.base.nearest import nearest

            raise KindError("P215", node, name=name, nearest=nearest(name, FUNCTIONS))
        count = len(function.takes)
        if not count - function.optional <= len(node.args) <= count:
            raise KindError("P216", node, name=name, count=str(count))
        return self._result(node, function)

    def _result(self, node: ast.Call, function: Function) -> Kind | Bare:
        if function.gives == SAME:
            return self._together(*node.args)
        for wanted, argument in zip(function.takes, node.args, strict=False):
            if wanted == FACT:
                if not (isinstance(argument, ast.Name) and self.names.is_fact(argument.id)):
                    raise KindError("P217", argument, name=getattr(argument, "id", ""))
                continue
            if wanted == PERIOD_KIND:
                wanted = Kind(wanted.name, self.names.period_kinds)
            _fit(argument, self.kind(argument), wanted)
        return function.gives
