"""Reads the cases a command is given."""

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import click

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.complete import QuestionName
from jiexu.cli.day import Day
from jiexu.cli.law import report
from jiexu.decision.case import Case
from jiexu.decision.case_file import KEYS, read_case_text, unknown_question
from jiexu.document.loader import MOST_BYTES, content
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.law.library import Library

STANDARD_INPUT = "-"


class Given(NamedTuple):
    """A fact set on the command line."""

    name: str
    value: str


class Assignment(click.ParamType[Given]):
    """A fact and its value, written 名称=值."""

    name = "名称=值"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Given:
        if isinstance(value, Given):
            return value
        name, sign, written = str(value).partition("=")
        if not (name and sign):
            self.fail(f"「{value}」要写成 名称=值", param, ctx)
        return Given(name.strip(), written.strip())


as_of_option = click.option(
    "--as-of", type=Day(), help="依据日（缺省为案件所写，再缺省为今天）。 The day of the decision."
)
set_option = click.option(
    "--set",
    "given",
    multiple=True,
    type=Assignment(),
    help="补充或改写一项事实，可给几个。 Set a fact; may be repeated.",
)


def question_option(sentence: str) -> Callable[[Any], Any]:
    """``--question``, with what it does for the command."""
    return click.option("--question", "questions", multiple=True, type=QuestionName(), help=sentence)


def stem(name: str) -> str:
    """The name of a file without folder and ending, as text whatever its bytes: what a case is called that has no id."""
    return os.path.splitext(os.path.basename(name))[0].encode(errors="replace").decode()


class Cases:
    """Reads case files against a library; *given* facts, *as_of* and *questions* replace those of the file."""

    def __init__(
        self,
        library: Library,
        as_of: date | None = None,
        given: tuple[Given, ...] = (),
        questions: tuple[str, ...] = (),
    ) -> None:
        self.library = library
        self.as_of = as_of
        self.given = given
        self.questions = questions

    def read(self, name: str) -> Case:
        """One case by its file's name, or from standard input; raises ProblemsError with all that is wrong with it."""
        return self.read_whole(name)[0]

    def read_whole(self, name: str) -> tuple[Case, Node]:
        """As ``read``, with the whole of the file, of which a case holds only what decides."""
        path = self.path(name)
        return self.read_bytes(content(path) if path else sys.stdin.buffer.read(MOST_BYTES + 1), name)

    def read_bytes(self, data: bytes, name: str) -> tuple[Case, Node]:
        """As ``read_whole``, by the bytes of a file of that name."""
        unknown = self._unknown_questions()
        whole: list[Node] = []

        def changed(node: Node) -> Node:
            whole.append(node)
            return self._with_given(node)

        try:
            case = read_case_text(data, name, self.library, date.today(), stem(name), changed)  # noqa: DTZ011
        except ProblemsError as error:
            raise ProblemsError([*unknown, *error.problems]) from error
        if unknown:
            raise ProblemsError(unknown)
        asked = (self.library.vocabulary.question(written) for written in self.questions)
        named = tuple(question.name for question in asked if question)
        return case._replace(questions=named or case.questions), whole[0]

    def path(self, name: str) -> str | None:
        """The file of a case; None for standard input."""
        return None if name == STANDARD_INPUT else name

    def refuse(self, name: str, problems: tuple[Problem, ...], style: str | None) -> None:
        """Tell what is wrong with a case: as text, or in the *style* ``json`` or ``jsonl``."""
        from jiexu.cli.json_text import json_text
        from jiexu.explanation.data import problems_data
        from jiexu.explanation.problems import spelled

        if style:
            data = problems_data(stem(name), name, map(spelled, problems))
            click.echo(json_text(data, style), nl=False)
        else:
            path = self.path(name)
            report(problems, {path: path} if path else {})

    def _unknown_questions(self) -> list[Problem]:
        return [
            unknown_question(self.library, name, Location(f"--question {name}"))
            for name in self.questions
            if self.library.vocabulary.question(name) is None
        ]

    def _with_given(self, node: Node) -> Node:
        """The case with what was given on the command line in place of its own."""
        if not isinstance(node, Mapping):
            return node
        case = _copy(node)
        if self.as_of:
            _put(case, "as_of", str(self.as_of), "--as-of")
        facts = node.get("facts")
        if self.given and (facts is None or isinstance(facts, Mapping)):
            case.entries["facts"] = inner = _copy(facts or Mapping({}, {}, node.where))
            for name, written in self.given:
                fact = self.library.vocabulary.fact(name)
                for same in (fact.name, fact.id) if fact else ():
                    inner.entries.pop(same, None)
                    inner.key_at.pop(same, None)
                _put(case if fact and fact.id in KEYS else inner, fact.id if fact else name, written, f"--set {name}")
        return case


def _copy(node: Mapping) -> Mapping:
    return Mapping(dict(node.entries), dict(node.key_at), node.where)


def _put(node: Mapping, key: str, written: str, option: str) -> None:
    node.entries[key] = Scalar(written, Location(option))
    node.key_at[key] = Location(option)
