"""P604: what a rank leaves to the one below is answered there, at every place and on every day."""

from collections.abc import Iterator

from jiexu.analysis.observation import OPEN_DELEGATION
from jiexu.analysis.proof import Finding
from jiexu.base.problem import Problem
from jiexu.checks.proved import NAME_IT, cited, told
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each delegation that nothing fills and that has no name."""
    return told(subject, "P604", OPEN_DELEGATION, _message, f"写入下级的规定；{NAME_IT}")


def _message(found: Finding) -> str:
    return f"「{found.question.name}」留给下级，下级没有规定：{'、'.join(map(cited, found.shown.statements))}"
