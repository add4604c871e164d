"""P608: every override silences what it names somewhere, some day."""

from collections.abc import Iterator

from jiexu.analysis.observation import OVERRIDE
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each override that never does and has no name."""
    return told(subject, "P608", OVERRIDE, _message, f"删去这一项 overrides，或检查两条的条件；{NAME_IT}")


def _message(found: Finding) -> str:
    (statement,), (reference,) = found.shown.statements, found.shown.names
    return f"{cited(statement)} 的 overrides「{reference}」从不起作用：两条从不同时成立"
