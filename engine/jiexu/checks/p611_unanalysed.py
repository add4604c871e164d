"""P611, a note: a question that turns on a fact of which not every combination can be tried."""

from collections.abc import Iterator

from jiexu.analysis.observation import NOT_ANALYSED
from jiexu.base.problem import Problem
from jiexu.checks.proved import told
from jiexu.checks.subject import Subject

NOTE = True


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a note for each question and facts."""
    terms = subject.library.vocabulary.by_id
    return told(
        subject,
        "P611",
        NOT_ANALYSED,
        lambda found: (
            f"「{found.question.name}」没有分析完：{'、'.join(terms[fact].name for fact in found.shown.names)}不能逐一试"
        ),
        "用例子核对这些情形",
    )
