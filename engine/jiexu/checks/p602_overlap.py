"""P602: no two rules answer differently without one of them prevailing."""

from collections.abc import Iterator

from jiexu.analysis.observation import OVERLAP
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each overlap that has no name."""
    return told(subject, "P602", OVERLAP, _message, f"改条件使两条不同时成立，或写 overrides；{NAME_IT}")


def _message(found: Finding) -> str:
    return f"「{found.question.name}」有不同的答案并存：{'、'.join(map(cited, found.shown.statements))}"
