"""The forms of a folder, as its index lists them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jiexu.base.location import Location
from jiexu.base.nearest import nearest
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case_file import unknown_question
from jiexu.decision.value_reader import ValueReader
from jiexu.document.loader import read
from jiexu.document.node import Mapping, Node
from jiexu.document.shape import violations
from jiexu.forms.folder import INDEX, SCHEMA, shipped_forms
from jiexu.law.intake import Intake, each, entries, items, scalar
from jiexu.law.library import Library
from jiexu.law.vocabulary import Fact, Question

_MARKS = "《》「」“”"


class Test(NamedTuple):
    """A fact or question, and the answers to it, or members of them, that count; any when there are none."""

    term: Fact | Question
    values: tuple[Any, ...]


class Form(NamedTuple):
    """``side`` is who issues it: out, in, person, or refusing, whichever agency refuses.

    A case calls for it when all of ``requires`` and any of ``needed`` hold; ``on_request`` it is issued without that.
    """

    id: str
    name: str
    title: str
    side: str
    layout: str
    needed: tuple[Test, ...]
    requires: tuple[Test, ...]
    on_request: bool

    @property
    def template(self) -> str:
        """The name of its template in the folder."""
        return f"{self.id}.html"


class Index(NamedTuple):
    """``words`` are the phrases that values are printed with, ``paper`` the measures of a Word document; ``forms`` by id."""

    folder: str
    words: dict[str, str]
    paper: dict[str, float]
    forms: dict[str, Form]

    def find(self, written: str) -> Form:
        """The form of this name, title or id; raises ProblemsError with the nearest when there is none."""
        bare = "".join(sign for sign in written if sign not in _MARKS).strip()
        named = {name: form for form in self.forms.values() for name in (form.id, form.name, form.title)}
        if bare in named:
            return named[bare]
        allowed = "、".join(form.name for form in self.forms.values())
        values = {"name": written, "nearest": nearest(bare, named), "allowed": allowed}
        raise ProblemsError([Problem("P801", Location("NAME"), values)])


def read_index(folder: str, library: Library) -> Index:
    """The index of a folder of forms; raises ProblemsError with everything wrong with it."""
    path = os.path.join(folder, INDEX)
    node = read(path)
    schema = Path(shipped_forms(), SCHEMA)
    problems = list(violations(node, schema))
    if problems:
        raise ProblemsError(problems)
    reader = _Reader(library, folder)
    forms = each(entries(node)["forms"], reader.form)
    if reader.intake.problems:
        raise ProblemsError(reader.intake.problems)
    words = {key: scalar(value) for key, value in entries(entries(node)["words"]).items()}
    paper = {key: float(scalar(value)) for key, value in entries(entries(node)["paper"]).items()}
    return Index(folder, words, paper, {form.id: form for form in forms})


class _Reader:
    def __init__(self, library: Library, folder: str) -> None:
        self.library = library
        self.folder = folder
        self.taken: set[str] = set()
        self.intake = Intake(library.places)
        self.values = ValueReader(library.vocabulary, self.intake)

    def form(self, node: Mapping) -> Form:
        told = {key: scalar(value) for key, value in node.entries.items()}
        for key in ("id", "name", "title"):
            if told[key] in self.taken:
                self.intake.add("P225", node.entries[key].where, name=told[key])
            self.taken.add(told[key])
        needed, requires = (tuple(self._tests(node, key)) for key in ("needed", "requires"))
        yes = self.library.vocabulary.words["yes"]
        head = (told["id"], told["name"], told["title"], told["side"], told["layout"])
        form = Form(*head, needed, requires, told.get("on_request") == yes)
        template = os.path.join(self.folder, form.template)
        if not os.path.isfile(template):
            self.intake.add("P101", Location(template), reason="ENOENT")
        return form

    def _tests(self, node: Mapping, key: str) -> Iterator[Test]:
        for item in each(node.get(key), lambda test: test):
            question, fact = item.get("question"), item.get("fact")
            term = self._question(question) if question is not None else self._fact(fact) if fact is not None else None
            if term is not None:
                written = [self.values.read(term, value) for value in items(item.get("value"))]
                values = [one for value in written for one in (value if isinstance(value, tuple) else (value,))]
                yield Test(term, tuple(values))

    def _question(self, node: Node) -> Question | None:
        question = self.library.vocabulary.question(scalar(node))
        if question is None:
            self.intake.problems.append(unknown_question(self.library, scalar(node), node.where))
        return question

    def _fact(self, node: Node) -> Fact | None:
        fact = self.library.vocabulary.fact(scalar(node))
        if fact is None:
            near = nearest(scalar(node), self.library.vocabulary.facts)
            self.intake.add("P251", node.where, name=scalar(node), nearest=near)
        return fact
