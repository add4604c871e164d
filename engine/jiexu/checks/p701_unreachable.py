"""P701: every step of a route can be reached from where the route begins."""

from collections.abc import Iterator

from jiexu.base.problem import Problem
from jiexu.checks.route import routes
from jiexu.checks.subject import Subject
from jiexu.law.graph import leads_to, reached


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each step of a route that nothing leads to."""
    for laid in routes(subject):
        found = reached(leads_to(laid.steps), laid.route.begins)
        for name in [one for one in laid.steps if one not in found]:
            message = f"走不到步骤「{name}」：从「{laid.route.name}」的开头没有一条路通到它"
            help_ = "在它的 after 里写明接在哪一步之后，或把它写进途径的 begins"
            yield Problem("P701", laid.steps[name].step.where, {}, message, help_)
