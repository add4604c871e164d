"""Reads the scalars of law files, collecting problems instead of stopping at the first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from jiexu.base.kinds import Kind, parse_date, read_plain
from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.node import Mapping, Node, Scalar, Sequence
from jiexu.expression.grammar import Expression, expression
from jiexu.law.jurisdiction import Places

Built = TypeVar("Built")


@dataclass
class Intake:
    """Problems met so far, and the places that names stand for."""

    places: Places
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, where: Location, **values: str) -> None:
        self.problems.append(Problem(code, where, values))

    def line(self, node: Node) -> Expression:
        """An expression; one that is no such thing is reported, and stands as the constant 0 until the report is read."""
        text = scalar(node)
        where = node.where
        if isinstance(node, Scalar) and node.quoted:
            where = Location(where.file, where.line, where.column + 1, where.width)
        try:
            return expression(text, where)
        except ProblemsError as error:
            self.problems += error.problems
            return Expression("0", where, ())

    def lines(self, node: Node | None) -> tuple[Expression, ...]:
        return tuple(self.line(item) for item in items(node))

    def day(self, node: Node | None) -> date | None:
        if node is None:
            return None
        try:
            return parse_date(scalar(node))
        except ValueError:
            self.add("P222", node.where, written=scalar(node), kind="date")
            return None

    def plain(self, kind: Kind, node: Node) -> Any:
        """A value of a kind that needs no declared names, or None after reporting it."""
        try:
            return read_plain(kind, scalar(node))
        except ValueError:
            self.add("P222", node.where, written=scalar(node), kind=kind.name)
            return None

    def place(self, node: Node) -> str:
        """The code of a place; the root after reporting one that is unknown or fits several."""
        written = scalar(node)
        found = self.places.find(written)
        if len(found) == 1:
            return found[0]
        if found:
            self.add(
                "P224",
                node.where,
                written=written,
                places="、".join(f"{self.places.name(code)}（{code}）" for code in found),
            )
        else:
            self.add("P223", node.where, written=written, nearest=nearest(written, self.places.codes))
        return self.places.root

    def known(self, name: str, where: Location, names: Iterable[str], code: str) -> bool:
        """True when *name* is one of *names*; else it is reported under *code* with the nearest."""
        names = list(names)
        if name in names:
            return True
        self.add(code, where, name=name, nearest=nearest(name, names))
        return False


def scalar(node: Node | None) -> str:
    """The text of a scalar; empty when there is none."""
    return node.text if isinstance(node, Scalar) else ""


def items(node: Node | None) -> tuple[Node, ...]:
    """The items of a sequence; a lone node stands for a sequence of one, None for an empty one."""
    if node is None:
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def texts(node: Node | None) -> tuple[str, ...]:
    return tuple(scalar(item) for item in items(node))


def entries(node: Node | None) -> dict[str, Node]:
    return node.entries if isinstance(node, Mapping) else {}


def each(node: Node | None, build: Callable[[Mapping], Built]) -> tuple[Built, ...]:
    """What *build* makes of each mapping in a sequence."""
    return tuple(build(item) for item in items(node) if isinstance(item, Mapping))
