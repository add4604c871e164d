"""Reads the values of a case by the kinds that the vocabulary declares."""

from collections.abc import Iterable
from typing import Any

from jiexu.base.kinds import Kind, read_plain
from jiexu.base.location import Location
from jiexu.base.month import Month, parse_month
from jiexu.base.nearest import nearest
from jiexu.document.node import ENTRIES, LIST, TEXT, Mapping, Node, Scalar, Sequence, shape_of
from jiexu.expression.functions import Period
from jiexu.law.intake import Intake, entries, items
from jiexu.law.vocabulary import Fact, Question, Vocabulary

_NOTHING = ("", "null", "~")
_PERIOD = ("place", "from", "until", "kind")


class ValueReader:
    """Turns nodes into values; whatever cannot be read is reported to *intake* and read as None."""

    def __init__(self, vocabulary: Vocabulary, intake: Intake) -> None:
        self.vocabulary = vocabulary
        self.intake = intake

    def read(self, term: Fact | Question, node: Node) -> Any:
        """The value that a node writes for a term."""
        kind = term.kind
        if kind.name == "periods":
            return self._periods(term, node)
        if kind.name == "set":
            return self._set(term, node)
        written = self.text(term.name, node)
        if written is None:
            return None
        if kind.name == "place":
            return self.place(written)
        if kind.name == "yes_no":
            return self._yes_no(written)
        if kind.name == "choice":
            return self._choice(term, written)
        return self._plain(kind, written)

    def keys(self, node: Mapping, allowed: Iterable[str]) -> None:
        """Report each key that is none of the allowed ones."""
        allowed = list(allowed)
        for key, where in node.key_at.items():
            if key not in allowed:
                self.intake.add("P121", where, key=key, nearest=nearest(key, allowed), allowed="、".join(allowed))

    def shape(self, key: str, node: Node, wanted: str) -> bool:
        """True when the node has the shape wanted under this key; else it is reported."""
        if shape_of(node) == wanted:
            return True
        written = node.text if isinstance(node, Scalar) else ""
        if isinstance(node, Scalar) and written in _NOTHING:
            self.intake.add("P258", node.where, name=key)
            return False
        self.intake.add("P127", node.where, key=key, wanted=wanted, found=shape_of(node), written=written)
        return False

    def text(self, key: str, node: Node) -> Scalar | None:
        """The text that stands under a key."""
        if not self.shape(key, node, TEXT) or not isinstance(node, Scalar):
            return None
        if node.text in _NOTHING and not (node.quoted and node.text):
            self.intake.add("P258", node.where, name=key)
            return None
        return node

    def place(self, node: Scalar) -> str | None:
        """The code of a place."""
        known = len(self.intake.problems)
        code = self.intake.place(node)
        return code if len(self.intake.problems) == known else None

    def _plain(self, kind: Kind, node: Scalar) -> Any:
        try:
            return read_plain(kind, node.text)
        except ValueError:
            self.intake.add("P222", node.where, written=node.text, kind=kind.name)
            return None

    def _yes_no(self, node: Scalar) -> bool | None:
        words = self.vocabulary.words
        written = {words["yes"]: True, words["no"]: False, "true": True, "false": False}
        if node.text not in written:
            allowed = "、".join((words["yes"], words["no"]))
            self.intake.add("P123", node.where, written=node.text, allowed=allowed, nearest=nearest(node.text, written))
        return written.get(node.text)

    def _choice(self, term: Fact | Question, node: Scalar) -> str | None:
        members, ids = term.kind.members, term.ids
        if node.text in ids:
            return members[ids.index(node.text)]
        if node.text not in members:
            meant = nearest(node.text, (*members, *ids))
            self.intake.add("P123", node.where, written=node.text, allowed="、".join(members), nearest=meant)
            return None
        return node.text

    def _set(self, term: Fact | Question, node: Node) -> tuple[str, ...] | None:
        written = [self.text(term.name, item) for item in items(node)]
        chosen = [self._choice(term, item) for item in written if item is not None]
        return None if None in written or None in chosen else tuple(one for one in term.kind.members if one in chosen)

    def _periods(self, term: Fact | Question, node: Node) -> tuple[Period, ...] | None:
        if not self.shape(term.name, node, LIST) or not isinstance(node, Sequence):
            return None
        periods = [self._period(term, item) for item in node]
        read = tuple(period for period in periods if period is not None)
        return read if len(read) == len(periods) else None

    def _period(self, term: Fact | Question, node: Node) -> Period | None:
        if not self.shape(term.name, node, ENTRIES) or not isinstance(node, Mapping):
            return None
        self.keys(node, _PERIOD)
        missing = [key for key in _PERIOD[:-1] if key not in node.key_at]
        if missing:
            self.intake.add("P122", node.where, key="、".join(missing))
        parts = {key: self.text(key, value) for key, value in entries(node).items() if key in _PERIOD}
        at, kind = parts.get("place"), parts.get("kind")
        place = self.place(at) if at else None
        first, last = self._month(parts.get("from")), self._month(parts.get("until"))
        chosen = self._choice(term, kind) if kind else None if "kind" in parts else term.kind.members[0]
        if place is None or first is None or last is None or chosen is None:
            return None
        if last < first:
            self.intake.add("P253", entries(node)["until"].where, earlier=str(first), later=str(last))
            return None
        return Period(place, first, last, chosen)

    def _month(self, node: Scalar | None) -> Month | None:
        if node is None:
            return None
        try:
            return parse_month(node.text)
        except ValueError:
            self.intake.add("P222", node.where, written=node.text, kind="month")
            return None


def at_key(node: Node | None, key: str, otherwise: Location) -> Location:
    """Where a key stands."""
    return node.key_at.get(key, otherwise) if isinstance(node, Mapping) else otherwise
