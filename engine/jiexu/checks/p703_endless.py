"""P703: a route comes to its end."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.route import routes
from jiexu.checks.subject import Subject
from jiexu.law.graph import leads_to, reached


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each end of a route that its beginning does not lead to."""
    for laid in routes(subject):
        found = reached(leads_to(laid.steps), laid.route.begins)
        for end in laid.route.ends:
            if end not in found:
                message = f"途径「{laid.route.name}」到不了结束「{end}」"
                yield Problem("P703", laid.route.where, {}, message, "检查 begins、ends 和各步的 after，使开头通到结束")
