"""The kind of every part of an expression, so that months never meet days nor yuan months."""

import ast
from collections.abc import Callable
from typing import NamedTuple

from jiexu.base.kinds import ANY, COUNT, DAYS, MONTHS, RATE, YES_NO, YUAN, Kind
from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem
from jiexu.expression.functions import COUNTED, FACT, FUNCTIONS, ORDERED, PERIOD_KIND, SHARED, Function
from jiexu.expression.grammar import Expression, end_of, offset_of

NUMBER = Kind("number")
_PRODUCTS = {
    (YUAN, RATE): YUAN, (RATE, YUAN): YUAN, (YUAN, MONTHS): YUAN, (MONTHS, YUAN): YUAN, (YUAN, COUNT): YUAN, (COUNT, YUAN): YUAN,
    (RATE, MONTHS): RATE, (MONTHS, RATE): RATE, (RATE, RATE): RATE, (MONTHS, COUNT): MONTHS, (COUNT, MONTHS): MONTHS,
    (COUNT, COUNT): COUNT, (DAYS, COUNT): DAYS, (COUNT, DAYS): DAYS,
}  # fmt: skip


class Bare(NamedTuple):
    """A name that is no term: a choice or a set's member, whose kind the place it stands in tells."""

    name: str


class Names(NamedTuple):
    """What a rule may mention.

    ``kind_of`` a term, parameter or place, None for any other name; ``is_fact``; ``is_bare``, the name of a choice;
    ``suggest`` the nearest name to one that is unknown; ``period_kinds``, the members of the periods term.
    """

    kind_of: Callable[[str], Kind | None]
    is_fact: Callable[[str], bool]
    is_bare: Callable[[str], bool]
    suggest: Callable[[str], str]
    period_kinds: tuple[str, ...]


class KindError(Exception):
    """One kind problem at one node; ends the check of its expression."""

    def __init__(self, code: str, node: ast.expr, **values: str) -> None:
        self.code, self.node, self.values = code, node, values
        super().__init__(code)


def kind_problem(line: Expression, wanted: Kind | None, names: Names) -> Problem | None:
    """None when *line* is of the *wanted* kind (any kind when None), else the first thing wrong with it."""
    checker = _Checker(names)
    try:
        if wanted is not None:
            checker.fit(line.tree, wanted)
        else:
            _certain(line.tree, checker.kind(line.tree))
    except KindError as error:
        at = offset_of(line.source, error.node)
        width = max(end_of(line.source, error.node) - at, 1)
        where = Location(line.where.file, line.where.line, line.where.column + at, width)
        return Problem(error.code, where, error.values | {"written": line.source})
    return None


def kind_of(line: Expression, names: Names) -> Kind:
    """The kind of a line; ANY where it cannot be told."""
    try:
        found = _Checker(names).kind(line.tree)
    except KindError:
        return ANY
    return ANY if isinstance(found, Bare) else found


def _certain(node: ast.expr, found: Kind | Bare) -> Kind:
    """The kind found, which must not be that of a choice nobody asked for."""
    if isinstance(found, Bare):
        raise KindError("P218", node, name=found.name)
    return found


def _fit(node: ast.expr, found: Kind | Bare, wanted: Kind) -> None:
    if ANY in (found, wanted):
        return
    if isinstance(found, Bare):
        if not wanted.members:
            raise KindError("P212", node, found="choice", wanted=wanted.name)
        if found.name not in wanted.members:
            allowed = "、".join(wanted.members)
            raise KindError("P213", node, name=found.name, allowed=allowed, nearest=nearest(found.name, wanted.members))
    elif found.name == wanted.name and wanted.members and found != wanted:
        raise KindError("P219", node, allowed="、".join(wanted.members))
    elif found.name != wanted.name and not (found == NUMBER and wanted in COUNTED):
        raise KindError("P212", node, found=found.name, wanted=wanted.name)


class _Checker:
    def __init__(self, names: Names) -> None:
        self.names = names

    def fit(self, node: ast.expr, wanted: Kind) -> None:
        """Raises KindError unless the subtree, each branch of a choice between two, is of the wanted kind."""
        if isinstance(node, ast.IfExp):
            self.fit(node.test, YES_NO)
            self.fit(node.body, wanted)
            self.fit(node.orelse, wanted)
        else:
            _fit(node, self.kind(node), wanted)

    def kind(self, node: ast.expr) -> Kind | Bare:
        """The kind of a subtree; raises KindError."""
        if isinstance(node, ast.Constant):
            return NUMBER
        if isinstance(node, ast.Name):
            return self._name(node)
        if isinstance(node, ast.BoolOp):
            for value in node.values:
                self.fit(value, YES_NO)
            return YES_NO
        if isinstance(node, ast.UnaryOp):
            self.fit(node.operand, YES_NO)
            return YES_NO
        if isinstance(node, ast.Compare):
            return self._compare(node)
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        if isinstance(node, ast.IfExp):
            self.fit(node.test, YES_NO)
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
        """The kind that two subtrees share."""
        left, right = self.kind(one), self.kind(other)
        if not isinstance(right, Bare) and (isinstance(left, Bare) or left in (NUMBER, ANY)):
            self.fit(one, right)
            return right
        if not isinstance(left, Bare):
            self.fit(other, left)
        return left

    def _compare(self, node: ast.Compare) -> Kind:
        sides = [node.left, *node.comparators]
        for operator, one, other in zip(node.ops, sides, sides[1:], strict=False):
            if isinstance(operator, ast.In):
                many = _certain(other, self.kind(other))
                if many != ANY and many.name != "set":
                    raise KindError("P212", other, found=many.name, wanted="set")
                self.fit(one, many if many == ANY else Kind("choice", many.members))
                continue
            kind = _certain(one, self._together(one, other))
            if not isinstance(operator, ast.Eq | ast.NotEq) and kind not in (*ORDERED, NUMBER, ANY):
                raise KindError("P214", one, found=kind.name)
        return YES_NO

    def _arithmetic(self, node: ast.BinOp) -> Kind:
        left, right = self._counted(node.left), self._counted(node.right)
        if ANY in (left, right):
            return ANY
        if NUMBER in (left, right):
            return right if left == NUMBER else left
        if not isinstance(node.op, ast.Mult):
            _fit(node.right, right, left)
        elif (left, right) not in _PRODUCTS:
            raise KindError("P220", node, found=f"{left} * {right}")
        return left if not isinstance(node.op, ast.Mult) else _PRODUCTS[left, right]

    def _counted(self, node: ast.expr) -> Kind:
        found = self.kind(node)
        kind = Kind("choice") if isinstance(found, Bare) else found
        if kind not in (*COUNTED, NUMBER, ANY):
            raise KindError("P214", node, found=kind.name)
        return kind

    def _call(self, node: ast.Call) -> Kind | Bare:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS.get(name)
        if function is None:
            raise KindError("P215", node, name=name, nearest=nearest(name, FUNCTIONS))
        count = len(function.takes)
        if not count - function.optional <= len(node.args) <= count:
            raise KindError("P216", node, name=name, count=str(count))
        return self._result(node, function)

    def _result(self, node: ast.Call, function: Function) -> Kind | Bare:
        if function.gives in SHARED:
            kind = _certain(node.args[0], self._together(*node.args))
            if kind not in (*SHARED[function.gives], NUMBER, ANY):
                raise KindError("P214", node.args[0], found=kind.name)
            return kind
        for wanted, argument in zip(function.takes, node.args, strict=False):
            if wanted == FACT:
                if not (isinstance(argument, ast.Name) and self.names.is_fact(argument.id)):
                    raise KindError("P217", argument, name=getattr(argument, "id", ""))
                continue
            self.fit(argument, Kind("choice", self.names.period_kinds) if wanted == PERIOD_KIND else wanted)
        return function.gives
