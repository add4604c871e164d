"""Writes facts into the text of a case file, every other character left as it was."""

import json
import re
from collections.abc import Sequence
from datetime import date

from jiexu.base.location import Location
from jiexu.decision.case_file import KEYS
from jiexu.document.loader import parse
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.document.splice import Edit, lines_of, source_at, spliced
from jiexu.law.vocabulary import Fact

Written = str | Sequence[dict[str, str]]
"""A fact as a person writes it: a text, or a list of periods."""
_PLAIN = re.compile(r"\w[\w.%-]*")
_FACTS, _DAY = "facts", "as_of"


def with_fact(data: bytes, name: str, fact: Fact, value: Written) -> bytes:
    """The bytes of the case file *name* with a fact in them: in place of its value, else after the other facts.

    Raises ProblemsError when the file is no YAML. What the value means is not looked at.
    """
    root = parse(data, name)
    assert isinstance(root, Mapping)
    text = data.decode("utf-8-sig")
    edit = _Editor(text, root).edit(fact, value)
    return spliced(data, [edit])


def with_day(data: bytes, name: str, day: date) -> bytes:
    """The bytes of the case file *name* with this day in place of its own; unchanged when it keeps none."""
    root = parse(data, name)
    held = root.get(_DAY) if isinstance(root, Mapping) else None
    return spliced(data, [Edit(held.where, f"{day}")]) if isinstance(held, Scalar) else data


class _Editor:
    def __init__(self, text: str, root: Mapping) -> None:
        self.text = text
        self.root = root
        self.lines = lines_of(text)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.is_flow = source_at(text, root.where).startswith("{")
        self.is_json = self.is_flow and all(source_at(text, where).startswith('"') for where in root.key_at.values())

    def edit(self, fact: Fact, value: Written) -> Edit:
        own = fact.id in KEYS
        key = fact.id if own else fact.name
        inside: Node | None = self.root if own else self.root.get(_FACTS)
        if inside is None:
            pair = self._pair(key, self._flow(value))
            return self._insert(self.root, self._pair(_FACTS, f"{{{pair}}}"), f"{_FACTS}:{self.newline}  {pair}")
        assert isinstance(inside, Mapping)
        for written in (fact.name, fact.id):
            held = inside.get(written)
            if held is not None:
                return self._replace(held, value)
        pair = self._pair(key, self._flow(value))
        return self._insert(inside, pair, pair, before=_FACTS if own else "")

    def _replace(self, held: Node, value: Written) -> Edit:
        if isinstance(held, Mapping):
            held = held.entries["value"]
        assert isinstance(held, Scalar)
        return Edit(held.where, self._flow(value))

    def _insert(self, into: Mapping, in_flow: str, in_block: str, before: str = "") -> Edit:
        """A new entry: in a flow mapping before the first one, in a block after the last or before the key *before*."""
        first = next(iter(into.key_at.values()), None)
        if first is None:
            if self.is_flow:
                return Edit(into.where, f"{{{in_flow}}}")
            where = into.where  # of the braces, which a blank stands before
            return Edit(where._replace(column=where.column - 1, width=where.width + 1), f"{self.newline}  {in_block}")
        if source_at(self.text, into.where).startswith("{"):
            return Edit(first._replace(width=0), f"{in_flow}, ")
        indent = " " * (first.column - 1)
        if before in into.key_at:
            return Edit(into.key_at[before]._replace(width=0), f"{in_block}{self.newline}{indent}")
        return self._after_line(self._last_line(first), indent + in_block.replace(self.newline, self.newline + indent))

    def _last_line(self, first: Location) -> int:
        """The number of the last line of the block that begins at *first*."""
        last = first.line
        for number in range(first.line + 1, len(self.lines) + 1):
            line = self.lines[number - 1]
            bare = line.strip()
            if not bare or bare.startswith("#"):
                continue
            deep = len(line) - len(line.lstrip(" "))
            if deep < first.column - 1:
                break
            last = number
        return last

    def _after_line(self, number: int, text: str) -> Edit:
        line = self.lines[number - 1]
        bare = line.rstrip("\r\n")
        if bare != line:
            ending = line[len(bare) :]
            return Edit(Location("", number + 1, 1, 0), text + ending)
        return Edit(Location("", number, len(line) + 1, 0), self.newline + text)

    def _pair(self, key: str, flow: str) -> str:
        return f"{json.dumps(key, ensure_ascii=False)}: {flow}" if self.is_json else f"{key}: {flow}"

    def _flow(self, value: Written) -> str:
        """A value on one line, as the file writes values."""
        if self.is_json:
            return json.dumps(value, ensure_ascii=False)
        if isinstance(value, str):
            return value if _PLAIN.fullmatch(value) else "'" + value.replace("'", "''") + "'"
        periods = (", ".join(f"{key}: {self._flow(part)}" for key, part in period.items()) for period in value)
        return "[" + ", ".join(f"{{{period}}}" for period in periods) + "]"
