"""P707: no two steps of a route end with the same fact."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.route import routes
from jiexu.checks.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each step that ends with the fact that ends an earlier one of its route."""
    for laid in routes(subject):
        ended: dict[str, str] = {}
        for name, held in laid.steps.items():
            other = ended.setdefault(held.step.ends_with, name)
            if other != name:
                message = f"「{laid.route.name}」里「{other}」和「{name}」都以「{held.step.ends_with}」为办完"
                yield Problem("P707", held.step.where, {}, message, "每一步用它自己的日期事实，没有的在词汇表里加一项")
