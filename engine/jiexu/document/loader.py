"""Text → nodes. PyYAML is used as a parser only: its events are read here, and nothing is constructed from a tag."""

import errno
import re
from collections.abc import Iterator
from os import PathLike
from typing import NamedTuple

import yaml

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.node import Mapping, Node, Scalar, Sequence
from jiexu.document.syntax import syntax_problem

MOST_BYTES = 2 * 100 * 100 * 100
_DEEPEST = 2 * 12
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML forbids; the line ends that only YAML knows, since an editor would number the lines otherwise; and what
# shows nothing or turns the words around it, so that a text reads as what it is not.
_UNSEEN = (
    r"[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    r"\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATES = r"(?i)(?<!\\)(?P<before>(?:\\\\)*)\\u(?P<high>d[89ab][0-9a-f]{2})\\u(?P<low>d[c-f][0-9a-f]{2})"


_PLAIN = dict.fromkeys(map(ord, "\n\r\t"), " ")


class Salvaged(NamedTuple):
    """What could be read of a text: ``node`` is None when nothing could; ``problems`` is everything wrong with it."""

    node: Node | None
    problems: tuple[Problem, ...]


def content(path: str | PathLike[str]) -> bytes:
    """The bytes of one file, never many more than a file may have; raises ProblemsError."""
    try:
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "")
        raise ProblemsError([Problem("P101", Location(str(path)), {"reason": reason})]) from error


def read(path: str | PathLike[str]) -> Node:
    """Read one file; raises ProblemsError with every problem of its text."""
    return parse(content(path), str(path))


def parse(data: bytes, name: str) -> Node:
    """Parse bytes that came from *name*; raises ProblemsError with every problem of them."""
    node, problems = salvage(data, name)
    if node is None or problems:
        raise ProblemsError(problems)
    return node


def salvage(data: bytes, name: str) -> Salvaged:
    """Parse as far as can be: what has a key twice, a tag or an anchor keeps the rest, so that its problems come along."""
    if len(data) > MOST_BYTES:
        return Salvaged(None, (Problem("P102", Location(name), {"limit": str(MOST_BYTES // (100 * 100 * 100))}),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Salvaged(None, (Problem("P103", _place(name, data[: error.start].decode("utf-8-sig"))),))
    unseen = _unseen(text)
    if unseen:
        where = _place(name, text[: unseen.start()])
        return Salvaged(None, (Problem("P105", where, {"character": _code(unseen)}),))
    return _Composer(name, text).compose()


def _unseen(text: str) -> re.Match[str] | None:
    """The first character that no text may have."""
    # Nearly every text is printable, and the pattern takes longer to compile than a case to decide.
    return None if text.translate(_PLAIN).isprintable() else re.search(_UNSEEN, text)


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"


def _place(name: str, before: str) -> Location:
    """Where a text that begins with *before* goes on."""
    lines = re.split(r"\r\n|\r|\n", before)
    return Location(name, len(lines), len(lines[-1]) + 1)


class _Unreadable(Exception):
    """The rest of the text cannot be read; why is among the problems."""


class _Composer:
    """Builds nodes from the events of one text, refusing what a rule or case file has no use for."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.problems: list[Problem] = []

    def compose(self) -> Salvaged:
        text = _joined_surrogates(self.text) if self.text.lstrip().startswith(("{", "[")) else self.text
        root: Node | None = None
        try:
            root = self._document(yaml.parse(text, Loader=_Loader))
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, self.text, self.name))
        except _Unreadable:
            pass
        return Salvaged(root, tuple(self.problems))

    def _document(self, events: Iterator[yaml.Event]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._stop("P109", event)
                root = self._node(next(events), events, 0)
        if root is None or (isinstance(root, Scalar) and not (root.text or root.quoted)):
            self.problems.append(Problem("P106", Location(self.name)))
            raise _Unreadable
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node | None:
        """The node that begins with *event*; None for an alias, which was reported."""
        if depth > _DEEPEST:
            self._stop("P108", event)
        if getattr(event, "anchor", None):
            self._add("P107", event)
        tag = getattr(event, "tag", None)
        if tag:
            self._add("P111", event, tag=tag.removeprefix("tag:yaml.org,2002:"))
        if isinstance(event, yaml.ScalarEvent):
            unseen = _unseen(event.value)
            if unseen:  # written as an escape
                self._add("P105", event, character=_code(unseen))
            return Scalar(event.value, self._where(event), event.style in ("'", '"'))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth) if isinstance(event, yaml.MappingStartEvent) else None

    def _sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Sequence(tuple(items), self._where(start, event))
            item = self._node(event, events, depth + 1)
            if item is not None:
                items.append(item)
        raise _Unreadable

    def _mapping(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        key_at: dict[str, Location] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return Mapping(entries, key_at, self._where(start, event))
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar) or not key.text:
                if key is not None:
                    self.problems.append(Problem("P114", key.where))
            elif key.text == "<<" and not key.quoted:
                self._add("P111", event, tag=key.text)
            elif key.text in key_at:
                self._add("P110", event, key=key.text, line=str(key_at[key.text].line))
            else:
                key_at[key.text] = key.where
                if value is not None:
                    entries[key.text] = value
        raise _Unreadable

    def _stop(self, code: str, at: yaml.Event) -> None:
        self._add(code, at)
        raise _Unreadable

    def _add(self, code: str, at: yaml.Event, **values: str) -> None:
        self.problems.append(Problem(code, self._where(at), values))

    def _where(self, first: yaml.Event, last: yaml.Event | None = None) -> Location:
        start, end = first.start_mark, (last or first).end_mark
        assert start is not None
        assert end is not None
        width = end.column - start.column if start.line == end.line else 1
        return Location(self.name, start.line + 1, start.column + 1, max(width, 1))


def _joined_surrogates(text: str) -> str:
    r"""JSON with each pair of escapes that stand for one character written as YAML reads it.

    >>> _joined_surrogates(r'"\ud842\udfb7"')
    '"\\U00020bb7"'
    """

    def joined(pair: re.Match[str]) -> str:
        whole = bytes.fromhex(pair["high"] + pair["low"]).decode("utf-16-be")
        return f"{pair['before']}\\U{ord(whole):08x}"

    return re.sub(_SURROGATES, joined, text)
