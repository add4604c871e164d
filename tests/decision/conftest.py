"""Case files, read on a fixed day."""

from datetime import date

import pytest
from jiexu.base.problem import ProblemsError
from jiexu.decision.case_file import read_case
from jiexu.document.loader import parse
from jiexu.explanation.problems import spelled

TODAY = date(2026, 1, 1)


def read(library, text: str, today: date | None = TODAY):
    return read_case(parse(text.encode(), "case.yaml"), library, today, "case")


def refused(library, text: str, today: date | None = TODAY):
    """The problems of a case, with their sentences."""
    with pytest.raises(ProblemsError) as error:
        read(library, text, today)
    return [spelled(problem) for problem in error.value.problems]
