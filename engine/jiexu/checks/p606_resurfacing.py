"""P606: no higher rule governs unnoticed, with another answer, where a lower one has ended."""

from collections.abc import Iterator

from jiexu.analysis.observation import RESURFACING
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each resurfacing that has no name."""
    return told(subject, "P606", RESURFACING, _message, f"写入后续文件或延长有效期；{NAME_IT}")


def _message(found: Finding) -> str:
    lapsed, decider = found.shown.statements
    return f"「{found.question.name}」{cited(lapsed)} 期满以后由 {cited(decider)} 决定，答案不同"
