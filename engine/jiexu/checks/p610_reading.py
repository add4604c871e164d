"""P610, a note: an unconfirmed reading on which an answer depends."""

from collections.abc import Iterator

from jiexu.analysis.observation import READING
from jiexu.base.problem import Problem
from jiexu.checks.proved import told
from jiexu.checks.subject import Subject

NOTE = True


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a note for each question and reading."""
    return told(
        subject,
        "P610",
        READING,
        lambda found: f"「{found.question.name}」的答案随口径「{found.shown.names[0]}」而变",
        "局里确认以后写 confirmed",
    )
