"""P607: every rule, delegation and silence makes a difference somewhere, some day."""

from collections.abc import Iterator

from jiexu.analysis.observation import DEAD
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each that never does and has no name."""
    return told(subject, "P607", DEAD, _message, f"检查条件和位阶；用不到的删去；{NAME_IT}")


def _message(found: Finding) -> str:
    why = "条件成立时总有别的规定在先" if found.case else "条件从不成立"
    return f"{cited(found.shown.statements[0])} 对「{found.question.name}」从不起作用：{why}"
