"""P603: no question is left without anything in force after what answered it has ended."""

from collections.abc import Iterator

from jiexu.analysis.observation import LAPSED
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each lapse that has no name."""
    return told(subject, "P603", LAPSED, _message, f"写入后续文件、延长有效期，或补上所缺的一年；{NAME_IT}")


def _message(found: Finding) -> str:
    ended = "、".join(map(cited, found.shown.statements)) or "、".join(found.shown.names)
    return f"「{found.question.name}」没有有效依据：{ended} 不在有效期内"
