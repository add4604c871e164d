"""Reads the cases a command is given."""

import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from jiexu.base.kinds import parse_date
from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.decision.case import Case
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse, read
from jiexu.document.node import Mapping, Node, Scalar
from jiexu.law.library import Library

STANDARD_INPUT = "-"


class Given(NamedTuple):
    """A fact set on the command line."""

    name: str
    value: str


class Day(click.ParamType):
    """A day, written 2021-08-15."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except ValueError:
            self.fail(f"「{value}」不是日期，写成 2021-08-15 的样子", param, ctx)


class Assignment(click.ParamType):
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
        """One case by its file's name, or from standard input; raises ProblemsError."""
        path = self.path(name)
        node = read(path) if path else parse(sys.stdin.buffer.read(), STANDARD_INPUT)
        case = read_case(self._with_given(node), self.library, self.as_of or date.today(), Path(name).stem)  # noqa: DTZ011
        questions = [self.library.vocabulary.question(written) for written in self.questions]
        if any(question is None for question in questions):
            unknown = next(
                written for written, question in zip(self.questions, questions, strict=True) if question is None
            )
            raise ProblemsError([Problem("P252", Location("--question"), {"name": unknown})])
        named = tuple(question.name for question in questions if question is not None)
        return case._replace(questions=named or case.questions, as_of=self.as_of or case.as_of)

    def path(self, name: str) -> Path | None:
        """The file of a case; None for standard input."""
        return None if name == STANDARD_INPUT else Path(name)

    def _with_given(self, node: Node) -> Node:
        """The case with the facts set on the command line in place of its own."""
        if not self.given or not isinstance(node, Mapping):
            return node
        facts = node.get("facts")
        entries = dict(facts.entries) if isinstance(facts, Mapping) else {}
        key_at = dict(facts.key_at) if isinstance(facts, Mapping) else {}
        for name, written in self.given:
            fact = self.library.vocabulary.fact(name)
            for same in (fact.name, fact.id) if fact else ():
                entries.pop(same, None)
            entries[name] = Scalar(written, Location(f"--set {name}"))
            key_at[name] = Location(f"--set {name}")
        whole = Mapping(entries, key_at, node.where)
        return Mapping({**node.entries, "facts": whole}, {**node.key_at, "facts": node.where}, node.where)
