"""P605: no answer of a delegate lies outside what its delegator allows."""

from collections.abc import Iterator

from jiexu.analysis.observation import BOUND
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each answer outside a bound that has no name."""
    return told(subject, "P605", BOUND, _message, f"改正规则，或核对上位文件的 within；{NAME_IT}")


def _message(found: Finding) -> str:
    delegator, *deciders = found.shown.statements
    return f"「{found.question.name}」按 {cited(deciders[0])} 的答案超出 {cited(delegator)} 的限度"
