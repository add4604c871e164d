"""Text → nodes. PyYAML is used as a parser only: nothing is ever constructed from a tag."""

from pathlib import Path

import yaml

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.node import Mapping, Node, Scalar, Sequence

_MOST_BYTES = 2 * 100 * 100 * 100
_DEEPEST = 2 * 12
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ["str", "int", "float", "bool", "null", "timestamp", "value", "map", "seq"]
)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> Node:
    """Read one file; raises ProblemsError with every problem of its text."""
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ProblemsError([Problem("P101", Location(name), {"reason": error.strerror or str(error)})]) from error
    return parse(data, name)


def parse(data: bytes, name: str) -> Node:
    """Parse bytes that came from *name*; raises ProblemsError."""
    if len(data) > _MOST_BYTES:
        raise ProblemsError([Problem("P102", Location(name), {"limit": str(_MOST_BYTES // (100 * 100 * 100))})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProblemsError([Problem("P103", Location(name, line))]) from error
    return _Composer(name, text).compose()


class _Composer:
    """Walks one composed tree, refusing what a rule or case file has no use for."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.problems: list[Problem] = []

    def compose(self) -> Node:
        self._refuse_before_parsing()
        try:
            root = yaml.compose(self.text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = Location(self.name, mark.line + 1, mark.column + 1) if mark else Location(self.name)
            raise ProblemsError([Problem(self._syntax_code(where), where, {"reason": error.problem or ""})]) from error
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            raise ProblemsError(
                [Problem("P105", Location(self.name, line), {"character": repr(error.character)})]
            ) from error
        if root is None:
            raise ProblemsError([Problem("P106", Location(self.name))])
        node = self._node(root)
        if self.problems:
            raise ProblemsError(self.problems)
        return node

    def _refuse_before_parsing(self) -> None:
        """Anchors, aliases and depth are refused from the event stream, before any tree is built."""
        depth = 0
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                if getattr(event, "anchor", None):
                    self._add("P107", event)
                if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                    depth += 1
                    if depth > _DEEPEST:
                        self._add("P108", event)
                        break
                elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                    depth -= 1
                elif (
                    isinstance(event, yaml.DocumentStartEvent)
                    and event.explicit
                    and event.start_mark.line
                    and depth == 0
                ):
                    self._add("P109", event)
                    break
        except yaml.YAMLError:
            return
        if self.problems:
            raise ProblemsError(self.problems)

    def _syntax_code(self, where: Location) -> str:
        lines = self.text.splitlines()[max(where.line - 2, 0) : where.line]
        return "P112" if any("\uff1a" in line for line in lines) else "P104"

    def _add(self, code: str, at: yaml.Node | yaml.Event, **values: str) -> None:
        self.problems.append(Problem(code, self._where(at), values))

    def _where(self, at: yaml.Node | yaml.Event) -> Location:
        start, end = at.start_mark, at.end_mark
        width = max(end.column - start.column, 1) if start.line == end.line else 1
        return Location(self.name, start.line + 1, start.column + 1, width)

    def _node(self, node: yaml.Node) -> Node:
        if node.tag not in _PLAIN_TAGS:
            self._add("P111", node, tag=str(node.tag))
        where = self._where(node)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, where, node.style in ("'", '"'))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._node(item) for item in node.value), where)
        entries: dict[str, Node] = {}
        key_at: dict[str, Location] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith((":merge", ":null")):
                self._add("P111", key, tag="<<" if key.tag.endswith(":merge") else str(key.tag))
                continue
            if key.value in entries:
                self._add("P110", key, key=key.value, line=str(key_at[key.value].line))
                continue
            entries[key.value] = self._node(value)
            key_at[key.value] = self._where(key)
        return Mapping(entries, key_at, where)
