"""The templates of a folder, each parsed and checked once."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, nodes
from jinja2.meta import find_undeclared_variables

from jiexu.base.location import Location
from jiexu.base.month import Month
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.document.loader import content
from jiexu.explanation.capitals import capitals
from jiexu.forms.blank import Blank
from jiexu.forms.form import Form, Index
from jiexu.forms.party import party_schema
from jiexu.law.library import Library

_VIEW = ("name", "value", "text", "status", "by", "working", "notes", "decided", "open")
_OPEN_ROOTS = ("case", "form", "words", "draft", "certified", "information")
"""Names a template may use whose parts are not checked before it is filled."""


class Templates:
    """Gives the templates of an index, for one law; ``whole`` gives that law with all that its provisions tell."""

    def __init__(self, index: Index, library: Library, whole: Callable[[], Library]) -> None:
        self.index = index
        self.library = library
        self.whole = whole
        self.environment = Environment(
            loader=FileSystemLoader(index.folder),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_printer(index, library),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.filters |= {"blank": _left_blank, "capitals": _capitals, "yuan": _yuan}
        self.environment.tests["open"] = _is_open
        self.documents: dict[str, bytes] = {}
        """Word templates made so far, by the id of their form."""
        self._checked: dict[str, Template] = {}

    def get(self, form: Form) -> Template:
        """The template of a form; raises ProblemsError for one that cannot be parsed, or names what there is not."""
        if form.id not in self._checked:
            problems = [problem for name in self._chain(form.template) for problem in self._wrong(name)]
            if problems:
                raise ProblemsError(problems)
            self._checked[form.id] = self.environment.get_template(form.template)
        return self._checked[form.id]

    def made(self, form: Form, context: dict[str, Any]) -> dict[str, Any]:
        """What a template imports and makes outside its block: names that a part of it taken by itself would lack."""
        template, tree = self.get(form), self.tree(form.template)
        imported = {
            node.target: self.environment.get_template(str(node.template.value)).module
            for node in tree.find_all(nodes.Import)
            if isinstance(node.template, nodes.Const)
        }
        return vars(template.make_module(context)) | imported

    def source(self, name: str) -> str:
        """The text of one template."""
        path = os.path.join(self.index.folder, name)
        try:
            return content(path).decode()
        except UnicodeDecodeError as error:
            raise ProblemsError([Problem("P103", Location(path))]) from error

    def tree(self, name: str) -> nodes.Template:
        """One template parsed; raises ProblemsError with the place where it cannot be."""
        path = os.path.join(self.index.folder, name)
        try:
            tree = self.environment.parse(self.source(name), name, path)
            find_undeclared_variables(tree)  # a filter that there is none of shows only here
            return tree
        except TemplateError as error:
            line = getattr(error, "lineno", None) or 1
            raise ProblemsError([Problem("P807", Location(path, line), {"reason": str(error)})]) from error

    def _chain(self, name: str) -> list[str]:
        """A template and those it extends, imports or includes, each once."""
        chain = [name]
        for reached in chain:
            for node in self.tree(reached).find_all((nodes.Extends, nodes.Import, nodes.FromImport, nodes.Include)):
                inner = node.template  # type: ignore[attr-defined]
                if isinstance(inner, nodes.Const) and inner.value not in chain:
                    chain.append(inner.value)
        return chain

    def _wrong(self, name: str) -> Iterator[Problem]:
        """A problem for each name in a template that nothing has."""
        tree = self.tree(name)
        path, lines = os.path.join(self.index.folder, name), self.source(name).splitlines()
        known = self._known()
        usable = {*known, *_OPEN_ROOTS, *self.environment.globals, *_made(tree)}
        for unknown in sorted(find_undeclared_variables(tree) - usable):
            used = next(node for node in tree.find_all(nodes.Name) if node.name == unknown)
            yield _unknown(path, lines, used.lineno, unknown, (*known, *_OPEN_ROOTS))
        for node in tree.find_all(nodes.Getattr):
            names = _names_at(node.node, known)
            if names is not None and node.attr not in names:
                yield _unknown(path, lines, node.lineno, node.attr, names)

    def _known(self) -> dict[str, Any]:
        """What may follow each checked name, nested as it may be."""
        vocabulary = self.library.vocabulary
        facts = [name for fact in vocabulary.facts.values() for name in (fact.name, fact.id)]
        questions = [name for question in vocabulary.questions.values() for name in (question.name, question.id)]
        view = dict.fromkeys(_VIEW)
        parties = {block: _properties(schema) for block, schema in party_schema().items()}
        findings = dict.fromkeys(questions, view) | {"asked": None}
        agency = _properties(party_schema()["agencies"]["properties"]["in"])
        return {"facts": dict.fromkeys(facts), "findings": findings, "issuer": agency, **parties}


def _made(tree: nodes.Template) -> Iterator[str]:
    """The names that a template itself makes outside its blocks, which are known inside them."""
    for node in tree.body:
        if isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name


def _names_at(node: nodes.Node, known: dict[str, Any]) -> dict[str, Any] | None:
    """What may follow an expression; None where anything may."""
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        before = _names_at(node.node, known)
        return before.get(node.attr) if before is not None else None
    return None


def _properties(schema: dict[str, Any]) -> dict[str, Any] | None:
    properties = schema.get("properties")
    return {key: _properties(inner) for key, inner in properties.items()} if properties else None


def _unknown(path: str, lines: list[str], number: int, name: str, known: Iterable[str]) -> Problem:
    line = lines[number - 1] if number <= len(lines) else ""
    column = line.find(name) + 1
    where = Location(path, number, max(column, 1), len(name) if column else 1)
    return Problem("P806", where, {"name": name, "nearest": nearest(name, known)})


def _printer(index: Index, library: Library) -> Any:
    """What prints a value in a template: dates and months in the words of the index."""
    words, yes_no = index.words, library.vocabulary.words

    def printed(value: Any) -> Any:
        if isinstance(value, bool):
            return yes_no["yes" if value else "no"]
        if isinstance(value, Month):
            return words["month"].format(year=value.year, month=value.month)
        if isinstance(value, date):
            return words["date"].format(year=value.year, month=value.month, day=value.day)
        if isinstance(value, Decimal):
            return _yuan(value)
        if isinstance(value, tuple):
            return words["list"].join(map(str, value))
        return value

    return printed


def _is_open(value: Any) -> bool:
    return isinstance(value, Blank)


def _left_blank(value: Any) -> Any:
    """The value; nothing, to be filled in by hand, where there is none."""
    return "" if isinstance(value, Blank) else value


def _capitals(value: Any) -> Any:
    return value if isinstance(value, Blank) else capitals(value)


def _yuan(value: Any) -> Any:
    return value if isinstance(value, Blank) else f"{value:,.2f}"
