"""P601: every combination of facts has an answer, a delegation that is filled, a declared silence, or a name."""

from collections.abc import Iterator

from jiexu.analysis.observation import GAP
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each gap that has no name."""
    return told(
        subject,
        "P601",
        GAP,
        lambda found: f"「{found.question.name}」没有规则回答",
        f"补上规则、授权或 silent；{NAME_IT}",
    )
