"""Places and questions named on a command line."""

from collections.abc import Iterable

import click

from jiexu.base.location import Location
from jiexu.base.problem import Problem, ProblemsError
from jiexu.cli.json_text import json_text
from jiexu.decision.case_file import unknown_question
from jiexu.document.node import Scalar
from jiexu.law.intake import Intake
from jiexu.law.library import Library
from jiexu.law.vocabulary import Question
from jiexu.ruleset.handing import lowest_places


def place_code(library: Library, option: str, written: str | None) -> str | None:
    """The code of the place an option names; raises ProblemsError for one that is unknown or fits several."""
    if written is None:
        return None
    intake = Intake(library.places)
    code = intake.place(Scalar(written, Location(option)))
    if intake.problems:
        raise ProblemsError(intake.problems)
    return code


def places_named(library: Library, written: str | None) -> tuple[str, ...]:
    """The place that ``--place`` names, or every place that some law was made for and no other for a part of."""
    code = place_code(library, "--place", written)
    return (code,) if code else lowest_places(library)


def question_named(library: Library, written: str) -> Question:
    """The question of this name or id; raises ProblemsError with the nearest name when there is none."""
    question = library.vocabulary.question(written)
    if question is None:
        raise ProblemsError([unknown_question(library, written, Location("QUESTION"))])
    return question


def refuse(problems: Iterable[Problem], *, as_data: bool) -> None:
    """Tell what is wrong with what was named: on the error stream, or as ``jiexu-error/1``."""
    from jiexu.explanation.data import problems_data
    from jiexu.explanation.problems import spelled

    told = [spelled(problem) for problem in problems]
    if as_data:
        click.echo(json_text(problems_data("", "", told)), nl=False)
    for problem in () if as_data else told:
        click.echo(f"{problem.where.file}: {problem.code} {problem.message}\n    → {problem.help}", err=True)
